import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonPath } from "../../../src/model/json.ts";
import { canonical, isList, isObject } from "../../../src/model/json.ts";
import { editBytes } from "../../../src/policy/fix/edit.ts";
import type { Edit } from "../../../src/policy/fix/splice.ts";
import { readSource } from "../../../src/source/read.ts";
import { DAFF } from "../../support/mesh-repo.ts";

function set(path: JsonPath, value: Json, order?: readonly string[]): Edit {
  return { kind: "set", path, value, ...(order && { order }) };
}

function remove(...path: JsonPath): Edit {
  return { kind: "remove", path };
}

function edit(text: string, ...edits: readonly Edit[]): string {
  const edited = editBytes(new TextEncoder().encode(text), 0, edits);
  return "fault" in edited
    ? `fault: ${edited.fault}`
    : new TextDecoder("utf-8", { ignoreBOM: true }).decode(edited.bytes);
}

describe("setting a value", () => {
  it.each<[what: string, before: string, edit: Edit, after: string]>([
    ["plain", "a: 1 # one\nb: x # two\n", set(["b"], "w"), "a: 1 # one\nb: w # two\n"],
    ["between single quotes", "a: 'x'\n", set(["a"], "it's"), "a: 'it''s'\n"],
    ["between double quotes", 'a: "x" # c\n', set(["a"], "w"), 'a: "w" # c\n'],
    ["that needs quotes", "a: x\n", set(["a"], "y: z"), 'a: "y: z"\n'],
    ["that others take for a truth", "a: x\n", set(["a"], "no"), 'a: "no"\n'],
    ["that looks like a number", "a: x\n", set(["a"], "1.10"), 'a: "1.10"\n'],
    ["that nobody sees", "a: x\n", set(["a"], "x\u009f\u2028"), 'a: "x\\u009f\\u2028"\n'],
    ["that nobody sees, between single quotes", "a: 'x'\n", set(["a"], "\u2028"), 'a: "\\u2028"\n'],
    ["that is a number", "a: x\n", set(["a"], 1.5), "a: 1.5\n"],
    ["of two lines", "a: x\n", set(["a"], "y\nz"), 'a: "y\\nz"\n'],
    ["written as a block", "a: |\n  x\n  y\nb: 1\n", set(["a"], "z"), "a: z\nb: 1\n"],
    ["folded, with blank lines behind", "a: >-\n  x\n\n# c\nb: 1\n", set(["a"], "z"), "a: z\n\n# c\nb: 1\n"],
    ["left out", "a:\nb: 1\n", set(["a"], "z"), "a: z\nb: 1\n"],
    ["left out, with a comment", "a: # c\nb: 1\n", set(["a"], "z"), "a: z # c\nb: 1\n"],
    ["in a flow object", "a: {b: 1, c: x}\n", set(["a", "c"], "w"), "a: {b: 1, c: w}\n"],
    ["in a flow list", "a: [x,  y]\n", set(["a", 1], "z"), "a: [x,  z]\n"],
    ["in JSON", '{"a": "x",\n "b": 1}\n', set(["a"], "w"), '{"a": "w",\n "b": 1}\n'],
    ["that was an object", "a:\n  b: 1\n  c: 2\nd: 1\n", set(["a"], "x"), "a: x\nd: 1\n"],
    ["that becomes an object", "a: x\nd: 1\n", set(["a"], { b: 1, c: "y z" }), "a: { b: 1, c: y z }\nd: 1\n"],
    ["that stays an object", "a:\n    b: 1\n    c: 2\n", set(["a"], { d: 1, e: [] }), "a:\n    d: 1\n    e: []\n"],
    [
      "of an element",
      "a:\n- b: 1\n  c: 2\n- d\n",
      set(["a", 0], { x: 1, w: { z: 1 } }),
      "a:\n- x: 1\n  w:\n    z: 1\n- d\n",
    ],
    ["behind a mark of the document", "---\na: x\n---\nb: 1\n", set(["a"], "w"), "---\na: w\n---\nb: 1\n"],
    ["that is empty", "a: []\n", set(["a"], ["x", 1]), "a: [x, 1]\n"],
  ])("%s", (_, before, change, after) => {
    expect(edit(before, change)).toBe(after);
  });
});

