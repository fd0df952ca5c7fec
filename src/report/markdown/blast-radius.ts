import type { Finding } from "../../model/finding.ts";
import type { ReportEdge, Report } from "../../model/report.ts";
import { mermaidLabel } from "../escape/markdown.ts";
import { compareText } from "../../model/order.ts";
import { stopsCheck } from "../../model/verdict.ts";
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
  const ids = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].sort(compareText);
  const names = new Map(ids.map((id, index) => [id, `n${index}`]));
  const name = (id: string): string => names.get(id) ?? "";
  return [
    "```mermaid",
    "flowchart LR",
    ...ids.map((id) => `  ${name(id)}[${mermaidLabel(id)}]${classOf(id, report)}`),
    ...drawn.map(({ from, to, line }) => `  ${name(from)} ${ARROWS[line]} ${name(to)}`),
    ...CLASSES.map((line) => `  ${line}`),
    "```",
    ...(edges.length > drawn.length ? ["", `${counted(edges.length - drawn.length, "more edge")} not drawn.`] : []),
  ];
}

/** One edge between two nodes however many ports it has; those next to the change first. */
function edgesOf({ graph }: Report): readonly DrawnEdge[] {
  const distances = new Map(graph.affected.map(({ id, distance }) => [id, distance]));
  const added = new Set(graph.edgesAdded.map(pairOf));
  const edges = new Map<string, DrawnEdge>();
  for (const edge of graph.edgesRemoved) edges.set(pairOf(edge), { ...edge, line: "removed" });
  for (const edge of graph.edges)
    edges.set(pairOf(edge), { ...edge, line: added.has(pairOf(edge)) ? "added" : "kept" });
  return [...edges.values()].sort(
    (a, b) =>
      (distances.get(a.to) ?? 0) - (distances.get(b.to) ?? 0) || compareText(a.from, b.from) || compareText(a.to, b.to),
  );
}

function pairOf({ from, to }: ReportEdge): string {
  return JSON.stringify([from, to]);
}

/** `changed`: where it comes from. `broken`: a finding on it stops the check. `hit`: it reads what changed. */
function classOf(id: string, report: Report): string {
  const distances = report.graph.affected.filter((node) => node.id === id).map(({ distance }) => distance);
  const isChanged = report.products.some((product) => product.id === id && product.change !== "unchanged");
  if (isChanged && distances.length === 0) return ":::changed";
  if (report.findings.some((finding) => isAbout(finding, id) && breaks(finding, report))) return ":::broken";
  if (distances.includes(1)) return ":::hit";
  return distances.length === 0 ? "" : ":::reached";
}

function breaks(finding: Finding, { failOn }: Report): boolean {
  return finding.outcome === "fail" && stopsCheck(finding, failOn);
}

function isAbout({ subject }: Finding, id: string): boolean {
  return subject.id === id && (subject.kind === "product" || subject.kind === "consumer");
}
