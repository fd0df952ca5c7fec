import type { Diff } from "../../model/diff.ts";
import { printJson } from "../escape/json.ts";
import type { RenderOptions } from "../format.ts";
import { DIFF_SCHEMA } from "../schemas/diff.ts";
import { inSchemaOrder } from "../schemas/order.ts";
import { diffOmds } from "./omds.ts";
import { diffText } from "./text.ts";

/** A way to write a diff: a pure function of it. */
export interface DiffFormat {
  readonly id: string;
  readonly render: (diff: Diff, options: RenderOptions) => string;
}

export const DIFF_FORMATS: readonly DiffFormat[] = [
  { id: "text", render: diffText },
  { id: "json", render: (diff) => printJson(inSchemaOrder(DIFF_SCHEMA, diff)) },
  { id: "omds", render: diffOmds },
];

export function findDiffFormat(id: string): DiffFormat | undefined {
  return DIFF_FORMATS.find((format) => format.id === id);
}
