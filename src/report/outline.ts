import { LEVELS } from "../model/finding.ts";
import type { Finding } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import { compareText } from "../model/order.ts";
import type { Report } from "../model/report.ts";
import { stopsCheck } from "../model/verdict.ts";
import { entriesOf, isHarmless } from "./compatibility.ts";
import { LEVEL_MARKS, RULE_CLASS_WORDS } from "./words.ts";

/** Where a finding is told: what this change causes, what only proposed policies see, what was there, what is excused. */
export const LANES = ["new", "policy", "existing", "waived"] as const;
export type Lane = (typeof LANES)[number];

/** The findings of a report in the order in which people should read them. */
export interface Outline {
  readonly lanes: Readonly<Record<Lane, readonly Finding[]>>;
  /** Every finding in the lanes, in their order. */
  readonly shown: readonly Finding[];
  /** New findings that fail the check. */
  readonly stopping: readonly Finding[];
  /** What could not be read or relied on. */
  readonly problems: readonly Problem[];
  /** What the change does to the rules, for those who approve it. */
  readonly ruleChanges: readonly Problem[];
  /** Findings of policies that are only measured for now, whatever becomes of them: counted, not shown. */
  readonly measured: number;
}

/** Codes of problems that tell what a change does to the rules. */
const RULE_CHANGES: ReadonlySet<string> = new Set(["rules-change", "discovery-narrowed"]);

/** Above what the change does to the rules. */
export function rulesTitle({ rules }: Report): string {
  const title = "What this does to the rules, once it is merged";
  return rules === undefined ? title : `${title}: ${RULE_CLASS_WORDS[rules.class]}`;
}

export function outline(report: Report): Outline {
  const visible = report.findings.filter(isShown).sort((a, b) => compareFindings(a, b, report));
  const lanes = Object.fromEntries(
    LANES.map((lane) => [lane, visible.filter((finding) => laneOf(finding) === lane)]),
  ) as Record<Lane, Finding[]>;
  return {
    lanes,
    shown: LANES.flatMap((lane) => lanes[lane]),
    problems: report.problems.filter(({ code }) => !RULE_CHANGES.has(code)),
    ruleChanges: report.problems.filter(({ code }) => RULE_CHANGES.has(code)),
    stopping: visible.filter((finding) => stopsCheck(finding, report.failOn)),
    measured: report.findings.length - visible.length,
  };
}

/** Nothing here asks anybody to do something or to look at it. */
export function isQuiet(report: Report, { lanes }: Outline): boolean {
  const excusedNow = lanes.waived.filter(({ origin }) => origin === "new");
  const told = [lanes.new, lanes.policy, excusedNow, report.problems, report.fixed];
  return report.verdict === "pass" && told.every((list) => list.length === 0) && entriesOf(report).every(isHarmless);
}

function isShown(finding: Finding): boolean {
  return LEVEL_MARKS[finding.level].shown;
}

function laneOf(finding: Finding): Lane {
  if (finding.outcome === "waived") return "waived";
  return finding.grace?.over ? "new" : finding.origin;
}

function rank(finding: Finding): number {
  return LEVELS.indexOf(finding.level);
}

function compareFindings(a: Finding, b: Finding, report: Report): number {
  return (
    Number(stopsCheck(b, report.failOn)) - Number(stopsCheck(a, report.failOn)) ||
    rank(b) - rank(a) ||
    compareText(a.subject.id, b.subject.id) ||
    compareText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compareText(a.policy, b.policy) ||
    compareText(a.target, b.target) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
