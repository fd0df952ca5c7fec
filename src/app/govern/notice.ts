import type { Day } from "../../model/day.ts";
import { daysAfter, daysBetween } from "../../model/day.ts";
import { levelAt, weight } from "../../model/enforcement.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { Notice } from "../../model/settings.ts";
import type { Policy } from "../../policy/policy.ts";
import type { GroundStep, Step } from "./strictness.ts";

/**
 * The guild has promised that nobody is surprised: what gets stricter, or may, at a level that people meet is known for
 * some days before, and not planned so far ahead that all forget it. An emergency is an exception that is told.
 */
export function noticeProblems(
  steps: readonly Step[],
  { days, horizonDays }: Notice,
  asOf: Day,
  placeOf: (step: Step) => Location,
): readonly Problem[] {
  return steps.flatMap((step): readonly Problem[] => {
    if (step.class !== "tighten" && step.class !== "unknown") return [];
    if (Math.max(weight(step.levels[1]), weight(step.levels[0])) < weight("warn")) return [];
    const ahead = daysBetween(asOf, step.from);
    const problem = (code: string, message: string, severity: Problem["severity"] = "error"): readonly Problem[] => [
      { severity, code, message, path: "", location: placeOf(step) },
    ];
    const subject = `Policy ${step.policy}${step.domain === undefined ? "" : ` in domain ${step.domain}`}`;
    if (horizonDays !== undefined && ahead > horizonDays) {
      return problem(
        "notice-horizon",
        `${subject} ${step.what}: that is ${ahead} days ahead, and the guild plans at most ${horizonDays}. Name a day up to ${daysAfter(asOf, horizonDays)}.`,
      );
    }
    if (ahead >= days) return [];
    const reason = step.after?.emergency;
    // A reason that stood there before was the reason for something else.
    if (reason !== undefined && reason !== step.before?.emergency)
      return problem("emergency", `${subject} ${step.what} without notice: ${reason}`, "warning");
    return problem(
      "notice-too-short",
      `${subject} ${step.what}: the guild's notice is ${days} days, and this gives ${ahead}. ${remedyFor(step, daysAfter(asOf, days))}`,
    );
  });
}

/** How to keep the notice; `day` is the first that does. */
function remedyFor({ kind, before, after }: Step, day: Day): string {
  const or = "or give the reason under emergency.";
  if (kind === "waivers") return "Waiver terms have no date: give the reason under emergency.";
  if (kind === "parameters" || kind === "body")
    return `Bring it as a policy of its own with a rollout from ${day} on, ${or}`;
  if (kind !== "grace") return `Let it begin on ${day} or later with a rollout, ${or}`;
  return before?.existing?.until === after?.existing?.until
    ? "The level of a grace has no date: give the reason under emergency."
    : `Let the grace end on ${day} or later. In an emergency give the reason under emergency.`;
}

/** The same promise for changes of what the policies are judged on: these have no dates, so they take effect with the merge. */
export function groundNotice(
  steps: readonly GroundStep[],
  { days }: Notice,
  asOf: Day,
  policies: readonly Policy[],
  emergency: string | undefined,
): readonly Problem[] {
  const isMet = policies.some(({ schedule }) => weight(levelAt(schedule, daysAfter(asOf, days - 1))) >= weight("warn"));
  if (days === 0 || !isMet) return [];
  return steps.flatMap(({ message, location, remedy }): readonly Problem[] => {
    if (remedy === undefined) return [];
    if (emergency !== undefined)
      return [
        {
          severity: "warning",
          code: "emergency",
          path: "",
          location,
          message: `${message} Without notice: ${emergency}`,
        },
      ];
    const notice = `That may make policies stricter at once: the guild's notice is ${days} days, and this gives 0.`;
    return [
      { severity: "error", code: "notice-too-short", path: "", location, message: `${message} ${notice} ${remedy}` },
    ];
  });
}
