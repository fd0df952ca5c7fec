import { weight } from "../../model/enforcement.ts";
import type { Finding, Fix } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { fixBetween } from "../../policy/fix/offer.ts";
import type { Workshop } from "../gather.ts";
import type { Run } from "../run.ts";
import { openBench } from "./bench.ts";
import type { Mended } from "./bench.ts";

/** So many findings of a run are tried on at most: each is judged again with everything around it. */
const MAX_TRIALS = 20;
/** A fix that is longer is read by nobody. */
const MAX_DIFF = 8_000;

/** The report with a fix at each finding that has one. Costs nothing where no policy knows any. */
export async function offerFixes(run: Run, report: Report, progress: Workshop["progress"]): Promise<Report> {
  const fixes = await tryFixes(run, report.findings, report.findings, progress);
  if (fixes.size === 0) return report;
  const findings = report.findings.map((finding) => {
    const fix = fixes.get(finding);
    return fix === undefined ? finding : { ...finding, fix };
  });
  return { ...report, findings };
}

/**
 * Tries the fixes of findings, each on head as it is.
 *
 * @param known everything that was found
 */
export async function tryFixes(
  run: Run,
  findings: readonly Finding[],
  known: readonly Finding[],
  progress: Workshop["progress"],
): Promise<ReadonlyMap<Finding, Fix>> {
  const open = fixable(run, findings).slice(0, MAX_TRIALS);
  const fixes = new Map<Finding, Fix>();
  if (open.length === 0) return fixes;
  const bench = openBench(run);
  for (const [index, finding] of open.entries()) {
    progress("Trying fixes", index, open.length);
    const tried = await bench.tryOn(finding, known);
    const fix = "fault" in tried ? undefined : fixOf(tried);
    if (fix !== undefined) fixes.set(finding, fix);
  }
  return fixes;
}

/** Findings whose policy knows a fix, where the change is at work. What is only measured is mended by nobody. */
export function fixable({ input, scope }: Run, findings: readonly Finding[]): readonly Finding[] {
  const patched = new Set(input.rules.policies.flatMap(({ id, patch }) => (patch.length > 0 ? [id] : [])));
  return findings.filter(
    ({ policy, outcome, level, origin, location }) =>
      patched.has(policy) &&
      outcome === "fail" &&
      weight(level) > weight("shadow") &&
      (origin === "new" || (origin === "existing" && scope.touched.has(location.file))),
  );
}

function fixOf({ file, before, after }: Mended): Fix | undefined {
  const fix = fixBetween(file, before, after);
  return fix.diff.length > MAX_DIFF ? undefined : fix;
}
