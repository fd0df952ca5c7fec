import { describe, expect, it } from "vitest";
import { rulebookOf } from "../../../src/app/govern/in-force.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./support/plain.ts";
import { judgePull, judgeTree, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-30";
const BARE = less(PLAIN, policyFile("named"));

/** How long data is kept: the guild has an upper bound, and each domain its own value. */
const RETENTION = policy("retention", {
  id: "global.retention",
  version: "1.2.0",
  title: "Data is not kept longer than the domain allows",
  params: {
    longest: { type: "duration", default: "P365D", description: "The longest retention.", stricter: "lower" },
  },
  rule: { durationLte: [{ var: "product.custom.retention" }, { var: "params.longest" }] },
  message: "{product.id} keeps data for {product.custom.retention}, longer than {params.longest}.",
  existing: { level: "warn", until: "2026-09-01" },
  waiver: { maxDays: 60 },
});
const RETENTION_FILE = "policies/global/retention.yaml";

function retention(members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(RETENTION) as object), ...members });
}

const KEPT = (days: string): string => `customProperties: [{ property: retention, value: ${days} }]\n`;
const MESH: Texts = {
  ...BARE,
  [RETENTION_FILE]: RETENTION,
  [PLAYS]: product("plays", { name: "Plays" }) + KEPT("P200D"),
  [TOP]: product("top", { name: "Top" }) + KEPT("P200D"),
};

function bound(setting: string, domain = "player", key = "global.retention@1"): Texts {
  return {
    [`bindings/${domain}.yaml`]: `apiVersion: meshgate/v1\nkind: Binding\ndomain: ${domain}\npolicies:\n  ${key}: ${setting}\n`,
  };
}

function problemsOf(texts: Texts): readonly string[] {
  return rulesOf(texts).problems.map(
    ({ code, message, location: { file, line } }) => `${file}:${line} ${code} ${message}`,
  );
}

function findingsOf(texts: Texts): readonly string[] {
  return judgeTree(texts, { asOf: AS_OF }).findings.map(
    ({ policy: id, subject, level }) => `${subject.id} ${id} ${level}`,
  );
}

