import type { DocumentReading, Reading } from "../model/descriptor.ts";
import type { SourceDocument } from "../model/document.ts";
import { isObject } from "../model/json.ts";
import type { JsonObject } from "../model/json.ts";
import { FILE_START } from "../model/location.ts";
import type { RepoPath } from "../model/location.ts";
import { compareText } from "../model/order.ts";
import { hasError } from "../model/problem.ts";
import type { TextProblem } from "../model/problem.ts";
import { checkShape } from "../source/check.ts";
import { readSource } from "../source/read.ts";
import { claimsByContent } from "./claim.ts";
import { claimsByName } from "./discover.ts";
import type { ForeignFormat, Format, VersionReading } from "./format.ts";
import { FOREIGN_FORMATS, FORMATS } from "./formats/index.ts";
import { misplacedRule } from "./misplaced.ts";
import { described } from "./outline.ts";
import { problemAt } from "./problem.ts";
import { advise } from "./schemas/advise.ts";
import type { Rules } from "./schemas/explain.ts";
import { explainProblem } from "./schemas/explain.ts";
import { schemaFor } from "./schemas/index.ts";

/**
 * Reads and checks the descriptors in a text. Never throws. Whether a text that cannot be parsed, or has no descriptor
 * in it, is worth a problem may depend on the name of the file: see `problemsIn`.
 *
 * @param source what `readSource` makes of the bytes, for who has it
 */
export function readDescriptors(bytes: Uint8Array, source = readSource(bytes)): Reading {
  if (hasError(source.problems)) {
    const [problems, ifPromised] = claimsByContent(bytes) ? [source.problems, []] : [[], source.problems];
    return { documents: [], problems, ifPromised };
  }
  const documents = source.documents.flatMap((document) => readDocument(document) ?? []);
  const misplaced = source.documents.flatMap((document) => misplacedRule(document) ?? []);
  if (documents.length > 0) return { documents, problems: [...source.problems, ...misplaced], ifPromised: [] };
  return { documents, problems: misplaced, ifPromised: [NO_DESCRIPTOR] };
}

/** The problems of a text as a whole, in a file of that name. */
export function problemsIn(file: RepoPath, { problems, ifPromised }: Reading): readonly TextProblem[] {
  return claimsByName(file) ? [...problems, ...ifPromised] : problems;
}

const NO_DESCRIPTOR: TextProblem = {
  severity: "error",
  code: "no-descriptor",
  message: "The file name says descriptor, but no document in it is one; add kind and apiVersion, or rename the file.",
  path: "",
  range: FILE_START,
};

function readDocument(document: SourceDocument): DocumentReading | undefined {
  const root = document.value;
  if (!isObject(root)) return undefined;
  const foreign = foreignFormatOf(root);
  if (foreign !== undefined) return readForeign(document, root, foreign);
  const format = formatOf(root);
  return format && readNative(document, root, format);
}

function foreignFormatOf(root: JsonObject): ForeignFormat | undefined {
  return FOREIGN_FORMATS.find((format) => format.recognises(root));
}

function formatOf(root: JsonObject): Format | undefined {
  return FORMATS.find((format) => format.recognises(root));
}

function readForeign(document: SourceDocument, root: JsonObject, format: ForeignFormat): DocumentReading {
  const version = format.version(root);
  const message = `This is ${[format.title, version].join(" ").trimEnd()}, which Meshgate knows but does not read; ${format.advice ?? ""}.`;
  const problems = format.advice === undefined ? [] : [problemAt(document, [], "warning", "format-not-read", message)];
  return { index: document.index, format: format.id, formatVersion: version, problems };
}

function readNative(document: SourceDocument, root: JsonObject, format: Format): DocumentReading {
  const reading = format.readVersion(root);
  const problems = [...versionProblems(document, reading), ...contentProblems(document, format, reading)].sort(byPlace);
  return {
    index: document.index,
    format: format.id,
    formatVersion: reading.version,
    problems,
    ...(problems.every(({ severity }) => severity === "warning") && {
      described: described(format.summarise(document)),
    }),
  };
}

function versionProblems(document: SourceDocument, { fault }: VersionReading): readonly TextProblem[] {
  return fault ? [problemAt(document, ["apiVersion"], fault.severity, fault.code, fault.message)] : [];
}

function contentProblems(document: SourceDocument, format: Format, reading: VersionReading): readonly TextProblem[] {
  if (reading.rules === undefined) return [];
  const rules: Rules = { title: format.title, shape: format.shape, version: reading.rules };
  const shape = checkShape(schemaFor(format, reading.rules), document).map((problem) =>
    reading.newer === true ? forgive(problem) : explainProblem(problem, document, rules),
  );
  return [...shape, ...format.check(document, reading.rules), ...advise(document, format.shape, reading.rules)];
}

/** Newer standards add keys and words; what else they changed is not guessed. */
function forgive(problem: TextProblem): TextProblem {
  const mayBeNew = problem.code === "unknown-key" || problem.code === "not-allowed";
  return mayBeNew ? { ...problem, severity: "warning" } : problem;
}

function byPlace(one: TextProblem, other: TextProblem): number {
  return (
    one.range.line - other.range.line || one.range.column - other.range.column || compareText(one.path, other.path)
  );
}
