import type { GraphMark, GraphNode, GraphView } from "../../../model/graph-view.ts";
import { plain } from "../../escape/plain.ts";
import { arrowsOf } from "../arrows.ts";
import type { Arrow } from "../arrows.ts";
import { defineGraphFormat } from "../format.ts";
import { lanesOf } from "../lanes.ts";
import { domainWords, edgeWords, stateWords } from "../words.ts";

const HEAD = [
  "  rankdir=LR;",
  "  compound=true;",
  '  graph [fontname="Helvetica" fontsize=12 nodesep=0.25 ranksep=0.9];',
  '  node [shape=box style="rounded,filled" fillcolor="white" color="#64748b" fontname="Helvetica" fontsize=11];',
  '  edge [color="#64748b" fontname="Helvetica" fontsize=9 arrowsize=0.7];',
];

const FILLS: readonly (readonly [GraphMark, string])[] = [
  ["broken", "#fed7d7"],
  ["changed", "#fff3c4"],
  ["focus", "#bee3f8"],
  ["affected", "#feebc8"],
];

const LINES: Readonly<Record<Arrow["tier"], string>> = { exact: "solid", "same-major": "dashed", "id-only": "dotted" };

export const dot = defineGraphFormat({
  id: "dot",
  summary: "Graphviz",
  render: (view) => `${digraph(view).join("\n")}\n`,
});

function digraph(view: GraphView): readonly string[] {
  const names = new Map(view.nodes.map((node, index) => [node.id, `n${index + 1}`]));
  return [
    "digraph mesh {",
    `  label=${quote(view.title)}; labelloc=t;`,
    ...HEAD,
    ...lanesOf(view.nodes).flatMap(({ domain, nodes }, index) => [
      `  subgraph cluster_${index + 1} {`,
      `    label=${quote(domainWords(domain))}; style="rounded,filled"; color="#cbd5e1"; fillcolor="#f1f5f9";`,
      ...nodes.map((node) => `    ${names.get(node.id) ?? ""} [${attributes(node)}];`),
      "  }",
    ]),
    ...arrowsOf(view.edges).map((arrow) => {
      return `  ${names.get(arrow.from) ?? ""} -> ${names.get(arrow.to) ?? ""} [${arrowAttributes(arrow)}];`;
    }),
    "}",
  ];
}

function attributes(node: GraphNode): string {
  const fill = FILLS.find(([mark]) => node.marks.includes(mark))?.[1];
  return [
    `label=${quote(node.name, stateWords(node))}`,
    `tooltip=${quote(node.id)}`,
    ...(node.kind === "consumer" ? ["shape=ellipse"] : []),
    ...(fill === undefined ? [] : [`fillcolor="${fill}"`]),
  ].join(" ");
}

function arrowAttributes(arrow: Arrow): string {
  const words = edgeWords(arrow);
  return [
    `tooltip=${quote(arrow.labels.join(", "))}`,
    `style=${LINES[arrow.tier]}`,
    ...(words.length === 0 ? [] : [`label=${quote(words.join(", "))}`]),
    ...(arrow.cycle ? ['color="#c53030"'] : []),
  ].join(" ");
}

/** Lines as one quoted string, in which neither `\\N`-like escapes nor HTML mean anything. */
function quote(...lines: readonly string[]): string {
  const safe = lines.filter((line) => line !== "").map((line) => plain(line, 200).replace(/[\\"]/gu, "\\$&"));
  return `"${safe.join("\\n")}"`;
}
