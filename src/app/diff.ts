import { compareContracts } from "../compat/compare.ts";
import type { Difference } from "../compat/difference.ts";
import type { ContractForm } from "../compat/form/contract.ts";
import { contractForm } from "../compat/form/read.ts";
import { weigh } from "../compat/profile/weigh.ts";
import type { Reader } from "../compat/readers/settle.ts";
import type { Mode, Profile } from "../model/compatibility.ts";
import type { Diff } from "../model/diff.ts";
import { failure } from "../model/failure.ts";
import { diffPayloads } from "./diff-payloads.ts";
import { diffProducts } from "./diff-products.ts";
import { readersBelow } from "./diff-readers.ts";
import type { FoundReaders, ReaderFolder } from "./diff-readers.ts";
import { documentIn } from "./diff-side.ts";
import type { DiffDocument, DiffFile } from "./diff-side.ts";
import { assembleCompatibility } from "./govern/compat/assemble.ts";

export interface DiffOptions {
  /** Whose severities count; default `default`. */
  readonly profile?: Profile;
  /** Which axes hold a change up; default `consumer`. */
  readonly mode?: Mode;
  /** Where to look for those who read the contract; absent: nowhere, so that whoever reads may be hit. */
  readonly readers?: ReaderFolder;
}

/** What lies between two files of one kind. */
interface Between {
  readonly differences: readonly Difference[];
  readonly offered?: ContractForm;
  readonly readers?: readonly Reader[];
  readonly notes: readonly string[];
}

/**
 * What changes from one data contract to another, or from one data product to another. Throws an `input` failure for a
 * file that is neither, or not valid, and for two of different kinds.
 */
export function diffFiles(before: DiffFile, after: DiffFile, options: DiffOptions = {}): Diff {
  const [then, now] = [documentIn(before), documentIn(after)];
  if (then.kind !== now.kind) throw differentKinds(then, now);
  const { profile = "default", mode = "consumer" } = options;
  const between: Between =
    then.kind === "contract"
      ? betweenContracts({ ...before, ...then }, { ...after, ...now }, options.readers)
      : diffProducts(then.document.value, now.document.value, options.readers !== undefined);
  const { differences, offered, readers = [], notes } = between;
  const compared = assembleCompatibility({
    subject: then.kind,
    id: now.id,
    to: { version: now.version, source: now },
    offered,
    baselines: [
      {
        version: then.version,
        why: "base",
        source: then,
        differences: weigh(differences, { profile, mode, severity: new Map() }),
        // Where nobody was found, nobody knows who reads.
        readers: readers.length === 0 ? undefined : readers,
      },
    ],
    isEnforced: true,
    goneAt: "before",
    settings: { profile, mode, unknown: "strict" },
    announced: () => undefined,
    sunsets: [],
  });
  return {
    schema: "meshgate/diff/v1",
    from: sideOf(then),
    to: sideOf(now),
    profile,
    mode,
    asked: options.readers === undefined || then.kind === "product" ? null : readers.length,
    notes: [...(then.id === now.id ? [] : [`Two ${then.kind}s are compared: ${then.id} and ${now.id}.`]), ...notes],
    subject: compared.subject,
    class: compared.class,
    axes: compared.axes,
    declaredBump: compared.declaredBump,
    requiredBump: compared.requiredBump,
    nextVersion: compared.nextVersion,
    versionIsEnough: compared.versionIsEnough,
    changes: compared.changes,
    lanes: compared.lanes,
  };
}

function betweenContracts(
  before: DiffFile & DiffDocument,
  after: DiffFile & DiffDocument,
  folder: ReaderFolder | undefined,
): Between {
  const [then, now] = [before.document.value, after.document.value];
  const [from, to] = [contractForm(then), contractForm(now)];
  const payloads = diffPayloads({ ...before, contract: then }, { ...after, contract: now });
  const { readers, notes }: FoundReaders =
    folder === undefined ? { readers: [], notes: [] } : readersBelow(folder, from);
  return { differences: [...compareContracts(from, to), ...payloads], offered: to, readers, notes };
}

function sideOf({ file, id, version }: DiffDocument): Diff["from"] {
  return { file, id, version };
}

function differentKinds(before: DiffDocument, after: DiffDocument): Error {
  const message = `${before.file} is a data ${before.kind}, and ${after.file} a data ${after.kind}.`;
  return failure("input", "different-kinds", message, "Name two data contracts, or two data products.");
}