describe("adding a key", () => {
  const ORDER = ["first", "second", "third"];
  it.each<[what: string, before: string, edit: Edit, after: string]>([
    ["at the end", "a: 1 # c\n", set(["b"], 2), "a: 1 # c\nb: 2\n"],
    ["at an end without a line feed", "a: 1", set(["b"], 2), "a: 1\nb: 2"],
    ["where the standard has it", "first: 1\nthird: 3\n", set(["second"], 2, ORDER), "first: 1\nsecond: 2\nthird: 3\n"],
    [
      "behind a tall value and its comment",
      "first:\n  - a: 1 # c\n# of third\nthird: 3\n",
      set(["second"], 2, ORDER),
      "first:\n  - a: 1 # c\nsecond: 2\n# of third\nthird: 3\n",
    ],
    [
      "behind a block",
      "first: |\n  x\n\nthird: 3\n",
      set(["second"], 2, ORDER),
      "first: |\n  x\nsecond: 2\n\nthird: 3\n",
    ],
    ["behind a key without value", "first:\nthird: 3\n", set(["second"], 2, ORDER), "first:\nsecond: 2\nthird: 3\n"],
    ["of an element", "a:\n  - b: 1\n  - b: 2\n", set(["a", 0, "c"], "x"), "a:\n  - b: 1\n    c: x\n  - b: 2\n"],
    ["of a flow object", "a: { b: 1 }\n", set(["a", "c"], "x"), "a: { b: 1, c: x }\n"],
    [
      "in the middle of a flow object",
      "{first: 1, third: 3}\n",
      set(["second"], 2, ORDER),
      "{first: 1, second: 2, third: 3}\n",
    ],
    ["of an empty object", "a: {}\n", set(["a", "c"], "x"), "a: { c: x }\n"],
    ["of a flow object of many lines", "a: {\n  b: 1\n}\n", set(["a", "c"], "x"), "a: {\n  b: 1,\n  c: x\n}\n"],
    ["of JSON", '{\n  "b": [\n    1\n  ]\n}\n', set(["c"], "x"), '{\n  "b": [\n    1\n  ],\n  "c": "x"\n}\n'],
    ["of JSON in one line", '{"b":1}', set(["c"], { d: "x" }), '{"b":1, "c": { "d": "x" }}'],
    ["with what it stands in", "a: 1\n", set(["b", "c"], "x"), "a: 1\nb:\n  c: x\n"],
    ["below a key without value", "b:\na: 1\n", set(["b", "c"], "x"), "b: { c: x }\na: 1\n"],
    ["that holds a list", "a:\n  - 1\n", set(["b"], [{ c: 1, d: 2 }]), "a:\n  - 1\nb:\n  - c: 1\n    d: 2\n"],
    [
      "that holds a list, as the author sets lists",
      "a:\n- 1\n",
      set(["b"], [{ c: 1, d: 2 }]),
      "a:\n- 1\nb:\n- c: 1\n  d: 2\n",
    ],
    ["that needs quotes", "a: 1\n", set(["b: c"], 2), 'a: 1\n"b: c": 2\n'],
    ["behind a document", "a: 1\n...\n", set(["b"], 2), "a: 1\nb: 2\n...\n"],
  ])("%s", (_, before, change, after) => {
    expect(edit(before, change)).toBe(after);
  });
});

