import type { Document, ErrorCode, YAMLError } from "yaml";
import type { Fault } from "./faults.ts";
import { printable, quote, shorten } from "./words.ts";

interface Advice {
  readonly code: string;
  readonly remedy: string;
}

const SYNTAX = "yaml-syntax";

/** What to do about each kind of error that the parser knows. */
const ADVICE: Readonly<Record<ErrorCode, Advice>> = {
  ALIAS_PROPS: { code: SYNTAX, remedy: "remove the anchor or tag before the alias" },
  BAD_ALIAS: { code: SYNTAX, remedy: "put text that starts with * or & in quotes" },
  BAD_COLLECTION_TYPE: { code: "custom-tag", remedy: "remove the tag" },
  BAD_DIRECTIVE: { code: "yaml-directive", remedy: "remove the line; texts are read as YAML 1.2" },
  BAD_DQ_ESCAPE: { code: SYNTAX, remedy: "write \\\\ for a backslash, or use single quotes" },
  BAD_INDENT: { code: SYNTAX, remedy: "align the lines that belong together" },
  BAD_PROP_ORDER: { code: SYNTAX, remedy: "move the anchor or tag behind the indicator" },
  BAD_SCALAR_START: { code: SYNTAX, remedy: "put the text in quotes" },
  BLOCK_AS_IMPLICIT_KEY: { code: SYNTAX, remedy: 'put text that holds ": " in quotes, or start a new line' },
  BLOCK_IN_FLOW: { code: SYNTAX, remedy: "use [ ] and { } inside of [ ] and { }" },
  DUPLICATE_KEY: { code: "duplicate-key", remedy: "keep one" },
  IMPOSSIBLE: { code: SYNTAX, remedy: "write it in a simpler way" },
  KEY_OVER_1024_CHARS: { code: SYNTAX, remedy: "use a shorter key" },
  MISSING_CHAR: { code: SYNTAX, remedy: "add what is missing, or put the text in quotes" },
  MULTILINE_IMPLICIT_KEY: { code: SYNTAX, remedy: 'keep a key and its ":" on one line' },
  MULTIPLE_ANCHORS: { code: SYNTAX, remedy: "keep one anchor" },
  MULTIPLE_DOCS: { code: SYNTAX, remedy: "remove the second document" },
  MULTIPLE_TAGS: { code: "custom-tag", remedy: "remove the tags" },
  NON_STRING_KEY: { code: "key-not-text", remedy: "use text as the key" },
  RESOURCE_EXHAUSTION: { code: "too-deep", remedy: "flatten the values" },
  TAB_AS_INDENT: { code: SYNTAX, remedy: "indent with spaces" },
  TAG_RESOLVE_FAILED: { code: "custom-tag", remedy: "remove the tag, or put it in quotes if it is text" },
  UNEXPECTED_TOKEN: { code: SYNTAX, remedy: "put text with special characters in quotes" },
};

/** An error or warning of the parser. Warnings are errors too: each means that something was read in another way than it was written. */
export function fromYaml(error: YAMLError, text: string): Fault {
  const [start, end] = [Math.min(error.pos[0], text.length), Math.min(error.pos[1], text.length)];
  const { code, remedy } = ADVICE[error.code];
  const message = error.code === "TAG_RESOLVE_FAILED" ? tagMessage(text.slice(start, end + 1)) : undefined;
  return { code, message: message ?? `${sentence(error)}; ${remedy}.`, path: [], start, end };
}

function sentence(error: YAMLError): string {
  if (error.code === "NON_STRING_KEY") return "A key is a list, an object, an alias or tagged";
  if (error.code === "RESOURCE_EXHAUSTION") return "The values are nested too deeply to be read";
  return printable(shorten(error.message, 160)).replace(/[.;:]$/, "");
}

/** `!==: [a, b]` is a tag to YAML, and the operator would vanish without a trace. */
function tagMessage(source: string): string | undefined {
  const tag = /^![^\s,[\]{}]*/.exec(source)?.[0];
  if (tag === undefined) return undefined;
  return tag.endsWith(":")
    ? `Key ${quote(tag.slice(0, -1))} was read as a YAML tag and would be dropped; write it in quotes.`
    : `YAML tag ${quote(tag)} is not supported; remove it, or put it in quotes if it is text.`;
}

/** A document that asks for another version of YAML, in which `no` is a boolean and `010` is eight. */
export function versionFault(document: Document.Parsed): Fault | undefined {
  const { explicit, version } = document.directives.yaml;
  if (explicit !== true || version === "1.2") return undefined;
  const message = `The document asks for YAML ${version}; texts are read as YAML 1.2, remove the %YAML line.`;
  return { code: "yaml-directive", message, path: [], start: 0, end: 0 };
}

/** Characters that must be escaped, a byte order mark inside the text among them, and line ends of a bare carriage return. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|\r(?!\n)/g;

export function controlFaults(text: string): readonly Fault[] {
  return Array.from(text.matchAll(CONTROL), ({ 0: character, index }) => ({
    code: "control-character",
    message:
      character === "\r"
        ? "A line ends with a bare carriage return; use line feeds."
        : `The text holds the control character ${printable(character)}; remove it, or write it escaped between double quotes.`,
    path: [],
    start: index,
    end: index + 1,
  }));
}
