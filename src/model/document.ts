import type { Json, JsonPath } from "./json.ts";
import type { Range } from "./location.ts";
import type { TextProblem } from "./problem.ts";

/** One document of a YAML or JSON text that can say where each of its values stands. */
export interface SourceDocument {
  /** Position in a multi-document stream, from 0. */
  readonly index: number;
  /** The content; objects have no prototype. */
  readonly value: Json;
  /**
   * Where the value at `path` stands, or with `part: "key"` its key. A path that does not exist points at its nearest
   * existing ancestor: the ancestor's key where it has one, else the first line of its value.
   */
  range(path: JsonPath, part?: "key" | "value"): Range;
  /** The scalar at `path` as its author wrote it, without quotes: `1.10` where the value is 1.1. */
  written?(path: JsonPath): string | undefined;
}

/** A text read into documents. Problems of severity `error` mean the documents must not be relied on. */
export interface SourceText {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly TextProblem[];
}
