import type { Compatibility } from "./compatibility.ts";

/** `meshgate/diff/v1`: the answer of `diff`. */
export interface Diff extends Omit<Compatibility, "from" | "to"> {
  readonly schema: "meshgate/diff/v1";
  readonly from: DiffSide;
  readonly to: DiffSide;
}

export interface DiffSide {
  readonly file: string;
  readonly id: string;
  readonly version: string;
}