describe("a binding", () => {
  it("holds for its domain alone", () => {
    const texts = { ...MESH, ...bound("{ params: { longest: P30D } }") };
    expect(problemsOf(texts)).toEqual([]);
    expect(findingsOf(texts)).toEqual(["plays global.retention block"]);
  });

  it("may leave values as they are", () => {
    expect(problemsOf({ ...MESH, ...bound("{ params: { longest: P365D } }") })).toEqual([]);
  });

  it.each<[what: string, setting: string, line: string]>([
    [
      "a looser value",
      "{ params: { longest: P2Y } }",
      "binding-looser longest of global.retention is P365D for everybody, and this binds P2Y, which is looser: lower is stricter. Bind P365D or a stricter value, or ask the guild to open it under domains.",
    ],
    [
      "a value of another type",
      "{ params: { longest: 30 } }",
      'policy-param Policy global.retention: domain player\'s value of "longest" is 30: expected an ISO 8601 duration (like P30D or PT24H).',
    ],
    [
      "a parameter that is none",
      "{ params: { longst: P30D } }",
      'policy-param Policy global.retention: domain player sets "longst", which is no parameter of this policy: did you mean "longest"?',
    ],
    [
      "a lower level",
      "{ level: warn }",
      "binding-looser global.retention is at block for everybody, and this makes it warn: a domain can only raise a level.",
    ],
    [
      "a level that comes later",
      "{ rollout: [{ from: 2026-01-01, level: block }] }",
      "binding-looser global.retention is at block for everybody, and this makes it off: a domain can only raise a level.",
    ],
    [
      "a longer grace",
      "{ existing: { level: warn, until: 2026-10-01 } }",
      "binding-looser This has the grace of global.retention until 2026-10-01, and for everybody it ends on 2026-09-01: a domain can only shorten it.",
    ],
    [
      "a lighter grace",
      "{ existing: { level: advisory, until: 2026-08-01 } }",
      "binding-looser This has the grace of global.retention at advisory, and for everybody at warn: a domain can only shorten it.",
    ],
    [
      "longer waivers",
      "{ waiver: { maxDays: 61 } }",
      "binding-looser Waivers last at most 60 days for everybody: a domain can only narrow the waivers of global.retention.",
    ],
    [
      "waivers without a target",
      "{ waiver: { whole: true } }",
      "binding-looser Waivers name a target for everybody: a domain can only narrow the waivers of global.retention.",
    ],
  ])("is refused with %s", (_, setting, line) => {
    const texts = { ...MESH, ...bound(setting) };
    expect(problemsOf(texts)).toEqual([`bindings/player.yaml:5 ${line}`]);
    expect(rulesOf(texts).policies).toHaveLength(1);
  });

  it("may be stricter in everything at once", () => {
    const setting =
      "{ params: { longest: P30D }, existing: { level: block, until: 2026-08-01 }, waiver: { allowed: false } }";
    expect(problemsOf({ ...MESH, ...bound(setting) })).toEqual([]);
  });

  it.each<[what: string, texts: Texts, code: string, words: RegExp]>([
    ["an unknown policy", bound("{ level: block }", "player", "global.retenton@1"), "binding-policy", /Did you mean/],
    [
      "another major",
      bound("{ level: block }", "player", "global.retention@2"),
      "binding-policy",
      /is in version 1.2.0/,
    ],
    [
      "an unknown domain",
      bound("{ level: block }", "playr"),
      "binding-scope",
      /no domain "playr". Did you mean player/,
    ],
    [
      "a file of another name",
      { "bindings/mine.yaml": bound("{ level: block }")["bindings/player.yaml"] ?? "" },
      "binding-scope",
      /stand in bindings\/player.yaml/,
    ],
  ])("is refused for %s", (_, texts, code, words) => {
    const { problems, policies } = rulesOf({ ...MESH, ...texts });
    expect(problems).toMatchObject([{ code, severity: "error" }]);
    expect(problems[0]?.message).toMatch(words);
    expect(policies).toHaveLength(1);
  });

  it("chooses among the values that the guild has opened, looser ones too", () => {
    const open = (domains: object): Texts => ({
      ...MESH,
      [RETENTION_FILE]: retention({
        params: {
          longest: { type: "duration", default: "P365D", description: "L.", stricter: "lower", domains },
        },
      }),
    });
    const range = open({ min: "P7D", max: "P3Y" });
    for (const value of ["P7D", "P2Y", "P3Y"])
      expect(problemsOf({ ...range, ...bound(`{ params: { longest: ${value} } }`) })).toEqual([]);
    for (const value of ["P6D", "P4Y"])
      expect(problemsOf({ ...range, ...bound(`{ params: { longest: ${value} } }`) })).toMatchObject(
        [/The guild leaves values from P7D up to P3Y to the domains/].map(
          (words) => expect.stringMatching(words) as string,
        ),
      );
    const values = open({ values: ["P30D", "P2Y"] });
    expect(problemsOf({ ...values, ...bound("{ params: { longest: P2Y } }") })).toEqual([]);
    expect(problemsOf({ ...values, ...bound("{ params: { longest: P31D } }") })).toHaveLength(1);
  });

  it("without a proved direction takes nothing but what the guild lists", () => {
    const named = (param: object): Texts => ({
      ...BARE,
      [RETENTION_FILE]: retention({
        params: { word: { type: "string", default: "Plays", description: "W.", ...param } },
        rule: { neq: [{ var: "product.name" }, { var: "params.word" }] },
        message: "No.",
      }),
    });
    const binding = bound('{ params: { word: "Top" } }');
    expect(problemsOf({ ...named({}), ...binding })).toEqual([
      expect.stringContaining("Whether that is stricter cannot be proved") as string,
    ]);
    expect(problemsOf({ ...named({ domains: { values: ["Top", "Plays"] } }), ...binding })).toEqual([]);
  });

  it("may ask for something besides, as a finding of its own", () => {
    const also =
      "{ also: { rule: { has: { var: product.description } }, message: '{product.id} says nothing.', fix: { text: Say it. } } }";
    const texts = { ...MESH, ...bound(also) };
    expect(problemsOf(texts)).toEqual([]);
    expect(findingsOf(texts)).toEqual(["plays global.retention+player block"]);
    const { policies } = rulebookOf(rulesOf(texts), AS_OF)("player");
    expect(policies.map(({ policy: { id } }) => id)).toEqual(["global.retention", "global.retention+player"]);
  });

  it("tells the faults of what it asks besides in its own file", () => {
    const also = "{ also: { rule: { has: { var: product.nam } }, message: m, fix: { text: f } } }";
    expect(problemsOf({ ...MESH, ...bound(also) })).toEqual([
      'bindings/player.yaml:5 rule-path There is no fact "nam" here: did you mean "name"?',
    ]);
  });

  it("stands in one file, and in none of two: no name of a file decides", () => {
    const [file = "", strict = ""] = Object.entries(bound("{ params: { longest: P30D } }"))[0] ?? [];
    const other = file.replace(".yaml", ".yml");
    const loose = strict.replace("P30D", "P300D");
    expect(problemsOf({ ...MESH, [other]: strict })).toEqual([]);
    const digests = [
      { [file]: strict, [other]: loose },
      { [file]: loose, [other]: strict },
      { [other]: loose, [file]: strict },
    ].map((files) => {
      const texts = { ...MESH, ...files };
      expect(problemsOf(texts)).toEqual([
        `${other}:1 binding-scope The bindings of a domain stand in one file, and there is ${file} too: neither is in force. Move everything to one of them.`,
      ]);
      return rulesOf(texts).digest;
    });
    expect(new Set([...digests, rulesOf(MESH).digest]).size).toBe(1);
  });

  it.each(["bindings/a/player.yml", "bindings/zz.yaml", "bindings/Player.yaml"])("stands not in %s besides", (name) => {
    const binding = bound("{ params: { longest: P30D } }");
    const text = (binding["bindings/player.yaml"] ?? "").replace("P30D", "P10D");
    const yml = { "bindings/player.yml": binding["bindings/player.yaml"] ?? "" };
    for (const proper of [binding, yml]) {
      const texts = { ...MESH, ...proper, [name]: text };
      expect(problemsOf(texts)).toEqual([
        `${name}:3 binding-scope The bindings of domain player stand in ${Object.keys(proper).join()}, all of them. Move these there.`,
      ]);
      expect(rulesOf(texts).policies.map(({ params }) => params["longest"])).toEqual(["P365D", "P30D"]);
    }
  });

  it("does not depend on the order of files", () => {
    const texts = {
      ...MESH,
      ...bound("{ params: { longest: P30D } }"),
      ...bound("{ params: { longest: P10D } }", "playlist"),
    };
    const reversed = Object.fromEntries(Object.entries(texts).reverse());
    expect(rulesOf(reversed).digest).toBe(rulesOf(texts).digest);
    expect(findingsOf(reversed)).toEqual(findingsOf(texts));
  });
});

