import type { Document, LineCounter } from "yaml";
import { isScalar } from "yaml";
import type { SourceDocument, SourceText } from "../model/document.ts";
import type { TextProblem } from "../model/problem.ts";
import { FILE_START } from "../model/location.ts";
import type { Budget } from "./convert.ts";
import { convert, tooDeep } from "./convert.ts";
import { decode } from "./decode.ts";
import type { Fault } from "./faults.ts";
import { linesOf, listProblems, toProblem } from "./faults.ts";
import { MAX_ALIASES, MAX_BYTES, MAX_VALUES } from "./limits.ts";
import { parseYaml } from "./parse.ts";
import { placesOf, rangeOf } from "./place.ts";
import { controlFaults, fromYaml, versionFault } from "./syntax.ts";

/** The first errors of a document are enough. */
const MAX_ERRORS = 1000;

/**
 * Reads a YAML 1.2 (core schema) or JSON text in UTF-8 into its documents. Never throws. Documents without content are
 * left out but counted, so an empty text has none. Anything that another reader could take in another way is a problem:
 * every warning of the parser, tags, merge keys, keys that stand twice, numbers that lose digits.
 *
 * @param options.maxBytes larger texts are refused before they are parsed; default 256 KiB
 */
export function readSource(bytes: Uint8Array, { maxBytes = MAX_BYTES }: { maxBytes?: number } = {}): SourceText {
  if (bytes.length > maxBytes) {
    return refused("too-large", `The text is larger than ${size(maxBytes)}; split it.`);
  }
  const decoded = decode(bytes);
  if ("problem" in decoded) return { documents: [], problems: [decoded.problem] };
  try {
    return readText(decoded.text);
  } catch (error) {
    // The parser meets hostile texts here: running out of stack or memory is a verdict on the text, not a crash.
    return refused(
      "unreadable",
      `The text cannot be parsed (${error instanceof Error ? error.name : "error"}); simplify it.`,
    );
  }
}

function readText(text: string): SourceText {
  const lines = linesOf(text);
  const parsed = parseYaml(text);
  const faults: (readonly Fault[])[] = [controlFaults(text), deepFaults(parsed.tooDeep)];
  if (parsed.documents.length === 0) faults.push(yamlFaults(parsed.rest, text));
  const budget: Budget = { values: MAX_VALUES, aliases: MAX_ALIASES };
  const documents: SourceDocument[] = [];
  for (const [index, document] of parsed.documents.entries()) {
    const reading = readDocument(document, index, text, lines, budget);
    faults.push(reading.faults);
    if (reading.document !== undefined) documents.push(reading.document);
  }
  return { documents, problems: listProblems(toProblems(faults.flat(), lines)) };
}

interface DocumentSource {
  readonly document?: SourceDocument;
  readonly faults: readonly Fault[];
}

function readDocument(
  parsed: Document.Parsed,
  index: number,
  text: string,
  lines: LineCounter,
  budget: Budget,
): DocumentSource {
  const version = versionFault(parsed);
  const faults = [...yamlFaults(parsed, text), ...(version === undefined ? [] : [version])];
  const root = parsed.contents;
  if (root === null || (isScalar(root) && root.value === null && root.source === "")) return { faults };
  const { value, targets, faults: more } = convert(root, budget, (offset) => lines.linePos(offset).line);
  const ground = { text, lines, root, targets };
  const find = placesOf(ground);
  const document: SourceDocument = {
    index,
    value,
    range: (path, part = "value") => rangeOf(find(path), part, ground),
    written: (path) => {
      const { node, whole } = find(path);
      return whole && isScalar(node) ? node.source : undefined;
    },
  };
  // Where the parser runs out of stack depends on the machine; `convert` names the place where it is too deep for us.
  const tooDeep = more.some(({ code }) => code === "too-deep");
  return { document, faults: [...faults.filter(({ code }) => !tooDeep || code !== "too-deep"), ...more] };
}

function deepFaults(start: number | undefined): readonly Fault[] {
  return start === undefined ? [] : [{ code: "too-deep", message: tooDeep(), path: [], start, end: start + 1 }];
}

function yamlFaults(
  { errors, warnings }: Pick<Document.Parsed, "errors" | "warnings">,
  text: string,
): readonly Fault[] {
  return [...errors, ...warnings].slice(0, MAX_ERRORS).map((error) => fromYaml(error, text));
}

/** One slip makes the parser stumble again and again: of the faults in one line only the first is worth reading. */
function toProblems(faults: readonly Fault[], lines: LineCounter): readonly TextProblem[] {
  const byLine = new Map<number, TextProblem>();
  const problems: TextProblem[] = [];
  for (const fault of faults) {
    const problem = toProblem(fault, lines);
    if (problem.code !== "yaml-syntax") {
      problems.push(problem);
      continue;
    }
    const first = byLine.get(problem.range.line);
    if (first === undefined || problem.range.column < first.range.column) byLine.set(problem.range.line, problem);
  }
  return [...problems, ...byLine.values()];
}

function refused(code: string, message: string): SourceText {
  return { documents: [], problems: [{ severity: "error", code, message, path: "", range: FILE_START }] };
}

function size(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} bytes`;
}
