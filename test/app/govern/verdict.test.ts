import { describe, expect, it } from "vitest";
import { sortFindings, verdictOf } from "../../../src/app/govern/verdict.ts";
import { LEVELS } from "../../../src/model/finding.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { Report, Verdict } from "../../../src/model/report.ts";
import { finding, problem } from "../../support/report.ts";

type FailOn = Report["failOn"];

/** Rows: outcome; columns: level off, shadow, advisory, warn, block. */
const OF_NEW: readonly (readonly [FailOn, Finding["outcome"], string])[] = [
  ["block", "fail", "pass pass pass pass fail"],
  ["block", "error", "error pass error error error"],
  ["block", "waived", "pass pass pass pass pass"],
  ["warn", "fail", "pass pass pass fail fail"],
  ["warn", "error", "error pass error error error"],
  ["warn", "waived", "pass pass pass pass pass"],
  ["never", "fail", "pass pass pass pass pass"],
  ["never", "error", "error pass error error error"],
  ["never", "waived", "pass pass pass pass pass"],
];

describe("the verdict", () => {
  it.each(OF_NEW)("where %s fails, on what is new and %s, is %s by level", (failOn, outcome, expected) => {
    const verdicts = LEVELS.map((level) => verdictOf([finding({ outcome, level })], [], failOn));
    expect(verdicts.join(" ")).toBe(expected);
  });

  it.each(["existing", "policy"] as const)("never minds what is %s", (origin) => {
    for (const outcome of ["fail", "error", "waived"] as const) {
      for (const level of LEVELS) expect(verdictOf([finding({ origin, outcome, level })], [], "warn")).toBe("pass");
    }
  });

  it.each<[string, readonly Finding[], readonly ("error" | "warning")[], Verdict]>([
    ["nothing", [], [], "pass"],
    ["a warning", [], ["warning"], "pass"],
    ["an unreadable input", [], ["warning", "error"], "error"],
    ["a finding and an unreadable input", [finding()], ["error"], "error"],
    ["a finding and one that could not be judged", [finding(), finding({ outcome: "error" })], [], "error"],
    ["a light and a heavy finding", [finding({ level: "advisory" }), finding()], [], "fail"],
  ])("on %s is the heaviest", (_, findings, severities, expected) => {
    const problems = severities.map((severity) => problem({ severity }));
    expect(verdictOf(findings, problems, "block")).toBe(expected);
  });
});

describe("the order of findings", () => {
  it("is new before previewed before existing, what could not be judged and the heaviest first, then by place", () => {
    const at = (file: string, line: number): Finding["location"] => ({
      ...finding().location,
      file,
      line,
    });
    const ordered = [
      finding({ outcome: "error", level: "advisory" }),
      finding({ location: at("a.yaml", 2) }),
      finding({ location: at("a.yaml", 10) }),
      finding({ location: at("b.yaml", 1), policy: "own.a" }),
      finding({ location: at("b.yaml", 1), policy: "own.b" }),
      finding({ level: "warn" }),
      finding({ origin: "policy", level: "warn" }),
      finding({ origin: "existing", outcome: "error" }),
      finding({ origin: "existing" }),
    ];
    expect(sortFindings([...ordered].reverse())).toEqual(ordered);
    expect(sortFindings(ordered)).toEqual(ordered);
  });
});
