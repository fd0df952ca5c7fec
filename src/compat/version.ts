import semver from "semver";
import type { SemVer } from "semver";
import { BUMPS } from "../model/compatibility.ts";
import type { Bump } from "../model/compatibility.ts";

/** What a change of version amounts to; `unknown` where one of the two is not semantic. */
export type DeclaredBump = Bump | "lowered" | "unknown";

/** What the version must become, and whether what is declared does it. */
export interface VersionNeed {
  readonly declaredBump: DeclaredBump;
  /** What the changes ask for; below 1.0.0 a break is a minor one. */
  readonly requiredBump: Bump;
  /** The version to write; null where it cannot be told because the one before is not semantic. */
  readonly nextVersion: string | null;
  readonly isEnough: boolean;
}

/** The version that changes ask for (SemVer 2.0.0, sections 4 and 6 to 8). A leading `v` stays. */
export function versionNeed(before: string, after: string, bumps: readonly Bump[]): VersionNeed {
  const asked = largest(bumps);
  const [then, now] = [read(before), read(after)];
  if (then === undefined) {
    // ODPS asks for no version: what has none promises none.
    const isEnough = asked === "none" || before === "" || before !== after;
    return { declaredBump: "unknown", requiredBump: asked, nextVersion: null, isEnough };
  }
  const required = then.major === 0 && asked === "major" ? "minor" : asked;
  const declared = now === undefined ? "unknown" : bumpBetween(then, now);
  const isEnough = declared === "unknown" ? false : isAtLeast(declared, required);
  const prefix = before.startsWith("v") ? "v" : "";
  const next = required === "none" ? before : `${prefix}${semver.inc(then.version, required) ?? ""}`;
  return { declaredBump: declared, requiredBump: required, nextVersion: isEnough ? after : next, isEnough };
}

/** Of what several versions ask for what satisfies all: the highest version that is missing. The first counts where none is. */
export function strictest(needs: readonly [VersionNeed, ...VersionNeed[]]): VersionNeed {
  const missing = needs.filter(({ isEnough }) => !isEnough);
  return missing.reduce<VersionNeed>((one, other) => (isHigher(other, one) ? other : one), missing[0] ?? needs[0]);
}

function isHigher(one: VersionNeed, other: VersionNeed): boolean {
  const [mine, theirs] = [one, other].map(({ nextVersion }) => read(nextVersion ?? ""));
  return mine !== undefined && (theirs === undefined || mine.compare(theirs) > 0);
}

function largest(bumps: readonly Bump[]): Bump {
  return BUMPS.find((bump) => bumps.includes(bump)) ?? "none";
}

function read(text: string): SemVer | undefined {
  return /^v?\d\S*$/.test(text) ? (semver.parse(text) ?? undefined) : undefined;
}

function bumpBetween(before: SemVer, after: SemVer): DeclaredBump {
  const order = after.compare(before);
  if (order <= 0) return order === 0 ? "none" : "lowered";
  if (after.major > before.major) return "major";
  return after.minor > before.minor ? "minor" : "patch";
}

function isAtLeast(declared: DeclaredBump, required: Bump): boolean {
  if (declared === "lowered" || declared === "unknown") return false;
  return BUMPS.indexOf(declared) <= BUMPS.indexOf(required);
}
