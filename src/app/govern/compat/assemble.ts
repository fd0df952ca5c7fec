import type { Difference } from "../../../compat/compare.ts";
import { lanesOf } from "../../../compat/readers/lanes.ts";
import { askedOf, settle } from "../../../compat/readers/settle.ts";
import type { Asked, Reader, Settled, Terms } from "../../../compat/readers/settle.ts";
import type { FoundSunset } from "../../../compat/life/sunset.ts";
import { strictest, versionNeed } from "../../../compat/version.ts";
import type { VersionNeed } from "../../../compat/version.ts";
import type { ContractForm } from "../../../compat/form/contract.ts";
import { CLASSES } from "../../../model/compatibility.ts";
import type { Axis, AxisState, Change, Compatibility, Deprecation, SunsetFault } from "../../../model/compatibility.ts";
import { at } from "../../../model/location.ts";
import type { Location } from "../../../model/location.ts";
import { digestOf } from "../../../policy/digest.ts";
import type { FiledDocument } from "../../../policy/facts/locator.ts";

/** A version that head was compared with, and what was found, already weighed under the profile. */
export interface Baseline {
  readonly version: string;
  readonly why: Compatibility["baselines"][number]["why"];
  readonly source: FiledDocument;
  readonly differences: readonly Difference[];
  /** Those who read this version and what becomes of it; undefined: nobody knows who does. */
  readonly readers: readonly Reader[] | undefined;
}

/** What is known of one contract or product on both sides of a change. The first baseline is what it was before. */
export interface Compared {
  readonly subject: Compatibility["subject"];
  readonly id: string;
  readonly to: { readonly version: string; readonly source: FiledDocument | undefined };
  /** The contract after the change, which expectations are held against; undefined: it is gone. */
  readonly offered: ContractForm | undefined;
  readonly baselines: readonly [Baseline, ...Baseline[]];
  readonly isEnforced: boolean;
  /** Where to show what is gone: where it stood, or what is left around it. */
  readonly goneAt: "before" | "after";
  readonly settings: Terms & Pick<Compatibility, "profile">;
  /** How far the end of what a difference takes away was announced. */
  readonly announced: (difference: Difference) => Deprecation | undefined;
  /** What is wrong with the days on which something ends by the document after. */
  readonly sunsets: readonly FoundSunset[];
}

/** Puts a comparison together: readers, announcements, the version that it needs. The worst change first. */
export function assembleCompatibility(compared: Compared): Compatibility {
  const { subject, id, to, baselines, isEnforced, settings } = compared;
  const changes = changesOf(compared);
  const [first, ...older] = baselines;
  const needOf = ({ version, differences }: Baseline): VersionNeed =>
    versionNeed(
      version,
      to.version,
      differences.map(({ semver }) => semver),
    );
  const own = needOf(first);
  const need = strictest([own, ...older.map(needOf)]);
  return {
    subject,
    contract: id,
    from: first.version,
    to: to.version,
    profile: settings.profile,
    mode: settings.mode,
    class: CLASSES.find((name) => changes.some((change) => change.class === name)) ?? "none",
    enforced: isEnforced,
    axes: { consumer: stateOf(changes, "consumer"), producer: stateOf(changes, "producer") },
    declaredBump: own.declaredBump,
    requiredBump: need.requiredBump,
    nextVersion: need.nextVersion,
    versionIsEnough: need.isEnough,
    baselines: baselines.map(({ version, why }) => ({ version, why })),
    changes,
    lanes: lanesOf(changes),
    sunsets: to.source === undefined ? [] : sunsetsIn(to.source, compared.sunsets),
  };
}

function sunsetsIn({ file, document }: FiledDocument, found: readonly FoundSunset[]): readonly SunsetFault[] {
  return found.map(({ place, ...fault }) => ({ ...fault, location: at(file, document.range(place, "key")) }));
}

/** The changes against every baseline: each told once, against the first that shows it, for the readers of all that do. */
function changesOf(compared: Compared): readonly Change[] {
  const { baselines, offered, settings, announced } = compared;
  const found = new Map<
    string,
    { difference: Difference; baseline: Baseline; readers: Map<string, Asked> | undefined }
  >();
  for (const baseline of baselines) {
    const asked = baseline.readers?.map((reader) => askedOf(reader, offered));
    const byName = asked && new Map(asked.map((one) => [nameOf(one.reader), one]));
    for (const difference of baseline.differences) {
      const key = JSON.stringify([difference.ruleId, difference.path]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { difference, baseline, readers: byName });
      else if (byName !== undefined) known.readers = new Map([...byName, ...(known.readers ?? [])]);
    }
  }
  return [...found.values()]
    .map(({ difference, baseline, readers }) => {
      const settled = settle(difference, readers && [...readers.values()], announced(difference), settings);
      return placed(settled, compared, baseline);
    })
    .sort(byWeight);
}

function nameOf({ consumer, kind, input, port }: Reader): string {
  return JSON.stringify([consumer, kind, input, port]);
}

function placed(
  { place, ...settled }: Settled,
  { id, to: { source: after }, goneAt }: Compared,
  { version: against, source: before }: Baseline,
): Change {
  const { ruleId, path, before: was, after: is } = settled;
  return {
    ...settled,
    against,
    fingerprint: digestOf([id, ruleId, path, was, is]).slice(0, 16),
    location: locationOf(),
  };

  function locationOf(): Location {
    if (after !== undefined && place.side === "after") return at(after.file, after.document.range(place.path, "key"));
    if (after !== undefined && goneAt === "after") return at(after.file, after.document.range(place.near, "key"));
    return at(before.file, before.document.range(place.path, "key"));
  }
}

function stateOf(changes: readonly Change[], axis: Axis): AxisState {
  const states = changes.map(({ axes }) => axes[axis].verdict);
  return states.includes("broken") ? "broken" : states.includes("unknown") ? "unknown" : "ok";
}

function byWeight(one: Change, other: Change): number {
  return CLASSES.indexOf(one.class) - CLASSES.indexOf(other.class);
}
