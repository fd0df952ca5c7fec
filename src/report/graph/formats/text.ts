import pc from "picocolors";
import type { GraphMark, GraphNode, GraphView } from "../../../model/graph-view.ts";
import { terminal, terminalName } from "../../escape/terminal.ts";
import type { RenderOptions } from "../../format.ts";
import { wrap } from "../../text/wrap.ts";
import { arrowsOf } from "../arrows.ts";
import type { Arrow } from "../arrows.ts";
import { defineGraphFormat } from "../format.ts";
import { groupBy } from "../group.ts";
import { lanesOf } from "../lanes.ts";
import { domainWords, edgeWords, sizeWords, stateWords } from "../words.ts";

const SIGNS = {
  unicode: { branch: "├─", last: "└─", bar: "│", dot: " · " },
  ascii: { branch: "|-", last: "`-", bar: "|", dot: " - " },
} as const;

/** What stands before a link in its line, and before the first name. */
const INDENT = 5;
const HANGING = "read by  ";

const MARK_COLOURS = { changed: "yellow", affected: "magenta", broken: "red", focus: "cyan" } as const;

export const text = defineGraphFormat({
  id: "text",
  summary: "A tree for the terminal",
  render: (view, options) => `${tree(view, options).join("\n")}\n`,
});

/** Domain, its nodes, and under each what it reads, port by port, and who reads it. */
function tree(view: GraphView, { colour, unicode = true, width = 100 }: RenderOptions): readonly string[] {
  const paint = pc.createColors(colour);
  const signs = SIGNS[unicode ? "unicode" : "ascii"];
  const arrows = arrowsOf(view.edges);
  const reads = groupBy(arrows, (arrow) => arrow.to);
  const readers = groupBy(arrows, (arrow) => arrow.from);

  const readLine = (arrow: Arrow): string => {
    const ports = paint.dim(arrow.labels.map(terminalName).join(", "));
    const words = edgeWords(arrow).map((word) => (word === "cycle" ? paint.red(word) : paint.yellow(word)));
    return [`${paint.cyan("reads")}  `, terminalName(arrow.from), ports, ...words].join("  ");
  };
  const nodeLines = (node: GraphNode, isLast: boolean): readonly string[] => {
    const ids = (readers.get(node.id) ?? []).map((arrow) => terminalName(arrow.to));
    const readBy = wrap(ids.join(", "), width - INDENT, HANGING.length);
    const links = [
      ...(reads.get(node.id) ?? []).map(readLine),
      ...readBy.map((line, index) => (index === 0 ? `${paint.cyan(HANGING)}${line.trimStart()}` : line)),
    ];
    const stem = isLast ? " ".repeat(signs.bar.length) : paint.dim(signs.bar);
    return [
      `${paint.dim(isLast ? signs.last : signs.branch)} ${nodeWords(node, signs.dot, paint).join("  ")}`,
      ...links.map((line) => `${stem}    ${line}`),
    ];
  };

  return [
    `${paint.bold(terminal(view.title))}${signs.dot}${sizeWords(view).join(", ")}`,
    ...lanesOf(view.nodes).flatMap(({ domain, nodes }) => [
      "",
      paint.bold(paint.underline(terminalName(domainWords(domain)))),
      ...nodes.flatMap((node, index) => nodeLines(node, index === nodes.length - 1)),
    ]),
  ];
}

function nodeWords(node: GraphNode, dot: string, paint: ReturnType<typeof pc.createColors>): readonly string[] {
  const state = stateWords(node, dot);
  return [
    paint.bold(terminalName(node.id)),
    ...(node.name === node.id ? [] : [terminalName(node.name)]),
    ...(state === "" ? [] : [paint.dim(terminalName(state))]),
    ...(node.kind === "consumer" ? [paint.dim("consumer")] : []),
    ...(node.orphan ? [paint.yellow("no readers")] : []),
    ...node.marks.map((mark) => paint[colourOf(mark)](mark)),
  ];
}

function colourOf(mark: GraphMark): (typeof MARK_COLOURS)[GraphMark] {
  return MARK_COLOURS[mark];
}
