import semver from "semver";
import type { Range, SemVer } from "semver";

/** A Semantic Versioning 2.0.0 version; a leading `v` is ignored, as everywhere in the mesh. */
export function parseVersion(text: string): SemVer | undefined {
  return /^v?\d\S*$/.test(text) ? (semver.parse(text) ?? undefined) : undefined;
}

/** A range of versions as npm writes it. An empty one, which any version satisfies, is none. */
export function parseRange(text: string): Range | undefined {
  return text.trim() === "" || semver.validRange(text) === null ? undefined : new semver.Range(text);
}

/** Which part of a version rose. Build metadata does not count; a changed pre-release alone is a `patch`. */
export function bumpBetween(before: SemVer, after: SemVer): "none" | "patch" | "minor" | "major" | "lowered" {
  const order = after.compare(before);
  if (order <= 0) return order === 0 ? "none" : "lowered";
  if (after.major > before.major) return "major";
  return after.minor > before.minor ? "minor" : "patch";
}
