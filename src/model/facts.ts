import type { SubjectKind } from "./finding.ts";
import type { JsonObject, JsonPath } from "./json.ts";
import type { Location, RepoPath } from "./location.ts";

/** A place in a document: the first of its file where nothing else is said. */
export interface FilePlace {
  readonly file: RepoPath;
  readonly path: JsonPath;
}

/**
 * What a policy may read about one subject. `value` has the subject under its kind (`product`, `contract`, `consumer`
 * or `mesh`) and beside it `before`, `change`, `guild` and `asOf`. Its shape is documented in docs/reference/facts.md.
 */
export interface Facts {
  readonly kind: SubjectKind;
  readonly id: string;
  /** Of a contract. */
  readonly version?: string;
  readonly owners: readonly string[];
  readonly value: JsonObject;
  /**
   * Where the fact at `path` (from the root of `value`, e.g. `["product", "outputPorts", 0, "contractId"]`) stands in
   * a descriptor. A fact that is missing or derived points at the nearest thing that stands in a file.
   */
  readonly locate: (path: JsonPath) => Location;
  /** The same as a path inside the file, where what is missing would stand. Absent for facts of no single descriptor. */
  readonly place?: (path: JsonPath) => FilePlace;
}
