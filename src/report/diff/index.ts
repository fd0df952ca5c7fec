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
  /** One line for the reference. */
  readonly summary: string;
  readonly render: (diff: Diff, options: RenderOptions) => string;
}

export const DIFF_FORMATS: readonly DiffFormat[] = [
  { id: "text", summary: "every change by class, whom it hits, which version it needs", render: diffText },
  {
    id: "json",
    summary: "one document, meshgate/diff/v1",
    render: (diff) => printJson(inSchemaOrder(DIFF_SCHEMA, diff)),
  },
  { id: "omds", summary: "the draft `kind: MetadataDifference` of Bitol (RFC 39), in YAML", render: diffOmds },
];

export function findDiffFormat(id: string): DiffFormat | undefined {
  return DIFF_FORMATS.find((format) => format.id === id);
}
