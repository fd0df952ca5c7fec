import { isScalar, isSeq } from "yaml";
import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { parseYaml } from "../../source/parse.ts";

/** How the author of a text writes. */
export interface Hand {
  /** The text is JSON, and stays JSON. */
  readonly json: boolean;
  readonly lineEnd: string;
  /** Spaces before the dashes of a list, counted from its key. */
  readonly dashes: 0 | 2;
}

export type Quotes = "plain" | "single" | "double";

export function handOf(text: string): Hand {
  return {
    json: isJson(text),
    lineEnd: /\r\n|\n/.exec(text)?.[0] ?? "\n",
    dashes: /^( *)(?:- )*[^\s#-][^\n]*:[ \t]*\r?\n\1- /m.test(text) ? 0 : 2,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A value on one line, right in every place of the text. */
export function inline(value: Json, hand: Hand): string {
  if (isList(value)) return `[${value.map((item) => inline(item, hand)).join(", ")}]`;
  if (!isObject(value)) return scalar(value, hand);
  const members = Object.entries(value).map(([key, member]) => `${scalar(key, hand)}: ${inline(member, hand)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Whether a value takes lines of its own in a text that is indented. */
export function isTall(value: Json): boolean {
  if (isObject(value)) return Object.keys(value).length > 0;
  return isList(value) && value.some((item) => isObject(item) || isList(item));
}

/** The lines of a tall value, the first without its indentation. */
export function tall(value: Json, column: number, hand: Hand): string {
  const lines = isList(value)
    ? value.map((item) => `- ${isTall(item) ? tall(item, column + 2, hand) : inline(item, hand)}`)
    : Object.entries(value as object).map(([key, member]) => pair(key, member as Json, column, hand));
  return lines.join(hand.lineEnd + " ".repeat(column));
}

/** `key: value`, over as many lines as it takes. */
export function pair(key: string, value: Json, column: number, hand: Hand): string {
  if (!isTall(value)) return `${scalar(key, hand)}: ${inline(value, hand)}`;
  const inner = column + (isList(value) ? hand.dashes : 2);
  return `${scalar(key, hand)}:${hand.lineEnd}${" ".repeat(inner)}${tall(value, inner, hand)}`;
}

/** Words that readers of older YAML take for true or false. */
const TRUTHS = /^(?:y|n|yes|no|on|off)$/i;

/** What a text may not hold as it is, beside what JSON escapes. */
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

export function scalar(value: Json, { json }: Pick<Hand, "json">, quotes: Quotes = "plain"): string {
  const quoted = JSON.stringify(value).replace(
    ESCAPED,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  if (typeof value !== "string" || json || quotes === "double") return quoted;
  if (quotes === "single" && !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return quoted === `"${value}"` && !TRUTHS.test(value) && isPlain(value) ? value : quoted;
}

/** Whether a text may stand without quotes, also between brackets. */
function isPlain(text: string): boolean {
  const root = parseYaml(`[${text}]`).documents[0]?.contents;
  const [item, ...others] = isSeq(root) ? root.items : [];
  return others.length === 0 && isScalar(item) && item.type === "PLAIN" && item.value === text;
}
