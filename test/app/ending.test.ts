import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { raiseVersion, setKey, setSunset, together, write } from "../../src/app/ending/edits.ts";
import type { Json } from "../../src/model/json.ts";
import { encode } from "../../src/source/encode.ts";

const after = (text: string, ...drafts: readonly ReturnType<typeof setKey>[]): string =>
  Buffer.from(write("a.yaml", encode(text), 0, together(...drafts))).toString("utf8");
const value = (text: string): Json => parse(text) as Json;

describe("what marks an end", () => {
  it.each<[what: string, text: string, expected: string]>([
    [
      "a field with nothing else",
      "a:\n  name: x # keep\n  quality: []\n",
      "a:\n  name: x # keep\n  deprecated: true\n  customProperties:\n    - property: meshgate.sunset\n      value: 2026-07-01\n  quality: []\n",
    ],
    [
      "a field in brackets",
      "a: { name: x, tags: [t] }\n",
      "a: { name: x, deprecated: true, customProperties: [{ property: meshgate.sunset, value: 2026-07-01 }], tags: [t] }\n",
    ],
    [
      "a field that says more",
      'a:\n  name: x\n  customProperties:\n    - property: unit\n      value: "EUR"\n',
      'a:\n  name: x\n  deprecated: true\n  customProperties:\n    - property: unit\n      value: "EUR"\n    - property: meshgate.sunset\n      value: 2026-07-01\n',
    ],
    [
      "a field that ends on another day",
      "a:\n  name: x\n  customProperties:\n    - property: meshgate.sunset\n      value: '2026-06-01' # then\n",
      "a:\n  name: x\n  deprecated: true\n  customProperties:\n    - property: meshgate.sunset\n      value: '2026-07-01' # then\n",
    ],
    [
      "a field with an empty list",
      "a:\n  name: x\n  customProperties: []\n",
      "a:\n  name: x\n  deprecated: true\n  customProperties: [{ property: meshgate.sunset, value: 2026-07-01 }]\n",
    ],
  ])("goes where it belongs, and leaves the rest alone: %s", (_, text, expected) => {
    const node = (value(text) as { a: Json }).a;
    const written = after(text, setKey(["a"], "deprecated", true), setSunset(["a"], node, "2026-07-01"));
    expect(value(written)).toEqual(value(expected));
    expect(written).toBe(expected);
  });

  it("is not written where a machine cannot", () => {
    const text = "x: &x { name: x }\na: *x\n";
    expect(() => after(text, setKey(["a"], "deprecated", true))).toThrow(
      /^a\.yaml cannot be changed by a machine: it stands behind an alias\./,
    );
  });
});

describe("the version of what ends", () => {
  it.each([
    ["1.2.3", "1.2.3", "minor", ["version: 1.3.0"]],
    ["1.2.3", "1.3.0", "minor", []],
    ["1.2.3", "1.2.4", "minor", ["version: 1.3.0"]],
    ["1.2.3", "1.3.0", "major", ["version: 2.0.0"]],
    ["0.2.3", "0.2.3", "major", ["version: 0.3.0"]],
    ["v1", "v1", "major", []],
    [undefined, "1.2.3", "major", []],
  ] as const)("landed %s, now %s, needs a %s one", (landed, now, bump, written) => {
    expect(raiseVersion({ version: now }, landed, bump).written).toEqual(written);
  });
});
