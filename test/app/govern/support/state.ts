import { readSource } from "../../../../src/source/read.ts";
import type { Texts } from "./runs.ts";

/** JSON that may be changed in place. */
export type Value = null | boolean | number | string | Value[] | Members;
export interface Members {
  [key: string]: Value;
}

/** Files by path: documents that are still to be written, or a text that is no descriptor. */
export type State = Map<string, Value[] | string>;

/** The texts of a state, documents as JSON, which is YAML. */
export function textsOf(state: State): Texts {
  return Object.fromEntries(
    [...state].map(([file, content]) => [
      file,
      typeof content === "string" ? content : content.map((one) => JSON.stringify(one, null, 1)).join("\n---\n"),
    ]),
  );
}

/** A state whose descriptors can be edited. */
export function stateOf(texts: Texts, isDescriptor: (file: string) => boolean): State {
  return new Map(
    Object.entries(texts).map(([file, text]) => [file, isDescriptor(file) ? documentsOf(text) : text] as const),
  );
}

function documentsOf(text: string): Value[] {
  const { documents } = readSource(new TextEncoder().encode(text));
  return documents.map(({ value }) => JSON.parse(JSON.stringify(value)) as Value);
}

export function copyOf(state: State): State {
  return structuredClone(state);
}

export function isMembers(value: Value | undefined): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
