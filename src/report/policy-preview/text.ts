import type { Altered, PolicyPreview, PreviewedDay, State, Tally } from "../../model/policy-preview.ts";
import { STATES } from "../../model/policy-preview.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page, Style } from "../text/page.ts";
import { PROBLEM_MARKS, counted } from "../words.ts";
import { byState, dayTitle, historyTitle, previewTitle, STATE_WORDS } from "./words.ts";

const COLOURS: Record<State, Style> = {
  error: "magenta",
  blocked: "red",
  warned: "yellow",
  waived: "gray",
  passing: "green",
  "not-applicable": "gray",
};

/** More than so many are counted instead of listed. */
const MANY = 12;

/** What changes, then day by day who is judged otherwise, then what would have become of past changes. */
export function policyPreviewText(preview: PolicyPreview, options: RenderOptions): string {
  const page = createPage(options);
  const { changes, days, history, problems, asOf } = preview;
  const lines = [
    ...page.lines(`${previewTitle(preview)}.`, 0, "bold"),
    ...changes.slice(0, MANY).flatMap(({ message }) => page.lines(terminal(message), 2)),
    ...(changes.length > MANY ? page.lines(`and ${changes.length - MANY} more changes.`, 2, "dim") : []),
    ...problems.flatMap(({ severity, message, location }) => {
      const mark = PROBLEM_MARKS[severity];
      return page.lines(`${page.sign(mark)} ${terminal(place(location))}: ${terminal(message)}`, 2, mark.colour);
    }),
    ...days.flatMap((day) => dayLines(day, asOf, page)),
    ...(history === undefined ? [] : historyLines(history, page)),
  ];
  return `${lines.join("\n")}\n`;
}

function dayLines(day: PreviewedDay, asOf: string, page: Page): readonly string[] {
  const head = ["", ...page.lines(`${dayTitle(day, asOf)}.`, 0, "bold")];
  if (day.altered.length === 0 && day.policies.length === 0) return head;
  return [
    ...head,
    ...tableLines(day, page),
    ...byState(day).flatMap(([state, altered]) => [
      ...page.lines(`Newly ${STATE_WORDS[state]}`, 2, COLOURS[state]),
      ...altered.slice(0, MANY).flatMap((one) => page.lines(alteredLine(one, page), 4)),
      ...(altered.length > MANY
        ? page.lines(`and ${altered.length - MANY} more, listed by --format json`, 4, "dim")
        : []),
    ]),
    ...day.policies.flatMap(({ id, newlyFailing, noLongerFailing }) =>
      page.lines(`${terminalName(id)}: ${newlyFailing} newly failing, ${noLongerFailing} no longer`, 2, "dim"),
    ),
  ];
}

/** One line a domain, with those states that anybody is in: `3 (+2)` are now three, two of them newly. */
function tableLines({ domains, tally }: PreviewedDay, page: Page): readonly string[] {
  const states = STATES.filter((state) => tally[state].before + tally[state].after > 0);
  const rows = [
    ["", ...states.map((state) => STATE_WORDS[state])],
    ...domains.map(({ domain, tally: own }) => [
      domain === "" ? "(no domain)" : terminalName(domain),
      ...cells(own, states),
    ]),
    ...(domains.length > 1 ? [["all", ...cells(tally, states)]] : []),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row, index) => {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    const text = `  ${line.join("  ")}`;
    return index === 0 ? page.paint(text, "dim") : text;
  });
}

function cells(tally: Tally, states: readonly State[]): readonly string[] {
  return states.map((state) => {
    const { after, newly } = tally[state];
    return newly === 0 ? String(after) : `${after} (+${newly})`;
  });
}

function alteredLine({ id, kind, domain, owners, before, policies }: Altered, page: Page): string {
  return [
    `${kind} ${terminalName(id)}`,
    terminalName(domain),
    `was ${STATE_WORDS[before]}`,
    policies.map(terminalName).join(", "),
    owners.length === 0 ? "" : `ask ${owners.map(terminalName).join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(page.dot);
}

function historyLines(history: NonNullable<PolicyPreview["history"]>, page: Page): readonly string[] {
  const { stopped } = history;
  return [
    "",
    ...page.lines(`${historyTitle(history)}.`, 0, "bold"),
    ...stopped
      .slice(0, MANY)
      .flatMap(({ commit, day, policies, subjects }) =>
        page.lines(
          [
            `${day} ${commit.slice(0, 10)}`,
            subjects.map(terminalName).join(", "),
            policies.map(terminalName).join(", "),
          ].join(page.dot),
          2,
        ),
      ),
    ...(stopped.length > MANY
      ? page.lines(`and ${counted(stopped.length - MANY, "more", "more")}, listed by --format json`, 2, "dim")
      : []),
  ];
}
