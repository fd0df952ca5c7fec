import { LEVELS } from "../model/finding.ts";
import type { Finding } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import type { Outline } from "./outline.ts";
import { LEVEL_MARKS, OUTCOME_MARKS, VERDICTS, counted, listed } from "./words.ts";

/** The verdict in one sentence, without a full stop: what happened and how much there is to do. */
export function headline(report: Report, { lanes, stopping }: Outline): string {
  const { word } = VERDICTS[report.verdict];
  const remarks = lanes.new.length - stopping.length;
  switch (report.verdict) {
    case "pass":
      if (remarks === 0) return `${word}${excusedNow(lanes.waived)}`;
      if (report.failOn === "never") return `${word}, because this check only reports: ${counted(remarks, "finding")}`;
      return `${word}, with ${counted(remarks, "remark")} that ${remarks === 1 ? "does" : "do"} not block`;
    case "fail":
      return `${word}: ${counted(stopping.length, "finding")} must be fixed${report.base === undefined ? "" : " before merging"}`;
    case "error":
      return `${word}: ${causesOf(report, stopping)} must be fixed before this can be judged`;
  }
}

/** A waived finding is not fixed, so nobody is told that there is nothing to fix. */
function excusedNow(waived: readonly Finding[]): string {
  const count = waived.filter(({ origin }) => origin === "new").length;
  return count === 0 ? ": nothing to fix" : `, with ${counted(count, "waived finding")}`;
}

/** Why there is no verdict: what could not be read and what could not be judged. */
function causesOf(report: Report, stopping: readonly Finding[]): string {
  const unread = report.problems.filter((problem) => problem.severity === "error").length;
  const unjudged = stopping.filter(({ outcome }) => outcome === "error").length;
  const causes = [
    unread > 0 ? counted(unread, "input problem") : "",
    unjudged > 0 ? counted(unjudged, "policy error") : "",
  ].filter((cause) => cause !== "");
  return causes.length === 0 ? "the input" : listed(causes);
}

/** What was judged: `2 changed products against 24 policies`. */
export function scope(report: Report): string {
  const touched = report.products.filter((product) => product.change !== "unchanged").length;
  const judged =
    report.base === undefined || touched === 0
      ? counted(report.products.length, "product")
      : counted(touched, "changed product");
  return `${judged} judged against ${counted(report.policySet.policies, "policy", "policies")}`;
}

/** Everything that is not zero, counted: `3 new (1 block, 2 warn)`, `4 existing`, `128 checks passed`. */
export function totals(report: Report, { lanes, measured, problems, ruleChanges }: Outline): readonly string[] {
  const { counts } = report;
  const parts: readonly (readonly [number, string])[] = [
    [lanes.new.length, `${report.base === undefined ? "found" : "new"}${levels(lanes.new)}`],
    [lanes.existing.length, "existing"],
    [report.fixed.length, "fixed"],
    [counts.waived, "waived"],
    [lanes.policy.length, "in preview"],
    [measured, "from policies on trial"],
    [problems.length, problems.length === 1 ? "problem" : "problems"],
    [ruleChanges.length, ruleChanges.length === 1 ? "change of the rules" : "changes of the rules"],
    [counts.pass, counts.pass === 1 ? "check passed" : "checks passed"],
  ];
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
}

/** ` (1 block, 2 warn, 1 not judged)`, most severe first. */
function levels(findings: readonly Finding[]): string {
  const parts = LEVELS.toReversed().map((level) => {
    const count = findings.filter((finding) => finding.outcome === "fail" && finding.level === level).length;
    return count === 0 ? "" : `${count} ${LEVEL_MARKS[level].word}`;
  });
  const unjudged = findings.filter(({ outcome }) => outcome === "error").length;
  const told = [...parts, unjudged === 0 ? "" : `${unjudged} ${OUTCOME_MARKS.error.word}`].filter(
    (part) => part !== "",
  );
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}
