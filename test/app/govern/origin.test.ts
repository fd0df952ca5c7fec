import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./support/plain.ts";
import { judgeChange, judgeTree, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const NAMELESS = product("plays");
const FAULTY: Texts = { ...PLAIN, [PLAYS]: NAMELESS };
const MOVED = "products/playlist/plays.odps.yaml";
const ENTRY = policyFile("entry");
const FORMER = policyFile("former");

/** Fails a product whose entry (a custom property) is bad, and cannot judge one whose entry is no text. */
const ENTRY_POLICY = policy("entry", { rule: { neq: [{ var: ["product", "custom", "entry"] }, "bad"] } });
const entry = (value: unknown): string =>
  product("plays", { name: "Plays", customProperties: [{ property: "entry", value }] });
const JUDGED_BY_ENTRY: Texts = { ...less(PLAIN, TOP), [ENTRY]: ENTRY_POLICY };

function told({ findings, fixed, verdict }: Report): readonly string[] {
  return [
    verdict,
    ...findings.map(({ origin, policy, outcome, subject }) => `${origin} ${outcome} ${policy} ${subject.id}`),
    ...fixed.map(({ policy, subject }) => `fixed ${policy} ${subject.id}`),
  ];
}

describe("a finding", () => {
  it.each<[string, Texts, Texts, readonly string[]]>([
    ["nothing is wrong", PLAIN, { ...PLAIN, [PLAYS]: product("plays", { name: "All plays" }) }, ["pass"]],
    ["the change causes it", PLAIN, FAULTY, ["fail", "new fail own.named plays"]],
    ["a new file brings it", less(PLAIN, PLAYS), FAULTY, ["fail", "new fail own.named plays"]],
    [
      "it was there before, in other lines",
      FAULTY,
      { ...FAULTY, [PLAYS]: `# Plays\n${NAMELESS}` },
      ["pass", "existing fail own.named plays"],
    ],
    [
      "it was there before, in another file",
      FAULTY,
      { ...less(FAULTY, PLAYS), [MOVED]: NAMELESS },
      ["pass", "existing fail own.named plays"],
    ],
    ["it stands in a file that nobody touches", FAULTY, { ...FAULTY, [TOP]: product("top", { name: "T" }) }, ["pass"]],
    ["the change mends it", FAULTY, PLAIN, ["pass", "fixed own.named plays"]],
    ["the change removes what it is about", FAULTY, less(FAULTY, PLAYS), ["pass"]],
    [
      "another id takes the place of the one that had it",
      FAULTY,
      { ...PLAIN, [PLAYS]: product("listens") },
      ["fail", "new fail own.named listens"],
    ],
  ])("is told when %s", (_, base, head, expected) => {
    expect(told(judgeChange(base, head))).toEqual(expected);
  });

  it.each<[string, string, string, readonly string[]]>([
    ["good to no text", entry("good"), entry(7), ["error", "new error own.entry plays"]],
    // A failure to evaluate must not hide behind the failure that was there.
    ["bad to no text", entry("bad"), entry(7), ["error", "new error own.entry plays"]],
    ["no text to no text", entry(7), entry(8), ["error", "new error own.entry plays"]],
    ["no text to bad", entry(7), entry("bad"), ["pass", "existing fail own.entry plays"]],
    ["no text to good", entry(7), entry("good"), ["pass", "fixed own.entry plays"]],
  ])("of a value that goes from %s says whether it can be judged", (_, before, after, expected) => {
    const [base, head] = [before, after].map((plays) => ({ ...JUDGED_BY_ENTRY, [PLAYS]: plays }));
    expect(told(judgeChange(base ?? {}, head ?? {}))).toEqual(expected);
  });

  it("of a policy about changes is never older than the change", () => {
    const frozen = policy("frozen", {
      type: "change",
      rule: { eq: [{ var: "change.kind" }, "unchanged"] },
      message: "{product.id} is changed.",
    });
    const base = { ...FAULTY, [policyFile("frozen")]: frozen };
    expect(told(judgeChange(base, { ...base, [PLAYS]: product("plays", { version: "1.0.1" }) }))).toEqual([
      "fail",
      "new fail own.frozen plays",
      "existing fail own.named plays",
    ]);
    expect(told(judgeChange(base, less(base, PLAYS)))).toEqual(["fail", "new fail own.frozen plays"]);
    expect(told(judgeTree(base))).toEqual(["fail", "new fail own.named plays"]);
  });
});

describe("a pull request that edits rules", () => {
  const change = (head: Texts, base: Texts = PLAIN): Report => judgeChange(base, head, { proposed: rulesOf(head) });

  it("is judged by the rules of the base", () => {
    const lenient = { ...FAULTY, [policyFile("named")]: policy("named", { level: "off" }) };
    expect(told(change(lenient))).toEqual(["fail", "new fail own.named plays"]);
    expect(told(change(less(FAULTY, policyFile("named"))))).toEqual(["fail", "new fail own.named plays"]);
  });

  it("shows what the rules that it proposes would find, and is not stopped by it", () => {
    const strict = { ...PLAIN, [policyFile("tagged")]: policy("tagged", { rule: { has: { var: "product.tags" } } }) };
    expect(told(change(strict))).toEqual(["pass", "policy fail own.tagged plays", "policy fail own.tagged top"]);
  });

  it("does not show again what the rules in force say", () => {
    const reworded = { ...FAULTY, [policyFile("named")]: policy("named", { message: "Nameless: {product.id}." }) };
    expect(told(change(reworded, FAULTY))).toEqual(["pass"]);
  });

  it("cannot bring a rule that is wrong", () => {
    const wrong = { ...PLAIN, [FORMER]: policy("former", { rule: { hass: { var: "product.name" } } }) };
    const report = change(wrong);
    expect(report.verdict).toBe("error");
    expect(report.problems).toMatchObject([{ severity: "error", location: { file: FORMER } }]);
  });

  it("is told of a policy that would apply to nothing", () => {
    const idle = policy("former", { applies: { eq: [{ var: "product.status" }, "retired"] } });
    const report = change({ ...PLAIN, [FORMER]: idle });
    expect(report.verdict).toBe("pass");
    expect(report.problems).toMatchObject([
      { severity: "warning", code: "policy-applies-nowhere", location: { file: FORMER } },
      { severity: "warning", code: "rules-change", location: { file: FORMER } },
    ]);
  });
});

describe("a policy that applies to nothing", () => {
  const idle = { [FORMER]: policy("former", { applies: { eq: [{ var: "product.status" }, "retired"] } }) };

  it("is told where the whole mesh is judged, and only there", () => {
    const told = judgeTree({ ...PLAIN, ...idle }).problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(told).toEqual(["warning policy-applies-nowhere"]);
    expect(judgeChange({ ...PLAIN, ...idle }, { ...FAULTY, ...idle }).problems).toEqual([]);
  });

  it("is not told of what applies, passes or concerns changes", () => {
    expect(judgeTree(PLAIN).problems).toEqual([]);
    const frozen = policy("frozen", { type: "change", rule: { eq: [{ var: "change.kind" }, "unchanged"] } });
    expect(judgeTree({ ...PLAIN, [policyFile("frozen")]: frozen }).problems).toEqual([]);
  });
});
