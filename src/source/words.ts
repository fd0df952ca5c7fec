import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";

const LONGEST = 60;

/** Controls, line and paragraph separators, and marks that reorder or hide text in a terminal. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** `text` on one line with everything invisible written out: a bell is `\u0007`. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** At most `length` characters, cut in the open. */
export function shorten(text: string, length = LONGEST): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** A word between quotes, fit for a message. */
export function quote(text: string): string {
  return `"${printable(shorten(text)).replaceAll('"', '\\"')}"`;
}

/** What a value is, for a message: `the number 1.1`, `a list of 3`, `"draft"`. */
export function describe(value: Json | undefined): string {
  if (value === undefined || value === null) return "empty";
  if (typeof value === "string") return quote(value);
  if (typeof value === "boolean") return `the boolean ${String(value)}`;
  if (typeof value === "number") return `the number ${String(value)}`;
  if (isList(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return isObject(value) && Object.keys(value).length === 0 ? "an empty object" : "an object";
}

/** `a, b or c`; long lists are cut to the first twelve. */
export function enumerate(words: readonly string[], last: "and" | "or"): string {
  if (words.length > 12) return `${words.slice(0, 12).join(", ")}, … (${words.length} in all)`;
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
