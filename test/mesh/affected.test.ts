import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { affectedBy } from "../../src/mesh/affected.ts";
import { buildMesh } from "../../src/mesh/build.ts";
import { neighbourhood } from "../../src/mesh/neighbourhood.ts";
import { consumer, inDomain, input, linked } from "./sample.ts";

const mesh = buildMesh([
  inDomain("sales", linked("orders")),
  inDomain("sales", linked("baskets", "orders")),
  inDomain("finance", linked("revenue", "orders", "baskets")),
  linked("forecast", "revenue"),
  consumer("board", [input("revenue@1.0.0"), input("forecast@1.0.0")], ["@daff/board"]),
]);

describe("affectedBy", () => {
  it("lists readers of readers with their distance, domain and owners", () => {
    expect(affectedBy(mesh, ["orders"])).toEqual([
      { id: "baskets", kind: "product", distance: 1, domain: "sales", owners: ["@daff/baskets"] },
      { id: "revenue", kind: "product", distance: 1, domain: "finance", owners: ["@daff/revenue"] },
      { id: "board", kind: "consumer", distance: 2, domain: "", owners: ["@daff/board"] },
      { id: "forecast", kind: "product", distance: 2, domain: "", owners: ["@daff/forecast"] },
    ]);
  });

  it("leaves out the products that are asked about, also in a circle", () => {
    const circle = buildMesh([linked("a", "c"), linked("b", "a"), linked("c", "b")]);
    expect(affectedBy(circle, ["a"]).map((node) => node.id)).toEqual(["b", "c"]);
    expect(affectedBy(circle, ["a", "b", "c"])).toEqual([]);
  });

  it("knows nobody behind a consumer or an unknown id", () => {
    expect(affectedBy(mesh, ["board", "nowhere", "__proto__"])).toEqual([]);
  });

  it("tells a product and a consumer with one id apart", () => {
    const twins = buildMesh([linked("a"), linked("b", "a"), consumer("b", [input("a@1.0.0"), input("b@1.0.0")])]);
    expect(affectedBy(twins, ["a"]).map(({ id, kind, distance }) => [id, kind, distance])).toEqual([
      ["b", "consumer", 1],
      ["b", "product", 1],
    ]);
  });

  it("counts what every descriptor of an id reads", () => {
    const [one, other] = ["a", "b"].map((read) => ({
      ...consumer("u", [input(`${read}@1.0.0`)]),
      file: `${read}.yaml`,
    }));
    const twins = buildMesh([linked("a"), linked("b"), ...[one, other].flatMap((twin) => twin ?? [])]);
    for (const id of ["a", "b"]) expect(affectedBy(twins, [id])).toMatchObject([{ id: "u", distance: 1 }]);
  });

  it("measures the shortest way", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const reads = fc.dictionary(id, fc.uniqueArray(id, { maxLength: 3 }), { minKeys: 2 });
    fc.assert(
      fc.property(reads, id, (sources, start) => {
        const any = buildMesh(Object.entries(sources).map(([reader, read]) => linked(reader, ...read)));
        const distances = new Map<string, number>([[start, 0]]);
        for (let round = 0; round < any.products.size; round += 1) {
          for (const { from, to } of any.edges) {
            const way = (distances.get(from.id) ?? Infinity) + 1;
            if (way < (distances.get(to.id) ?? Infinity)) distances.set(to.id, way);
          }
        }
        distances.delete(start);
        expect(new Map(affectedBy(any, [start]).map((node) => [node.id, node.distance]))).toEqual(distances);
      }),
    );
  });
});

describe("neighbourhood", () => {
  it.each([
    [0, ["forecast"]],
    [1, ["board", "forecast", "revenue"]],
    [2, ["baskets", "board", "forecast", "orders", "revenue"]],
    [9, ["baskets", "board", "forecast", "orders", "revenue"]],
  ])("within %i hops of one product", (depth, ids) => {
    expect([...neighbourhood(mesh, ["forecast"], depth)].sort()).toEqual(ids);
  });

  it("starts at consumers too and leaves out unknown ids", () => {
    expect([...neighbourhood(mesh, ["board", "nowhere"], 1)].sort()).toEqual(["board", "forecast", "revenue"]);
  });
});
