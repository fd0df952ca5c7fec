/** A part of the mesh, ready to be drawn: what every graph format is given. Sorted; ids are unique. */
export interface GraphView {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** `changed`: this change touches it. `affected`: it reads something changed. `broken`: a finding stands on it. */
export type GraphMark = "changed" | "affected" | "broken" | "focus";

export interface GraphNode {
  readonly id: string;
  readonly kind: "product" | "consumer";
  readonly name: string;
  /** Empty when no domain of the guild claims it. */
  readonly domain: string;
  readonly version: string;
  readonly status: string;
  readonly owners: readonly string[];
  readonly orphan: boolean;
  readonly marks: readonly GraphMark[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Output port that is read, with its version: `tracks@1.0.0`. */
  readonly label: string;
  readonly tier: "exact" | "same-major" | "id-only";
  readonly ambiguous: boolean;
  /** Part of a cycle. */
  readonly cycle: boolean;
}
