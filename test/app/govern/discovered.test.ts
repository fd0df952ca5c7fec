import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policyFile, product, TOP } from "./support/plain.ts";
import { judgeChange, judgeTree, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const discovering = (discovery: string): Texts => ({
  ...PLAIN,
  "meshgate.yaml": `apiVersion: meshgate/v1\nkind: Mesh\ndiscovery:\n  ${discovery}\n`,
});

function told({ verdict, problems }: Report): readonly string[] {
  return [verdict, ...problems.map(({ code, location: { line, column } }) => `${line}:${column} ${code}`)];
}

describe("the check of a whole mesh", () => {
  it.each<[string, readonly string[]]>([
    ['include: ["products/**"]', ["pass"]],
    ['include: ["products/**", "consumers/**"]', ["pass", "4:28 idle-glob"]],
    ['include: ["products"]', ["error", "3:1 nothing-found", "4:13 idle-glob"]],
    ['include: ["Products/**"]', ["error", "3:1 nothing-found", "4:13 idle-glob"]],
    ['exclude: ["**"]', ["error", "3:1 nothing-found"]],
    ['include: ["products/"]', ["error", "4:13 bad-glob"]],
    ['include: ["products/**/*.{yaml"]', ["error", "4:13 bad-glob"]],
    ['include: ["[z"]', ["error", "4:13 bad-glob"]],
    ["include: []", ["error", "4:12 wrong-length"]],
  ])("with %s", (discovery, expected) => {
    expect(told(judgeTree(discovering(discovery)))).toEqual(expected);
  });

  it("finds something where a descriptor cannot be read", () => {
    const broken = { ...less(PLAIN, TOP), [PLAYS]: "kind: DataProduct\nid: [\n" };
    expect(judgeTree(broken).problems.map(({ code }) => code)).not.toContain("nothing-found");
  });

  it("says that no policy is in force", () => {
    const lawless = less(PLAIN, policyFile("named"));
    expect(told(judgeTree(lawless))).toEqual(["pass", "1:1 no-policies"]);
    expect(told(judgeChange(lawless, { ...lawless, [PLAYS]: product("plays") }))).toEqual(["pass", "1:1 no-policies"]);
  });
});

describe("a change", () => {
  const change = (head: Texts, base: Texts = PLAIN): Report => judgeChange(base, head, { proposed: rulesOf(head) });

  it.each<[string, string]>([
    ['exclude: ["products/player/**"]', "1 product would no longer be looked at: plays."],
    ['exclude: ["**"]', "Nothing would be judged any more: 2 products would no longer be looked at: plays and top."],
  ])("of discovery to %s is told what is lost", (discovery, message) => {
    const report = change(discovering(discovery));
    expect(report.verdict).toBe("pass");
    expect(report.problems).toMatchObject([
      { severity: "warning", code: "discovery-narrowed", message, location: { file: "meshgate.yaml", line: 3 } },
    ]);
  });

  it.each<[what: string, base: Texts, head: Texts, sort: string, message: string]>([
    [
      "loses a product",
      PLAIN,
      discovering('exclude: ["products/player/**"]'),
      "loosen",
      "1 product would no longer be looked at: plays.",
    ],
    [
      "finds a product",
      discovering('exclude: ["products/player/**"]'),
      PLAIN,
      "tighten",
      "1 product would be looked at from now on: plays.",
    ],
    [
      "could lose something",
      PLAIN,
      discovering('exclude: ["products/sandbox/**"]'),
      "loosen",
      "Discovery goes by other globs, and finds the same for now.",
    ],
    [
      "could find something",
      discovering('exclude: ["products/sandbox/**"]'),
      PLAIN,
      "tighten",
      "Discovery goes by other globs, and finds the same for now.",
    ],
    [
      "cannot be compared",
      PLAIN,
      discovering('include: ["products/**"]'),
      "unknown",
      "Discovery goes by other globs, and finds the same for now.",
    ],
  ])("of discovery that %s has its class", (_, base, head, sort, message) => {
    const { rules, problems } = change(head, base);
    expect(rules).toMatchObject({ class: sort, changes: [{ class: sort, message }] });
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  it("of discovery both ways is mixed", () => {
    const [base, head] = ["player", "playlist"].map((domain) => discovering(`exclude: ["products/${domain}/**"]`));
    expect(change(head ?? {}, base).rules?.class).toBe("mixed");
  });

  it("of words of the settings leaves discovery alone", () => {
    const renamed = { ...PLAIN, "meshgate.yaml": (PLAIN["meshgate.yaml"] ?? "").replace("plain", "other") };
    expect(change(renamed)).toMatchObject({ rules: { class: "neutral", changes: [] }, problems: [] });
  });

  it("that leaves no descriptor is warned", () => {
    const report = judgeChange(PLAIN, less(PLAIN, PLAYS, TOP));
    expect(report.verdict).toBe("pass");
    expect(report.problems).toMatchObject([{ severity: "warning", code: "nothing-found" }]);
  });
});
