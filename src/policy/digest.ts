import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json } from "../model/json.ts";
import { canonical } from "../model/json.ts";

/** SHA-256 of a value's canonical text. Hex. */
export function digestOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}
