import type { Finding } from "../../model/finding.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { workflowCommand } from "../escape/command.ts";
import { cut, plain } from "../escape/plain.ts";
import { defineReportFormat } from "../format.ts";
import { headline } from "../headline.ts";
import { outline } from "../outline.ts";
import { stopsCheck } from "../../model/verdict.ts";
import { LEVEL_MARKS, PROBLEM_MARKS, counted, remarksOn } from "../words.ts";

type Kind = "error" | "warning" | "notice";

interface Annotation {
  readonly kind: Kind;
  readonly location: Location;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The runner shows ten of a kind in a step and drops the others silently; one notice is kept to say how many. */
const ROOM: Readonly<Record<Kind, number>> = { error: 10, warning: 10, notice: 9 };

/** The runner cuts longer messages (UTF-16 units). */
const MAX_MESSAGE = 4096;

export const github = defineReportFormat({
  id: "github",
  summary: "annotations on the lines of a pull request, as GitHub workflow commands",
  render(report) {
    const seen = outline(report);
    const all = [
      ...report.problems.map(annotateProblem),
      ...seen.shown.map((finding) => annotateFinding(finding, report)),
    ];
    const kept = (Object.keys(ROOM) as Kind[]).flatMap((kind) =>
      all.filter((annotation) => annotation.kind === kind).slice(0, ROOM[kind]),
    );
    const rest = all.length - kept.length;
    const lines = kept.map(command);
    const more = `${headline(report, seen)}. ${counted(rest, "more annotation")} not shown here; the job summary and the JSON report have all of them.`;
    return [...lines, ...(rest > 0 ? [workflowCommand("notice", [["title", "Meshgate"]], more)] : [])]
      .map((line) => `${line}\n`)
      .join("");
  },
});

function annotateProblem({ severity, location, code, message }: Problem): Annotation {
  return { kind: PROBLEM_MARKS[severity].annotation, location, title: `Input problem: ${code}`, lines: [message] };
}

function annotateFinding(finding: Finding, report: Report): Annotation {
  const { location, title, policy, message, remedy, owners } = finding;
  const lines = [
    message,
    remedy === "" ? "" : `Fix: ${remedy}`,
    `Policy: ${policy} (${remarksOn(finding)})`,
    owners.length === 0 ? "" : `Owner: ${owners.join(", ")}`,
  ];
  return { kind: kindOf(finding, report), location, title, lines: lines.filter((line) => line !== "") };
}

/** Only what fails the check is an error; only what the change causes is more than a notice. */
function kindOf(finding: Finding, report: Report): Kind {
  if (stopsCheck(finding, report.failOn)) return "error";
  return finding.origin === "new" && finding.outcome === "fail" ? LEVEL_MARKS[finding.level].annotation : "notice";
}

function command({ kind, location, title, lines }: Annotation): string {
  const { file, line, column, endLine, endColumn } = location;
  const sameLine = line === endLine;
  const properties: readonly (readonly [string, string | number])[] = [
    ["file", plain(file, MAX_MESSAGE)],
    ["line", line],
    ["endLine", endLine],
    // The API refuses columns of ranges over several lines. Its end is inclusive, ours exclusive.
    ...(sameLine
      ? ([
          ["col", column],
          ["endColumn", Math.max(column, endColumn - 1)],
        ] as const)
      : []),
    ["title", plain(title, 200)],
  ];
  return workflowCommand(kind, properties, cut(lines.map((text) => plain(text)).join("\n"), MAX_MESSAGE));
}
