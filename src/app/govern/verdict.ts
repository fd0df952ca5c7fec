import { LEVELS } from "../../model/finding.ts";
import type { Finding, Level } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report, Verdict } from "../../model/report.ts";

/** The level from which on a finding of this change fails the check. */
const THRESHOLD: Record<Report["failOn"], Level | undefined> = { block: "block", warn: "warn", never: undefined };

/**
 * `error` when something could not be evaluated, else `fail` when a new finding weighs enough, else `pass`. What was
 * there before (`existing`) and what only the proposed policies find (`policy`) is shown and does not count.
 */
export function verdictOf(
  findings: readonly Finding[],
  problems: readonly Problem[],
  failOn: Report["failOn"],
): Verdict {
  const counting = findings.filter(({ origin }) => origin === "new");
  const broken = counting.some(({ outcome, level }) => outcome === "error" && atLeast(level, "warn"));
  if (broken || problems.some(({ severity }) => severity === "error")) return "error";
  const threshold = THRESHOLD[failOn];
  const fails = counting.some(
    ({ outcome, level }) => outcome === "fail" && threshold !== undefined && atLeast(level, threshold),
  );
  return fails ? "fail" : "pass";
}

function atLeast(level: Level, threshold: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(threshold);
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
