import type { Compatibility } from "./compatibility.ts";

/** `meshgate/diff/v1`: the answer of `diff`. */
export interface Diff extends Omit<Compatibility, "contract" | "from" | "to" | "enforced" | "baselines" | "sunsets"> {
  readonly schema: "meshgate/diff/v1";
  readonly from: DiffSide;
  readonly to: DiffSide;
  /** How many readers were asked; null where nobody looked for any, so that whoever reads may be hit. */
  readonly asked: number | null;
  /** What else to know of this comparison, a sentence each. */
  readonly notes: readonly string[];
}

export interface DiffSide {
  readonly file: string;
  readonly id: string;
  readonly version: string;
}
