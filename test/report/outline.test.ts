import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { exitCode } from "../../src/report/exit-code.ts";
import { findReportFormat } from "../../src/report/formats/index.ts";
import { headline, totals } from "../../src/report/headline.ts";
import { isQuiet, outline } from "../../src/report/outline.ts";
import { stopsCheck } from "../../src/model/verdict.ts";
import { finding, location, problem, report } from "../support/report.ts";

test.each([
  ["pass", 0],
  ["fail", 1],
  ["error", 2],
] as const)("a verdict of %s exits with %i", (verdict, code) => {
  expect(exitCode(report({ verdict }))).toBe(code);
});

test("a format is found by its id", () => {
  expect(findReportFormat("sarif")?.id).toBe("sarif");
  expect(findReportFormat("__proto__")).toBeUndefined();
});

describe("a finding fails the check", () => {
  test.each([
    ["block", {}, true],
    ["block", { level: "warn" }, false],
    ["warn", { level: "warn" }, true],
    ["warn", { level: "advisory" }, false],
    ["never", {}, false],
    ["block", { origin: "existing" }, false],
    ["block", { origin: "policy" }, false],
    ["block", { outcome: "waived" }, false],
    ["never", { outcome: "error", level: "advisory" }, true],
    // A policy on trial stops nobody, whatever becomes of it.
    ["block", { outcome: "error", level: "shadow" }, false],
    ["block", { outcome: "error", origin: "policy" }, false],
  ] as const)("that fails on %s, for %j: %s", (failOn, over, expected) => {
    expect(stopsCheck(finding(over), failOn)).toBe(expected);
  });
});

describe("the outline", () => {
  const findings = [
    finding({ policy: "c", level: "advisory" }),
    finding({ policy: "b", level: "warn", location: location("b.yaml", 2) }),
    finding({ policy: "a", level: "warn", location: location("b.yaml", 10) }),
    finding({ policy: "d", origin: "existing" }),
    finding({ policy: "e", outcome: "waived" }),
    finding({ policy: "f", origin: "policy" }),
    finding({ policy: "g", level: "shadow" }),
    finding({ policy: "h", level: "advisory", outcome: "error" }),
    finding({ policy: "i" }),
    finding({ policy: "j", level: "shadow", outcome: "error" }),
  ];
  const seen = outline(report({ findings }));

  test("puts what fails the check first, then by level and place", () => {
    expect(seen.lanes.new.map(({ policy }) => policy)).toEqual(["i", "h", "b", "a", "c"]);
    expect(seen.stopping.map(({ policy }) => policy)).toEqual(["i", "h"]);
  });

  test("keeps the lanes apart", () => {
    expect(seen.shown.map(({ policy }) => policy)).toEqual(["i", "h", "b", "a", "c", "f", "d", "e"]);
  });

  test("counts what is only measured", () => {
    expect(seen.measured).toBe(2);
  });
});

test("what a policy on trial cannot judge is no remark, and every finding is counted once", () => {
  const trial = finding({ level: "shadow", outcome: "error" });
  const told = (findings: readonly Finding[]): readonly string[] => {
    const value = report({
      findings,
      counts: { pass: 40, fail: 0, waived: 0, notApplicable: 0, error: findings.length },
    });
    return [headline(value, outline(value)), ...totals(value, outline(value))];
  };
  expect(told([trial, trial])).toEqual(["Pass: nothing to fix", "2 from policies on trial", "40 checks passed"]);
  const unjudged = finding({ level: "warn", outcome: "error" });
  expect(told([trial, unjudged, finding({ level: "warn" })])).toEqual([
    "Pass, with 1 remark that does not block",
    "2 new (1 warn, 1 not judged)",
    "1 from policies on trial",
    "40 checks passed",
  ]);
});

test.each([
  ["nothing", {}, true],
  ["what is only measured", { findings: [finding({ level: "shadow", outcome: "error" })] }, true],
  ["what was there before", { findings: [finding({ origin: "existing" })] }, true],
  ["what was waived before", { findings: [finding({ outcome: "waived", origin: "existing" })] }, true],
  ["what this change causes and a waiver excuses", { findings: [finding({ outcome: "waived" })] }, false],
  ["a warning", { findings: [finding({ level: "warn" })] }, false],
  ["a preview", { findings: [finding({ origin: "policy" })] }, false],
  ["a problem", { problems: [problem({ severity: "warning" })] }, false],
  ["something fixed", { fixed: [finding()] }, false],
  ["a fail", { verdict: "fail" }, false],
] as const)("with %s, a report is quiet: %#", (_, over, expected) => {
  const value = report(over);
  expect(isQuiet(value, outline(value))).toBe(expected);
});
