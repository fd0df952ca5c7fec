import { LEVELS } from "../../model/finding.ts";
import type { Finding } from "../../model/finding.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report, Verdict } from "../../model/report.ts";
import { stopsCheck } from "../../model/verdict.ts";

/**
 * `error` when something could not be read or judged, else `fail` when a finding stops the check, else `pass`. What was
 * there before (`existing`) and what only the proposed policies find (`policy`) is shown and does not count.
 */
export function verdictOf(
  findings: readonly Finding[],
  problems: readonly Problem[],
  failOn: Report["failOn"],
): Verdict {
  const stopping = findings.filter((finding) => stopsCheck(finding, failOn));
  const broken = stopping.some(({ outcome }) => outcome === "error");
  if (broken || hasError(problems)) return "error";
  return stopping.length > 0 ? "fail" : "pass";
}

const ORIGINS: readonly Finding["origin"][] = ["new", "policy", "existing"];

/** New before previewed before existing, the heaviest first, then by place: the order in which a person should read. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): readonly (number | string)[] => [
    ORIGINS.indexOf(finding.origin),
    finding.outcome === "error" ? 0 : 1,
    -LEVELS.indexOf(finding.level),
    finding.location.file,
    finding.location.line,
    finding.location.column,
    finding.policy,
    finding.target,
    finding.fingerprint,
  ];
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ finding }) => finding);
}

function compareRanks(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [index, left] of one.entries()) {
    const right = other[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}
