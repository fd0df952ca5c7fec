import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { checkShape } from "../../src/source/check.ts";
import { documentOf, inShort } from "./texts.ts";

const TEXT = { type: "string" };

const MEMBER = {
  type: "object",
  additionalProperties: false,
  required: ["username"],
  properties: { username: TEXT, role: TEXT },
};

const SHAPE: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/test/v1",
  $defs: {
    member: MEMBER,
    team: {
      oneOf: [
        { type: "array", items: { $ref: "#/$defs/member" } },
        {
          type: "object",
          additionalProperties: false,
          required: ["name"],
          properties: { name: TEXT, members: { type: "array", items: { $ref: "#/$defs/member" } } },
        },
      ],
    },
    tree: { type: "object", additionalProperties: { $ref: "#/$defs/tree" } },
  },
  type: "object",
  additionalProperties: false,
  properties: {
    id: { ...TEXT, pattern: "^[a-z-]+$", "x-expected": "lower-case words with dashes" },
    kind: { const: "DataProduct" },
    status: { enum: ["proposed", "draft", "active"] },
    release: { enum: ["1.0", "1.10"] },
    version: TEXT,
    minimum: { type: "integer", minimum: 3, maximum: 9 },
    share: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
    step: { multipleOf: 5 },
    flag: { type: "boolean" },
    either: { type: ["string", "null"] },
    label: { ...TEXT, minLength: 1, maxLength: 5 },
    code: { ...TEXT, pattern: "^[A-Z]{2}$" },
    tags: { type: "array", items: TEXT, uniqueItems: true, minItems: 1, maxItems: 4 },
    ports: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name", "version"],
        properties: { name: { ...TEXT, description: "Name of the port. Unique." }, version: TEXT },
      },
    },
    team: { $ref: "#/$defs/team" },
    tree: { $ref: "#/$defs/tree" },
    server: {
      oneOf: [
        { type: "object", required: ["type", "topic"], properties: { type: { const: "kafka" }, topic: TEXT } },
        { type: "object", required: ["type", "bucket"], properties: { type: { const: "s3" }, bucket: TEXT } },
      ],
    },
    level: { anyOf: [{ type: "integer", minimum: 1 }, { enum: ["low", "high"] }] },
    body: { type: "object", oneOf: [{ required: ["rule"] }, { required: ["schema"] }] },
    loose: {
      anyOf: [
        { type: "object", required: ["a", "b"] },
        { type: "object", properties: { c: { properties: { d: TEXT } } }, required: ["c"] },
      ],
    },
    names: { type: "object", propertyNames: { enum: ["alpha", "beta"] } },
    gone: false,
    banned: { not: { const: "x" }, "x-expected": "anything but x" },
    sealed: { type: "object", allOf: [{ properties: { x: TEXT } }], unevaluatedProperties: false },
    some: { type: "array", contains: { const: "a" } },
    pair: { type: "object", dependentRequired: { a: ["b"] }, minProperties: 1 },
    when: { type: "object", if: { required: ["a"] }, then: { required: ["b"] }, else: { properties: { c: TEXT } } },
  },
};

function check(text: string): readonly string[] {
  return checkShape(SHAPE, documentOf(text)).map(inShort);
}

