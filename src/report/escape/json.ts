import type { Json } from "../../model/json.ts";

/** Invisible in a terminal, or the start of a build-log command: written as `\u....`, which reads back as the same text. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|#(?=#\[)/gu;

/** JSON with 2 spaces and a final line feed, safe to print on any screen. */
export function printJson(value: Json): string {
  return `${escaped(JSON.stringify(value, null, 2))}\n`;
}

/** Text whose strange characters all stand in double quotes, as JSON and YAML escape them there. */
export function escaped(text: string): string {
  return text.replace(UNSAFE, escapeUnits);
}

function escapeUnits(found: string): string {
  return Array.from({ length: found.length }, (_, index) => {
    return `\\u${found.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
