import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";

const MAX_TEXT = 240;
const MAX_ITEMS = 5;

/** Controls, format characters (bidirectional overrides among them), line separators and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A value of somebody else's file as part of a one-line message: shortened, nothing in it can hide or break a line. */
export function show(value: Json | undefined): string {
  if (value === undefined || value === null) return "(not set)";
  if (isList(value)) return showList(value);
  if (isObject(value)) return counted(Object.keys(value).length, "member");
  return shorten(String(value));
}

/** Like `show`, with texts in quotes, so that `"5"` and `5` differ. */
export function quote(value: Json | undefined): string {
  if (isList(value) && value.includes(null)) return `a list with null at position ${value.indexOf(null) + 1}`;
  return typeof value === "string" ? `"${show(value)}"` : show(value);
}

function showList(values: readonly Json[]): string {
  if (values.length === 0) return "(none)";
  const shown = values
    .slice(0, MAX_ITEMS)
    .map((value) => (isList(value) ? counted(value.length, "item") : show(value)));
  return values.length > MAX_ITEMS ? `${shown.join(", ")} and ${values.length - MAX_ITEMS} more` : shown.join(", ");
}

function shorten(text: string): string {
  const start = Array.from(text.slice(0, MAX_TEXT + 1));
  const kept = text.length > MAX_TEXT ? `${start.slice(0, -1).join("")}…` : text;
  return escapeInvisible(kept);
}

/** Makes invisible characters visible: U+202E becomes `\u{202e}`. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function counted(count: number, noun: string): string {
  return `(${count} ${noun}${count === 1 ? "" : "s"})`;
}
