import { compareContracts } from "../compat/compare.ts";
import { contractForm } from "../compat/form/read.ts";
import { readDescriptors } from "../descriptor/read.ts";
import type { Diff } from "../model/diff.ts";
import type { SourceDocument } from "../model/document.ts";
import { failure } from "../model/failure.ts";
import { readSource } from "../source/read.ts";
import { assembleCompatibility } from "./govern/compat/assemble.ts";

/** One of the two files, by the name it was asked by. */
export interface DiffFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What changes from one data contract to another. Throws an `input` failure for a file that is no valid contract. */
export function diffContracts(before: DiffFile, after: DiffFile): Diff {
  const [then, now] = [contractIn(before), contractIn(after)];
  const [from, to] = [contractForm(then.value), contractForm(now.value)];
  const found = assembleCompatibility({
    subject: "contract",
    id: to.id,
    to: { version: to.version, source: { file: after.file, document: now } },
    offered: to,
    baselines: [
      {
        version: from.version,
        why: "base",
        source: { file: before.file, document: then },
        differences: compareContracts(from, to),
        readers: undefined,
      },
    ],
    isEnforced: true,
    unknown: "strict",
    announced: () => undefined,
  });
  return {
    schema: "meshgate/diff/v1",
    ...found,
    from: { file: before.file, id: from.id, version: from.version },
    to: { file: after.file, id: to.id, version: to.version },
  };
}

function contractIn({ file, bytes }: DiffFile): SourceDocument {
  const source = readSource(bytes);
  const { documents, problems } = readDescriptors(bytes, source);
  const [reading] = documents;
  const fault = [...problems, ...(reading?.problems ?? [])].find(({ severity }) => severity === "error");
  if (fault !== undefined) {
    const place = `${file}:${String(fault.range.line)}:${String(fault.range.column)}`;
    throw failure(
      "input",
      "not-valid",
      `${place}: ${fault.message}`,
      `Run \`meshgate validate ${file}\` to see every fault.`,
    );
  }
  const [document] = source.documents;
  if (reading?.format !== "odcs" || document === undefined) {
    const what = reading === undefined ? "is no descriptor" : `is of format ${reading.format}`;
    throw failure("input", "no-contract", `${file} ${what}.`, "Name two data contracts (ODCS, kind: DataContract).");
  }
  return document;
}
