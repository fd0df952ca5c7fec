import type { Report, Verdict } from "../model/report.ts";

const EXIT_BY_VERDICT = { pass: 0, fail: 1, error: 2 } as const satisfies Record<Verdict, number>;

/** 0 pass · 1 findings that fail the check · 2 something could not be read or judged, which is never a pass. */
export function exitCode(report: Report): 0 | 1 | 2 {
  return EXIT_BY_VERDICT[report.verdict];
}
