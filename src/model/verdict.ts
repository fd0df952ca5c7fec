import { LEVELS } from "./finding.ts";
import type { Finding } from "./finding.ts";
import type { Report } from "./report.ts";

/**
 * Whether a finding stops the check by itself: it is new, or was there and its grace is over, is not waived, and weighs
 * enough. A failure to evaluate stops it at every level, except where a policy is only on trial.
 */
export function stopsCheck({ origin, outcome, level, grace }: Finding, failOn: Report["failOn"]): boolean {
  const counts = origin === "new" || (origin === "existing" && grace?.over === true);
  if (!counts || outcome === "waived") return false;
  if (outcome === "error") return level !== "shadow";
  return failOn !== "never" && LEVELS.indexOf(level) >= LEVELS.indexOf(failOn);
}
