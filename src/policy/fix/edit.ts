import type { SourceText } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { canonical, isList, isObject } from "../../model/json.ts";
import { decode } from "../../source/decode.ts";
import { encode } from "../../source/encode.ts";
import { readSource } from "../../source/read.ts";
import type { Edit } from "./splice.ts";
import { spliceOf } from "./splice.ts";

/** The bytes with the edits in them, or why they cannot be made. */
export type Edited = { readonly bytes: Uint8Array } | { readonly fault: string };

const MARK = [0xef, 0xbb, 0xbf];

/**
 * Makes edits to one document of a text, one after another. Only the lines that they are about change: comments, order,
 * quotes, indentation, line ends and a byte order mark stay. What was written is read back, and is given only when it
 * says what it should and nothing else has changed.
 */
export function editBytes(bytes: Uint8Array, index: number, edits: readonly Edit[]): Edited {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { fault: "the file is not UTF-8" };
  let { text } = decoded;
  const before = readSource(bytes);
  let wanted = before.documents.find((document) => document.index === index)?.value;
  for (const edit of edits) {
    const splice = spliceOf(text, index, edit);
    if ("fault" in splice) return splice;
    text = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
    wanted = edited(wanted, edit.path, edit);
  }
  if (wanted === undefined) return { fault: "there is no such place" };
  const written = encode(hasMark(bytes) ? `\ufeff${text}` : text);
  const after = readSource(written);
  return says(after, wantedOf(before, index, wanted))
    ? { bytes: written }
    : { fault: "the file is written in a way that a machine cannot keep" };
}

/** Whether a text begins with a byte order mark. */
export function hasMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, position) => bytes[position] === byte);
}

function wantedOf({ documents }: SourceText, index: number, value: Json): readonly (readonly [number, Json])[] {
  return documents.map((document) => [document.index, document.index === index ? value : document.value]);
}

function says({ documents, problems }: SourceText, wanted: readonly (readonly [number, Json])[]): boolean {
  const [is, should] = [documents.map(({ index, value }) => [index, value] as const), wanted].map((all) =>
    canonical(all.map(([index, value]) => [index, value])),
  );
  return problems.length === 0 && is === should;
}

/** The value that an edit makes of another; undefined when it is taken out. */
export function edited(value: Json | undefined, [step, ...rest]: JsonPath, edit: Edit): Json | undefined {
  if (step === undefined) return edit.kind === "set" ? edit.value : undefined;
  if (isList(value)) {
    const item = edited(value[Number(step)], rest, edit);
    return value.toSpliced(Number(step), 1, ...(item === undefined ? [] : [item]));
  }
  const { [step]: former, ...others } = isObject(value) ? value : {};
  const member = edited(former, rest, edit);
  return member === undefined ? others : { ...others, [step]: member };
}
