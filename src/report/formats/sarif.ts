import { LEVELS } from "../../model/finding.ts";
import type { Finding, Fix } from "../../model/finding.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report, ReportPolicy } from "../../model/report.ts";
import { md } from "../escape/markdown.ts";
import { plain } from "../escape/plain.ts";
import { printJson } from "../escape/json.ts";
import { exitCode } from "../exit-code.ts";
import { defineReportFormat } from "../format.ts";
import { outline } from "../outline.ts";
import { compareText } from "../../model/order.ts";
import { LEVEL_MARKS, PROBLEM_MARKS } from "../words.ts";

/** Code scanning refuses a run with more results; the most severe ones are kept and the cut is a notification. */
const MAX_RESULTS = 25_000;

const ROOT = "%SRCROOT%";

/** SARIF 2.1.0 (OASIS). Findings are results; problems with the input are notifications of the tool. */
export const sarif = defineReportFormat({
  id: "sarif",
  summary: "SARIF 2.1.0, for code scanning",
  render: (report) => printJson(sarifLog(report)),
});

function sarifLog(report: Report): JsonObject {
  const { shown } = outline(report);
  const findings = shown.slice(0, MAX_RESULTS);
  const rules = rulesOf(findings, report);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "Meshgate", rules: rules.map(ruleOf), notifications: notificationRules(report.problems) },
        },
        automationDetails: { id: "meshgate/" },
        invocations: [invocation(report, shown.length - findings.length)],
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
        results: findings.map((finding) => resultOf(finding, ruleIndex.get(finding.policy) ?? -1, report)),
        properties: {
          verdict: report.verdict,
          asOf: report.asOf,
          base: report.base?.commit ?? null,
          head: report.head.commit,
          policySet: report.policySet.digest,
        },
      },
    ],
  };
}

interface Rule extends ReportPolicy {
  /** What to do about the most severe of its findings. */
  readonly remedy: string;
}

/** Every policy in force, and those that are only proposed and have found something; sorted by id. */
function rulesOf(findings: readonly Finding[], { policySet }: Report): readonly Rule[] {
  const rules = new Map<string, Rule>(policySet.inForce.map((policy) => [policy.id, { ...policy, remedy: "" }]));
  const severe = [...findings].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  for (const { policy, title, level, help, remedy } of severe) {
    const known = rules.get(policy);
    if (known === undefined)
      rules.set(policy, { id: policy, title, level, ...(help !== undefined && { help }), remedy });
    else if (known.remedy === "") rules.set(policy, { ...known, remedy });
  }
  return [...rules.values()].sort((a, b) => compareText(a.id, b.id));
}

function ruleOf({ id, title, remedy, level, help }: Rule): JsonObject {
  const fix = remedy === "" ? [] : ["To fix it: "];
  return {
    id,
    shortDescription: { text: plain(title) },
    ...(help !== undefined && { helpUri: help }),
    help: {
      text: [plain(title), ...fix.map((words) => words + plain(remedy))].join("\n"),
      markdown: [`**${md(title)}**`, ...fix.map((words) => words + md(remedy))].join("\n\n"),
    },
    defaultConfiguration: { level: LEVEL_MARKS[level].sarif },
  };
}

function resultOf(finding: Finding, ruleIndex: number, report: Report): JsonObject {
  const { policy, subject, target, message, remedy, owners, origin } = finding;
  const facts = [
    message,
    remedy === "" ? "" : `Fix: ${remedy}`,
    owners.length === 0 ? "" : `Owner: ${owners.join(", ")}`,
  ];
  return {
    ruleId: policy,
    ruleIndex,
    level: sarifLevel(finding),
    message: {
      text: facts
        .filter((fact) => fact !== "")
        .map((fact) => plain(fact))
        .join("\n"),
    },
    locations: [{ ...locationOf(finding.location), logicalLocations: [logical(subject.kind, subject.id, target)] }],
    partialFingerprints: { "meshgateFinding/v1": finding.fingerprint },
    ...(report.base === undefined ? {} : { baselineState: origin === "existing" ? "unchanged" : "new" }),
    suppressions: finding.outcome === "waived" ? [suppression(finding)] : [],
    ...(finding.fix && { fixes: [fixOf(finding.fix, remedy)] }),
    properties: { level: finding.level, outcome: finding.outcome, origin },
  };
}

function fixOf({ file, edits }: Fix, remedy: string): JsonObject {
  const replacements = edits.map(({ line, column, endLine, endColumn, text }) => ({
    deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
    insertedContent: { text },
  }));
  return {
    description: { text: plain(remedy) },
    artifactChanges: [{ artifactLocation: { uri: uriOf(file), uriBaseId: ROOT }, replacements }],
  };
}

/** A failure to judge is an error whatever its level; a preview is only ever a note. */
function sarifLevel(finding: Finding): "error" | "note" | "warning" {
  if (finding.origin === "policy") return "note";
  return finding.outcome === "error" ? "error" : LEVEL_MARKS[finding.level].sarif;
}

function suppression({ waiver = "", waivedUntil = "" }: Finding): JsonObject {
  const until = waivedUntil === "" ? "" : ` until ${waivedUntil}`;
  return { kind: "external", status: "accepted", justification: plain(`Waiver ${waiver}${until}`) };
}

function logical(kind: string, id: string, target: string): JsonObject {
  return {
    name: plain(target === "" ? id : target),
    kind,
    fullyQualifiedName: plain(target === "" ? id : `${id}/${target}`),
  };
}

function invocation(report: Report, cut: number): JsonObject {
  const unread = report.problems.map(notificationOf);
  const note = `${cut} findings of lower severity are left out because code scanning takes ${MAX_RESULTS} at most.`;
  return {
    executionSuccessful: report.verdict !== "error",
    exitCode: exitCode(report),
    toolExecutionNotifications: [...unread, ...(cut > 0 ? [{ level: "warning", message: { text: note } }] : [])],
  };
}

function notificationRules(problems: readonly Problem[]): readonly Json[] {
  return [...new Set(problems.map((problem) => problem.code))]
    .sort(compareText)
    .map((code) => ({ id: code, shortDescription: { text: plain(code.replaceAll("-", " ")) } }));
}

function notificationOf({ code, severity, message, location }: Problem): JsonObject {
  return {
    descriptor: { id: code },
    level: PROBLEM_MARKS[severity].sarif,
    message: { text: plain(message) },
    locations: [locationOf(location)],
  };
}

function locationOf({ file, line, column, endLine, endColumn }: Location): JsonObject {
  const empty = line === endLine && column === endColumn;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: ROOT },
      region: { startLine: line, startColumn: column, ...(empty ? {} : { endLine, endColumn }) },
    },
  };
}

/** RFC 3986 relative reference of a path. */
function uriOf(file: string): string {
  return file
    .replace(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
