import { describe, expect, test } from "vitest";
import type { Difference } from "../../../src/compat/compare.ts";
import { JUDGES } from "../../../src/compat/profile/datacontract-cli.ts";
import { SCALES, weigh } from "../../../src/compat/profile/weigh.ts";
import { RULES } from "../../../src/compat/rules/index.ts";
import { BUMPS, CLASSES, MODES, PROFILES } from "../../../src/model/compatibility.ts";
import type { ChangeClass, Mode, Profile } from "../../../src/model/compatibility.ts";
import { differences, withField } from "../rules/example.ts";
import { SEEN } from "./seen.ts";

type Severity = ReadonlyMap<string, ChangeClass>;
const NOTHING: Severity = new Map();

function weighed(before: string, after: string, profile: Profile, mode: Mode, severity = NOTHING): readonly string[] {
  const found = weigh(differences(before, after), { profile, mode, severity });
  return found.map(({ ruleId, class: name, semver }) => `${ruleId} ${name} ${semver}`);
}

const rank = ({ class: name }: Difference): number => CLASSES.length - CLASSES.indexOf(name);
const under = (profile: Profile, mode: Mode): readonly Difference[] =>
  weigh(SEEN, { profile, mode, severity: NOTHING });

/** Where the tools disagree, by row of the reference: `class bump` under each profile, and in each mode of the two that have modes. */
const DISAGREEMENTS: readonly {
  readonly row: string;
  readonly before: string;
  readonly after: string;
  readonly rule: string;
  readonly default: readonly [consumer: string, history: string, full: string, none: string];
  readonly "datacontract-cli": string;
  readonly omds: string;
  readonly confluent: readonly [forward: string, backward: string, full: string, none: string];
}[] = [
  {
    row: "D1 a field may be null",
    before: withField("logicalType: string\nrequired: true"),
    after: withField("logicalType: string"),
    rule: "field.required.dropped",
    default: ["breaking major", "risky major", "breaking major", "risky major"],
    "datacontract-cli": "safe minor",
    omds: "breaking major",
    confluent: ["breaking major", "safe minor", "breaking major", "safe minor"],
  },
  {
    row: "D2 a field is never null",
    before: withField("logicalType: string"),
    after: withField("logicalType: string\nrequired: true"),
    rule: "field.required.added",
    default: ["safe minor", "breaking major", "breaking major", "safe minor"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["safe minor", "breaking major", "breaking major", "safe minor"],
  },
  {
    row: "E1 a value may stand twice",
    before: withField("logicalType: string\nunique: true"),
    after: withField("logicalType: string"),
    rule: "field.unique.dropped",
    default: ["breaking major", "risky major", "breaking major", "risky major"],
    "datacontract-cli": "safe minor",
    omds: "breaking major",
    // No schema says what is unique.
    confluent: ["risky minor", "risky minor", "risky minor", "risky minor"],
  },
  {
    row: "F3 a value is listed",
    before: withField("logicalType: string\nenum: [{ value: a }]"),
    after: withField("logicalType: string\nenum: [{ value: a }, { value: b }]"),
    rule: "field.enum.valueAdded",
    default: ["risky minor", "risky minor", "breaking major", "risky minor"],
    "datacontract-cli": "safe minor",
    omds: "docs patch",
    confluent: ["breaking major", "safe minor", "breaking major", "safe minor"],
  },
  {
    row: "F4 a value is not listed any more",
    before: withField("logicalType: string\nenum: [{ value: a }, { value: b }]"),
    after: withField("logicalType: string\nenum: [{ value: a }]"),
    rule: "field.enum.valueRemoved",
    default: ["risky minor", "breaking major", "breaking major", "risky minor"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["safe minor", "breaking major", "breaking major", "safe minor"],
  },
  {
    row: "C11 another name of the same type",
    before: `servers: [{ server: p, type: snowflake }]\n${withField("logicalType: integer\nphysicalType: INT")}`,
    after: `servers: [{ server: p, type: snowflake }]\n${withField("logicalType: integer\nphysicalType: NUMBER(38, 0)")}`,
    rule: "field.physicalType.spelled",
    default: ["docs patch", "docs patch", "docs patch", "docs patch"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["docs patch", "docs patch", "docs patch", "docs patch"],
  },
  {
    row: "C1 a text may be longer",
    before: withField("logicalType: string\nphysicalType: varchar(10)"),
    after: withField("logicalType: string\nphysicalType: varchar(20)"),
    rule: "field.type.widened",
    default: ["risky minor", "risky minor", "breaking major", "risky minor"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["breaking major", "safe minor", "breaking major", "safe minor"],
  },
  {
    row: "C11 a type is spelled otherwise",
    before: withField("logicalType: string\nphysicalType: VARCHAR(10)"),
    after: withField("logicalType: string\nphysicalType: varchar(10)"),
    rule: "field.physicalType.spelled",
    default: ["docs patch", "docs patch", "docs patch", "docs patch"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["docs patch", "docs patch", "docs patch", "docs patch"],
  },
  {
    row: "B3 an optional field is gone",
    before: withField("logicalType: string"),
    after: withField("logicalType: string").replace(/ {6}- name: f[^]*$/u, ""),
    rule: "field.removed",
    default: ["breaking major", "risky major", "breaking major", "risky major"],
    "datacontract-cli": "breaking major",
    omds: "breaking major",
    confluent: ["safe minor", "safe minor", "safe minor", "safe minor"],
  },
  {
    row: "B7 a field is stored under another name",
    before: withField("logicalType: string\nphysicalName: F1"),
    after: withField("logicalType: string\nphysicalName: F2"),
    rule: "field.physicalName.changed",
    default: ["breaking major", "breaking major", "breaking major", "risky major"],
    "datacontract-cli": "safe minor",
    omds: "breaking major",
    confluent: ["risky minor", "risky minor", "risky minor", "risky minor"],
  },
  {
    row: "B15 a description is gone",
    before: withField("logicalType: string\ndescription: A"),
    after: withField("logicalType: string"),
    rule: "field.words.changed",
    default: ["docs patch", "docs patch", "docs patch", "docs patch"],
    "datacontract-cli": "docs patch",
    omds: "breaking major",
    confluent: ["docs patch", "docs patch", "docs patch", "docs patch"],
  },
  {
    row: "F6 a limit is wider",
    before: withField("logicalType: string\nlogicalTypeOptions: { maxLength: 5 }"),
    after: withField("logicalType: string\nlogicalTypeOptions: { maxLength: 9 }"),
    rule: "field.bound.loosened",
    default: ["risky minor", "risky minor", "breaking major", "risky minor"],
    "datacontract-cli": "safe minor",
    omds: "docs patch",
    confluent: ["breaking major", "safe minor", "breaking major", "safe minor"],
  },
  {
    row: "F9 another pattern, and nobody can tell",
    before: withField("logicalType: string\nlogicalTypeOptions: { pattern: '^a+b$' }"),
    after: withField("logicalType: string\nlogicalTypeOptions: { pattern: '^[a-z]{2,9}$' }"),
    rule: "field.pattern.changed",
    default: ["risky minor", "risky minor", "risky minor", "risky minor"],
    "datacontract-cli": "risky minor",
    // The draft's bump; that nobody can tell makes it ours to ask.
    omds: "risky patch",
    confluent: ["risky minor", "risky minor", "risky minor", "risky minor"],
  },
  {
    row: "H1 a service level is weaker",
    before: "slaProperties: [{ property: retention, value: 2, unit: y }]",
    after: "slaProperties: [{ property: retention, value: 1, unit: y }]",
    rule: "serviceLevel.retention.shortened",
    default: ["breaking major", "risky major", "breaking major", "risky major"],
    "datacontract-cli": "safe minor",
    omds: "safe minor",
    confluent: ["risky minor", "risky minor", "risky minor", "risky minor"],
  },
  {
    row: "B13 a field is no critical data element",
    before: withField("logicalType: string\ncriticalDataElement: true"),
    after: withField("logicalType: string"),
    rule: "field.critical.dropped",
    default: ["safe minor", "safe minor", "safe minor", "safe minor"],
    "datacontract-cli": "safe minor",
    omds: "breaking major",
    confluent: ["safe minor", "safe minor", "safe minor", "safe minor"],
  },
];

const WITH_MODES = ["consumer", "history", "full", "none"] as const;

describe.each(DISAGREEMENTS)("$row", ({ before, after, rule, ...said }) => {
  test.each(WITH_MODES.map((mode, index) => [mode, index] as const))("in mode %s", (mode, index) => {
    expect(weighed(before, after, "default", mode)).toEqual([`${rule} ${said.default[index] ?? ""}`]);
    expect(weighed(before, after, "confluent", mode)).toEqual([`${rule} ${said.confluent[index] ?? ""}`]);
  });

  test.each(["consumer", "history", "full"] as const)("to a tool without modes, in mode %s", (mode) => {
    expect(weighed(before, after, "datacontract-cli", mode)).toEqual([`${rule} ${said["datacontract-cli"]}`]);
    expect(weighed(before, after, "omds", mode)).toEqual([`${rule} ${said.omds}`]);
  });
});

describe("datacontract-cli", () => {
  const bound = (limits: string): string => withField(`logicalType: string\nlogicalTypeOptions: { ${limits} }`);
  const number = (limits: string): string => withField(`logicalType: number\nlogicalTypeOptions: { ${limits} }`);
  const list = (limits: string): string =>
    withField(`logicalType: array\nitems: { logicalType: string }\nlogicalTypeOptions: { ${limits} }`);
  const rule = (limit: string, more = ""): string =>
    withField(`logicalType: string\nquality: [{ name: q, metric: nullValues, ${limit}${more} }]`);

  test.each(
    [
      ["a tighter limit", bound("maxLength: 9"), bound("maxLength: 5"), "breaking"],
      ["a wider limit", bound("maxLength: 5"), bound("maxLength: 9"), "safe"],
      ["a new limit", bound(""), bound("maxLength: 5"), "risky"],
      ["a limit that goes", bound("maxLength: 5"), bound(""), "risky"],
      ["a limit that becomes exclusive", number("minimum: 0"), number("exclusiveMinimum: 0"), "risky"],
      ["a tighter limit of items, which it does not know", list("maxItems: 9"), list("maxItems: 5"), "safe"],
      ["a new limit of items, which it does not know", list(""), list("maxItems: 5"), "safe"],
      ["another step, which it does not know", number("multipleOf: 2"), number("multipleOf: 6"), "safe"],
      ["an integer of more bits, by its options", number("format: f32"), number("format: f64"), "safe"],
      ["a type that is gone", withField("logicalType: string"), withField("description: A"), "docs risky"],
      ["a looser threshold", rule("mustBeLessThan: 5"), rule("mustBeLessThan: 9"), "safe"],
      ["a tighter threshold", rule("mustBeLessThan: 9"), rule("mustBeLessThan: 5"), "breaking"],
      ["another operator", rule("mustBeLessThan: 9"), rule("mustBeLessOrEqualTo: 5"), "risky"],
      ["two thresholds", rule("mustBeBetween: [1, 5]"), rule("mustBeBetween: [1, 9]"), "risky"],
      ["a rule in other words", rule("mustBe: 1"), rule("mustBe: 1", ", description: A"), "docs"],
      ["a rule at another time", rule("mustBe: 1"), rule("mustBe: 1", ", schedule: daily"), "risky"],
      ["a rule of another name", rule("mustBe: 1"), rule("mustBe: 1").replace("name: q", "name: r"), "breaking"],
      ["a server that is gone", "servers: [{ server: a, type: api, location: b }]", "servers: []", "safe"],
    ].map(([title = "", before = "", after = "", told = ""]) => ({ title, before, after, told })),
  )("$title is $told", ({ before, after, told }) => {
    const found = weigh(differences(before, after), {
      profile: "datacontract-cli",
      mode: "consumer",
      severity: NOTHING,
    });
    expect(found.map(({ class: name }) => name).join(" ")).toBe(told);
  });

  test("judges only what there is a rule for", () => {
    const known = new Set(RULES.map(({ id }) => id));
    expect([...JUDGES.keys()].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("whatever changes", () => {
  test.each(PROFILES.flatMap((profile) => MODES.map((mode) => [profile, mode] as const)))(
    "%s in mode %s has an answer, and takes nothing that nobody can tell for safe",
    (profile, mode) => {
      for (const [index, weighed] of under(profile, mode).entries()) {
        expect([weighed.ruleId, CLASSES.includes(weighed.class), BUMPS.includes(weighed.semver)]).toEqual([
          weighed.ruleId,
          true,
          true,
        ]);
        const usual = SEEN[index];
        const { consumer, producer } = weighed.axes;
        const asked = { consumer: [consumer], history: [producer], full: [consumer, producer], none: [] }[mode];
        const isOpen =
          asked.some(({ verdict }) => verdict === "unknown") ||
          ([consumer, producer].some(({ verdict }) => verdict === "unknown") &&
            (usual?.class === "risky" || usual?.class === "breaking"));
        if (isOpen)
          expect([weighed.ruleId, weighed.class]).not.toEqual([weighed.ruleId, expect.stringMatching(/safe|docs/u)]);
      }
    },
  );

  test.each(PROFILES)("%s holds no more up in a mode that asks less", (profile) => {
    const [none, consumer, history, full] = (["none", "consumer", "history", "full"] as const).map((mode) =>
      under(profile, mode).map(rank),
    );
    const below = (some: readonly number[] = [], others: readonly number[] = []): readonly string[] =>
      some.flatMap((one, index) => (one > (others[index] ?? 0) ? [SEEN[index]?.ruleId ?? ""] : []));
    expect([below(none, consumer), below(none, history), below(consumer, full), below(history, full)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test("the default profile is what the rules say", () => {
    expect(under("default", "consumer")).toEqual(SEEN);
  });

  test("full holds up whatever breaks an axis, none nothing", () => {
    const broken = ({ axes }: Difference): boolean =>
      axes.consumer.verdict === "broken" || axes.producer.verdict === "broken";
    expect(under("default", "full").filter((one) => broken(one) && one.class !== "breaking")).toEqual([]);
    for (const profile of PROFILES) {
      expect(under(profile, "none").filter(({ class: name }) => name === "breaking")).toEqual([]);
    }
  });

  test("a mode never lowers the bump that the rules ask for", () => {
    for (const mode of MODES) {
      const lowered = under("default", mode).filter(
        ({ semver }, index) => BUMPS.indexOf(semver) > BUMPS.indexOf(SEEN[index]?.semver ?? "none"),
      );
      expect(lowered).toEqual([]);
    }
  });

  test("a rule that nobody knows is weighed too", () => {
    const [seen] = SEEN;
    if (seen === undefined) throw new Error("no pair");
    const strange = { ...seen, ruleId: "__proto__.x", path: "/__proto__[a]/constructor" };
    for (const profile of PROFILES) {
      for (const mode of MODES) {
        const [found] = weigh([strange], { profile, mode, severity: NOTHING });
        expect(CLASSES).toContain(found?.class);
      }
    }
  });
});

describe("what a mesh says of a rule", () => {
  const [before, after] = [withField("logicalType: string\nrequired: true"), withField("logicalType: string")];
  const says = (name: ChangeClass): Severity => new Map([["field.required.dropped", name]]);

  test.each(PROFILES.flatMap((profile) => MODES.map((mode) => [profile, mode] as const)))(
    "wins over %s in mode %s",
    (profile, mode) => {
      for (const name of CLASSES) {
        const [found = ""] = weighed(before, after, profile, mode, says(name));
        expect(found.split(" ")[1]).toBe(name);
      }
    },
  );

  test("raises the bump, and never lowers it", () => {
    const dropped = (name: ChangeClass): readonly string[] => weighed(before, after, "default", "consumer", says(name));
    expect(dropped("safe")).toEqual(["field.required.dropped safe major"]);
    expect(weighed(after, before, "default", "consumer", new Map([["field.required.added", "breaking"]]))).toEqual([
      "field.required.added breaking major",
    ]);
    expect(weighed(after, before, "default", "consumer", new Map([["field.required.added", "docs"]]))).toEqual([
      "field.required.added docs minor",
    ]);
  });

  test("says nothing of other rules", () => {
    expect(weighed(after, before, "default", "consumer", says("docs"))).toEqual(["field.required.added safe minor"]);
  });
});

test("every profile is named as it is asked for", () => {
  expect(Object.entries(SCALES).map(([key, { id }]) => [key, id])).toEqual(PROFILES.map((id) => [id, id]));
});
