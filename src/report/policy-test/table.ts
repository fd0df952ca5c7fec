import type { TestedPolicy } from "../../model/policy-test.ts";
import { stands } from "../../model/policy-test.ts";
import { terminalName } from "../escape/terminal.ts";
import type { Page } from "../text/page.ts";
import { LEVEL_MARKS, VERDICTS } from "../words.ts";

interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  readonly cell: (policy: TestedPolicy) => string;
  /** Whether the cell shows something that is missing. */
  readonly isShort?: (policy: TestedPolicy) => boolean;
}

const COLUMNS: readonly Column[] = [
  { title: "policy", align: "left", cell: ({ id }) => terminalName(id) },
  { title: "level", align: "left", cell: ({ level }) => LEVEL_MARKS[level].word },
  {
    title: "cases",
    align: "right",
    cell: ({ tests }) => part(tests.passed, tests.passed + tests.failed),
    isShort: ({ tests }) => tests.failed > 0,
  },
  {
    title: "cover",
    align: "right",
    cell: ({ coverage }) => part(coverage.seen, coverage.total),
    isShort: ({ coverage }) => coverage.seen < coverage.total,
  },
  {
    title: "mutants",
    align: "right",
    cell: ({ mutants }) => part(mutants.killed, mutants.total - mutants.equivalent),
    isShort: ({ mutants }) => mutants.survived.length > 0,
  },
  {
    title: "may be",
    align: "left",
    cell: ({ promotable }) => LEVEL_MARKS[promotable].word,
    isShort: ({ gate }) => gate === "open",
  },
];

function part(some: number, all: number): string {
  return `${some}/${all}`;
}

/** One line a policy: what was shown of all there is to show. */
export function tableLines(policies: readonly TestedPolicy[], width: number, page: Page): readonly string[] {
  const widths = COLUMNS.map(({ title, cell }) =>
    Math.max(title.length, ...policies.map((policy) => cell(policy).length)),
  );
  const total = widths.reduce((sum, one) => sum + one, 2 + 2 * (COLUMNS.length - 1));
  const gap = total > width ? " " : "  ";
  const line = (cells: readonly string[]): string => cells.join(gap).trimEnd();
  const padded = (text: string, index: number): string => {
    const size = widths[index] ?? 0;
    return COLUMNS[index]?.align === "right" ? text.padStart(size) : text.padEnd(size);
  };
  const head = line(COLUMNS.map(({ title }, index) => padded(title, index)));
  return [
    `  ${page.paint(head, "dim")}`,
    ...policies.map((policy) => {
      const mark = VERDICTS[stands(policy) ? "pass" : "fail"];
      const cells = COLUMNS.map(({ cell, isShort }, index) => {
        const text = padded(cell(policy), index);
        return isShort?.(policy) ? page.paint(text, stands(policy) ? "yellow" : "red") : text;
      });
      return `${page.paint(page.sign(mark), mark.colour)} ${line(cells)}`;
    }),
  ];
}
