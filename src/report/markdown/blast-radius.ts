import type { Finding } from "../../model/finding.ts";
import type { AffectedNode, ReportEdge, Report } from "../../model/report.ts";
import { mermaidLabel } from "../escape/markdown.ts";
import { compareText } from "../../model/order.ts";
import { stopsCheck } from "../../model/verdict.ts";
import { nameOf } from "../reach.ts";
import { counted } from "../words.ts";

/** Larger pictures cannot be read in a comment. */
const MAX_EDGES = 60;

type Line = "kept" | "added" | "removed";

interface DrawnEdge extends ReportEdge {
  readonly line: Line;
}

const ARROWS = { kept: "-->", added: "== new ==>", removed: "-. removed .->" } as const satisfies Record<Line, string>;

const CLASSES = [
  "classDef changed fill:#fff3c4,stroke:#b7791f,color:#1a202c",
  "classDef broken fill:#feb2b2,stroke:#9b2c2c,stroke-width:3px,color:#1a202c",
  "classDef hit fill:#fed7d7,stroke:#c53030,color:#1a202c",
  "classDef reached fill:#edf2f7,stroke:#718096,color:#1a202c",
];

/** Who reads what changed, as a mermaid flow chart in a code fence; nothing when there is nothing to draw. */
export function blastRadius(report: Report): readonly string[] {
  const edges = edgesOf(report);
  if (edges.length === 0) return [];
  const drawn = edges.slice(0, MAX_EDGES);
  const nodes = nodesOf(drawn);
  const places = new Map(nodes.map((node, index) => [keyOf(node), `n${index}`]));
  const place = (node: Node): string => places.get(keyOf(node)) ?? "";
  const label = (node: Node): string => mermaidLabel(nameOf(node, (id) => places.has(keyOf({ kind: "product", id }))));
  return [
    "```mermaid",
    "flowchart LR",
    ...nodes.map((node) => `  ${place(node)}[${label(node)}]${classOf(node, report)}`),
    ...drawn.map((edge) => `  ${place(sourceOf(edge))} ${ARROWS[edge.line]} ${place(readerOf(edge))}`),
    ...CLASSES.map((line) => `  ${line}`),
    "```",
    ...(edges.length > drawn.length ? ["", `${counted(edges.length - drawn.length, "more edge")} not drawn.`] : []),
  ];
}

type Node = Pick<AffectedNode, "id" | "kind">;

function nodesOf(edges: readonly ReportEdge[]): readonly Node[] {
  const nodes = edges.flatMap((edge) => [sourceOf(edge), readerOf(edge)]);
  return [...new Map(nodes.map((node) => [keyOf(node), node])).values()].sort(
    (one, other) => compareText(one.id, other.id) || compareText(other.kind, one.kind),
  );
}

function sourceOf({ from }: ReportEdge): Node {
  return { kind: "product", id: from };
}

function readerOf({ to, kind }: ReportEdge): Node {
  return { kind, id: to };
}

function keyOf({ kind, id }: Node): string {
  return `${kind} ${id}`;
}

/** One edge between two nodes however many ports it has; those next to the change first. */
function edgesOf({ graph }: Report): readonly DrawnEdge[] {
  const distances = new Map(graph.affected.map((node) => [keyOf(node), node.distance]));
  const distanceOf = (edge: ReportEdge): number => distances.get(keyOf(readerOf(edge))) ?? 0;
  const added = new Set(graph.edgesAdded.map(pairOf));
  const edges = new Map<string, DrawnEdge>();
  for (const edge of graph.edgesRemoved) edges.set(pairOf(edge), { ...edge, line: "removed" });
  for (const edge of graph.edges)
    edges.set(pairOf(edge), { ...edge, line: added.has(pairOf(edge)) ? "added" : "kept" });
  return [...edges.values()].sort(
    (a, b) =>
      distanceOf(a) - distanceOf(b) ||
      compareText(a.from, b.from) ||
      compareText(a.to, b.to) ||
      compareText(b.kind, a.kind),
  );
}

function pairOf({ from, to, kind }: ReportEdge): string {
  return JSON.stringify([from, to, kind]);
}

/** `changed`: where it comes from. `broken`: a finding on it stops the check. `hit`: it reads what changed. */
function classOf(node: Node, report: Report): string {
  const { kind, id } = node;
  const distances = report.graph.affected.filter((one) => keyOf(one) === keyOf(node)).map(({ distance }) => distance);
  const changed = report.products.filter(({ change }) => change !== "unchanged");
  if (kind === "product" && changed.some((product) => product.id === id) && distances.length === 0) return ":::changed";
  if (report.findings.some((finding) => isAbout(finding, node) && breaks(finding, report))) return ":::broken";
  if (distances.includes(1)) return ":::hit";
  return distances.length === 0 ? "" : ":::reached";
}

function breaks(finding: Finding, { failOn }: Report): boolean {
  return finding.outcome === "fail" && stopsCheck(finding, failOn);
}

function isAbout({ subject }: Finding, { kind, id }: Node): boolean {
  return subject.id === id && subject.kind === kind;
}
