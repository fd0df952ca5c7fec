import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recallReading, rememberReading } from "../../src/app/remember.ts";
import { readDescriptors } from "../../src/descriptor/read.ts";
import type { Reading } from "../../src/model/descriptor.ts";
import type { Json } from "../../src/model/json.ts";
import type { MemoSpace } from "../../src/ports/memo.ts";
import { contract, lines, product, read, sample, samples } from "./support/reading.ts";

const EMPTY = { documents: [], problems: [] };

describe("what is a descriptor", () => {
  it.each([
    ["a Kubernetes resource", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"],
    ["a product of FLUID", "fluidVersion: 0.7.1\nkind: DataProduct\nid: a\nmetadata: {}\n"],
    ["a product of floe", "apiVersion: floe.dev/v1\nkind: DataProduct\nid: a\noutputPorts: []\n"],
    ["a Crossplane resource", "apiVersion: x.example/v1\nkind: DataProduct\nmetadata: {name: a}\nspec: {}\n"],
    ["a policy of another system", "apiVersion: kyverno.io/v1\nkind: Policy\nid: a.b\n"],
    ["a kind of ours that is no rule", "apiVersion: meshgate/v1\nkind: Pack\n"],
    ["a consumer of another system", "apiVersion: gateway.example/v1\nkind: Consumer\nid: a\n"],
    ["a list", "- apiVersion: v1.0.0\n"],
    ["text", "just text"],
    ["nothing", ""],
    ["comments", "# nothing\n"],
    ["YAML that is broken", "a: [1\n"],
    ["a template with tags", "a: !Ref b\n"],
    ["bytes", "\u0000\u0001"],
  ])("%s is none, and nothing is said", (_name, text) => {
    expect(read(text)).toMatchObject(EMPTY);
  });

  it.each([
    ["odcs-2", "apiVersion: v2.2.2\nkind: DataContract\nuuid: a\ndatasetDomain: b\n", "ODCS 2.2.2"],
    ["dcs", "dataContractSpecification: 1.2.1\nid: a\n", "Data Contract Specification 1.2.1"],
    ["dpds", "dataProductDescriptor: 1.0.0\ninfo: {name: a}\n", "Data Product Descriptor Specification 1.0.0"],
    ["entropy", "dataProductSpecification: 0.0.1\nid: a\n", "Data Product Specification (Entropy Data) 0.0.1"],
    ["entropy", "id: a\ninfo: {owner: b}\noutputPorts: []\n", "Data Product Specification (Entropy Data)"],
    [
      "odpi",
      "schema: https://opendataproducts.org/v4.1/schema\nversion: 4.1\nproduct: {}\n",
      "Open Data Product Specification (opendataproducts.org) 4.1",
    ],
    ["witboost", "kind: dataproduct\nid: urn:dmb:dp:a:b:1\nversion: 1.0.0\n", "Witboost data product 1.0.0"],
  ])("%s is named, not read and not called invalid", (format, text, name) => {
    const reading = read(text);
    expect(reading.documents).toMatchObject([{ format }]);
    expect(reading.documents[0]?.described).toBeUndefined();
    expect(lines(reading)).toEqual([
      expect.stringContaining(`warning format-not-read This is ${name}, which Meshgate knows but does not read; `),
    ]);
  });

  it("a dbt schema is named, and nothing is said", () => {
    expect(read("version: 2\nmodels: [{name: a}]\n").documents).toEqual([
      { index: 0, format: "dbt", formatVersion: "2", problems: [] },
    ]);
  });

  it.each([
    [
      "Policy",
      "A Policy stands in a file that is not read for one, so it is not in force; move it to policies/global, ",
    ],
    [
      "Guild",
      "A Guild stands in a file that is not read for one, so it is not in force; rename the file to guild.yaml ",
    ],
    [
      "Mesh",
      "A Mesh stands in a file that is not read for one, so it is not in force; rename the file to meshgate.yaml ",
    ],
    ["Waiver", "A Waiver stands in a file that is not read for one, so it is not in force; move it to waivers, "],
    ["Polcy", 'Kind "Polcy" is not known, so this document does nothing; did you mean "Policy"?'],
  ])("a %s is told that it does nothing where it is", (kind, message) => {
    const rule = `apiVersion: meshgate/v1\nkind: ${kind}\n`;
    const warning = expect.stringContaining(`2:7 warning out-of-place ${message}`) as string;
    expect(lines(read(rule))).toEqual([warning]);
    expect(read(`${product()}---\n${rule}`)).toMatchObject({ documents: [{ format: "odps" }], problems: [{}] });
    expect(lines(read(rule, "a.odps.yaml"))).toEqual([warning, expect.stringContaining("error no-descriptor")]);
  });

  it("a broken text that claims to be a descriptor is told, by its name or its kind", () => {
    expect(lines(read("a: [1\n", "products/a.odps.yaml"))).toHaveLength(1);
    expect(lines(read("a: [1\n", "contracts/A.ODCS.JSON"))).toHaveLength(1);
    expect(lines(read("# x\nkind: DataProduct\na: [1\n"))).toHaveLength(1);
    expect(lines(read('{"id": 1, "kind": "DataContract", "a": [1\n'))).not.toEqual([]);
    expect(lines(read("kind: Deployment\na: [1\n"))).toEqual([]);
    expect(lines(read(`${"# fill\n".repeat(2000)}kind: DataProduct\na: [1\n`))).toEqual([]);
  });

  it("a text in UTF-16 that claims to be a descriptor is told", () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from("\nkind: DataProduct\n", (c) => [c.charCodeAt(0), 0]).flat(),
    ]);
    expect(lines(readDescriptors(utf16))).toHaveLength(1);
  });

  it("a text that is too large is told when it claims to be a descriptor", () => {
    const large = `# ${"x".repeat(300 * 1024)}\n`;
    expect(read(large)).toMatchObject(EMPTY);
    expect(lines(read(`kind: DataProduct\n${large}`))).toEqual([
      "1:1 error too-large The text is larger than 256 KiB; split it.",
    ]);
  });

  it.each(["", "# empty\n", "a: 1\n"])("a file named as a descriptor that holds none is told: %j", (text) => {
    expect(lines(read(text, "a.odps.yaml"))).toEqual([
      "1:1 error no-descriptor The file name says descriptor, but no document in it is one; add kind and apiVersion, or rename the file.",
    ]);
  });
});

