import { always } from "../../src/model/enforcement.ts";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "../../src/settings/settings.ts";
import { documentOf, inShort } from "../source/texts.ts";

const HEAD = "apiVersion: meshgate/v1\nkind: Mesh\n";
const GLOB = "expected a glob below the root of the repository, such as products/listener/**.";
const OPEN = "has a bracket or brace without its other half; close it, or write [[] or [{] for the character itself.";
const settingsOf = (text: string): ReturnType<typeof readSettings>["settings"] =>
  readSettings(documentOf(HEAD + text)).settings;
const problemsOf = (text: string): readonly string[] => readSettings(documentOf(text)).problems.map(inShort);

describe("what meshgate.yaml sets", () => {
  it("is the default where it says nothing", () => {
    expect(readSettings(documentOf(HEAD))).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it("is read in full", () => {
    const { settings, problems } = readSettings(
      documentOf(`${HEAD}name: daff
packs: [baseline]
discovery:
  include: ["products/**", "consumers/**/*.yaml"]
  exclude: ["products/**/drafts/**"]
policies:
  baseline.retention: {level: block, params: {longest: P2Y, names: [a, b]}}
  baseline.field-names: {level: off}
`),
    );
    expect(problems).toEqual([]);
    expect(settings.name).toBe("daff");
    expect(settings.packs).toEqual([{ name: "baseline" }]);
    expect(settings.discovery.include).toEqual(["products/**", "consumers/**/*.yaml"]);
    expect([...settings.policies]).toEqual([
      [
        "baseline.retention",
        {
          schedule: always("block"),
          params: new Map<string, unknown>([
            ["longest", "P2Y"],
            ["names", ["a", "b"]],
          ]),
        },
      ],
      ["baseline.field-names", { schedule: always("off"), params: new Map() }],
    ]);
  });

  it("is where the pages of the policies stand", () => {
    const docs = (text: string): unknown => settingsOf(`docs: ${text}`).docs;
    const url = "https://github.com/daff/mesh/blob/main/rules";
    expect(docs(`{ folder: site/rules, url: "${url}" }`)).toEqual({ folder: "site/rules", url });
    expect(docs(`{ url: "${url}/" }`)).toEqual({ folder: "docs/policies", url });
    expect(docs('{ folder: ../up, url: "javascript:alert(1)" }')).toEqual({ folder: "docs/policies" });
  });

  it("is how changes of contracts are weighed", () => {
    const { settings, problems } = readSettings(
      documentOf(`${HEAD}compatibility:
  mode: full
  profile: confluent
  severity: { field.removed: risky, field.enum.valueAdded: safe }
  unknown: lenient
  notice: { core: P6M, default: endOfQuarter, draft: 5d }
  coreTag: vital
`),
    );
    expect(problems).toEqual([]);
    expect(settings.compatibility).toEqual({
      mode: "full",
      profile: "confluent",
      severity: new Map([
        ["field.removed", "risky"],
        ["field.enum.valueAdded", "safe"],
      ]),
      unknown: "lenient",
      notice: { core: "P6M", default: "endOfQuarter", draft: "5d" },
      coreTag: "vital",
    });
  });

  it.each(["[]", "5", "{ mode: [full], notice: 30d, severity: [x], coreTag: 5 }"])(
    "weighs changes by default where it says nothing that can be read: %s",
    (written) => {
      expect(settingsOf(`compatibility: ${written}`).compatibility).toEqual(DEFAULT_SETTINGS.compatibility);
    },
  );

  it("adds to what is never looked at", () => {
    const { exclude } = settingsOf('discovery: {exclude: ["x/**"]}').discovery;
    expect(exclude).toEqual([...DEFAULT_SETTINGS.discovery.exclude, "x/**"]);
  });
});

describe("what is a problem in meshgate.yaml", () => {
  it.each<[text: string, ...problems: string[]]>([
    [
      "kind: Mesh",
      '1:1 missing-key /apiVersion Key "apiVersion" is missing; add it, expected "meshgate/v1" (Version of Meshgate\'s own file formats).',
    ],
    [
      "apiVersion: meshgate/v2\nkind: Guild",
      '1:13 not-allowed /apiVersion Key "apiVersion" is "meshgate/v2"; expected "meshgate/v1".',
      '2:7 not-allowed /kind Key "kind" is "Guild"; expected "Mesh".',
    ],
    [`${HEAD}pack: [baseline]`, '3:1 unknown-key /pack Key "pack" is not known here; did you mean "packs"?'],
    [
      `${HEAD}packs: baseline`,
      '3:8 wrong-type /packs Key "packs" is "baseline"; expected a list; write each element behind "- ".',
    ],
    [
      `${HEAD}discovery:\n  include: [/etc/*, ../x]\n  exclude: ["a\\\\b", ""]`,
      `4:13 wrong-form /discovery/include/0 Element 1 of "include" is "/etc/*"; ${GLOB}`,
      `4:21 not-allowed /discovery/include/1 Element 2 of "include" is "../x", which is not allowed here; ${GLOB}`,
      `5:13 wrong-form /discovery/exclude/0 Element 1 of "exclude" is "a\\b"; ${GLOB}`,
      `5:21 wrong-form /discovery/exclude/1 Element 2 of "exclude" is ""; ${GLOB}`,
    ],
    [
      `${HEAD}discovery:\n  include: ["products/", "products/**/*.{yaml", "[z", "a}", "!products/**"]\n  exclude: ["./x", "/x", "a[b]{c,[d}]}"]`,
      '4:13 bad-glob /discovery/include/0 Glob "products/" names a folder and so matches no file; write "products/**".',
      `4:26 bad-glob /discovery/include/1 Glob "products/**/*.{yaml" ${OPEN}`,
      `4:49 bad-glob /discovery/include/2 Glob "[z" ${OPEN}`,
      `4:55 bad-glob /discovery/include/3 Glob "a}" ${OPEN}`,
      '4:61 bad-glob /discovery/include/4 Glob "!products/**" starts with an exclamation mark, which matches all else; write under exclude what is not meant.',
      `5:13 not-allowed /discovery/exclude/0 Element 1 of "exclude" is "./x", which is not allowed here; ${GLOB}`,
      `5:20 wrong-form /discovery/exclude/1 Element 2 of "exclude" is "/x"; ${GLOB}`,
    ],
    [
      `${HEAD}discovery: { include: [] }`,
      '3:23 wrong-length /discovery/include Key "include" is an empty list; expected at least 1 element.',
    ],
    [
      `${HEAD}policies:\n  baseline.x: {level: blokc, parms: {}}\n  Baseline: {}\n  a.b: off`,
      '4:23 not-allowed /policies/baseline.x/level Key "level" is "blokc"; expected one of "off", "shadow", "advisory", "warn" or "block"; did you mean "block"?',
      '4:30 unknown-key /policies/baseline.x/parms Key "parms" is not known here; did you mean "params"?',
      '5:3 unknown-key /policies/Baseline Key "Baseline" is not allowed here; expected the id of a policy, such as baseline.retention.',
      '6:8 wrong-type /policies/a.b Key "a.b" is "off"; expected an object.',
    ],
    [
      `${HEAD}docs: { folder: ../up, url: "https://daff.example/a b" }`,
      '3:17 wrong-form /docs/folder Key "folder" is "../up"; expected a folder of the repository, such as docs/policies.',
      '3:29 wrong-form /docs/url Key "url" is "https://daff.example/a b"; expected an address such as https://github.com/daff/mesh/blob/main/docs/policies.',
    ],
    ...["/etc", "docs//x", "docs/", ".git/x", "docs/..", "docs\\\\x"].map((folder): [string, string] => [
      `${HEAD}docs:\n  folder: "${folder}"`,
      `4:11 wrong-form /docs/folder Key "folder" is "${folder.replace("\\\\", "\\")}"; expected a folder of the repository, such as docs/policies.`,
    ]),
    ...[
      "ftp://x.example",
      "//x.example",
      "https://me:secret@x.example",
      "https://x.example/)",
      "https://x.example/?a",
    ].map((url): [string, string] => [
      `${HEAD}docs:\n  url: "${url}"`,
      `4:8 wrong-form /docs/url Key "url" is "${url}"; expected an address such as https://github.com/daff/mesh/blob/main/docs/policies.`,
    ]),
    [
      `${HEAD}compatibility:\n  mode: forward\n  unknown: maybe\n  severity: { field.removed: major, field: safe }\n  notice: { core: next quarter, default: 30 d, drafts: 1d }`,
      '4:9 not-allowed /compatibility/mode Key "mode" is "forward"; expected one of "consumer", "history", "full" or "none".',
      '5:12 not-allowed /compatibility/unknown Key "unknown" is "maybe"; expected one of "strict" or "lenient".',
      '6:30 not-allowed /compatibility/severity/field.removed Key "field.removed" is "major"; expected one of "breaking", "risky", "safe" or "docs".',
      '6:37 unknown-key /compatibility/severity/field Key "field" is not allowed here; expected the id of a rule, such as field.removed.',
      '7:19 wrong-form /compatibility/notice/core Key "core" is "next quarter"; expected endOfNextQuarter, endOfQuarter, a number of days such as 30d, or a period such as P3M.',
      '7:42 wrong-form /compatibility/notice/default Key "default" is "30 d"; expected endOfNextQuarter, endOfQuarter, a number of days such as 30d, or a period such as P3M.',
      '7:48 unknown-key /compatibility/notice/drafts Key "drafts" is not known here; did you mean "draft"?',
    ],
    [
      `${HEAD}compatibility: { notice: { core: 30, draft: 1.5 } }`,
      '3:34 wrong-type /compatibility/notice/core Key "core" is the number 30; expected endOfNextQuarter, endOfQuarter, a number of days such as 30d, or a period such as P3M; write "30d".',
      '3:45 wrong-type /compatibility/notice/draft Key "draft" is the number 1.5; expected endOfNextQuarter, endOfQuarter, a number of days such as 30d, or a period such as P3M.',
    ],
    ["[]", "1:1 wrong-type  The document is an empty list; expected an object."],
  ])("%s", (text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("leaves the default where no glob is sound", () => {
    const { discovery } = settingsOf('discovery: {include: ["products/", ""], exclude: ["[z", "x/**"]}');
    expect(discovery.include).toEqual(DEFAULT_SETTINGS.discovery.include);
    expect(discovery.exclude).toEqual([...DEFAULT_SETTINGS.discovery.exclude, "x/**"]);
  });

  it("is left out, and the rest is read", () => {
    const settings = settingsOf(
      "name: 5\npacks: [baseline, 3]\npolicies: {a.b: {level: loud, params: [x]}, c.d: {level: warn}}",
    );
    expect(settings.name).toBe("");
    expect(settings.packs).toEqual([{ name: "baseline" }]);
    expect(settings.policies.get("a.b")).toEqual({ params: new Map() });
    expect(settings.policies.get("c.d")?.schedule).toEqual(always("warn"));
  });
});
