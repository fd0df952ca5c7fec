import pc from "picocolors";
import type { GraphEdge, GraphMark, GraphNode, GraphView } from "../../../model/graph-view.ts";
import { terminal, terminalName } from "../../escape/terminal.ts";
import type { RenderOptions } from "../../format.ts";
import { defineGraphFormat } from "../format.ts";
import { groupBy } from "../group.ts";
import { lanesOf } from "../lanes.ts";
import { domainWords, edgeWords, sizeWords, stateWords } from "../words.ts";

const SIGNS = {
  unicode: { read: "◀", reader: "▶", branch: "├─", last: "└─", bar: "│", dot: " · " },
  ascii: { read: "<-", reader: "->", branch: "|-", last: "`-", bar: "|", dot: " - " },
} as const;

const MARK_COLOURS = { changed: "yellow", affected: "magenta", broken: "red", focus: "cyan" } as const;

export const text = defineGraphFormat({
  id: "text",
  summary: "A tree for the terminal",
  render: (view, options) => `${tree(view, options).join("\n")}\n`,
});

/** Domain, its nodes, and under each what it reads and who reads it. */
function tree(view: GraphView, { colour, unicode = true }: RenderOptions): readonly string[] {
  const paint = pc.createColors(colour);
  const signs = SIGNS[unicode ? "unicode" : "ascii"];
  const reads = groupBy(view.edges, (edge) => edge.to);
  const readers = groupBy(view.edges, (edge) => edge.from);

  const link = (sign: string, id: string, edge: GraphEdge): string => {
    const words = edgeWords(edge).map((word) => (word === "cycle" ? paint.red(word) : paint.yellow(word)));
    return [`${paint.cyan(sign)} ${terminalName(id)}`, paint.dim(terminalName(edge.label)), ...words].join("  ");
  };
  const nodeLines = (node: GraphNode, isLast: boolean): readonly string[] => {
    const links = [
      ...(reads.get(node.id) ?? []).map((edge) => link(signs.read, edge.from, edge)),
      ...(readers.get(node.id) ?? []).map((edge) => link(signs.reader, edge.to, edge)),
    ];
    const words = [
      paint.bold(terminalName(node.id)),
      ...(node.name === node.id ? [] : [terminalName(node.name)]),
      paint.dim(stateWords(node, signs.dot)),
      ...(node.kind === "consumer" ? [paint.dim("consumer")] : []),
      ...(node.orphan ? [paint.yellow("no readers")] : []),
      ...node.marks.map((mark) => paint[colourOf(mark)](mark)),
    ].filter((word) => word !== "");
    return [
      `${paint.dim(isLast ? signs.last : signs.branch)} ${words.join("  ")}`,
      ...links.map((line) => `${paint.dim(isLast ? " " : signs.bar)}    ${line}`),
    ];
  };

  const lanes = lanesOf(view.nodes).flatMap(({ domain, nodes }) => [
    "",
    paint.bold(paint.underline(terminalName(domainWords(domain)))),
    ...nodes.flatMap((node, index) => nodeLines(node, index === nodes.length - 1)),
  ]);
  return [
    `${paint.bold(terminal(view.title))}${signs.dot}${sizeWords(view).join(", ")}`,
    `${paint.cyan(signs.read)} reads  ${paint.cyan(signs.reader)} is read by`,
    ...lanes,
  ];
}

function colourOf(mark: GraphMark): (typeof MARK_COLOURS)[GraphMark] {
  return MARK_COLOURS[mark];
}
