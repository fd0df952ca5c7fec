import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { Lane, Outline } from "../outline.ts";
import { groupBySubject, place } from "../subject.ts";
import type { SubjectGroup } from "../subject.ts";
import { CHANGE_WORDS, OUTCOME_MARKS, SUBJECT_WORDS, counted, capital, graceWords, markOf } from "../words.ts";
import type { Page } from "./page.ts";

interface LaneText {
  readonly title: string;
  /** Title when nothing is compared, because there is no base. */
  readonly wholeTitle: string;
  /** More than so many are counted instead of listed. */
  readonly few: number;
}

const LANE_TEXTS = {
  new: { title: "New with this change", wholeTitle: "Findings", few: Infinity },
  policy: {
    title: "Preview: what the proposed policies would find (does not count yet)",
    wholeTitle: "Preview: what the proposed policies would find (does not count yet)",
    few: 10,
  },
  existing: { title: "There before this change (does not block it)", wholeTitle: "Known", few: 3 },
  waived: { title: "Waived", wholeTitle: "Waived", few: 3 },
} as const satisfies Record<Lane, LaneText>;

export function laneLines(lane: Lane, { lanes }: Outline, report: Report, page: Page): readonly string[] {
  const findings = lanes[lane];
  if (findings.length === 0) return [];
  const text = LANE_TEXTS[lane];
  const title = report.base === undefined ? text.wholeTitle : text.title;
  if (findings.length > text.few) {
    const open = findings.filter(({ outcome }) => outcome === "error").length;
    const unjudged = open === 0 ? "" : `, ${String(open)} of them ${OUTCOME_MARKS.error.word}`;
    const count = `${title}: ${counted(findings.length, "finding")}${unjudged}, listed by --format json.`;
    return ["", ...page.lines(count, 0, "dim")];
  }
  const groups = groupBySubject(findings, report).flatMap((group) => groupLines(group, page));
  return ["", ...page.lines(title, 0, "bold"), ...groups];
}

export function fixedLines({ fixed }: Report, page: Page): readonly string[] {
  if (fixed.length === 0) return [];
  const sign = page.sign(OUTCOME_MARKS.pass);
  const line = (words: string, indent: number): readonly string[] => page.lines(`${sign} ${words}`, indent, "green");
  if (fixed.length > LANE_TEXTS.existing.few) {
    return ["", ...line(`${counted(fixed.length, "finding")} fixed by this change. Thank you.`, 0)];
  }
  const names = fixed.map(({ policy, subject }) => `${terminalName(policy)}${page.dot}${terminalName(subject.id)}`);
  return ["", ...page.lines("Fixed by this change", 0, "bold"), ...names.flatMap((name) => line(name, 2))];
}

function groupLines(group: SubjectGroup, page: Page): readonly string[] {
  const lines = group.findings.flatMap((finding, index) => [
    ...findingLines(finding, page),
    ...(sameFix(finding, group.findings[index + 1]) ? [] : fixLines(finding, page)),
  ]);
  return ["", ...page.lines(subjectLine(group, page), 2, "bold"), ...lines];
}

/** A row of findings that are cured alike names the cure once, below the last. */
function sameFix(finding: Finding, next: Finding | undefined): boolean {
  return next?.policy === finding.policy && next.remedy === finding.remedy;
}

/** `Product listener-profile 2.0.0 · listener · changed · ask @daff/listener-data`. */
function subjectLine({ subject, product, owners }: SubjectGroup, page: Page): string {
  const version = product === undefined ? "" : ` ${product.version}`;
  return [
    `${SUBJECT_WORDS[subject.kind]} ${terminalName(subject.id + version)}`,
    terminalName(product?.domain ?? ""),
    product === undefined || product.change === "unchanged" ? "" : CHANGE_WORDS[product.change],
    owners.length === 0 ? "" : `ask ${owners.map(terminalName).join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(page.dot);
}

function findingLines(finding: Finding, page: Page): readonly string[] {
  const mark = markOf(finding);
  const sign = page.paint(page.sign(mark), mark.colour);
  const head = [
    terminal(place(finding.location)),
    page.paint(mark.word, mark.colour),
    page.paint(terminalName(finding.policy), "dim"),
  ];
  return [
    `    ${sign} ${head.join("  ")}`,
    ...page.lines(terminal(finding.message), 6),
    ...(finding.waiver === undefined ? [] : page.lines(`Waiver: ${waiverWords(finding)}`, 6, "dim")),
    ...(finding.grace === undefined ? [] : page.lines(capital(graceWords(finding.grace)), 6, "dim")),
  ];
}

function waiverWords({ waiver = "", waivedUntil }: Finding): string {
  return `${terminal(waiver)}${waivedUntil === undefined ? "" : `, until ${waivedUntil}`}`;
}

function fixLines({ remedy, outcome, fix }: Finding, page: Page): readonly string[] {
  if (remedy === "" || outcome === "waived") return [];
  const hint = fix === undefined ? "" : " (`meshgate check --fix` does it)";
  return page.lines(`Fix: ${terminal(remedy)}${hint}`, 6, "cyan");
}
