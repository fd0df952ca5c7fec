import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/model/day.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product } from "./support/plain.ts";
import { judgePull, judgeTree, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const FILE = policyFile("named");
const NAMELESS = product("plays", {});
const with_ = (members: Readonly<Record<string, unknown>>): Texts => ({
  ...PLAIN,
  [FILE]: policy("named", { level: undefined, ...members }),
});

const ROLLOUT = [
  { from: "2026-03-01", level: "advisory" },
  { from: "2026-05-01", level: "warn" },
  { from: "2026-07-01", level: "block" },
];

describe("a rollout", () => {
  const texts = { ...with_({ rollout: ROLLOUT }), [PLAYS]: NAMELESS };

  it.each([
    ["2026-02-28T23:59:59Z", undefined, "pass"],
    ["2026-03-01T00:00:00Z", "advisory", "pass"],
    ["2026-04-30T23:59:59Z", "advisory", "pass"],
    ["2026-05-01T00:00:00Z", "warn", "pass"],
    ["2026-06-30T23:59:59Z", "warn", "pass"],
    ["2026-07-01T00:00:00Z", "block", "fail"],
    // Wherever the clock hangs, the day is the one in UTC.
    ["2026-07-01T01:59:59+02:00", "warn", "pass"],
    ["2026-06-30T20:00:00-04:00", "block", "fail"],
  ])("at %s is at %s", (instant, level, verdict) => {
    const report = judgeTree(texts, { asOf: dayOf(instant) ?? "" });
    expect(report.findings.map((finding) => finding.level)).toEqual(level === undefined ? [] : [level]);
    expect(report.verdict).toBe(verdict);
    expect(report.policySet.policies).toBe(level === undefined ? 0 : 1);
  });

  it.each<[what: string, rollout: readonly object[], words: RegExp]>([
    ["days out of order", [...ROLLOUT].reverse(), /order of their days/],
    [
      "a level that falls",
      [
        { from: "2026-03-01", level: "block" },
        { from: "2026-05-01", level: "warn" },
      ],
      /only rises/,
    ],
    [
      "a day twice",
      [
        { from: "2026-03-01", level: "warn" },
        { from: "2026-03-01", level: "block" },
      ],
      /is not after/,
    ],
    ["a day that does not exist", [{ from: "2026-02-30", level: "warn" }], /no day 2026-02-30/],
  ])("is refused with %s", (_, rollout, words) => {
    const { problems, policies } = rulesOf(with_({ rollout }));
    expect(problems.map(({ message }) => message).join(" ")).toMatch(words);
    expect(policies).toEqual([]);
  });

  it("and a level are not both there", () => {
    expect(rulesOf(with_({ rollout: ROLLOUT, level: "warn" })).problems).not.toEqual([]);
    expect(rulesOf(with_({})).problems).not.toEqual([]);
  });
});

describe("what was there before a change", () => {
  const grace = (members: Readonly<Record<string, unknown>>): Texts => ({
    ...with_({ level: "block", ...members }),
    [PLAYS]: NAMELESS,
  });
  const existing = { level: "warn", until: "2026-09-01" };

  function told(base: Texts, asOf: string, edit = "description: { purpose: P }\n"): string {
    const { verdict, findings } = judgePull(base, { ...base, [PLAYS]: (base[PLAYS] ?? "") + edit }, { asOf });
    const [finding] = findings;
    const { level = "", origin = "", grace: left } = finding ?? {};
    return `${verdict} ${level} ${origin}${left ? ` ${left.until} ${left.over ? "over" : "runs"}` : ""}`;
  }

  it("never stops it without a date", () => {
    expect(told(grace({}), "2099-01-01")).toBe("pass block existing");
  });

  it("weighs less until the day, and counts from it on where the change touches it", () => {
    const base = grace({ existing });
    expect(told(base, dayOf("2026-08-31T23:59:59Z") ?? "")).toBe("pass warn existing 2026-09-01 runs");
    expect(told(base, dayOf("2026-09-01T00:00:00Z") ?? "")).toBe("fail block existing 2026-09-01 over");
  });

  it("leaves alone whom the change does not touch", () => {
    const base = grace({ existing });
    const other = product("other", { name: "Other" });
    const report = judgePull(base, { ...base, "products/player/other.odps.yaml": other }, { asOf: "2026-10-01" });
    expect(report.verdict).toBe("pass");
  });

  it("is not lifted by a grace that weighs more", () => {
    expect(told(grace({ level: "warn", existing: { level: "block", until: "2026-09-01" } }), "2026-08-01")).toBe(
      "pass warn existing 2026-09-01 runs",
    );
  });
});

describe("notice", () => {
  const guild = (notice: string): Texts => ({ "guild.yaml": `${PLAIN["guild.yaml"] ?? ""}notice: ${notice}\n` });
  const AS_OF = "2026-06-01";

  function problemsOf(before: Texts, after: Texts): readonly string[] {
    const report = judgePull(before, after, { asOf: AS_OF });
    return report.problems
      .filter(({ code }) => !["rules-change", "policy-applies-nowhere", "no-policies"].includes(code))
      .map(({ severity, code, message }) => `${severity} ${code} ${message}`);
  }

  const base = { ...less(PLAIN, FILE), ...guild("{ days: 14, horizonDays: 100 }") };
  // Something must judge before, or there was nobody to promise anything to.
  const ruled = { ...base, [policyFile("other")]: policy("other", { level: "warn" }) };
  const adding = (members: Readonly<Record<string, unknown>>): Texts => ({
    ...ruled,
    [FILE]: policy("named", { level: undefined, ...members }),
  });

  it.each<[what: string, after: Texts, found: readonly RegExp[]]>([
    [
      "a new policy at block",
      adding({ level: "block" }),
      [/^error notice-too-short .* notice is 14 days, and this gives 0\. Let it begin on 2026-06-15/],
    ],
    ["a new policy at warn", adding({ level: "warn" }), [/^error notice-too-short/]],
    ["a new policy that stops nobody", adding({ level: "advisory" }), []],
    ["a rollout that gives thirteen days", adding({ rollout: [{ from: "2026-06-14", level: "block" }] }), [/gives 13/]],
    ["a rollout that gives fourteen days", adding({ rollout: [{ from: "2026-06-15", level: "block" }] }), []],
    [
      "a rollout beyond the horizon",
      adding({ rollout: [{ from: "2026-10-01", level: "block" }] }),
      [/^error notice-horizon .* 122 days ahead, and the guild plans at most 100/],
    ],
    [
      "an emergency",
      adding({ level: "block", emergency: "Keys leaked." }),
      [/^warning emergency .* without notice: Keys leaked\./],
    ],
    [
      "a rule that asks something else",
      {
        ...ruled,
        [policyFile("other")]: policy("other", { level: "warn", rule: { has: { var: "product.description" } } }),
      },
      [/^error notice-too-short .* Bring it as a policy of its own/],
    ],
    ["a policy taken away", base, []],
    ["a level lowered", { ...ruled, [policyFile("other")]: policy("other", { level: "advisory" }) }, []],
    [
      "a level raised",
      { ...ruled, [policyFile("other")]: policy("other", { level: "block" }) },
      [/^error notice-too-short .* raised from warn to block/],
    ],
  ])("is asked for: %s", (_, after, found) => {
    const problems = problemsOf(ruled, after);
    expect(problems).toHaveLength(found.length);
    for (const [index, words] of found.entries()) expect(problems[index]).toMatch(words);
  });

  const graced = (until: string, level = "advisory"): Texts => ({
    ...ruled,
    [policyFile("other")]: policy("other", { level: "warn", existing: { level, until } }),
  });
  const until = (from: string): RegExp => new RegExp(`grace.*Let the grace end on ${from} or later\\.`);

  it.each<[what: string, before: Texts, after: Texts, from: string, sort: string, found: readonly RegExp[]]>([
    ["comes", ruled, graced("2026-07-22"), "2026-07-22", "tighten", []],
    ["comes fourteen days ahead", ruled, graced("2026-06-15"), "2026-06-15", "tighten", []],
    ["comes thirteen days ahead", ruled, graced("2026-06-14"), "2026-06-14", "tighten", [/gives 13/]],
    ["comes too late to help", ruled, graced("2026-05-01"), "2026-06-01", "tighten", [until("2026-06-15")]],
    ["comes beyond the horizon", ruled, graced("2026-12-01"), "2026-12-01", "tighten", [/^error notice-horizon/]],
    ["is shortened", graced("2026-07-22"), graced("2026-07-17"), "2026-07-17", "tighten", []],
    ["ends at once", graced("2026-07-22"), graced("2026-06-02"), "2026-06-02", "tighten", [until("2026-06-15")]],
    ["is longer", graced("2026-07-22"), graced("2026-08-22"), "2026-07-22", "loosen", []],
    ["is given again", graced("2026-05-01"), graced("2026-08-22"), "2026-06-01", "loosen", []],
    ["is without end", graced("2026-07-22"), ruled, "2026-07-22", "loosen", []],
    [
      "weighs more",
      graced("2026-07-22"),
      graced("2026-07-22", "warn"),
      "2026-06-01",
      "tighten",
      [/The level of a grace has no date: give the reason under emergency\.$/],
    ],
  ])("goes by the day on which a grace ends that %s", (_, before, after, from, sort, found) => {
    const { rules } = judgePull(before, after, { asOf: AS_OF });
    expect(rules).toMatchObject({ class: sort, changes: [{ class: sort, from }] });
    const problems = problemsOf(before, after);
    expect(problems).toHaveLength(found.length);
    for (const [index, words] of found.entries()) expect(problems[index]).toMatch(words);
  });

  it("finds no change in a grace that was over and is over", () => {
    const { rules } = judgePull(graced("2026-04-01"), graced("2026-05-01"), { asOf: AS_OF });
    expect(rules).toEqual({ class: "neutral", changes: [] });
  });

  it("tells of waiver terms that they have no date", () => {
    const narrow = { ...ruled, [policyFile("other")]: policy("other", { level: "warn", waiver: { maxDays: 5 } }) };
    expect(problemsOf(ruled, narrow)).toEqual([
      "error notice-too-short Policy own.other may be waived for 5 days at most: the guild's notice is 14 days, and this gives 0. Waiver terms have no date: give the reason under emergency.",
    ]);
  });

  it("is not lifted by an emergency that was one before", () => {
    const emergency = "Keys leaked.";
    const warned = { ...ruled, [FILE]: policy("named", { level: "warn", emergency }) };
    const blocked = { ...ruled, [FILE]: policy("named", { level: "block", emergency }) };
    expect(problemsOf(warned, blocked)).toEqual([expect.stringMatching(/^error notice-too-short/)]);
    const again = { ...ruled, [FILE]: policy("named", { level: "block", emergency: "They leaked again." }) };
    expect(problemsOf(warned, again)).toEqual([expect.stringMatching(/^warning emergency .*They leaked again\./)]);
  });

  it("knows that no waiver at all is the strictest term", () => {
    const terms = (waiver: object): Texts => ({
      ...ruled,
      [policyFile("other")]: policy("other", { level: "advisory", waiver }),
    });
    const classOf = (before: object, after: object): string | undefined =>
      judgePull(terms(before), terms(after), { asOf: AS_OF }).rules?.class;
    expect(classOf({ maxDays: 60 }, { allowed: false })).toBe("tighten");
    expect(classOf({ allowed: false }, { maxDays: 60 })).toBe("loosen");
    expect(classOf({ allowed: false }, { allowed: false, maxDays: 60 })).toBe("neutral");
  });

  it("is not asked for by a guild that promises none, nor before there are rules", () => {
    const free = { ...PLAIN, [policyFile("other")]: policy("other") };
    expect(problemsOf(PLAIN, free)).toEqual([]);
    expect(problemsOf(base, { ...base, [FILE]: policy("named") })).toEqual([]);
  });
});

describe("the class of a change of the rules", () => {
  const limit = (days: string, members: Readonly<Record<string, unknown>> = {}): Texts => ({
    ...PLAIN,
    [FILE]: policy("named", {
      params: { longest: { type: "duration", default: days, description: "D.", stricter: "lower" } },
      rule: { durationLte: [{ var: "product.custom.kept" }, { var: "params.longest" }] },
      message: "{params.longest}",
      ...members,
    }),
  });
  const classOf = (before: Texts, after: Texts): string | undefined =>
    judgePull(before, after, { asOf: "2026-06-01" }).rules?.class;

  it.each<[what: string, before: Texts, after: Texts, expected: string]>([
    ["words", limit("P30D"), limit("P30D", { title: "Else" }), "neutral"],
    ["a stricter value", limit("P30D"), limit("P20D"), "tighten"],
    ["a looser value", limit("P30D"), limit("P40D"), "loosen"],
    ["the same value, said otherwise", limit("P7D"), limit("P1W"), "neutral"],
    ["a level raised", limit("P30D", { level: "warn" }), limit("P30D"), "tighten"],
    ["a stricter value at a lower level", limit("P30D"), limit("P20D", { level: "warn" }), "mixed"],
    ["another rule", limit("P30D"), limit("P30D", { onMissing: "error" }), "unknown"],
    [
      "a grace that ends",
      limit("P30D"),
      limit("P30D", { existing: { level: "warn", until: "2026-09-01" } }),
      "tighten",
    ],
    ["narrower waivers", limit("P30D"), limit("P30D", { waiver: { maxDays: 10 } }), "tighten"],
    [
      "no waivers but as a whole",
      limit("P30D", { waiver: { maxDays: 10 } }),
      limit("P30D", { waiver: { whole: true, maxDays: 5 } }),
      "unknown",
    ],
    [
      "a level that comes later",
      limit("P30D"),
      limit("P30D", { level: undefined, rollout: [{ from: "2026-07-01", level: "block" }] }),
      "loosen",
    ],
    [
      "a rollout that is already there",
      limit("P30D", { level: undefined, rollout: [{ from: "2026-01-01", level: "block" }] }),
      limit("P30D"),
      "neutral",
    ],
  ])("is known: %s", (_, before, after, expected) => {
    expect(classOf(before, after)).toBe(expected);
  });
});
