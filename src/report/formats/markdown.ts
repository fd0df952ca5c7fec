import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { code } from "../escape/markdown.ts";
import { defineReportFormat } from "../format.ts";
import { entriesOf } from "../compatibility.ts";
import { headline, scope, totals } from "../headline.ts";
import { blastRadius } from "../markdown/blast-radius.ts";
import { compatibilityFolded, compatibilityOnTop, harmlessLine } from "../markdown/compatibility.ts";
import { findingInBrief, findingInFull, fixedInBrief, problemInBrief, readerInBrief } from "../markdown/items.ts";
import { fit, folded, paragraph } from "../markdown/sections.ts";
import type { Section } from "../markdown/sections.ts";
import { isQuiet, outline, rulesTitle } from "../outline.ts";
import type { Outline } from "../outline.ts";
import { askWords, reachOf } from "../reach.ts";
import { VERDICTS } from "../words.ts";

/** A comment may have 65,536 characters; this leaves room for what the caller adds. */
const MAX_LENGTH = 60_000;

/** More than five things to do at once are not done. */
const ON_TOP = 5;

export const markdown = defineReportFormat({
  id: "markdown",
  summary: "for a pull request comment or a job summary",
  render(report) {
    const seen = outline(report);
    const title = `### ${VERDICTS[report.verdict].emoji} ${headline(report, seen)}`;
    const facts = factsOf(report, seen);
    const origin = judged(report);
    const entries = entriesOf(report);
    if (isQuiet(report, seen)) {
      const calm = entries.length === 0 ? "" : `${harmlessLine(entries)}\n`;
      return `${title}\n\n${calm}${[...facts, origin].join(" · ")}\n`;
    }
    const top = choose(seen);
    const sections = [...topSections(report, seen, top), ...foldedSections(report, seen, top)];
    return fit({ head: `${title}\n\n${facts.join(" · ")}`, sections, foot: origin }, MAX_LENGTH);
  },
});

function factsOf(report: Report, seen: Outline): readonly string[] {
  const reach = reachOf(report);
  return [...totals(report, seen), ...(reach === undefined ? [] : askWords(reach))];
}

/** `Meshgate: 1 changed product judged against 24 policies, commit 9c0ffee compared with main at 1b1ecae, as of 2026-11-20`. */
function judged(report: Report): string {
  const { base, head, asOf } = report;
  const commit = head.commit === null ? "uncommitted work" : `commit ${code(head.commit.slice(0, 7))}`;
  const compared = base === undefined ? "" : ` compared with ${code(base.ref)} at ${code(base.commit.slice(0, 7))}`;
  return `Meshgate: ${scope(report)}, ${commit}${compared}, as of ${asOf}`;
}

/** What somebody has to act on: what could not be read, and the first findings of this change. */
function topSections(report: Report, { problems, ruleChanges }: Outline, top: readonly Finding[]): readonly Section[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  return [
    paragraph(errors.slice(0, ON_TOP).map(problemInBrief), "problem"),
    paragraph(top.map(findingInFull), "finding"),
    ...compatibilityOnTop(report),
    paragraph(ruleChanges.slice(0, ON_TOP).map(problemInBrief), "change", rulesTitle(report)),
  ];
}

function foldedSections(report: Report, seen: Outline, top: readonly Finding[]): readonly Section[] {
  const { lanes, problems, ruleChanges } = seen;
  const errors = problems.filter(({ severity }) => severity === "error").slice(ON_TOP);
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const more = lanes.new.filter((finding) => !top.includes(finding));
  return [
    folded("More findings of this change", more.map(findingInBrief), "finding"),
    ...compatibilityFolded(report),
    folded(
      warnings.length < problems.length ? "More problems with the input" : "Problems with the input",
      [...errors, ...warnings].map(problemInBrief),
      "problem",
    ),
    folded("More changes of the rules", ruleChanges.slice(ON_TOP).map(problemInBrief), "change"),
    blastRadiusSection(report),
    folded(
      "Preview: what the proposed policies would find; does not count yet",
      lanes.policy.map(findingInBrief),
      "finding",
    ),
    folded("There before this change; does not block it", lanes.existing.map(findingInBrief), "finding"),
    folded("Waived", lanes.waived.map(findingInBrief), "finding"),
    folded("Fixed by this change", report.fixed.map(fixedInBrief), "finding"),
  ];
}

/** The findings to show in full: those that fail the check first, and of the rest one of each kind before repetitions. */
function choose({ lanes, stopping }: Outline): readonly Finding[] {
  const stops = new Set(stopping);
  const others = lanes.new.filter((finding) => !stops.has(finding));
  const firsts = new Set(new Map(others.toReversed().map((finding) => [kindOf(finding), finding])).values());
  const ranked = [...stopping, ...others.filter((one) => firsts.has(one)), ...others.filter((one) => !firsts.has(one))];
  const chosen = ranked.slice(0, ON_TOP);
  return lanes.new.filter((finding) => chosen.includes(finding));
}

function kindOf({ policy, subject }: Finding): string {
  return JSON.stringify([policy, subject.kind, subject.id]);
}

function blastRadiusSection(report: Report): Section {
  const reach = reachOf(report);
  const picture = blastRadius(report);
  const drawing = picture.length === 0 ? [] : [`${picture.join("\n")}\n\n`];
  const readers = reach === undefined ? [] : [...reach.unasked, ...reach.further].map(readerInBrief);
  const hits = reach?.hits ?? "";
  return folded(hits === "" ? "Blast radius" : `Blast radius: ${hits}`, [...drawing, ...readers], "reader", false);
}