describe("texts", () => {
  it("reads every document of a stream, and counts those without content", () => {
    const reading = read(`---\n${product()}---\n---\na: 1\n---\n${contract()}`);
    expect(reading.documents.map(({ index, format }) => [index, format])).toEqual([
      [0, "odps"],
      [3, "odcs"],
    ]);
    expect(lines(reading)).toEqual([]);
  });

  it("relies on no document of a stream that is broken anywhere", () => {
    const reading = read(`${product()}---\na: [1\n`);
    expect(reading.documents).toEqual([]);
    expect(lines(reading)).toHaveLength(1);
  });

  it.each([
    ["a byte order mark", `\ufeff${product()}`],
    ["carriage returns", product().replaceAll("\n", "\r\n")],
    ["anchors", product("description: {purpose: &p words, usage: *p}\n")],
    ["variables in text", product("name: ${NAME:-releases}\ndomain: ${DOMAIN}\n")],
  ])("%s make no difference", (_name, text) => {
    const reading = read(text);
    expect(lines(reading)).toEqual([]);
    expect(reading.documents[0]?.described?.summary()).toMatchObject({
      id: "daff.album.releases",
      range: { line: 3, column: 5 },
    });
  });

  it.each([
    ["a key that stands twice", product("name: a\nname: b\n"), "duplicate-key"],
    ["a tag", product("name: !x a\n"), "custom-tag"],
    ["a merge key", product("a: &a {name: x}\n<<: *a\n"), "error"],
    ["a prototype key", product("__proto__: {name: x}\n"), "error"],
  ])("%s is an error", (_name, text, code) => {
    const reading = read(text);
    expect(lines(reading).join("\n")).toContain(code);
    expect(reading.documents.every(({ described }) => described === undefined)).toBe(true);
  });
});

