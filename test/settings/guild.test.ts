import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_GUILD, domainOf, readGuild } from "../../src/settings/guild.ts";
import type { Guild } from "../../src/model/settings.ts";
import { documentOf, inShort } from "../source/texts.ts";

const HEAD = "apiVersion: meshgate/v1\nkind: Guild\n";
const read = (text: string): ReturnType<typeof readGuild> => readGuild(documentOf(HEAD + text));
const problemsOf = (text: string): readonly string[] => read(text).problems.map(inShort);

const FULL = `domains:
  - id: listener
    name: Listeners
    owners: ["@daff/listener-data", data-steward, listener@daff.example]
    publishers: [{repository: daff/listener-products, repositoryId: 4711, workflow: .github/workflows/publish.yml}]
  - id: artist
    owners: ["@daff/artist-data"]
    paths: [products/artist/**, labels/**]
classifications: [open, closed]
entities:
  - {id: track, identifier: track_id, logicalType: string, definition: https://daff.example/glossary/track-id}
seats:
  - {id: listener, domain: listener, holders: ["@daff/listener-data"]}
  - {id: privacy, holders: ["@daff/privacy"]}
quorums:
  - {id: loosening, count: 3, distinctBy: domain, seats: [listener, privacy]}
`;

describe("what guild.yaml says", () => {
  it("is read in full", () => {
    const { guild, problems } = read(FULL);
    expect(problems).toEqual([]);
    expect(guild).toMatchObject({
      domains: [
        {
          id: "listener",
          name: "Listeners",
          owners: ["@daff/listener-data", "data-steward", "listener@daff.example"],
          paths: ["**/listener/**"],
        },
        {
          id: "artist",
          name: "artist",
          owners: ["@daff/artist-data"],
          paths: ["products/artist/**", "labels/**"],
        },
      ],
      classifications: ["open", "closed"],
      entities: [
        {
          id: "track",
          identifier: "track_id",
          logicalType: "string",
          definition: "https://daff.example/glossary/track-id",
        },
      ],
    });
  });

  it("has four classifications when it names none", () => {
    expect(read("domains: []").guild).toEqual(NO_GUILD);
    expect(NO_GUILD.classifications).toEqual(["public", "internal", "confidential", "restricted"]);
  });
});

