import { describe, expect, it } from "vitest";
import { pairTouched } from "../../../src/app/govern/pair.ts";
import type { PlacedDescriptor } from "../../../src/model/mesh.ts";
import { product } from "./support/plain.ts";
import { inputOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";
import { sidesOf } from "./support/sides.ts";

const contract = (id: string, version: string): string =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: ${id}\nversion: ${version}\nstatus: active\n`;
const consumer = (id: string): string => `apiVersion: meshgate/v1\nkind: Consumer\nid: ${id}\ntype: application\n`;
const wasCalled = (id: string, text: string): string =>
  `${text}customProperties: [{ property: meshgate.renamedFrom, value: ${id} }]\n`;
const files = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`products/${name}.yaml`, text]));

/** `base → head` for every pair, each side as `file id version`. */
function paired(base: Texts, head: Texts): readonly string[] {
  const sides = sidesOf(inputOf(files(base), files(head)));
  const show = (placed: PlacedDescriptor | undefined): string => {
    if (placed === undefined) return "nothing";
    const { id, version } = placed.summary;
    return [placed.file.slice("products/".length, -".yaml".length), id, version].filter(Boolean).join(" ");
  };
  return pairTouched(sides.head.survey, sides.base.survey, sides.touched)
    .pairs.map((pair) => `${show(pair.base)} → ${show(pair.head)}`)
    .sort();
}

describe("descriptors are paired", () => {
  it.each<[string, Texts, Texts, readonly string[]]>([
    ["in no file that is the same", { a: product("x") }, { a: product("x"), b: product("y") }, ["nothing → b y 1.0.0"]],
    ["with another content", { a: product("x") }, { a: product("x", { name: "X" }) }, ["a x 1.0.0 → a x 1.0.0"]],
    ["where they move", { a: product("x") }, { b: product("x") }, ["a x 1.0.0 → b x 1.0.0"]],
    [
      "where they move and rise",
      { a: product("x") },
      { b: product("x", { version: "1.1.0" }) },
      ["a x 1.0.0 → b x 1.1.0"],
    ],
    [
      "not when the id changes",
      { a: product("x") },
      { a: product("y") },
      ["a x 1.0.0 → nothing", "nothing → a y 1.0.0"],
    ],
    [
      "with the product that says which id it had",
      { a: product("x") },
      { b: wasCalled("x", product("y")) },
      ["a x 1.0.0 → b y 1.0.0"],
    ],
    [
      "not with one that says it while the id goes on",
      { a: product("x") },
      { a: product("x"), b: wasCalled("x", product("y")) },
      ["nothing → b y 1.0.0"],
    ],
    [
      "not with one of two that say it",
      { a: product("x") },
      { a: wasCalled("x", product("y")), b: wasCalled("x", product("z")) },
      ["a x 1.0.0 → nothing", "nothing → a y 1.0.0", "nothing → b z 1.0.0"],
    ],
    [
      "with the first of copies that say it, and no copy of what it was is gone",
      { a: product("x"), b: product("x") },
      { c: wasCalled("x", product("y")), d: wasCalled("x", product("y")) },
      ["a x 1.0.0 → c y 1.0.0", "nothing → d y 1.0.0"],
    ],
    [
      "not with another id that was there before",
      { a: product("x"), b: product("y") },
      { b: wasCalled("x", product("y")) },
      ["a x 1.0.0 → nothing", "b y 1.0.0 → b y 1.0.0"],
    ],
    [
      "not with a contract or consumer that says it",
      { a: product("x"), b: consumer("x") },
      { a: wasCalled("x", consumer("y")), b: wasCalled("x", contract("z", "1.0.0")) },
      ["a x 1.0.0 → nothing", "b x → nothing", "nothing → a y", "nothing → b z 1.0.0"],
    ],
    ["not when the kind changes", { a: product("x") }, { a: consumer("x") }, ["a x 1.0.0 → nothing", "nothing → a x"]],
    [
      "where two files change places",
      { a: product("x"), b: product("y") },
      { a: product("y"), b: product("x") },
      ["a x 1.0.0 → b x 1.0.0", "b y 1.0.0 → a y 1.0.0"],
    ],
    [
      "with what has the same version, wherever it stands",
      { a: contract("c", "1.0.0"), b: contract("c", "2.0.0") },
      { a: contract("c", "2.0.0"), b: contract("c", "3.0.0") },
      ["a c 1.0.0 → b c 3.0.0", "b c 2.0.0 → a c 2.0.0"],
    ],
    [
      "with what stood in the same file, when no version fits",
      { a: contract("c", "1.0.0"), b: contract("c", "2.0.0") },
      { a: contract("c", "1.1.0"), b: contract("c", "2.1.0") },
      ["a c 1.0.0 → a c 1.1.0", "b c 2.0.0 → b c 2.1.0"],
    ],
    [
      "with the one that kept its file, of two that share id and version",
      { a: product("x") },
      { b: product("x"), a: product("x", { name: "X" }) },
      ["a x 1.0.0 → a x 1.0.0", "nothing → b x 1.0.0"],
    ],
    ["not when a copy goes and the id stays", { a: product("x"), b: product("x") }, { a: product("x") }, []],
    [
      "with the copy that takes the place of the first",
      { a: product("x"), b: product("x") },
      { b: product("x") },
      ["a x 1.0.0 → b x 1.0.0"],
    ],
    [
      "with the copy that takes the place of the first, also when it changes",
      { a: product("x"), b: product("x") },
      { b: product("x", { name: "X" }) },
      ["a x 1.0.0 → b x 1.0.0"],
    ],
    [
      "not with the copy that gets an id of its own",
      { a: product("x"), b: product("x") },
      { a: product("x"), b: product("y") },
      ["nothing → b y 1.0.0"],
    ],
    [
      "not when a copy of a version goes, but when the only one does",
      { a: contract("c", "1.0.0"), b: contract("c", "1.0.0"), c: contract("c", "2.0.0") },
      { b: contract("c", "1.0.0") },
      ["a c 1.0.0 → b c 1.0.0", "c c 2.0.0 → nothing"],
    ],
    [
      "document by document",
      { a: `${product("x")}---\n${product("y")}` },
      { a: product("y"), b: product("x") },
      ["a x 1.0.0 → b x 1.0.0", "a y 1.0.0 → a y 1.0.0"],
    ],
    [
      "with themselves, when they can no longer be read",
      { a: product("x") },
      { a: "kind: DataProduct\nid: [" },
      ["a x 1.0.0 → a x 1.0.0"],
    ],
  ])("%s", (_, base, head, expected) => {
    expect(paired(base, head)).toEqual([...expected].sort());
  });

  it("in the order of places, in whatever order they come", () => {
    const sides = sidesOf(inputOf(files({ a: product("x") }), files({ b: product("x"), c: product("x") })));
    const turned = { ...sides.head.survey, placed: [...sides.head.survey.placed].reverse() };
    for (const survey of [sides.head.survey, turned]) {
      const [pair] = pairTouched(survey, sides.base.survey, sides.touched).pairs;
      expect([pair?.base?.file, pair?.head?.file]).toEqual(["products/a.yaml", "products/b.yaml"]);
    }
  });
});