describe("one line per fault", () => {
  it.each<[text: string, ...problems: string[]]>([
    ["id: a-b\nstatus: draft\nteam: [{username: x}]"],
    ["{}"],
    // Keys
    ["versoin: x", '1:1 unknown-key /versoin Key "versoin" is not known here; did you mean "version"?'],
    [
      "toString: x",
      `1:1 unknown-key /toString Key "toString" is not known here; remove it, or use one of "id", "kind", "status", "release", "version", "minimum", "share", "step", "flag", "either", "label", "code", … (26 in all).`,
    ],
    [
      "team: {name: x, owner: y}",
      '1:17 unknown-key /team/owner Key "owner" is not known here; remove it, or use "members".',
    ],
    ["team: [{username: x, role: y, z: 1}]", '1:31 unknown-key /team/0/z Key "z" is not known here; remove it.'],
    [
      '"\\e[31m": x',
      '1:1 unknown-key /\u001b[31m Key "\\u001b[31m" is not known here; remove it, or use one of "id", "kind", "status", "release", "version", "minimum", "share", "step", "flag", "either", "label", "code", … (26 in all).',
    ],
    [
      "names: {alfa: 1}",
      '1:9 unknown-key /names/alfa Key "alfa" is not allowed here; expected one of "alpha" or "beta".',
    ],
    [
      "names: {betta: 1}",
      '1:9 unknown-key /names/betta Key "betta" is not allowed here; expected one of "alpha" or "beta"; did you mean "beta"?',
    ],
    ["gone: 1", '1:7 not-allowed /gone Key "gone" is not allowed here; remove it.'],
    [
      "ports: [{name: x}]",
      '1:9 missing-key /ports/0/version Key "version" is missing in "ports[0]"; add it, expected text.',
    ],
    [
      "ports:\n  - version: x",
      '2:5 missing-key /ports/0/name Key "name" is missing in "ports[0]"; add it, expected text (Name of the port).',
    ],
    [
      "ports:\n  - verion: x\n    name: y",
      '2:5 unknown-key /ports/0/verion Key "verion" is not known here; did you mean "version"?',
    ],
    ["pair: {a: 1}", '1:1 missing-key /pair/b Key "b" is missing in "pair", because "a" is given; add it.'],
    ["when: {a: 1}", '1:1 missing-key /when/b Key "b" is missing in "when"; add it.'],
    ["when: {c: 1}", '1:11 wrong-type /when/c Key "c" is the number 1; expected text; put it in quotes: "1".'],
    // Types
    [
      "version: 1.10",
      '1:10 wrong-type /version Key "version" is the number 1.1 (written 1.10); expected text; put it in quotes: "1.10".',
    ],
    ["version: 2", '1:10 wrong-type /version Key "version" is the number 2; expected text; put it in quotes: "2".'],
    [
      "version: 0x10",
      '1:10 wrong-type /version Key "version" is the number 16 (written 0x10); expected text; put it in quotes: "0x10".',
    ],
    [
      "version: True",
      '1:10 wrong-type /version Key "version" is the boolean true; expected text; put it in quotes: "True".',
    ],
    ["version:", '1:1 wrong-type /version Key "version" is empty; expected text; give it a value or remove the key.'],
    ["version: [1]", '1:10 wrong-type /version Key "version" is a list of 1; expected text.'],
    [
      "either: 1",
      '1:9 wrong-type /either Key "either" is the number 1; expected text or nothing; put it in quotes: "1".',
    ],
    ['minimum: "5"', '1:10 wrong-type /minimum Key "minimum" is "5"; expected a whole number; remove the quotes.'],
    ["minimum: 4.5", '1:10 wrong-type /minimum Key "minimum" is the number 4.5; expected a whole number.'],
    ["flag: yes", '1:7 wrong-type /flag Key "flag" is "yes"; expected true or false; write true without quotes.'],
    [
      'flag: "False"',
      '1:7 wrong-type /flag Key "flag" is "False"; expected true or false; write false without quotes.',
    ],
    ["tags: pii", '1:7 wrong-type /tags Key "tags" is "pii"; expected a list; write each element behind "- ".'],
    [
      "tags: [a, 1.0]",
      '1:11 wrong-type /tags/1 Element 2 of "tags" is the number 1 (written 1.0); expected text; put it in quotes: "1.0".',
    ],
    ["ports: [x]", '1:9 wrong-type /ports/0 Element 1 of "ports" is "x"; expected an object.'],
    [
      "id: 5",
      '1:5 wrong-type /id Key "id" is the number 5; expected lower-case words with dashes; put it in quotes: "5".',
    ],
    ["text", '1:1 wrong-type  The document is "text"; expected an object.'],
    ["- a", "1:1 wrong-type  The document is a list of 1; expected an object."],
    // Values
    ["kind: DataProdukt", '1:7 not-allowed /kind Key "kind" is "DataProdukt"; expected "DataProduct".'],
    [
      "status: Actve",
      '1:9 not-allowed /status Key "status" is "Actve"; expected one of "proposed", "draft" or "active"; did you mean "active"?',
    ],
    [
      "status: gone",
      '1:9 not-allowed /status Key "status" is "gone"; expected one of "proposed", "draft" or "active".',
    ],
    [
      "release: 1.10",
      '1:10 not-allowed /release Key "release" is the number 1.1 (written 1.10); expected one of "1.0" or "1.10"; put it in quotes: "1.10".',
    ],
    ["id: A B", '1:5 wrong-form /id Key "id" is "A B"; expected lower-case words with dashes.'],
    ["code: x", '1:7 wrong-form /code Key "code" is "x"; expected text that matches /^[A-Z]{2}$/.'],
    ["banned: x", '1:9 not-allowed /banned Key "banned" is "x", which is not allowed here; expected anything but x.'],
    ["minimum: 2", '1:10 out-of-range /minimum Key "minimum" is the number 2; expected at least 3.'],
    ["minimum: 10", '1:10 out-of-range /minimum Key "minimum" is the number 10; expected at most 9.'],
    ["share: 0", '1:8 out-of-range /share Key "share" is the number 0; expected more than 0.'],
    ["share: 1", '1:8 out-of-range /share Key "share" is the number 1; expected less than 1.'],
    ["step: 7", '1:7 out-of-range /step Key "step" is the number 7; expected a multiple of 5.'],
    ["label: ''", '1:8 wrong-form /label Key "label" is empty text; expected text.'],
    ["label: abcdef", '1:8 wrong-length /label Key "label" is "abcdef"; expected at most 5 characters.'],
    ["tags: []", '1:7 wrong-length /tags Key "tags" is an empty list; expected at least 1 element.'],
    ["tags: [a, b, c, d, e]", '1:7 wrong-length /tags Key "tags" is a list of 5; expected at most 4 elements.'],
    ["tags: [a, b, a]", '1:14 duplicate-element /tags/2 Element 3 of "tags" repeats element 1, "a"; remove one.'],
    ["pair: {}", '1:7 wrong-length /pair Key "pair" is an empty object; expected at least 1 key.'],
    ["some: [b]", '1:7 missing-element /some Key "some" lacks an element that is "a"; add one.'],
    // Alternatives
    ["team: x", '1:7 wrong-type /team Key "team" is "x"; expected a list or an object.'],
    ["team: {nam: x}", '1:8 unknown-key /team/nam Key "nam" is not known here; did you mean "name"?'],
    ["team: [{user: x}]", '1:9 unknown-key /team/0/user Key "user" is not known here; did you mean "username"?'],
    [
      "team: {name: x, members: [{username: 1}]}",
      '1:38 wrong-type /team/members/0/username Key "username" is the number 1; expected text; put it in quotes: "1".',
    ],
    [
      "server: {type: kafka, bucket: b}",
      '1:1 missing-key /server/topic Key "topic" is missing in "server"; add it, expected text.',
    ],
    ["server: {type: gcs}", '1:16 not-allowed /server/type Key "type" is "gcs"; expected one of "kafka" or "s3".'],
    [
      "server: {topic: x}",
      '1:1 missing-key /server/type Key "type" is missing in "server"; add it, expected "kafka" or "s3".',
    ],
    ["level: 0", '1:8 out-of-range /level Key "level" is the number 0; expected at least 1.'],
    [
      "level: hihg",
      '1:8 not-allowed /level Key "level" is "hihg"; expected one of "low" or "high"; did you mean "high"?',
    ],
    [
      "level: [x]",
      '1:8 wrong-type /level Key "level" is a list of 1; expected a whole number or one of "low" or "high".',
    ],
    ["body: {}", '1:7 missing-key /body One of the keys "rule" or "schema" is missing in "body"; add one.'],
    [
      "body: {rule: 1, schema: 2}",
      '1:25 conflicting-keys /body/schema Keys "rule" and "schema" exclude each other in "body"; keep one.',
    ],
    ["loose: {c: {d: 1}}", '1:16 wrong-type /loose/c/d Key "d" is the number 1; expected text; put it in quotes: "1".'],
    ["sealed: {x: 1}", '1:13 wrong-type /sealed/x Key "x" is the number 1; expected text; put it in quotes: "1".'],
    ["sealed: {y: 1}", '1:10 unknown-key /sealed/y Key "y" is not known here; remove it, or use "x".'],
    ["tree: {a: {b: 1}}", '1:15 wrong-type /tree/a/b Key "b" is the number 1; expected an object.'],
  ])("%s", (text, ...problems) => {
    expect(check(text)).toEqual(problems);
  });

  it("lists all faults by position", () => {
    const text = "version: 1\nports:\n  - name: x\n    version: 2\n  - verson: y\n    name: z\nid: A\nteam: 5\n";
    expect(checkShape(SHAPE, documentOf(text)).map(({ range, code }) => [range.line, code])).toEqual([
      [1, "wrong-type"],
      [4, "wrong-type"],
      [5, "unknown-key"],
      [7, "wrong-form"],
      [8, "wrong-type"],
    ]);
  });

  it("points at the key of an unknown key and at the value of a wrong one", () => {
    const ranges = checkShape(SHAPE, documentOf("versoin: x\nid: A B")).map(({ range }) => range);
    expect(ranges).toEqual([
      { line: 1, column: 1, endLine: 1, endColumn: 8 },
      { line: 2, column: 5, endLine: 2, endColumn: 8 },
    ]);
  });

  it("does not take inherited members for keys", () => {
    const shape = { type: "object", required: ["toString", "constructor"] };
    expect(checkShape(shape, documentOf("{}")).map(({ path }) => path)).toEqual(["/constructor", "/toString"]);
  });

  it("follows references through a schema with and without a name", () => {
    const named = Object.entries(SHAPE);
    const nameless: JsonObject = Object.fromEntries(named.filter(([key]) => key !== "$id"));
    expect(checkShape(nameless, documentOf("team: [{user: x}]")).map(inShort)).toEqual(check("team: [{user: x}]"));
  });

  it("refuses references to elsewhere", () => {
    expect(() => checkShape({ $ref: "https://example.com/schema.json" }, documentOf("a: 1"))).toThrow();
  });
});

