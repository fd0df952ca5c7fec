import type { JsonPath } from "../../model/json.ts";

/** Something wrong with a part of the policy document; `path` leads to it from the document's root. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: JsonPath;
  readonly part?: "key" | "value";
}
