import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import { defineReportFormat } from "../format.ts";
import { headline, scope, totals } from "../headline.ts";
import { LANES, isQuiet, outline, rulesTitle } from "../outline.ts";
import type { Outline } from "../outline.ts";
import { place } from "../subject.ts";
import { compatibilityLines } from "../text/compatibility.ts";
import { fixedLines, laneLines } from "../text/findings.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { reachLines } from "../text/reach.ts";
import { PROBLEM_MARKS, VERDICTS, counted } from "../words.ts";

export const text = defineReportFormat({
  id: "text",
  summary: "for people at a terminal; short when there is nothing to do",
  render(report, options) {
    const page = createPage(options);
    const seen = outline(report);
    return `${(isQuiet(report, seen) ? quiet : full)(report, seen, page).join("\n")}\n`;
  },
});

function quiet(report: Report, seen: Outline, page: Page): readonly string[] {
  const facts = totals(report, seen).join(", ");
  const sentence = `${headline(report, seen)}. ${scope(report)}${facts === "" ? "" : `: ${facts}`}.`;
  return [
    ...verdictLines(sentence, report, page),
    ...compatibilityLines(report, page),
    ...reachLines(report, page).filter((line) => line !== ""),
  ];
}

function full(report: Report, seen: Outline, page: Page): readonly string[] {
  const compatibility = compatibilityLines(report, page);
  return [
    ...verdictLines(`${headline(report, seen)}.`, report, page),
    ...problemLines("Problems with the input", seen.problems, page),
    ...problemLines(rulesTitle(report), seen.ruleChanges, page),
    ...LANES.flatMap((lane) => laneLines(lane, seen, report, page)),
    ...fixedLines(report, page),
    ...(compatibility.length === 0 ? [] : ["", ...compatibility]),
    ...reachLines(report, page),
    "",
    totalLine(report, seen, page),
  ];
}

function verdictLines(sentence: string, report: Report, page: Page): readonly string[] {
  const mark = VERDICTS[report.verdict];
  return page.lines(`${page.sign(mark)} ${sentence}`, 0, mark.colour, "bold");
}

/** One line however narrow the screen is, so that it can be searched for. */
function totalLine(report: Report, seen: Outline, page: Page): string {
  const { word, colour } = VERDICTS[report.verdict];
  const policies = counted(report.policySet.policies, "policy", "policies");
  return page.paint([word, ...totals(report, seen), policies, `as of ${report.asOf}`].join(page.dot), colour);
}

function problemLines(title: string, problems: readonly Problem[], page: Page): readonly string[] {
  if (problems.length === 0) return [];
  const entries = problems.flatMap((problem) => {
    const mark = PROBLEM_MARKS[problem.severity];
    const sign = page.paint(page.sign(mark), mark.colour);
    const head = [
      terminal(place(problem.location)),
      page.paint(mark.word, mark.colour),
      page.paint(terminalName(problem.code), "dim"),
    ];
    return [`  ${sign} ${head.join("  ")}`, ...page.lines(terminal(problem.message), 4)];
  });
  return ["", ...page.lines(title, 0, "bold"), ...entries];
}
