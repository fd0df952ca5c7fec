import type { Json } from "../../model/json.ts";

/** Invisible in a terminal, or the start of a build-log command: written as `\u....`, which reads back as the same text. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|#(?=#\[)/gu;

/** JSON with 2 spaces and a final line feed, safe to print on any screen. */
export function printJson(value: Json): string {
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, escapeUnits)}\n`;
}

function escapeUnits(found: string): string {
  return Array.from({ length: found.length }, (_, index) => {
    return `\\u${found.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
