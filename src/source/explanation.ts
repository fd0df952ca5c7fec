import type { JsonObject, JsonPath } from "../model/json.ts";
import { quote } from "./words.ts";

/** A failure in words: where it stands (a key that is missing has a path too) and what to say of it. */
export interface Explanation {
  readonly code: string;
  readonly path: JsonPath;
  readonly message: string;
  /** The path of the key that this one was probably meant to be. */
  readonly meant?: JsonPath;
}

export interface Reader {
  readonly root: JsonObject;
  /** A scalar as its author wrote it, see `SourceDocument.written`. */
  readonly written: (path: JsonPath) => string | undefined;
}

/** `Key "status"`, `Element 3 of "tags"`, `The document`. */
export function subject(path: JsonPath): string {
  const last = path.at(-1);
  if (last === undefined) return "The document";
  if (typeof last === "string") return `Key ${quote(last)}`;
  const owner = path.findLast((step) => typeof step === "string");
  return owner === undefined ? `Element ${last + 1}` : `Element ${last + 1} of ${quote(owner)}`;
}

/** `outputPorts[0].sbom`. */
export function placeName(path: JsonPath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
