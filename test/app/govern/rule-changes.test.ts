import { describe, expect, it } from "vitest";
import { levelAt } from "../../../src/model/enforcement.ts";
import { ruleChanges } from "../../../src/app/govern/rule-changes.ts";
import { less, PLAIN, policy, policyFile } from "./support/plain.ts";
import { rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-30";
const HEAD = "apiVersion: meshgate/v1\nkind: Mesh\n";
const NAMED = policyFile("named");
const GUILD = PLAIN["guild.yaml"] ?? "";

/** A mesh that has the pack too. */
const settings = (text: string): Texts => ({ ...PLAIN, "meshgate.yaml": `${HEAD}packs: [baseline]\n${text}` });
const PACK = rulesOf(settings("")).policies.filter(({ id }) => id.startsWith("baseline."));
const guild = (text: string): Texts => ({ ...PLAIN, "guild.yaml": `${GUILD}${text}` });
const named = (members: Readonly<Record<string, unknown>>): Texts => ({ ...PLAIN, [NAMED]: policy("named", members) });
const limit = (value: number): Readonly<Record<string, unknown>> => ({
  params: { least: { type: "integer", default: value, description: "Words at least." } },
  rule: { gte: [{ words: { var: "product.name" } }, { var: "params.least" }] },
});
const ENTITIES = "entities: [{ id: play, identifier: play_id, logicalType: string, definition: D }]\n";

function told(before: Texts, after: Texts): readonly string[] {
  const [one, other] = [rulesOf(before), rulesOf(after)];
  expect([...one.problems, ...other.problems]).toEqual([]);
  return ruleChanges(one, other, AS_OF).remarks.map(({ severity, code, message, location: { file, line } }) => {
    expect([severity, code]).toEqual(["warning", "rules-change"]);
    return `${file}:${line} ${message}`;
  });
}

describe("a change of the rules", () => {
  it.each<[what: string, before: Texts, after: Texts, lines: readonly string[]]>([
    ["nothing", PLAIN, PLAIN, []],
    ["a comment", PLAIN, { ...PLAIN, "meshgate.yaml": `# Mesh\n${PLAIN["meshgate.yaml"] ?? ""}` }, []],
    ["words of a policy", PLAIN, named({ message: "Nameless.", title: "Names" }), []],
    [
      "the last policy taken away",
      PLAIN,
      less(PLAIN, NAMED),
      [
        `${NAMED}:1 Policy own.named is taken out of force; it is at block now.`,
        "meshgate.yaml:1 No policy at all would be in force after this change.",
      ],
    ],
    [
      "a policy of a pack switched off",
      settings(""),
      settings("policies:\n  baseline.declared-domain: { level: off }\n"),
      ["meshgate.yaml:5 Policy baseline.declared-domain is taken out of force; it is at block now."],
    ],
    [
      "a policy of a pack switched on again",
      settings("policies:\n  baseline.declared-domain: { level: off }\n"),
      settings(""),
      ["meshgate.yaml:3 Policy baseline.declared-domain is put in force at block."],
    ],
    [
      "a pack taken away",
      settings(""),
      PLAIN,
      [
        `meshgate.yaml:1 ${PACK.length} policies are taken out of force, ${PACK.filter(({ schedule }) => levelAt(schedule, AS_OF) === "block").length} of them at block: ${PACK.slice(
          0,
          3,
        )
          .map(({ id }) => id)
          .join(", ")} and ${PACK.length - 3} more.`,
      ],
    ],
    [
      "a level lowered",
      PLAIN,
      named({ level: "warn" }),
      [`${NAMED}:1 Policy own.named is lowered from block to warn.`],
    ],
    [
      "a level raised in the settings",
      named({ level: "shadow" }),
      { ...named({ level: "shadow" }), "meshgate.yaml": `${HEAD}policies: { own.named: { level: block } }\n` },
      ["meshgate.yaml:3 Policy own.named is raised from shadow to block."],
    ],
    [
      "a parameter",
      named(limit(3)),
      { ...named(limit(3)), "meshgate.yaml": `${HEAD}policies: { own.named: { params: { least: 1 } } }\n` },
      ["meshgate.yaml:3 Policy own.named gets other parameters: least from 3 to 1."],
    ],
    [
      "the rule, and the level with it",
      PLAIN,
      named({ level: "warn", rule: { has: { var: "product.id" } } }),
      [
        `${NAMED}:1 Policy own.named is lowered from block to warn.`,
        `${NAMED}:1 Policy own.named asks something else than before: its target, condition or rule changes.`,
      ],
    ],
    [
      "a condition",
      PLAIN,
      named({ applies: { eq: [{ var: "product.status" }, "active"] } }),
      [`${NAMED}:1 Policy own.named asks something else than before: its target, condition or rule changes.`],
    ],
    [
      "a new policy",
      PLAIN,
      { ...PLAIN, [policyFile("other")]: policy("other", { level: "advisory" }) },
      [`${policyFile("other")}:1 Policy own.other is put in force at advisory.`],
    ],
    [
      "domains",
      PLAIN,
      {
        ...PLAIN,
        "guild.yaml": GUILD.replace("id: playlist", "id: album").replace("player-data", "other-data"),
      },
      [
        'guild.yaml:3 Domains taken out: "playlist".',
        'guild.yaml:3 Domains with other owners: "player".',
        'guild.yaml:3 Domains added: "album".',
        'guild.yaml:1 Teams taken out: "@daff/player-data".',
      ],
    ],
    [
      "classifications",
      PLAIN,
      guild("classifications: [internal, public, confidential, secret]\n"),
      [
        'guild.yaml:4 Classifications taken out: "restricted".',
        'guild.yaml:4 Classifications added: "secret".',
        'guild.yaml:4 Classifications in another order: "internal", "public" and "confidential".',
      ],
    ],
    [
      "reference data",
      guild("valueSets: { a: [x], b: [x], c: [x] }\ntables: { s: { x: 1 }, t: { x: 1 } }\nteams: [one, two]\n"),
      guild("valueSets: { b: [x, y], c: [y], d: [x] }\ntables: { t: { x: 2 }, u: { x: 1 } }\nteams: [two, three]\n"),
      [
        'guild.yaml:4 Value sets taken out: "a".',
        'guild.yaml:4 Value sets with other values: "c".',
        'guild.yaml:4 Value sets with more values: "b".',
        'guild.yaml:4 Value sets added: "d".',
        'guild.yaml:5 Tables taken out: "s".',
        'guild.yaml:5 Tables with other rows: "t".',
        'guild.yaml:5 Tables added: "u".',
        'guild.yaml:6 Teams taken out: "one".',
        'guild.yaml:6 Teams added: "three".',
      ],
    ],
    ["an entity", guild(ENTITIES), PLAIN, ['guild.yaml:1 Entities taken out: "play".']],
    [
      "what an entity means",
      guild(ENTITIES),
      guild(ENTITIES.replace("D }", "E }")),
      ['guild.yaml:4 Entities with another meaning: "play".'],
    ],
  ])("is told: %s", (_, before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  it("of ten policies tells each, and of more the sum", () => {
    const many = (count: number, level: string): Texts => ({
      ...PLAIN,
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [policyFile(`p${index}`), policy(`p${index}`, { level })]),
      ),
    });
    expect(told(many(10, "warn"), many(10, "block"))).toHaveLength(10);
    expect(told(many(11, "warn"), many(11, "advisory"))).toEqual([
      "meshgate.yaml:1 11 policies are lowered, 0 of them at block: own.p0, own.p1, own.p10 and 8 more.",
    ]);
  });
});