describe("a policy of one domain", () => {
  const file = "policies/domains/player/named.yaml";
  const own = (id: string, members: Readonly<Record<string, unknown>> = {}): string =>
    policy("named", { id, rule: { has: { var: "product.description" } }, message: "m", ...members });

  it("judges what the domain owns and nothing else", () => {
    const texts = { ...BARE, [file]: own("player.named") };
    expect(problemsOf(texts)).toEqual([]);
    expect(findingsOf(texts)).toEqual(["plays player.named block"]);
  });

  it.each<[what: string, at: string, text: string, words: RegExp]>([
    ["another domain's name", file, own("playlist.named"), /start with player, and this is "playlist.named"/],
    ["a common name", file, own("global.named"), /start with player/],
    ["no folder of a domain", "policies/domains/named.yaml", own("player.named"), /no domain ""/],
    ["an unknown domain", "policies/domains/playr/named.yaml", own("playr.named"), /Did you mean player/],
    [
      "the mesh as its target",
      file,
      own("player.named", { type: "graph", target: { forEach: "mesh" }, rule: { empty: { var: "mesh.cycles" } } }),
      /belongs to no domain/,
    ],
    [
      "a place among the common ones",
      "policies/global/named.yaml",
      own("player.named"),
      /is for a policy of that domain/,
    ],
  ])("is refused with %s", (_, at, text, words) => {
    const { problems, policies } = rulesOf({ ...BARE, [at]: text });
    expect(problems).toMatchObject([{ severity: "error", code: "policy-scope", location: { file: at } }]);
    expect(problems[0]?.message).toMatch(words);
    expect(policies).toEqual([]);
  });
});

