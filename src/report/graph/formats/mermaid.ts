import type { GraphMark, GraphNode, GraphView } from "../../../model/graph-view.ts";
import { mermaidLabel } from "../../escape/markdown.ts";
import { counted, listed } from "../../words.ts";
import { arrowsOf } from "../arrows.ts";
import type { Arrow } from "../arrows.ts";
import { defineGraphFormat } from "../format.ts";
import { lanesOf } from "../lanes.ts";
import { domainWords, edgeWords } from "../words.ts";

/** Nobody can read more, and with more forges refuse to draw (mermaid's `maxEdges` and `maxTextSize` of 50,000). */
const MOST_ARROWS = 60;
const MOST_NODES = 120;

/** The first that a node has decides its colour. */
const MARKS: readonly (readonly [GraphMark, string])[] = [
  ["broken", "fill:#fed7d7,stroke:#c53030,color:#1a202c"],
  ["changed", "fill:#fff3c4,stroke:#b7791f,color:#1a202c"],
  ["focus", "fill:#bee3f8,stroke:#2b6cb0,color:#1a202c"],
  ["affected", "fill:#feebc8,stroke:#c05621,color:#1a202c"],
];

export const mermaid = defineGraphFormat({
  id: "mermaid",
  summary: "A flow chart that forges draw inside Markdown",
  render: (view) => `${chart(view).join("\n")}\n`,
});

function chart(view: GraphView): readonly string[] {
  const arrows = arrowsOf(view.edges);
  const drawn = arrows.slice(0, MOST_ARROWS);
  const nodes = nodesToDraw(view.nodes, drawn);
  const names = new Map(nodes.map((node, index) => [node.id, `n${index + 1}`]));
  return [
    "flowchart LR",
    ...lanesOf(nodes).flatMap(({ domain, nodes: members }, index) => [
      `  subgraph d${index + 1}[${mermaidLabel(domainWords(domain))}]`,
      ...members.map((node) => `    ${names.get(node.id) ?? ""}${shape(node)}${markOf(node)}`),
      "  end",
    ]),
    ...drawn.map((arrow) => `  ${names.get(arrow.from) ?? ""} ${line(arrow)} ${names.get(arrow.to) ?? ""}`),
    ...leftOut(view.nodes.length - nodes.length, arrows.length - drawn.length),
    ...MARKS.map(([mark, style]) => `  classDef ${mark} ${style}`),
  ];
}

/** The nodes that an arrow joins, before those that stand alone. */
function nodesToDraw(nodes: readonly GraphNode[], arrows: readonly Arrow[]): readonly GraphNode[] {
  const joined = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter((node) => !joined.has(node.id)).slice(0, Math.max(0, MOST_NODES - joined.size));
  const kept = new Set([...joined, ...alone.map((node) => node.id)]);
  return nodes.filter((node) => kept.has(node.id));
}

function shape(node: GraphNode): string {
  const label = mermaidLabel([node.name, node.version].filter((word) => word !== "").join(" "));
  return node.kind === "consumer" ? `([${label}])` : `[${label}]`;
}

function markOf({ marks }: GraphNode): string {
  const mark = MARKS.find(([name]) => marks.includes(name));
  return mark === undefined ? "" : `:::${mark[0]}`;
}

function line(arrow: Arrow): string {
  const words = edgeWords(arrow);
  const shaft = arrow.tier === "id-only" ? "-.->" : "-->";
  return words.length === 0 ? shaft : `${shaft}|${mermaidLabel(words.join(" - "))}|`;
}

function leftOut(nodes: number, links: number): readonly string[] {
  const counts = [...(nodes > 0 ? [counted(nodes, "node")] : []), ...(links > 0 ? [counted(links, "link")] : [])];
  return counts.length === 0 ? [] : [`  rest>${mermaidLabel(`${listed(counts)} left out`)}]`];
}
