import { isObject } from "../../model/json.ts";
import type { JsonObject } from "../../model/json.ts";

const MEMO_SIZE = 500;
const memo = new Map<string, JsonObject>();

/** The schema in a text; the same object for the same text, because whoever judges by a schema keeps it compiled. */
export function parseSchema(source: string): JsonObject | undefined {
  const known = memo.get(source);
  if (known !== undefined) return known;
  const schema: unknown = JSON.parse(source);
  if (!isObject(schema)) return undefined;
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(source, schema);
  return schema;
}