describe("adding an element", () => {
  it.each<[what: string, before: string, edit: Edit, after: string]>([
    ["to a list", "a:\n  - x # c\nb: 1\n", set(["a", 1], "w"), "a:\n  - x # c\n  - w\nb: 1\n"],
    [
      "to objects",
      "a:\n  - b: 1\n    c: 2\n",
      set(["a", 1], { b: 3, c: 4 }),
      "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n",
    ],
    ["to flow objects", "a:\n  - { b: 1 }\n", set(["a", 1], { b: 3 }), "a:\n  - { b: 1 }\n  - { b: 3 }\n"],
    ["to a flow list", "a: [x]\n", set(["a", 1], "w"), "a: [x, w]\n"],
    ["to an empty list", "a: []\n", set(["a", 0], "w"), "a: [w]\n"],
    ["to a list of JSON", '{"a": [\n  1\n]}\n', set(["a", 1], 2), '{"a": [\n  1,\n  2\n]}\n'],
  ])("%s", (_, before, change, after) => {
    expect(edit(before, change)).toBe(after);
  });
});

describe("removing", () => {
  it.each<[what: string, before: string, edit: Edit, after: string]>([
    ["a key", "a: 1\nb: 2 # c\nd: 3\n", remove("b"), "a: 1\nd: 3\n"],
    ["the last key", "a: 1\nb:\n  c: 1\n  d: 1\n# end\n", remove("b"), "a: 1\n# end\n"],
    ["a key below a comment", "a: 1\n# of b\nb: 2\n", remove("b"), "a: 1\n# of b\n"],
    ["a key without value", "a: 1\nb:\nc: 1\n", remove("b"), "a: 1\nc: 1\n"],
    ["a block", "a: |\n  x\n\nb: 2\n", remove("a"), "\nb: 2\n"],
    ["the first key of an element", "a:\n  - b: 1\n    c: 2\n", remove("a", 0, "b"), "a:\n  - c: 2\n"],
    ["the second key of an element", "a:\n  - b: 1\n    c: 2\n  - 3\n", remove("a", 0, "c"), "a:\n  - b: 1\n  - 3\n"],
    ["an element", "a:\n  - b: 1\n    c: 2\n  - d: 3\n", remove("a", 0), "a:\n  - d: 3\n"],
    [
      "an element with a comment behind its dash",
      "a:\n  - 1\n  - # a - b\n    b: 1\n  - 3\n",
      remove("a", 1),
      "a:\n  - 1\n  - 3\n",
    ],
    ["the only element", "a:\n  - b: 1\nc: 1\n", remove("a", 0), "a: []\nc: 1\n"],
    ["the only key", "a:\n  b: 1\nc: 1\n", remove("a", "b"), "a: {}\nc: 1\n"],
    ["from a flow object", "a: { b: 1, c: 2 }\n", remove("a", "b"), "a: { c: 2 }\n"],
    ["the last of a flow object", "a: { b: 1, c: 2 }\n", remove("a", "c"), "a: { b: 1 }\n"],
    ["the only one of a flow list", "a: [ x ]\n", remove("a", 0), "a: []\n"],
    ["from JSON", '{\n  "a": 1,\n  "b": 2\n}\n', remove("b"), '{\n  "a": 1\n}\n'],
    ["at an end without a line feed", "a: 1\nb: 2", remove("b"), "a: 1\n"],
  ])("%s", (_, before, change, after) => {
    expect(edit(before, change)).toBe(after);
  });
});

describe("what the author did not write otherwise stays", () => {
  it("has its line ends and its byte order mark", () => {
    const text = "\ufeffa: 1\r\nb: x # c\r\nd:\r\n  - e: 1\r\n";
    const edits = [set(["b"], "w"), set(["d", 0, "f"], { g: 1 }), set(["h"], 2), remove("a")];
    expect(edit(text, ...edits)).toBe("\ufeffb: w # c\r\nd:\r\n  - e: 1\r\n    f:\r\n      g: 1\r\nh: 2\r\n");
  });

  it("has its other documents", () => {
    const bytes = new TextEncoder().encode("a: 1\n---\na: 2\n---\na: 3\n");
    const edited = editBytes(bytes, 1, [set(["a"], 9)]);
    expect("bytes" in edited && new TextDecoder().decode(edited.bytes)).toBe("a: 1\n---\na: 9\n---\na: 3\n");
  });
});

