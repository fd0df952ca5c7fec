import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import { impactOf, parseImpactTarget } from "../../src/mesh/impact.ts";
import type { Impact } from "../../src/model/impact.ts";
import { consumer, inDomain, input, output, product } from "./sample.ts";

const mesh = buildMesh([
  inDomain("sales", product("orders", [], [output("placed@1.0.0"), output("placed@2.0.0"), output("returns@1.0.0")])),
  product(
    "addresses",
    [input("placed@1.0.0", { uses: ["order.address.zip", "order.id"] })],
    [output("addresses@1.0.0")],
  ),
  product("totals", [input("placed@1.0.0", { uses: ["order.total"] })], [output("totals@1.0.0")]),
  product("copies", [input("placed@2.0.0")], [output("copies@1.0.0")], { owners: [] }),
  consumer("board", [input("totals@1.0.0"), input("returns@1.0.0", { uses: [] })], ["@daff/board", "@daff/totals"]),
  consumer("map", [input("addresses@1.0.0")], ["@daff/map"]),
  product("odd#id", [], [output("port/with/slash@1.0.0")]),
  product("odd", [], [output("id@1.0.0")]),
  consumer("odd-reader", [input("port/with/slash@1.0.0")]),
]);

function impact(target: string): Impact {
  return impactOf(mesh, parseImpactTarget(target));
}

function direct(target: string): readonly string[] {
  return impact(target).direct.map(({ id, input: port, effect, evidence }) => `${id}.${port} ${effect}: ${evidence}`);
}

function reached(target: string): readonly string[] {
  return impact(target).affected.map(({ id, distance }) => `${id} ${distance}`);
}

describe("impactOf", () => {
  it("a product hits everybody who reads any port of it", () => {
    expect(direct("orders")).toEqual([
      "addresses.placed hit: reads the port",
      "copies.placed hit: declares no uses: reads everything",
      "totals.placed hit: reads the port",
      "board.returns hit: reads the port",
    ]);
    expect(reached("orders")).toEqual(["addresses 1", "board 1", "copies 1", "totals 1", "map 2"]);
  });

  it.each([
    ["orders#placed", ["placed@1.0.0", "placed@2.0.0"], ["addresses 1", "copies 1", "totals 1", "board 2", "map 2"]],
    ["orders#placed@1.0.0", ["placed@1.0.0"], ["addresses 1", "totals 1", "board 2", "map 2"]],
    ["orders#returns", ["returns@1.0.0"], ["board 1"]],
    ["orders#placed@1.0.0/order.total", ["placed@1.0.0"], ["totals 1", "board 2"]],
    ["orders#placed@1.0.0/order.address", ["placed@1.0.0"], ["addresses 1", "map 2"]],
    ["orders#placed@1.0.0/order.address.zip.code", ["placed@1.0.0"], ["addresses 1", "map 2"]],
    ["orders#placed@1.0.0/order", ["placed@1.0.0"], ["addresses 1", "totals 1", "board 2", "map 2"]],
    ["orders#placed@1.0.0/ord", ["placed@1.0.0"], []],
    ["orders#returns/return.id", ["returns@1.0.0"], []],
  ])("%s means the ports %j and reaches %j", (target, ports, nodes) => {
    expect(impact(target).target.ports).toEqual(ports);
    expect(reached(target)).toEqual(nodes);
  });

  it("says why a reader is hit or missed", () => {
    expect(direct("orders#placed/order.total")).toEqual([
      "addresses.placed miss: uses only order.address.zip, order.id",
      "copies.placed hit: declares no uses: reads everything",
      "totals.placed hit: uses order.total",
    ]);
    expect(direct("orders#returns/return.id")).toEqual(["board.returns miss: uses nothing"]);
  });

  it("asks the owners of direct readers that are not missed, and names those without one", () => {
    const { ask, unowned, target } = impact("orders");
    expect(target).toMatchObject({ product: "orders", domain: "sales" });
    expect(ask).toEqual([
      { owner: "@daff/addresses", owns: ["addresses"] },
      { owner: "@daff/board", owns: ["board"] },
      { owner: "@daff/totals", owns: ["board", "totals"] },
    ]);
    expect(unowned).toEqual(["copies"]);
    expect(impact("orders#placed@1.0.0/order.total").ask.map(({ owner }) => owner)).toEqual(["@daff/totals"]);
  });

  it("cannot tell whether an ambiguous reader is hit, and still asks it", () => {
    const ambiguous = buildMesh([
      product("one", [], [output("c@1.0.0")]),
      product("two", [], [output("c@1.0.0")]),
      consumer("reader", [input("c@1.0.0")], ["@daff/reader"]),
    ]);
    const found = impactOf(ambiguous, parseImpactTarget("one"));
    expect(found.direct.map(({ effect }) => effect)).toEqual(["unknown"]);
    expect(found.ask).toHaveLength(1);
  });

  it("understands ids with # and ports with /", () => {
    expect(impact("odd#id").target).toEqual({ product: "odd#id", domain: "", ports: ["port/with/slash@1.0.0"] });
    expect(reached("odd#id#port/with/slash")).toEqual(["odd-reader 1"]);
    expect(impact("odd#id#port/with/slash/thing.name").target.path).toBe("thing.name");
    expect(reached("odd#id@1.0.0")).toEqual([]);
  });

  it.each([
    ["order", 'No product has the id "order"; did you mean "orders"?'],
    ["orders#place", 'Product "orders" has no output port "place"; did you mean "placed"?'],
    ["orders#placed@3.0.0", 'Product "orders" has no output port "placed@3.0.0"; did you mean "placed@1.0.0"?'],
    ["board", '"board" is a consumer: nothing reads it'],
    ["__proto__", 'No product has the id "__proto__"'],
    ["", 'Target "" has an empty part; expected product, product#port or product#port/object.field.'],
    ["orders#", 'Target "orders#" has an empty part; expected product, product#port or product#port/object.field.'],
    ["#placed", 'Target "#placed" has an empty part; expected product, product#port or product#port/object.field.'],
    [
      "orders#placed/",
      'Target "orders#placed/" has an empty part; expected product, product#port or product#port/object.field.',
    ],
  ])("refuses %j", (target, message) => {
    expect(() => impact(target)).toThrow(expect.objectContaining({ kind: "input", message }));
  });
});
