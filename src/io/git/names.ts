import { isUtf8 } from "node:buffer";
import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import { shown } from "../shown.ts";

const ESCAPE = 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A path as text. git's paths are bytes; those that are not UTF-8 become lone surrogates U+DC80–U+DCFF (Python's
 * PEP 383), so that two different paths never become the same text and the bytes can be had back.
 */
export function decodePath(bytes: Buffer): RepoPath {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    text += length === 0 ? String.fromCharCode(ESCAPE + (bytes[at] ?? 0)) : bytes.toString("utf8", at, at + length);
    at += Math.max(length, 1);
  }
  return text;
}

/** The bytes that `decodePath` read. */
export function encodePath(path: RepoPath): Buffer {
  if (!LONE_SURROGATE.test(path)) return Buffer.from(path, "utf8");
  return Buffer.concat(
    Array.from(path, (character) =>
      LONE_SURROGATE.test(character) ? Buffer.from([character.charCodeAt(0) - ESCAPE]) : Buffer.from(character, "utf8"),
    ),
  );
}

/** The NUL-terminated records of a `-z` output. */
export function readRecords(output: Buffer): string[] {
  const records = isUtf8(output) ? output.toString("utf8").split("\0") : splitBytes(output).map(decodePath);
  if (records.at(-1) === "") records.pop();
  return records;
}

/** Refuses paths that no checkout could hold: they would name files outside the repository. */
export function checkPath(path: RepoPath): RepoPath {
  if (ESCAPING.test(path) || path === "") {
    throw failure(
      "input",
      "illegal-path",
      `A tree of the repository holds the path ${shown(path)}, which no folder can hold.`,
      "Remove the entry; git fsck names the tree.",
    );
  }
  return path;
}

const ESCAPING = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Bytes of the UTF-8 character at `at`; 0 when there is none. */
function characterLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

function splitBytes(output: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
    records.push(output.subarray(start, end));
    start = end + 1;
  }
  if (start < output.length) records.push(output.subarray(start));
  return records;
}