describe("an edit is refused", () => {
  it.each<[what: string, text: string, edit: Edit, fault: string]>([
    ["behind an alias", "a: &x {b: 1}\nc: *x\n", set(["c", "b"], 2), "behind an alias"],
    ["when it reaches others through an alias", "a: &x {b: 1}\nc: *x\n", set(["a", "b"], 2), "cannot keep"],
    ["when an alias would lose its anchor", "a: &x 1\nc: *x\n", remove("a"), "cannot keep"],
    ["when nothing is there", "a: 1\n", remove("b"), "nothing to remove"],
    ["in a list by name", "a: [1]\n", set(["a", "b"], 1), "no such place"],
    ["beyond a list", "a: [1]\n", set(["a", 3], 1), "no such place"],
    ["below a text", "a: x\n", set(["a", "b"], 1), "no such place"],
    ["when a comment would go", "a: {\n  b: 1, # one\n  c: 2\n}\n", remove("a", "c"), "comment"],
    ["when a comment would go with a dash", "a:\n  - b: 1 # one\n    c: 2\n", remove("a", 0, "b"), "comment"],
    ["in a text that is not sound", "a: 1\na: 2\n", set(["a"], 3), "cannot keep"],
  ])("%s", (_, text, change, fault) => {
    expect(edit(text, change)).toMatch(new RegExp(`^fault: .*${fault}`));
  });
});

interface Place {
  readonly path: JsonPath;
  readonly value: Json;
}

function placesIn(value: Json, path: JsonPath = []): readonly Place[] {
  const entries: readonly (readonly [string | number, Json])[] = isList(value)
    ? value.map((item, index) => [index, item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [{ path, value }, ...entries.flatMap(([step, inner]) => placesIn(inner, [...path, step]))];
}

/** The Daff descriptors, as they are and written in other ways that say the same. */
const TEXTS = Object.entries(DAFF)
  .filter(([file]) => /\.(odps|odcs)\.yaml$|^consumers\//.test(file))
  .flatMap(([, text]) => {
    const value = readSource(new TextEncoder().encode(text)).documents[0]?.value;
    return [
      text,
      text.replaceAll("\n", "\r\n"),
      `\ufeff${text}`,
      JSON.stringify(value),
      JSON.stringify(value, null, 2),
    ];
  });

describe("on real descriptors", () => {
  it("every edit is made, changes few lines and loses no comment", () => {
    const edits = fc.record({
      text: fc.constantFrom(...TEXTS),
      at: fc.nat(),
      value: fc.constantFrom<Json>("x", "a: b", "# c", 7, true, "", ["x", "y"], { k: "v", l: [1] }, [{ m: 1 }]),
      kind: fc.constantFrom("set", "add", "append", "remove"),
    });
    let refused = 0;
    fc.assert(
      fc.property(edits, ({ text, at, value, kind }) => {
        const source = readSource(new TextEncoder().encode(text));
        const places = placesIn(source.documents[0]?.value ?? null).filter((place) => {
          if (kind === "add") return isObject(place.value);
          return kind === "append" ? isList(place.value) : place.path.length > 0;
        });
        const place = places[at % places.length];
        if (place === undefined) return;
        const path =
          kind === "add"
            ? [...place.path, "added"]
            : kind === "append"
              ? [...place.path, (place.value as Json[]).length]
              : place.path;
        const change: Edit = kind === "remove" ? remove(...path) : set(path, value);
        const after = edit(text, change);
        if (after.startsWith("fault: ")) {
          expect(after).toBe("fault: a comment stands in between");
          refused += 1;
          return;
        }
        const comments = (of: string): number => of.split("\n").filter((line) => line.trim().startsWith("#")).length;
        const isWhole = kind !== "add" && kind !== "append" && typeof place.value === "object";
        // Comments inside of what is replaced or removed go with it.
        if (!isWhole) expect(comments(after)).toBe(comments(text));
        const kept = new Set(after.split("\n"));
        const gone = text.split("\n").filter((line) => !kept.has(line)).length;
        const size = kind === "add" || kind === "append" ? 2 : canonical(place.value).split(/[,{[]/).length * 6 + 4;
        expect(gone).toBeLessThanOrEqual(size);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeLessThan(10);
  });
});
