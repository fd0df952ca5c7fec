import { compareContracts } from "../compat/compare.ts";
import { contractForm } from "../compat/form/read.ts";
import { weigh } from "../compat/profile/weigh.ts";
import type { Mode, Profile } from "../model/compatibility.ts";
import type { Diff } from "../model/diff.ts";
import { failure } from "../model/failure.ts";
import { diffPayloads } from "./diff-payloads.ts";
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

/** What changes from one data contract to another. Throws an `input` failure for a file that is no valid contract. */
export function diffContracts(before: DiffFile, after: DiffFile, options: DiffOptions = {}): Diff {
  const [then, now] = [documentIn(before), documentIn(after)];
  if (then.kind !== now.kind) throw differentKinds(then, now);
  if (then.kind === "product")
    throw failure("input", "not-comparable", "Data products are not compared yet.", "Name two data contracts.");
  const { profile = "default", mode = "consumer" } = options;
  const [from, to] = [contractForm(then.document.value), contractForm(now.document.value)];
  const payloads = diffPayloads(
    { ...before, contract: then.document.value },
    { ...after, contract: now.document.value },
  );
  const found: Partial<FoundReaders> = options.readers === undefined ? {} : readersBelow(options.readers, from);
  const { readers = [], notes = [] } = found;
  const compared = assembleCompatibility({
    subject: then.kind,
    id: to.id,
    to: { version: to.version, source: now },
    offered: to,
    baselines: [
      {
        version: from.version,
        why: "base",
        source: then,
        differences: weigh([...compareContracts(from, to), ...payloads], { profile, mode, severity: new Map() }),
        // Where nobody was found, nobody knows who reads.
        readers: readers.length === 0 ? undefined : readers,
      },
    ],
    isEnforced: true,
    goneAt: "before",
    settings: { mode, unknown: "strict" },
    announced: () => undefined,
  });
  return {
    schema: "meshgate/diff/v1",
    from: sideOf(then),
    to: sideOf(now),
    profile,
    mode,
    asked: options.readers === undefined ? null : readers.length,
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

function sideOf({ file, id, version }: DiffDocument): Diff["from"] {
  return { file, id, version };
}

function differentKinds(before: DiffDocument, after: DiffDocument): Error {
  const message = `${before.file} is a data ${before.kind}, and ${after.file} a data ${after.kind}.`;
  return failure("input", "different-kinds", message, "Name two data contracts, or two data products.");
}
