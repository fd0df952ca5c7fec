import { describe, expect, it } from "vitest";
import type { PolicyTest, TestedPolicy } from "../../src/model/policy-test.ts";
import { POLICY_TEST_FORMATS } from "../../src/report/policy-test/index.ts";
import { policyTestText } from "../../src/report/policy-test/text.ts";
import { problem } from "../support/report.ts";
import { HOSTILE } from "./samples.ts";

const LOCATION = { file: "policies/global/hours.yaml", line: 17, column: 3, endLine: 17, endColumn: 9 };

function policy(over: Partial<TestedPolicy> = {}): TestedPolicy {
  return {
    id: "global.hours",
    file: "policies/global/hours.yaml",
    fixture: "policies/global/fixture",
    level: "block",
    tests: { passed: 4, failed: 0, cases: [] },
    coverage: { seen: 2, total: 2, never: [] },
    mutants: { total: 12, killed: 11, equivalent: 1, survived: [] },
    promotable: "block",
    lacks: [],
    gate: "holds",
    faults: [],
    ...over,
  };
}

const SHORT = policy({
  id: "global.hours-between-two-deliveries",
  tests: {
    passed: 1,
    failed: 1,
    cases: [
      { name: "too many hours", passed: false, expected: "fail", actual: "pass", message: "expected fail, got pass" },
    ],
  },
  coverage: {
    seen: 1,
    total: 2,
    never: [{ path: "rule", written: "{ lte: [ { var: it.hours }, 24 ] }", never: "false", location: LOCATION }],
  },
  mutants: {
    total: 12,
    killed: 10,
    equivalent: 0,
    survived: [
      {
        path: "rule",
        change: "lte -> lt",
        location: LOCATION,
        suggestion: { name: "not rule: lte -> lt", given: { set: { "a.yaml#/hours": 24 } }, expect: "pass" },
        searched: true,
      },
      { path: "onMissing", change: "fail -> skip", location: LOCATION, suggestion: null, searched: true },
      { path: "onMissing", change: "fail -> error", location: LOCATION, suggestion: null, searched: false },
    ],
  },
  promotable: "advisory",
  lacks: ["a case that fails", "a case of missing data: one that removes something and does not pass"],
  gate: "open",
  faults: ['equivalentMutants names "rule: lt -> lte", which is no mutant that survives'],
});

function test(...policies: readonly TestedPolicy[]): PolicyTest {
  return { schema: "meshgate/policy-test/v1", policies, problems: [] };
}

function text(answer: PolicyTest, width = 100): string {
  return policyTestText(answer, { colour: false, width });
}

describe("as text", () => {
  it("is a line a policy and a total when everything is shown", () => {
    expect(text(test(policy()))).toBe(
      [
        "  policy        level  cases  cover  mutants  may be",
        "✓ global.hours  block    4/4    2/2    11/11  block",
        "",
        "1 of 1 policy stands · 0 cases · 11 of 11 mutants killed",
        "",
      ].join("\n"),
    );
  });

  it("tells what is not shown, with a case to copy", () => {
    expect(text(test(SHORT, policy())).split("\n")).toEqual([
      "  policy                               level  cases  cover  mutants  may be",
      "✗ global.hours-between-two-deliveries  block    1/2    1/2    10/12  advisory",
      "✓ global.hours                         block    4/4    2/2    11/11  block",
      "",
      "✗ global.hours-between-two-deliveries  policies/global/hours.yaml",
      '  Case "too many hours" does not hold: expected fail, got pass',
      "  It is at block and may be advisory: a higher level needs a case that fails and a case of missing",
      "  data: one that removes something and does not pass.",
      '  equivalentMutants names "rule: lt -> lte", which is no mutant that survives.',
      "  17:3 rule: never false: { lte: [ { var: it.hours }, 24 ] }",
      "  17:3 rule: lte -> lt: no case tells them apart",
      '    - name: "not rule: lte -> lt"',
      "      given:",
      "        set:",
      "          a.yaml#/hours: 24",
      "      expect: pass",
      "  17:3 onMissing: fail -> skip: no case tells them apart, and none was found that would",
      "  17:3 onMissing: fail -> error: no case tells them apart, and the search for one was cut short",
      "",
      "1 of 2 policies stands · 1 case · 21 of 23 mutants killed",
      "",
    ]);
  });

  it.each([80, 120])("keeps to a screen of %i columns, and lines stand below each other", (width) => {
    const lines = text(test(SHORT, policy()), width).split("\n");
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    const [head = "", first = "", second = ""] = lines;
    const column = head.indexOf("level");
    expect([first, second].map((line) => line.slice(column, column + 5))).toEqual(["block", "block"]);
  });

  it("tells what keeps a policy from being tested, and of a mesh without policies", () => {
    const broken = { ...test(), problems: [problem({ message: "It cannot be read." })] };
    expect(text(broken)).toContain("It cannot be read.");
    expect(text(broken)).toMatch(/1 problem\n$/);
    expect(text(test())).toMatch(/^This mesh has no policies of its own to test\./);
  });
});

it.each(POLICY_TEST_FORMATS.map((format) => [format.id, format] as const))("%s lets nothing through", (_, format) => {
  const hostile = policy({
    id: HOSTILE,
    file: HOSTILE,
    faults: [HOSTILE],
    lacks: [HOSTILE],
    tests: { passed: 0, failed: 1, cases: [{ name: HOSTILE, passed: false, expected: "pass", message: HOSTILE }] },
    mutants: {
      total: 1,
      killed: 0,
      equivalent: 0,
      survived: [
        {
          path: HOSTILE,
          change: HOSTILE,
          location: LOCATION,
          suggestion: { name: HOSTILE, given: { set: { [HOSTILE]: HOSTILE } }, expect: "pass" },
          searched: true,
        },
      ],
    },
  });
  const rendered = format.render(test(hostile), { colour: false, width: 100 });
  for (const invisible of ["\u001b", "\u202e", "\u2028", "\u0000", "\u200b"]) expect(rendered).not.toContain(invisible);
  expect(rendered).not.toMatch(/^\s*::error/m);
  expect(rendered).not.toContain("##[error]");
});
