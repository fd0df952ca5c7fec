import semver from "semver";
import type { SemVer } from "semver";

/** `1` and `1.4` stand for the release that zeros make of them, as in the mesh. */
const PARTIAL = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14}))?$/u;

/** The release that a version of a port names; a leading `v` does not count. Undefined for what is not semantic. */
export function releaseOf(version: string): SemVer | undefined {
  const text = version.startsWith("v") ? version.slice(1) : version;
  const full = PARTIAL.test(text) ? `${text}${text.includes(".") ? ".0" : ".0.0"}` : text;
  return /^\d/u.test(full) ? (semver.parse(full) ?? undefined) : undefined;
}

/** The line of releases that a version belongs to: its major; empty where it tells none. */
export function lineOf(version: string): string {
  return String(releaseOf(version)?.major ?? "");
}

/** How far two versions are apart, the larger step first; not at all where one of them tells no release. */
export function stepsBetween(one: string, other: string): readonly number[] {
  const [from, to] = [releaseOf(one), releaseOf(other)];
  if (from === undefined || to === undefined) return [0, 0, 0];
  return [Math.abs(from.major - to.major), Math.abs(from.minor - to.minor), Math.abs(from.patch - to.patch)];
}

/** What happens to the version of a port; `replaced`: by another line, `restated`: the same in other letters. */
export type VersionMove = "raised" | "lowered" | "restated" | "replaced" | "unclear";

/** Undefined: it stays. `unclear` where one of the two tells no line. */
export function versionMove(before: string, after: string): VersionMove | undefined {
  if (before === after) return undefined;
  const [then, now] = [releaseOf(before), releaseOf(after)];
  if (then === undefined || now === undefined) return "unclear";
  if (then.major !== now.major) return "replaced";
  const order = now.compare(then);
  return order === 0 ? "restated" : order > 0 ? "raised" : "lowered";
}

/** Whether two releases differ in no more than a correction. */
export function isPatch(before: string, after: string): boolean {
  return releaseOf(before)?.minor === releaseOf(after)?.minor;
}
