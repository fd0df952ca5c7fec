import type { Day } from "../../model/day.ts";
import { daysAfter, daysBetween } from "../../model/day.ts";
import { weight } from "../../model/enforcement.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { Notice } from "../../model/settings.ts";
import type { Step } from "./strictness.ts";

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
    if (reason !== undefined)
      return problem("emergency", `${subject} ${step.what} without notice: ${reason}`, "warning");
    const remedy =
      step.kind === "parameters" || step.kind === "body"
        ? `Bring it as a policy of its own with a rollout from ${daysAfter(asOf, days)} on`
        : `Let it begin on ${daysAfter(asOf, days)} or later with a rollout`;
    return problem(
      "notice-too-short",
      `${subject} ${step.what}: the guild's notice is ${days} days, and this gives ${ahead}. ${remedy}, or give the reason under emergency.`,
    );
  });
}
