import type { TextProblem } from "../model/problem.ts";
import { FILE_START } from "../model/location.ts";

// The one thing of the platform that reading needs; the pure core is otherwise checked without its types.
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const STRICT = new TextDecoder("utf-8", { fatal: true });
const LENIENT = new TextDecoder("utf-8", { fatal: false });

const LINE_FEED = 0x0a;

/** First bytes that give an encoding away: a byte order mark, or the zeros around an ASCII character. */
const FOREIGN: readonly (readonly [string, readonly (number | "any")[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["UTF-32", ["any", 0, 0, 0]],
  ["UTF-32", [0, 0, 0, "any"]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
  ["UTF-16", ["any", 0, "any", 0]],
  ["UTF-16", [0, "any", 0, "any"]],
];

/** The text that UTF-8 `bytes` hold, without a byte order mark. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly problem: TextProblem } {
  const foreign = FOREIGN.find(([, start]) => startsWith(bytes, start));
  if (foreign !== undefined) {
    const message = `The text is encoded in ${foreign[0]}; save it as UTF-8.`;
    return { problem: { severity: "error", code: "encoding", message, path: "", range: FILE_START } };
  }
  try {
    return { text: STRICT.decode(bytes) };
  } catch {
    return { problem: notUtf8(bytes) };
  }
}

function startsWith(bytes: Uint8Array, start: readonly (number | "any")[]): boolean {
  return (
    bytes.length >= start.length && start.every((byte, i) => (byte === "any" ? bytes[i] !== 0 : bytes[i] === byte))
  );
}

function notUtf8(bytes: Uint8Array): TextProblem {
  const { line, column } = firstFault(bytes);
  return {
    severity: "error",
    code: "encoding",
    message: `The text is not UTF-8: line ${line} holds a byte that is no character, as in a text saved as Latin-1 or Windows-1252; save it as UTF-8.`,
    path: "",
    range: { line, column, endLine: line, endColumn: column + 1 },
  };
}

/** No character of UTF-8 contains the byte of a line feed, so each line is right or wrong on its own. */
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const content = bytes.subarray(start, end);
    if (!isUtf8(content)) return { line, column: LENIENT.decode(content).indexOf("\ufffd") + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    STRICT.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
