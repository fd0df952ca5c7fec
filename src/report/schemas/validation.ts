import type { JsonObject } from "../../model/json.ts";
import { list, LOCATION, PROBLEM, record, ref, text } from "./words.ts";

/** JSON Schema (draft 2020-12) of `meshgate/validation/v1`, what `validate --format json` prints. Later releases may add members. */
export const VALIDATION_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/validation/v1",
  title: "Meshgate validation",
  description: "Whether files are well formed: each on its own, without the mesh around it.",
  ...record({
    schema: { const: "meshgate/validation/v1", description: "Name and version of this format." },
    files: list(ref("file"), "One entry per document, in the order of the files."),
  }),
  $defs: {
    location: LOCATION,
    problem: PROBLEM,
    file: record({
      file: text("Path as it was found."),
      format: text(
        "`odps`, `odcs`, `consumer`, `policy`, `guild`, `mesh`, a format that is not read yet, or `unknown`.",
      ),
      version: text("Version of the format that the document names."),
      valid: { type: "boolean", description: "No problem of severity `error`." },
      problems: list(ref("problem"), "What is wrong, in the order of the text."),
    }),
  },
} as const satisfies JsonObject;
