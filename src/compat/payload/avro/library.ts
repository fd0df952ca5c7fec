import type { AvscType } from "avsc/etc/browser/avsc-types.js";
import { Type } from "avsc/etc/browser/avsc-types.js";
import type { Json } from "../../../model/json.ts";

/** Whether a reader with one schema reads what was written with another, or why avsc does not take one of them. */
export type Answer = { readonly reads: boolean } | { readonly refused: string };

/**
 * Asks avsc, which knows nothing of what values mean (`logicalType`). Schemas must be clean (`readAvro`): it writes code
 * with the names of records and fields in it. Namespaces are left aside, since what they mean here differs by reader.
 */
export function asksReader(reader: Json, writer: Json): Answer {
  const types: AvscType[] = [];
  for (const schema of [reader, writer]) {
    try {
      types.push(Type.forSchema(schema, { wrapUnions: true }));
    } catch (error) {
      return { refused: textOf(error) };
    }
  }
  const [wanted, written] = types;
  if (wanted === undefined || written === undefined) return { refused: "" };
  try {
    wanted.createResolver(written, { ignoreNamespaces: true });
    return { reads: true };
  } catch {
    return { reads: false };
  }
}

const SHOWN = 200;

/** Messages of avsc hold whole schemas. */
function textOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
}
