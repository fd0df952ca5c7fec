import type { JsonPath } from "./json.ts";

/** `other`: a schema in a language that nothing here compares. */
export type PayloadKind = "avro" | "json-schema" | "protobuf" | "other";

/** That a contract names a file with the schema of what it sends. */
export interface PayloadName {
  readonly kind: PayloadKind;
  /** As the contract writes it, relative to the file of the contract. */
  readonly url: string;
  /** The object or field that it is the schema of, as readers name it: `orders.address`; empty: the contract as a whole. */
  readonly element: string;
  /** Where the contract names it. */
  readonly place: JsonPath;
}
