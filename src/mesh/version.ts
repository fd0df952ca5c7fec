import { compare, parse, Range } from "semver";
import type { SemVer } from "semver";
import type { Tier } from "../model/mesh.ts";

/**
 * A version as ports and contracts write it. One leading `v` never counts. `1` and `1.4` name a line of releases: they
 * have a major, but equal only themselves. A range names whatever releases it holds. Anything else that is not semantic (`2024-01`) equals only itself.
 */
export interface Version {
  readonly text: string;
  /** The release it names; a partial version is filled up with zeros. */
  readonly release?: SemVer;
  readonly partial: boolean;
  /** Any of several releases, as a reader may name them: `^2.1.0`, `>=1.4 <3`, `2.x`. */
  readonly range?: Range;
}

const PARTIAL = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14}))?$/;

/** The semver package would also take `=1.0.0` and another `v`. */
const STARTS_WITH_DIGIT = /^\d/;

export function readVersion(written: string): Version {
  const text = written.startsWith("v") ? written.slice(1) : written;
  const partial = PARTIAL.test(text);
  const full = partial ? `${text}${text.includes(".") ? ".0" : ".0.0"}` : text;
  const release = STARTS_WITH_DIGIT.test(full) ? parse(full) : null;
  if (release !== null) return { text, release, partial };
  const range = readRange(text);
  return range === undefined ? { text, partial } : { text, partial, range };
}

const MOST_RANGE = 100;

/** Only what is written as a range is one: to the semver package an empty text is any version. */
function readRange(text: string): Range | undefined {
  if (text.length > MOST_RANGE || !/^[\^~<>=*]|[xX*]$|\|\|| - /u.test(text)) return undefined;
  try {
    return new Range(text);
  } catch {
    return undefined;
  }
}

export type ReadVersion = (written: string) => Version;

/** `readVersion` that reads each text once: meshes repeat few versions many times. */
export function versionReader(): ReadVersion {
  const known = new Map<string, Version>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const version = readVersion(written);
    known.set(written, version);
    return version;
  };
}

/** Equal by SemVer precedence (build metadata does not count) when both are complete, else by text. */
export function isSameVersion(one: Version, other: Version): boolean {
  if (one.text === other.text) return true;
  if (one.release === undefined || other.release === undefined || one.partial || other.partial) return false;
  return compare(one.release, other.release) === 0;
}

/** How close two versions are. An absent one agrees with none: `id-only`. */
export function tierOf(one: Version | undefined, other: Version | undefined): Tier {
  if (one === undefined || other === undefined) return "id-only";
  if (isSameVersion(one, other)) return "exact";
  if (isInRange(one, other) || isInRange(other, one)) return "same-major";
  return one.release !== undefined && one.release.major === other.release?.major ? "same-major" : "id-only";
}

function isInRange({ range }: Version, { release }: Version): boolean {
  return range !== undefined && release !== undefined && range.test(release);
}

/** Both name a major, and not the same one. */
export function isOtherMajor(one: Version, other: Version): boolean {
  return one.release !== undefined && other.release !== undefined && one.release.major !== other.release.major;
}

/** A total order: texts that are no release first, then releases by precedence, a partial one before its first release. */
export function compareVersions(one: Version, other: Version): number {
  if (one.release !== undefined && other.release !== undefined) {
    const order = compare(one.release, other.release) || Number(other.partial) - Number(one.partial);
    if (order !== 0) return order;
  } else if (one.release !== other.release) {
    return one.release === undefined ? -1 : 1;
  }
  return one.text < other.text ? -1 : one.text > other.text ? 1 : 0;
}

const CLOSENESS: Readonly<Record<Tier, number>> = { exact: 0, "same-major": 1, "id-only": 2 };

/** Negative when `one` is the closer match. */
export function compareTiers(one: Tier, other: Tier): number {
  return CLOSENESS[one] - CLOSENESS[other];
}

/** The candidates that match best, in their order, and how closely; undefined when there are none. */
export function closest<C>(
  candidates: Iterable<C>,
  tier: (candidate: C) => Tier,
): { readonly tier: Tier; readonly matches: readonly [C, ...C[]] } | undefined {
  let best: { tier: Tier; matches: [C, ...C[]] } | undefined;
  for (const candidate of candidates) {
    const own = tier(candidate);
    const order = best === undefined ? -1 : compareTiers(own, best.tier);
    if (best === undefined || order < 0) best = { tier: own, matches: [candidate] };
    else if (order === 0) best.matches.push(candidate);
  }
  return best;
}
