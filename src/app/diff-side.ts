import { readDescriptors } from "../descriptor/read.ts";
import type { DiffSide } from "../model/diff.ts";
import type { SourceDocument } from "../model/document.ts";
import { failure } from "../model/failure.ts";
import type { Failure } from "../model/failure.ts";
import { own, text } from "../model/json.ts";
import type { Range } from "../model/location.ts";
import { readSource } from "../source/read.ts";
import { printable } from "../source/words.ts";
import type { PayloadFiles } from "./diff-payloads.ts";

/** One of the two files, by the name it was asked by. */
export interface DiffFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The payload schemas that it names (`payloadsToRead`); absent: nobody looked, so that nothing is known of them. */
  readonly payloads?: PayloadFiles;
}

/** What stands in one of the two files: one contract or one product. */
export interface DiffDocument extends DiffSide {
  readonly kind: "contract" | "product";
  readonly document: SourceDocument;
}

const KINDS: Readonly<Record<string, DiffDocument["kind"]>> = { odcs: "contract", odps: "product" };
const REMEDY = "Name two data contracts (ODCS, kind: DataContract) or two data products (ODPS, kind: DataProduct).";

/** The one descriptor in a file. Throws an `input` failure that says where, when there is none, several, or one with a fault. */
export function documentIn({ file, bytes }: DiffFile): DiffDocument {
  const source = readSource(bytes);
  const fault = source.problems.find(({ severity }) => severity === "error");
  if (fault !== undefined) throw notValid(file, fault.range, fault.message);
  const [document, second] = source.documents;
  if (document === undefined) throw failure("input", "empty-file", `Nothing stands in ${printable(file)}.`, REMEDY);
  if (second !== undefined) {
    const place = placeIn(file, second.range([]));
    const message = `${place}: A second document begins here; expected one in the file.`;
    throw failure("input", "several-documents", message, "Put each version into a file of its own.");
  }
  const [reading] = readDescriptors(bytes, source).documents;
  const kind = KINDS[reading?.format ?? ""];
  if (reading === undefined || kind === undefined) {
    const what = reading === undefined ? "no data contract and no data product" : `of format ${reading.format}`;
    throw failure("input", "not-comparable", `${printable(file)} is ${what}.`, REMEDY);
  }
  const flaw = reading.problems.find(({ severity }) => severity === "error");
  if (flaw !== undefined) throw notValid(file, flaw.range, flaw.message);
  const { value } = document;
  return { file, kind, document, id: text(own(value, "id")) ?? "", version: text(own(value, "version")) ?? "" };
}

export function notValid(file: string, range: Range, message: string): Failure {
  const remedy = `Run \`meshgate validate ${printable(file)}\` to see every fault.`;
  return failure("input", "not-valid", `${placeIn(file, range)}: ${message}`, remedy);
}

function placeIn(file: string, { line, column }: Range): string {
  return `${printable(file)}:${line}:${column}`;
}
