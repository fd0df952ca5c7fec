import { compareContracts } from "../compat/compare.ts";
import type { Difference } from "../compat/compare.ts";
import { contractForm } from "../compat/form/read.ts";
import { versionNeed } from "../compat/version.ts";
import { readDescriptors } from "../descriptor/read.ts";
import { CLASSES } from "../model/compatibility.ts";
import type { Axis, AxisState, Change } from "../model/compatibility.ts";
import type { Diff } from "../model/diff.ts";
import type { SourceDocument } from "../model/document.ts";
import { failure } from "../model/failure.ts";
import { at } from "../model/location.ts";
import { digestOf } from "../policy/digest.ts";
import { readSource } from "../source/read.ts";

/** One of the two files, by the name it was asked by. */
export interface DiffFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What changes from one data contract to another. Throws an `input` failure for a file that is no valid contract. */
export function diffContracts(before: DiffFile, after: DiffFile): Diff {
  const [then, now] = [contractIn(before), contractIn(after)];
  const [from, to] = [contractForm(then.value), contractForm(now.value)];
  const changes = compareContracts(from, to).map((difference) => ({
    ...placed(difference, [before, then], [after, now]),
    byItself: difference.class,
    against: from.version,
    affected: [],
  }));
  const need = versionNeed(
    from.version,
    to.version,
    changes.map(({ semver }) => semver),
  );
  return {
    schema: "meshgate/diff/v1",
    from: { file: before.file, id: from.id, version: from.version },
    to: { file: after.file, id: to.id, version: to.version },
    class: CLASSES.find((name) => changes.some((change) => change.class === name)) ?? "none",
    axes: { consumer: stateOf(changes, "consumer"), producer: stateOf(changes, "producer") },
    declaredBump: need.declaredBump,
    requiredBump: need.requiredBump,
    nextVersion: need.nextVersion,
    versionIsEnough: need.isEnough,
    changes: [...changes].sort(byWeight),
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

function placed(
  { place, ...difference }: Difference,
  before: readonly [DiffFile, SourceDocument],
  after: readonly [DiffFile, SourceDocument],
): Omit<Change, "byItself" | "against" | "affected"> {
  const [{ file }, document] = place.side === "before" ? before : after;
  const { ruleId, path, before: was, after: is } = difference;
  return {
    ...difference,
    fingerprint: digestOf([ruleId, path, was, is]).slice(0, 16),
    location: at(file, document.range(place.path, "key")),
  };
}

function stateOf(changes: readonly Change[], axis: Axis): AxisState {
  const states = changes.map(({ axes }) => axes[axis].verdict);
  return states.includes("broken") ? "broken" : states.includes("unknown") ? "unknown" : "ok";
}

/** The worst first, and among those in the order of the contract. */
function byWeight(one: Change, other: Change): number {
  return CLASSES.indexOf(one.class) - CLASSES.indexOf(other.class);
}
