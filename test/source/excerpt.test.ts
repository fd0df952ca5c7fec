import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/source/excerpt.ts";
import { readSource } from "../../src/source/read.ts";

/** What stands at a key, as a page shows it. */
function cut(text: string, ...path: readonly string[]): string {
  const [document] = readSource(new TextEncoder().encode(text)).documents;
  if (document === undefined) throw new Error("nothing to read");
  return excerpt(text, document.range(path, "key"), document.range(path));
}

describe("an excerpt", () => {
  it.each<[what: string, text: string, path: readonly string[], expected: string]>([
    ["ends where the value ends", "a: 1\nrule:\n  x:\n    - y\nb: 2\n", ["rule"], "rule:\n  x:\n    - y"],
    [
      "keeps comments and quotes",
      "rule:\n  # why\n  x: 'y' # so\n  z: 1\nb: 2\n",
      ["rule"],
      "rule:\n  # why\n  x: 'y' # so\n  z: 1",
    ],
    [
      "moves to the left edge",
      "a:\n  b:\n    rule:\n      x: 1\n\n      y: 2\n    c: 3\n",
      ["a", "b", "rule"],
      "rule:\n  x: 1\n\n  y: 2",
    ],
    ["is a part of a line", '{"a": 1, "rule": {"x": [1, 2]}, "b": 2}\n', ["rule"], '"rule": {"x": [1, 2]}'],
    ["is a flow over lines", "rule: {\n  x: 1,\n  y: 2 }\nb: 3\n", ["rule"], "rule: {\n  x: 1,\n  y: 2 }"],
    ["has line feeds alone", "rule:\r\n  x: 1\r\n  y: 2\r\nb: 3\r\n", ["rule"], "rule:\n  x: 1\n  y: 2"],
    ["may be a scalar", "onMissing: skip\nb: 1\n", ["onMissing"], "onMissing: skip"],
    ["may be text of many lines", "a: |\n  one\n   two\nb: 1\n", ["a"], "a: |\n  one\n   two"],
  ])("%s", (_, text, path, expected) => {
    expect(cut(text, ...path)).toBe(expected);
  });
});