describe("the summary", () => {
  it("holds what the mesh needs of a product", () => {
    expect(read(sample("odps-1.1.0.odps.yaml")).documents[0]?.described?.summary()).toMatchSnapshot();
  });

  it("holds what the mesh needs of a consumer and a contract", () => {
    expect(read(sample("consumer-1.yaml")).documents[0]?.described?.summary()).toMatchSnapshot();
    expect(read(sample("odcs-3.2.0.odcs.yaml")).documents[0]?.described?.summary()).toMatchSnapshot();
  });

  it.each([
    ["the team", "team: {name: '@daff/album'}", "v1.1.0", ["@daff/album"]],
    [
      "owners by role, however it is written",
      "team: {members: [{username: a, role: Data Product OWNER}, {username: b, role: dev}]}",
      "v1.1.0",
      ["a"],
    ],
    [
      "not those who left or will",
      "team: {members: [{username: a, role: owner, dateOut: 2099-01-01}, {username: b, role: owner}]}",
      "v1.1.0",
      ["b"],
    ],
    ["nobody twice", "team: {name: a, members: [{username: a, role: owner}]}", "v1.1.0", ["a"]],
    ["members of an ODPS 0.9 list", "team: [{username: a, role: owner}]", "v0.9.0", ["a"]],
    ["nobody", "", "v1.1.0", []],
  ])("owners are %s", (_name, team, version, owners) => {
    expect(read(product(`${team}\n`, version)).documents[0]?.described?.summary()).toMatchObject({ owners });
  });
});

describe("a stream of documents", () => {
  it("is read one by one", () => {
    const reading = read(`${product("wrong: 1\n")}---\nversion: 2\nmodels: []\n---\n${contract()}`);
    expect(reading.documents.map(({ index, format }) => [index, format])).toEqual([
      [0, "odps"],
      [1, "dbt"],
      [2, "odcs"],
    ]);
    expect(reading.documents.map(({ problems }) => problems.length)).toEqual([1, 0, 0]);
  });
});

/** A reading with its summaries, which are had one by one. */
function openedUp(reading: Reading | undefined): unknown {
  return {
    ...reading,
    documents: reading?.documents.map(({ described, ...document }) => ({
      ...document,
      described: described && [described.outline, described.summary()],
    })),
  };
}

describe("hostile texts", () => {
  const cut = fc
    .tuple(fc.constantFrom(...samples()), fc.nat(4000), fc.nat(40), fc.string({ maxLength: 12 }))
    .map(([name, start, length, text]) => {
      const whole = sample(name);
      return whole.slice(0, start) + text + whole.slice(start + length);
    });

  it("are read without a throw, always alike, and remembered as they are", () => {
    const memory = new Map<string, { readonly head: Json; readonly rest: string }>();
    const space: MemoSpace = {
      head: (key) => memory.get(key)?.head,
      rest: (key) => memory.get(key)?.rest,
      set: (key, head, rest = "") => memory.set(key, { head: JSON.parse(JSON.stringify(head)) as Json, rest }),
    };
    fc.assert(
      fc.property(cut, (text) => {
        const reading = read(text, "a.odps.yaml");
        rememberReading(space, text, reading);
        expect(openedUp(recallReading(space, text))).toEqual(openedUp(reading));
        expect(openedUp(read(text, "b.odcs.yaml"))).toEqual(openedUp(reading));
      }),
      { numRuns: 60 },
    );
  });

  it("with any value under any key are read without a throw", () => {
    const keys = [
      "inputPorts",
      "outputPorts",
      "team",
      "schema",
      "servers",
      "customProperties",
      "apiVersion",
      "kind",
      "id",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(product, contract),
        fc.constantFrom(...keys),
        fc.jsonValue({ maxDepth: 3 }),
        (make, key, value) => {
          const base = make()
            .split("\n")
            .filter((line) => !line.startsWith(`${key}:`));
          const reading = read([...base, `${key}: ${JSON.stringify(value)}`].join("\n"), "a.odps.yaml");
          for (const { problems, described } of reading.documents) {
            expect(described === undefined).toBe(problems.some(({ severity }) => severity === "error"));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("with messages on one line, whatever they quote", () => {
    const reading = read(product('"a\\nb\\u202e": 1\n"\\u001b[31m": 2\n'));
    // eslint-disable-next-line no-control-regex
    for (const line of lines(reading)) expect(line).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(lines(reading)).toHaveLength(2);
  });
});