describe("a pack", () => {
  const packs = (name: string): Texts => ({
    ...BARE,
    "meshgate.yaml": `apiVersion: meshgate/v1\nkind: Mesh\npacks: ["${name}"]\n`,
  });

  it.each(["baseline", "baseline@1", "baseline@^1.0.0", "baseline@>=1 <3"])("is taken as %s", (name) => {
    expect(problemsOf(packs(name))).toEqual([]);
  });

  it.each([
    ["baseline@2", /wants baseline@2, and baseline 1\.\d+\.\d+ ships here/],
    ["baseline@new", /"new" is no range of versions/],
    ["baselin", /Did you mean "baseline"/],
  ])("is refused as %s", (name, words) => {
    expect(problemsOf(packs(name)).join("\n")).toMatch(words);
    expect(rulesOf(packs(name)).policies).toEqual([]);
  });
});

describe("a counterexample", () => {
  const long = { ...MESH, [PLAYS]: product("plays", { name: "Plays" }) + KEPT("P400D") };
  const proofs = (texts: Texts, options: Parameters<typeof judgeTree>[1] = {}): readonly string[] =>
    judgeTree(texts, { asOf: AS_OF, ...options })
      .problems.filter(({ code }) => code === "binding-counterexample")
      .map(({ severity, message, location: { file, line } }) => `${severity} ${file}:${line} ${message}`);

  it("shows whom a looser binding would let off", () => {
    expect(proofs({ ...long, ...bound("{ params: { longest: P2Y } }") })).toEqual([
      `error bindings/player.yaml:5 The product plays in ${PLAYS} proves that this is looser: by everybody's global.retention it fails (plays keeps data for P400D, longer than P365D.), and in domain player it would be pass on 2026-06-30.`,
    ]);
  });

  it("is looked for on later days too", () => {
    const setting = "{ rollout: [{ from: 2026-01-01, level: block }] }";
    const later = {
      ...long,
      [RETENTION_FILE]: retention({ level: undefined, rollout: [{ from: "2026-08-01", level: "block" }] }),
    };
    expect(proofs({ ...later, ...bound(setting.replace("2026-01-01", "2026-09-01")) })).toEqual([
      expect.stringContaining("still fails, but weighs less on 2026-08-01") as string,
    ]);
    expect(proofs({ ...later, ...bound(setting) })).toEqual([]);
  });

  it("is not found where nobody is let off, nor for what the guild leaves to the domain", () => {
    expect(proofs({ ...MESH, ...bound("{ params: { longest: P2Y } }") })).toEqual([]);
    expect(proofs({ ...long, ...bound("{ params: { longest: P30D } }") })).toEqual([]);
    const param = { type: "duration", default: "P365D", description: "L.", stricter: "lower", domains: { max: "P3Y" } };
    const open = { ...long, [RETENTION_FILE]: retention({ params: { longest: param } }) };
    expect(proofs({ ...open, ...bound("{ params: { longest: P2Y } }") })).toEqual([]);
  });

  it("would show a binding that got in by a faulty proof", () => {
    const texts = { ...long, ...bound("{ params: { longest: P30D } }") };
    const rules = rulesOf(texts);
    const policies = rules.policies.map((one) => ("only" in one.scope ? { ...one, params: { longest: "P2Y" } } : one));
    expect(proofs(texts, { rules: { ...rules, policies } })).toHaveLength(1);
  });

  it("is shown to the change that brings the binding", () => {
    const report = judgePull(long, { ...long, ...bound("{ params: { longest: P2Y } }") }, { asOf: AS_OF });
    expect(report.verdict).toBe("error");
    expect(report.problems.map(({ code }) => code)).toEqual(["binding-counterexample", "binding-looser"]);
  });
});
