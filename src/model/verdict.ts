import { LEVELS } from "./finding.ts";
import type { Finding } from "./finding.ts";
import type { Report } from "./report.ts";

/**
 * Whether a finding stops the check by itself: it is new, not waived, and weighs enough. A failure to evaluate stops
 * it at every level, except where a policy is only on trial.
 */
export function stopsCheck({ origin, outcome, level }: Finding, failOn: Report["failOn"]): boolean {
  if (origin !== "new" || outcome === "waived") return false;
  if (outcome === "error") return level !== "shadow";
  return failOn !== "never" && LEVELS.indexOf(level) >= LEVELS.indexOf(failOn);
}