describe("bounds", () => {
  it("matches patterns in linear time", () => {
    const shape = { type: "object", properties: { a: { pattern: "^(a+)+$" } } };
    const start = performance.now();
    expect(checkShape(shape, documentOf(`a: ${"a".repeat(5_000)}!`)).map(({ code }) => code)).toEqual(["wrong-form"]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("names at most a hundred of very many faults", () => {
    const ports = Array.from({ length: 3_000 }, (_, index) => `  - nam${index}: x`).join("\n");
    const start = performance.now();
    const problems = checkShape(SHAPE, documentOf(`ports:\n${ports}`));
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.code).toBe("too-many-problems");
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it("chooses among alternatives in linear time", () => {
    const members = Array.from({ length: 1_500 }, () => "{user: [x, y]}").join(", ");
    const start = performance.now();
    expect(checkShape(SHAPE, documentOf(`team: [${members}]`))).toHaveLength(100);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("any document", () => {
  const keys = fc.constantFrom(...Object.keys(SHAPE["properties"] as JsonObject), "name", "username", "x");
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, true, 0, 5, 1.5, "", "a", "kafka", "draft"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 5 }),
    ),
  }));

  it("has problems in one line each, at distinct places, by position", () => {
    fc.assert(
      fc.property(value, (json) => {
        const problems = checkShape(SHAPE, documentOf(JSON.stringify(json)));
        for (const { message } of problems) expect(message).toMatch(/^[^\n\p{Cc}]+[.?]$/u);
        expect(new Set(problems.map(({ path }) => path)).size).toBe(problems.length);
        const columns = problems.map(({ range }) => range.column);
        expect(columns).toEqual(columns.toSorted((a, b) => a - b));
        if (problems.length === 0) expect(typeof json).toBe("object");
      }),
      { numRuns: 200 },
    );
  });
});

it("compares objects, whose readers have left them without a prototype", () => {
  const shape = { properties: { pairs: { type: "array", uniqueItems: true } } };
  const document = documentOf("pairs: [{a: 1, b: 2}, {a: 1}, {b: 2, a: 1}]");
  expect(checkShape(shape, document).map(({ code, path }) => [code, path])).toEqual([
    ["duplicate-element", "/pairs/2"],
  ]);
});
