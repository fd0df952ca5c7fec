import { describe, expect, it } from "vitest";
import { readGuild } from "../../src/settings/guild.ts";
import { documentOf, inShort } from "../source/texts.ts";

const HEAD = `apiVersion: meshgate/v1
kind: Guild
domains:
  - { id: player, owners: ["@daff/player-data"] }
  - { id: album, owners: ["@daff/album-data", steward@daff.example] }
seats:
  - { id: privacy, holders: ["@daff/privacy", "@daff/album-data"] }
`;

const read = (text: string): ReturnType<typeof readGuild> => readGuild(documentOf(HEAD + text));
const problemsOf = (text: string): readonly string[] => read(text).problems.map(inShort);

describe("the reference data of a guild", () => {
  it("is what its file says", () => {
    const { guild, problems } = read(`valueSets:
  regions: [eu, us]
  tiers: [1, 2, true]
tables:
  retention: { public: P10Y, restricted: P1Y }
  costs: { query: 2.5, export: false }
teams: ["@daff/taste"]
`);
    expect(problems).toEqual([]);
    expect({ ...guild.valueSets }).toEqual({ regions: ["eu", "us"], tiers: [1, 2, true] });
    expect({ ...guild.tables }).toEqual({
      retention: { public: "P10Y", restricted: "P1Y" },
      costs: { query: 2.5, export: false },
    });
    expect(guild.teams).toEqual(["@daff/taste"]);
  });

  it("is empty when nothing is said, and the teams are those who own or hold something", () => {
    const { guild } = read("");
    expect({ ...guild.valueSets }).toEqual({});
    expect({ ...guild.tables }).toEqual({});
    expect(guild.teams).toEqual(["@daff/album-data", "@daff/player-data", "@daff/privacy", "steward@daff.example"]);
  });

  it("takes over no name from a prototype", () => {
    const { guild } = read("valueSets: { regions: [eu] }\ntables: { limits: { public: 1 } }\n");
    expect("toString" in guild.valueSets || "toString" in (guild.tables["limits"] ?? {})).toBe(false);
  });

  it.each([
    ["valueSets: { regions: [] }", "/valueSets/regions"],
    ["valueSets: { regions: eu }", "/valueSets/regions"],
    ["valueSets: { regions: [eu, eu] }", "/valueSets/regions"],
    ["valueSets: { regions: [eu, [us]] }", "/valueSets/regions/1"],
    ['valueSets: { "two words": [eu] }', "/valueSets/two words"],
    ["tables: { retention: { public: [P1Y] } }", "/tables/retention/public"],
    ["tables: { retention: {} }", "/tables/retention"],
    ["tables: [retention]", "/tables"],
    ["teams: [two words]", "/teams/0"],
  ])("%s is a problem with its place", (text, place) => {
    const problems = problemsOf(`${text}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(place);
  });
});
