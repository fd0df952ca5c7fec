import type { Json, JsonObject } from "../../model/json.ts";

export const text = (description: string): JsonObject => ({ type: "string", description });
export const count = (description: string): JsonObject => ({ type: "integer", minimum: 0, description });
export const list = (items: JsonObject, description: string): JsonObject => ({ type: "array", items, description });
export const choice = (values: readonly Json[], description: string): JsonObject => ({ enum: values, description });
export const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });

/** An object whose members are all required, except those named in `optional`. */
export const record = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

/** The same, and nothing else may stand in it. */
export const closed = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  ...record(properties, optional),
  additionalProperties: false,
});

/** What a nested object is, where it stands. */
export const described = (description: string, schema: JsonObject): JsonObject => ({ ...schema, description });

export const day = (description: string): JsonObject => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description,
});

export const address = (description: string): JsonObject => ({ type: "string", pattern: "^https?://", description });

export const position = (description: string): JsonObject => ({ type: "integer", minimum: 1, description });

export const LOCATION = closed({
  file: text("Path inside the repository, with forward slashes."),
  line: position("Counts from 1."),
  column: position("Counts from 1, in UTF-16 code units."),
  endLine: position("Line of the end."),
  endColumn: position("Column after the last character."),
});

export const PROBLEM = record({
  severity: choice(["error", "warning"], "An `error` means that the input cannot be relied on."),
  code: text("Stable name of the kind of problem, in kebab case."),
  message: text("What was found, what was expected and what to do, in one line."),
  path: text("RFC 6901 pointer inside the document; empty for the whole."),
  location: described("Where it stands.", ref("location")),
});

/** The side that was judged, in every document that names it. */
export const HEAD = described(
  "What was judged.",
  closed({
    ref: text("As it was asked for."),
    commit: { type: ["string", "null"], description: "Full object id; null for uncommitted work." },
  }),
);
