import type { Diff } from "../../model/diff.ts";
import type { RenderOptions } from "../format.ts";
import { diffText } from "./text.ts";

/** A way to write a diff: a pure function of it. */
export interface DiffFormat {
  readonly id: string;
  readonly render: (diff: Diff, options: RenderOptions) => string;
}

export const DIFF_FORMATS: readonly DiffFormat[] = [
  { id: "text", render: diffText },
  { id: "json", render: (diff) => `${JSON.stringify(diff, undefined, 2)}\n` },
];

export function findDiffFormat(id: string): DiffFormat | undefined {
  return DIFF_FORMATS.find((format) => format.id === id);
}
