import type { JsonObject } from "../../model/json.ts";
import { COMPATIBILITY_DEFS, COMPATIBILITY_MEMBERS } from "./compatibility.ts";
import { described, list, LOCATION, record, ref, text } from "./words.ts";

/** JSON Schema (draft 2020-12) of `meshgate/diff/v1`, what `diff --format json` prints. Later releases may add members. */
export const DIFF_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/diff/v1",
  title: "Meshgate diff",
  description: "What changes from one contract or product to another, and what that means for readers and pipelines.",
  ...record({
    schema: { const: "meshgate/diff/v1", description: "Name and version of this format." },
    from: described("What it was.", ref("side")),
    to: described("What it is to be.", ref("side")),
    asked: {
      type: ["integer", "null"],
      minimum: 0,
      description: "How many readers were asked; null: nobody looked for any, so whoever reads may be hit.",
    },
    notes: list({ type: "string" }, "What else to know of this comparison, a sentence each."),
    ...COMPATIBILITY_MEMBERS,
  }),
  $defs: {
    side: record({
      file: text("The file, as it was named."),
      id: text("Id of the contract or product."),
      version: text("Its version."),
    }),
    ...COMPATIBILITY_DEFS,
    location: LOCATION,
  },
} as const satisfies JsonObject;
