import semver from "semver";
import type { SourceDocument } from "../model/document.ts";
import { own, text } from "../model/json.ts";

/** A pack describes itself in a file beside its policies. */
export function isPackHead({ value }: SourceDocument): boolean {
  return own(value, "kind") === "Pack";
}

/** The version that a pack says it has; empty when it says none. */
export function packVersion({ value }: SourceDocument): string {
  return text(own(value, "version")) ?? "";
}

export function isRange(range: string): boolean {
  return semver.validRange(range) !== null;
}

/** Whether a version of a pack is one of those that a mesh insists on. */
export function isInRange(version: string, range: string): boolean {
  return semver.satisfies(version, range);
}
