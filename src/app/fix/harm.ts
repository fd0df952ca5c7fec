import { weight } from "../../model/enforcement.ts";
import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import type { Run } from "../run.ts";

/** Why a fix does more harm than good: a finding or a problem that was not there before it. */
export function harmOf({ input }: Run, before: Report, after: Report, file: RepoPath): string | undefined {
  const worse = after.findings.find(
    (finding) => counts(finding) && !isExcused(finding, input) && !isKnown(finding, before),
  );
  if (worse !== undefined)
    return `it would bring a finding of ${worse.policy} on ${worse.subject.kind} ${worse.subject.id}`;
  const known = new Set(before.problems.map(problemKey));
  const isNew = after.problems.some((problem) => problem.location.file === file && !known.has(problemKey(problem)));
  return isNew ? "the file would have a problem" : undefined;
}

/** Where nothing is compared, nobody asks what changed: the fix is a change only to the one who judges it. */
function isExcused({ policy }: Finding, { base, rules }: Run["input"]): boolean {
  return base === undefined && rules.policies.some(({ id, type }) => id === policy && type === "change");
}

function counts({ origin, grace }: Finding): boolean {
  return origin === "new" || grace?.over === true;
}

/** Whether there was a finding of the same matter that was at least as bad. */
function isKnown(finding: Finding, { findings }: Report): boolean {
  return findings.some(
    (other) =>
      isSameMatter(other, finding) &&
      counts(other) &&
      weight(other.level) >= weight(finding.level) &&
      (finding.outcome !== "error" || other.outcome === "error"),
  );
}

export function isSameMatter(one: Finding, other: Finding): boolean {
  return (
    one.policy === other.policy &&
    one.target === other.target &&
    one.subject.kind === other.subject.kind &&
    one.subject.id === other.subject.id
  );
}

function problemKey({ code, path, message, location }: Problem): string {
  return JSON.stringify([location.file, code, path, message]);
}