describe("what is a problem in guild.yaml", () => {
  const domain = (id: string, more = ""): string => `  - {id: ${id}, owners: ["@daff/${id}"]${more}}\n`;

  it.each<[name: string, text: string, problems: string[]]>([
    [
      "no domains",
      "classifications: []",
      [
        '1:1 missing-key /domains Key "domains" is missing; add it, expected a list (The domains of the mesh).',
        '3:18 wrong-length /classifications Key "classifications" is an empty list; expected at least 1 element.',
      ],
    ],
    [
      "the same domain thrice",
      `domains:\n${domain("artist")}${domain("album")}${domain("artist")}${domain("artist")}`,
      ['6:10 duplicate-name /domains/2/id Domain id "artist" stands 3 times, in lines 4, 6 and 7; keep one.'],
    ],
    [
      "domains that differ by case",
      `domains:\n${domain("artist")}${domain("Artist")}`,
      [
        '5:10 case-twins /domains/1/id Domain ids "artist" and "Artist", in lines 4 and 5, differ by case alone; rename all but one.',
      ],
    ],
    [
      "one path of two domains",
      `domains:\n${domain("a", ", paths: [x/**]")}${domain("b", ", paths: [y/**, x/**]")}`,
      ['5:48 duplicate-name /domains/1/paths/1 Path "x/**" stands 2 times, in lines 4 and 5; keep one.'],
    ],
    [
      "entities with one identifier",
      "domains: []\nentities:\n  - {id: a, identifier: x, logicalType: string, definition: d}\n  - {id: b, identifier: x, logicalType: string, definition: e}",
      ['6:25 duplicate-name /entities/1/identifier Entity identifier "x" stands 2 times, in lines 5 and 6; keep one.'],
    ],
    [
      "classifications that are the same",
      "domains: []\nclassifications: [public, Public]",
      [
        '4:27 case-twins /classifications/1 Classifications "public" and "Public", in line 4, differ by case alone; rename all but one.',
      ],
    ],
    [
      "hostile ids and paths",
      'domains:\n  - {id: "../x", owners: ["a b"], paths: [/etc, "a/../b", "./x"]}',
      [
        '4:10 wrong-form /domains/0/id Key "id" is "../x"; expected a name of letters, digits, dots, dashes and underscores.',
        '4:27 wrong-form /domains/0/owners/0 Element 1 of "owners" is "a b"; expected a team, a person or a mail address, such as @daff/listener-data.',
        '4:43 wrong-form /domains/0/paths/0 Element 1 of "paths" is "/etc"; expected a glob below the root of the repository, such as products/listener/**.',
        '4:49 not-allowed /domains/0/paths/1 Element 2 of "paths" is "a/../b", which is not allowed here; expected a glob below the root of the repository, such as products/listener/**.',
        '4:59 not-allowed /domains/0/paths/2 Element 3 of "paths" is "./x", which is not allowed here; expected a glob below the root of the repository, such as products/listener/**.',
      ],
    ],
    [
      "faults everywhere, at once",
      "domains:\n  - {id: a}\nentities:\n  - {id: b, identifer: x, logicalType: text, definition: d}\nseats: [{id: s}]\nquorums: [{id: q, count: 0}]\nclassification: [x]",
      [
        '4:5 missing-key /domains/0/owners Key "owners" is missing in "domains[0]"; add it, expected a list (Teams or people accountable for the domain).',
        '6:13 unknown-key /entities/0/identifer Key "identifer" is not known here; did you mean "identifier"?',
        '6:40 not-allowed /entities/0/logicalType Key "logicalType" is "text"; expected one of "string", "date", "timestamp", "time", "number", "integer", "object", "array" or "boolean".',
        '7:9 missing-key /seats/0/holders Key "holders" is missing in "seats[0]"; add it, expected a list (Who may fill the seat).',
        '8:26 out-of-range /quorums/0/count Key "count" is the number 0; expected at least 1.',
        '9:1 unknown-key /classification Key "classification" is not known here; did you mean "classifications"?',
      ],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("is left out, and the rest is read", () => {
    const { guild } = read(
      "domains: [{id: 5}, {id: a, owners: [b, 1]}, x]\nclassifications: [c, 2]\nentities: [{id: e}]",
    );
    expect(guild).toEqual({
      ...NO_GUILD,
      teams: ["b"],
      domains: [{ id: "a", name: "a", owners: ["b"], paths: ["**/a/**"] }],
      classifications: ["c"],
      entities: [],
    });
  });
});

describe("domainOf", () => {
  const { guild } = read(`domains:
  - {id: listener, owners: [a]}
  - {id: artist, owners: [a]}
  - {id: special, owners: [a], paths: [products/artist/special/**, "**/*.special.yaml"]}
  - {id: catalogue, owners: [a], paths: ["products/**"]}
`);

  it.each([
    ["listener/x.yaml", "listener"],
    ["consumers/listener/x.yaml", "listener"],
    ["consumers/listener/artist/x.yaml", "listener"],
    ["consumers/artist/listener/x.yaml", "artist"],
    ["products/listener/x.yaml", "catalogue"],
    ["products/artist/special/x.yaml", "special"],
    ["consumers/x.special.yaml", "special"],
    ["consumers/.hidden/artist/x.yaml", "artist"],
    ["consumers/Artist/x.yaml", undefined],
    ["consumers/artists/x.yaml", undefined],
    ["consumers/x.yaml", undefined],
    ["artist.yaml", undefined],
    ["listener/a\nb/x.yaml", "listener"],
    ["a\nb/artist/x.yaml", "artist"],
    ["products/artist/special/a\nb/x.yaml", "special"],
    ["consumers/\n.special.yaml", "special"],
  ])("%j", (file, domain) => {
    expect(domainOf(file, guild)?.id).toBe(domain);
  });

  it("knows no domain without a guild", () => {
    expect(domainOf("products/listener/x.yaml", NO_GUILD)).toBeUndefined();
  });

  it("does not let an id match more than its own folder", () => {
    const hostile = read(
      'domains: [{id: "*", owners: [a]}, {id: "{a,b}", owners: [a]}, {id: "!(x)", owners: [a]}]',
    ).guild;
    expect(domainOf("products/a/x.yaml", hostile)).toBeUndefined();
    expect(domainOf("products/*/x.yaml", hostile)?.id).toBe("*");
  });

  it("does not depend on the order of domains", () => {
    const file = fc.array(fc.constantFrom("listener", "artist", "special", "products", "x"), {
      minLength: 1,
      maxLength: 5,
    });
    const shuffled = fc.shuffledSubarray([...guild.domains], { minLength: guild.domains.length });
    fc.assert(
      fc.property(file, shuffled, (folders, domains) => {
        const path = `${folders.join("/")}/y.yaml`;
        const other: Guild = { ...guild, domains };
        expect(domainOf(path, other)).toEqual(domainOf(path, guild));
      }),
    );
  });
});
