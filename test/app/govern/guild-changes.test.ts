import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policy, policyFile } from "./support/plain.ts";
import { judgePull } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-01";
const GUILD = PLAIN["guild.yaml"] ?? "";
const NOTICE = "notice: { days: 14 }\n";
const guild = (text: string): Texts => ({ ...PLAIN, "guild.yaml": GUILD + text });

function pull(before: Texts, after: Texts): Report {
  const report = judgePull(before, after, { asOf: AS_OF });
  expect(report.problems.map(({ code }) => code)).not.toContain("unknown-key");
  return report;
}

/** What a change is as a whole, and its parts with their places. */
function told(before: Texts, after: Texts): readonly string[] {
  const { rules, problems } = pull(before, after);
  const changes = rules?.changes ?? [];
  const remarks = problems.filter(({ code }) => code === "rules-change").map(({ message }) => message);
  expect(new Set(remarks)).toEqual(new Set(changes.map(({ message }) => message)));
  const parts = changes.map(
    ({ class: sort, from, message, location: { file, line } }) => `${file}:${line} ${from} ${sort} ${message}`,
  );
  return [rules?.class ?? "", ...parts];
}

function notices(before: Texts, after: Texts): readonly string[] {
  return pull(before, after)
    .problems.filter(({ code }) => code !== "rules-change")
    .map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

describe("the terms of the guild", () => {
  it.each<[what: string, one: string, other: string, forth: string, back: string]>([
    [
      "notice",
      NOTICE,
      "",
      "loosen guild.yaml:1 notice.days goes from 14 to 0.",
      "tighten guild.yaml:4 notice.days goes from 0 to 14.",
    ],
    [
      "days of notice",
      NOTICE,
      "notice: { days: 7 }\n",
      "loosen guild.yaml:4 notice.days goes from 14 to 7.",
      "tighten guild.yaml:4 notice.days goes from 7 to 14.",
    ],
    [
      "the horizon",
      "notice: { horizonDays: 100 }\n",
      "notice: { days: 0 }\n",
      "loosen guild.yaml:4 notice.horizonDays goes from 100 to no limit.",
      "tighten guild.yaml:4 notice.horizonDays goes from no limit to 100.",
    ],
    [
      "longest waivers",
      "",
      "waivers: { maxDays: 365 }\n",
      "loosen guild.yaml:4 waivers.maxDays goes from 180 to 365.",
      "tighten guild.yaml:1 waivers.maxDays goes from 365 to 180.",
    ],
    [
      "when waivers are told",
      "",
      "waivers: { expiringDays: 3 }\n",
      "neutral guild.yaml:4 waivers.expiringDays goes from 14 to 3.",
      "neutral guild.yaml:1 waivers.expiringDays goes from 3 to 14.",
    ],
    [
      "a quorum",
      "quorums:\n  - id: exception\n    count: 3\n",
      "quorums:\n  - id: exception\n    count: 2\n",
      'loosen guild.yaml:6 Quorum "exception" goes from 3 to 2.',
      'tighten guild.yaml:6 Quorum "exception" goes from 2 to 3.',
    ],
    [
      "a whole quorum",
      "quorums: [{ id: a, count: 1 }, { id: b, count: 2 }]\n",
      "quorums: [{ id: a, count: 1 }]\n",
      'loosen guild.yaml:4 Quorum "b" of 2 is taken out.',
      'tighten guild.yaml:4 Quorum "b" of 2 is added.',
    ],
    [
      "who counts for a quorum",
      "quorums: [{ id: a, count: 1, distinctBy: seat }]\n",
      "quorums: [{ id: a, count: 1 }]\n",
      'unknown guild.yaml:4 Quorum "a" counts other approvals.',
      'unknown guild.yaml:4 Quorum "a" counts other approvals.',
    ],
  ])("are told with both values: %s", (_, one, other, forth, back) => {
    const expected = (line: string): readonly string[] => {
      const [sort = "", place = "", ...words] = line.split(" ");
      return [sort, `${place} ${AS_OF} ${sort} ${words.join(" ")}`];
    };
    expect(told(guild(one), guild(other))).toEqual(expected(forth));
    expect(told(guild(other), guild(one))).toEqual(expected(back));
  });

  it("that shorten waivers need notice where a policy allows longer ones", () => {
    const before = guild(NOTICE);
    expect(notices(before, guild(`${NOTICE}waivers: { maxDays: 10 }\n`))).toEqual([
      "error notice-too-short waivers.maxDays goes from 180 to 10. That may make policies stricter at once: the guild's notice is 14 days, and this gives 0. Waiver terms have no date: give the reason under emergency in guild.yaml.",
    ]);
    expect(notices(before, guild(`${NOTICE}waivers: { maxDays: 170 }\n`))).toEqual([]);
  });
});

const WORDS = `classifications: [public, internal, secret]
entities: [{ id: play, identifier: play_id, logicalType: string, definition: D }]
valueSets: { zones: [eu, us] }
tables: { tiers: { gold: 1, silver: 2 } }
teams: ["@daff/player-data", "@daff/playlist-data", "@daff/privacy"]
`;

describe("words of the guild", () => {
  const before = guild(NOTICE + WORDS);
  const edited = (was: string, is: string, more = ""): Texts => {
    const text = before["guild.yaml"] ?? "";
    expect(text).toContain(was);
    return { ...before, "guild.yaml": text.replace(was, is) + more };
  };

  it.each<[what: string, was: string, is: string]>([
    ["a domain taken out", ', { id: playlist, owners: ["@daff/playlist-data"] }', ""],
    ["a domain renamed", "id: playlist", "id: lists"],
    ["another owner", '{ id: player, owners: ["@daff/player-data"]', '{ id: player, owners: ["@daff/privacy"]'],
    ["a classification taken out", "internal, ", ""],
    ["a classification renamed", "internal", "inside"],
    ["classifications in another order", "public, internal", "internal, public"],
    ["an entity taken out", "entities: [{ id: play, identifier: play_id, logicalType: string, definition: D }]", ""],
    ["an entity of another type", "logicalType: string", "logicalType: number"],
    ["a value set taken out", "valueSets: { zones: [eu, us] }", ""],
    ["a value taken out", "[eu, us]", "[eu]"],
    ["a table taken out", "tables: { tiers: { gold: 1, silver: 2 } }", ""],
    ["a row taken out", ", silver: 2", ""],
    ["a row with another value", "silver: 2", "silver: 3"],
    ["a team taken out", ', "@daff/privacy"]', "]"],
  ])("are kept until the policies that need them have had notice: %s", (_, was, is) => {
    const after = edited(was, is);
    expect(pull(before, after)).toMatchObject({ verdict: "error", rules: { class: "unknown" } });
    for (const line of notices(before, after)) {
      expect(line).toMatch(
        /^error notice-too-short .* notice is 14 days, and this gives 0\. Keep the old beside the new until .*, or give the reason under emergency in guild\.yaml\.$/,
      );
    }
    const free = { ...after, "guild.yaml": (after["guild.yaml"] ?? "").replace(NOTICE, "") };
    expect(notices({ ...before, "guild.yaml": GUILD + WORDS }, free)).toEqual([]);
  });

  it("may go at once in an emergency that this change tells", () => {
    const emergency = "emergency: The zone has been closed.\n";
    expect(notices(before, edited("[eu, us]", "[eu]", emergency))).toEqual([
      'warning emergency Value sets with other values: "zones". Without notice: The zone has been closed.',
    ]);
    const stale = { ...before, "guild.yaml": (before["guild.yaml"] ?? "") + emergency };
    expect(notices(stale, edited("[eu, us]", "[eu]", emergency))).toEqual([
      expect.stringMatching(/^error notice-too-short/) as string,
    ]);
  });

  it("need no notice where no policy weighs before it is over", () => {
    const later = policy("named", { level: undefined, rollout: [{ from: "2026-06-15", level: "block" }] });
    const soon = later.replace("06-15", "06-14");
    const at = (text: string, texts: Texts): Texts => ({ ...texts, [policyFile("named")]: text });
    const after = edited("[eu, us]", "[eu]");
    expect(notices(at(later, before), at(later, after))).not.toContainEqual(expect.stringContaining("notice"));
    expect(notices(at(soon, before), at(soon, after))).toContainEqual(expect.stringContaining("notice-too-short"));
  });

  it.each<[what: string, was: string, is: string, sort: string]>([
    ["a domain", "domains: [", 'domains: [{ id: album, owners: ["@daff/album-data"] }, ', "neutral"],
    ["a classification", "internal, ", "internal, confidential, ", "neutral"],
    ["a value set", "valueSets: {", "valueSets: { tiers: [gold],", "neutral"],
    ["a table", "tables: {", "tables: { zones: { eu: 1 },", "neutral"],
    ["a team", '"@daff/privacy"', '"@daff/privacy", "@daff/album-data"', "neutral"],
    ["an owner", "{ id: player, owners: [", '{ id: player, owners: ["@daff/privacy", ', "unknown"],
    [
      "an entity",
      "entities: [",
      "entities: [{ id: track, identifier: track_id, logicalType: string, definition: T }, ",
      "unknown",
    ],
    // What is one of a set may be what a rule forbids.
    ["a value", "[eu, us]", "[eu, us, uk]", "unknown"],
    ["a row", "gold: 1", "gold: 1, iron: 3", "unknown"],
  ])("may be added at any time: %s", (_, was, is, sort) => {
    const after = edited(was, is);
    expect(notices(before, after)).toEqual([]);
    expect(pull(before, after)).toMatchObject({ verdict: "pass", rules: { class: sort } });
  });

  it("that give a descriptor another domain need notice", () => {
    const after = edited("{ id: playlist,", '{ id: playlist, paths: ["products/player/**", "**/playlist/**"],');
    const whole = pull(before, after);
    expect(whole.rules?.class).toBe("unknown");
    expect(notices(before, after)).toEqual([
      expect.stringMatching(/^error notice-too-short 1 product would belong to another domain: plays\. /) as string,
    ]);
    const elsewhere = edited("{ id: playlist,", '{ id: playlist, paths: ["lists/**", "**/playlist/**"],');
    expect(notices(before, elsewhere)).toEqual([]);
    expect(pull(before, elsewhere).rules?.class).toBe("unknown");
  });

  it("need no notice where nothing judges", () => {
    expect(notices(less(before, policyFile("named")), less(edited("[eu, us]", "[eu]"), policyFile("named")))).toEqual([
      expect.stringContaining("no-policies") as string,
    ]);
  });
});

describe("a waiver that a change brings", () => {
  const waiver = (members: Readonly<Record<string, unknown>>): Texts => ({
    "waivers/player/W-1.yaml": JSON.stringify({
      ...{ apiVersion: "meshgate/v1", kind: "Waiver", id: "W-1", policy: "own.named@1", product: "plays" },
      ...{ category: "waiver", reason: "R.", ticket: "T-1", requestedBy: "@daff/player-data" },
      ...{ from: "2026-06-01", expires: "2026-07-15", ...members },
    }),
  });
  const bring = (members: Readonly<Record<string, unknown>>): Report => pull(PLAIN, { ...PLAIN, ...waiver(members) });

  it("loosens what it excuses", () => {
    expect(bring({}).rules).toMatchObject({ class: "loosen", changes: [{ policy: "own.named", domain: "player" }] });
  });

  it.each<[what: string, members: Readonly<Record<string, unknown>>]>([
    ["lasts too long", { expires: "2027-06-01" }],
    ["names no product", { product: "nobody" }],
    ["names a product of another domain", { product: "top" }],
  ])("loosens nothing when it %s", (_, members) => {
    const report = bring(members);
    expect(report.problems.map(({ code }) => code)).toEqual(["waiver-invalid"]);
    expect(report.rules).toEqual({ class: "neutral", changes: [] });
  });

  it("and that the mesh had no use for ends without a sound", () => {
    const base = { ...PLAIN, ...waiver({ product: "nobody" }) };
    expect(pull(base, PLAIN).rules).toEqual({ class: "neutral", changes: [] });
    expect(pull({ ...PLAIN, ...waiver({}) }, PLAIN).rules?.class).toBe("tighten");
    expect(base[PLAYS]).toBeDefined();
  });
});
