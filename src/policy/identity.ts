import type { Subject } from "../model/finding.ts";
import { digestOf } from "./digest.ts";
import { parseVersion } from "./values/version.ts";

/** What a finding is about, in words that stay when lines, files, order, wording and minor versions change. */
export interface Matter {
  readonly policy: { readonly id: string; readonly major: number };
  readonly subject: { readonly kind: string; readonly id: string; readonly version?: string };
  readonly target: string;
}

/**
 * The identity of a finding: 16 hex digits over policy and major, subject and target. Versions of contracts and ports
 * count by their major alone, so who raises a minor version keeps the findings, and the waivers, that there were.
 */
export function fingerprint({ policy, subject, target }: Matter): string {
  const id = subject.version === undefined ? subject.id : `${subject.id}@${majorOf(subject.version)}`;
  return digestOf([policy.id, policy.major, subject.kind, id, lastingTarget(target)]).slice(0, 16);
}

/** A target whose ports are named by the major of their versions. */
export function lastingTarget(target: string, kept: (version: string) => string = majorOf): string {
  return target.replace(VERSION, (_, version: string) => `version=${kept(version)}`);
}

const VERSION = /(?<=[[,])version=((?:\\.|[^\\,\]])*)/g;

/** `2` of `v2.4.1`, and of `2.4`; what is no version stands for itself. */
export function majorOf(version: string): string {
  const parsed = parseVersion(version);
  if (parsed !== undefined) return String(parsed.major);
  return /^v?(\d+)(\.\d+)?$/.exec(version)?.[1] ?? version;
}

/** The id of a subject without the version that tells it apart from others. */
export function plainId({ id, version }: Subject): string {
  const suffix = version === undefined ? undefined : `@${version}`;
  return suffix !== undefined && id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}
