import { isBlank } from "../model/blank.ts";
import { isDay } from "../model/day.ts";
import type { SourceDocument } from "../model/document.ts";
import type { SubjectKind } from "../model/finding.ts";
import { own, pointer, text } from "../model/json.ts";
import type { Location, RepoPath } from "../model/location.ts";
import { at } from "../model/location.ts";
import type { TextProblem } from "../model/problem.ts";
import type { Waiver } from "../model/waiver.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { WAIVER_SCHEMA } from "./schemas/waiver.ts";

const SUBJECTS: readonly SubjectKind[] = ["product", "contract", "consumer"];

/** Reads a waiver. Without one there are problems that say why. */
export function readWaiver(
  file: RepoPath,
  document: SourceDocument,
): { readonly waiver?: Waiver; readonly problems: readonly TextProblem[] } {
  const shape = checkShape(WAIVER_SCHEMA, document);
  const faulty = new Set(shape.map(({ path }) => path));
  const blanks = blankProblems(document).filter(({ path }) => !faulty.has(path));
  const problems = [...shape, ...blanks, ...dayProblems(document)].sort(byPosition);
  return problems.length > 0 ? { problems } : { waiver: toWaiver(file, document), problems };
}

/** What has to be read by somebody. Patterns in RE2 do not know which characters nobody sees. */
const WORDED = ["reason", "ticket", "requestedBy", "control"];

function blankProblems(document: SourceDocument): readonly TextProblem[] {
  return WORDED.flatMap((key): readonly TextProblem[] => {
    const said = text(own(document.value, key));
    if (said === undefined || !isBlank(said)) return [];
    const message = `${key} holds nothing that anybody can see; say it in words.`;
    return [{ severity: "error", code: "blank-text", message, path: pointer([key]), range: document.range([key]) }];
  });
}

function dayProblems(document: SourceDocument): readonly TextProblem[] {
  const [from, expires] = ["from", "expires"].map((key) => text(own(document.value, key)) ?? "");
  const problem = (key: string, message: string): TextProblem => {
    const path = [key];
    return { severity: "error", code: "waiver-days", message, path: pointer(path), range: document.range(path) };
  };
  const strange = [
    ["from", from],
    ["expires", expires],
  ].flatMap(([key = "", day = ""]) =>
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !isDay(day) ? [problem(key, `There is no day ${day} in the calendar.`)] : [],
  );
  if (strange.length > 0 || from === undefined || expires === undefined || from === "" || expires > from)
    return strange;
  return [problem("expires", `The waiver expires on ${expires}, and holds from ${from} on: it would never hold.`)];
}

function toWaiver(file: RepoPath, document: SourceDocument): Waiver {
  const said = (key: string): string => text(own(document.value, key)) ?? "";
  const [policy = "", major = ""] = said("policy").split("@");
  const kind = SUBJECTS.find((name) => own(document.value, name) !== undefined) ?? "product";
  const target = text(own(document.value, "target"));
  const location: Location = at(file, document.range(["policy"]));
  return {
    id: said("id"),
    domain: file.split("/")[1] ?? "",
    policy: { id: policy, major: Number.parseInt(major, 10) },
    subject: { kind, id: said(kind) },
    ...(target !== undefined && { target }),
    category: said("category") === "mitigated" ? "mitigated" : "waiver",
    reason: said("reason"),
    ticket: said("ticket"),
    requestedBy: said("requestedBy"),
    from: said("from"),
    expires: said("expires"),
    location,
  };
}
