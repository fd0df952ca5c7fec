import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import type { Mesh, PlacedDescriptor } from "../../src/model/mesh.ts";
import { consumer, input, linked, output, product } from "./sample.ts";

function cycles(...placed: readonly PlacedDescriptor[]): readonly string[] {
  return buildMesh(placed).cycles.map(({ members, level }) => `${members.join(" ")}: ${level}`);
}

describe("a circle", () => {
  it("lists its members along the data flow, the smallest id first", () => {
    expect(cycles(linked("c", "b"), linked("b", "a"), linked("a", "c"))).toEqual(["a b c: port"]);
    expect(cycles(linked("c", "a"), linked("b", "c"), linked("a", "b"))).toEqual(["a c b: port"]);
  });

  it("is not made by a chain, a diamond, a product itself or a consumer", () => {
    expect(cycles(linked("a"), linked("b", "a"), linked("c", "a"), linked("d", "b", "c"))).toEqual([]);
    expect(cycles(linked("a", "a"))).toEqual([]);
    expect(cycles(linked("a"), consumer("a", [input("a@1.0.0")]))).toEqual([]);
  });

  it("is closed by whichever descriptor of an id reads the next product", () => {
    const twin = { ...linked("a", "b"), file: "products/z.odps.yaml" };
    expect(cycles(linked("a"), linked("b", "a"), twin)).toEqual(["a b: port"]);
    expect(cycles(linked("a"), linked("b"), twin)).toEqual([]);
  });

  it("through every product of a knot is listed", () => {
    expect(cycles(linked("hub", "x", "y", "z"), linked("x", "hub"), linked("y", "hub"), linked("z", "hub"))).toEqual([
      "hub x: port",
      "hub y: port",
      "hub z: port",
    ]);
  });

  it("closes at product level only when the ports that it runs through do not feed each other", () => {
    const feeds = (id: string): { inputContracts: { id: string; version: string }[] } => ({
      inputContracts: [{ id, version: "1.0.0" }],
    });
    const raw = output("raw@1.0.0", feeds("source"));
    const scored = output("scored@1.0.0", feeds("features"));
    const a = product("a", [input("source@1.0.0", { external: true }), input("features@1.0.0")], [raw, scored]);
    const clean = product("b", [input("raw@1.0.0")], [output("features@1.0.0")]);
    expect(cycles(a, clean)).toEqual(["a b: product"]);
    const looping = product("b", [input("raw@1.0.0"), input("scored@1.0.0")], [output("features@1.0.0")]);
    expect(cycles(a, looping)).toEqual(["a b: port"]);
  });

  it("is found when inputContracts name another version than the input port", () => {
    const port = output("a@1.0.0", { inputContracts: [{ id: "b", version: "2.0.0" }] });
    expect(cycles(product("a", [input("b@1.0.0")], [port]), linked("b", "a"))).toEqual(["a b: port"]);
  });

  it("that passes one product twice is told as the simple circles it is made of", () => {
    const a = product(
      "a",
      [input("b1@1.0.0"), input("b2@1.0.0")],
      [
        output("a1@1.0.0", { inputContracts: [{ id: "b2", version: "1.0.0" }] }),
        output("a2@1.0.0", { inputContracts: [{ id: "b1", version: "1.0.0" }] }),
      ],
    );
    const b = product(
      "b",
      [input("a1@1.0.0"), input("a2@1.0.0")],
      [
        output("b1@1.0.0", { inputContracts: [{ id: "a1", version: "1.0.0" }] }),
        output("b2@1.0.0", { inputContracts: [{ id: "a2", version: "1.0.0" }] }),
      ],
    );
    expect(cycles(a, b)).toEqual(["a b: port"]);
  });

  it("is found in a chain of ten thousand products", () => {
    const id = (index: number): string => `p${String(index).padStart(5, "0")}`;
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      linked(id(index), ...(index > 0 ? [id(index - 1)] : [])),
    );
    expect(cycles(...chain)).toEqual([]);
    const [first] = buildMesh([...chain.slice(1), linked(id(0), id(9_999))]).cycles;
    expect(first?.members).toHaveLength(10_000);
  });

  it("costs little in a knot where everybody reads everybody, and still names every member", () => {
    const ids = Array.from({ length: 300 }, (_, index) => `p${String(index).padStart(3, "0")}`);
    const found = buildMesh(ids.map((id) => linked(id, ...ids))).cycles;
    expect(new Set(found.flatMap(({ members }) => members))).toEqual(new Set(ids));
  });
});

/** Who is reached from `start` by at least one step, the slow way. */
function reached(mesh: Mesh, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const step = (id: string): void => {
    for (const { to } of mesh.outgoing(id)) {
      if (to.kind !== "product" || seen.has(to.id)) continue;
      seen.add(to.id);
      step(to.id);
    }
  };
  step(start);
  return seen;
}

describe("cycles of any mesh", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
  const meshes = fc
    .dictionary(id, fc.uniqueArray(id, { maxLength: 3 }), { minKeys: 2 })
    .map((reads) => buildMesh(Object.entries(reads).map(([reader, sources]) => linked(reader, ...sources))));

  it("hold exactly the products that reach themselves", () => {
    fc.assert(
      fc.property(meshes, (mesh) => {
        const members = new Set(mesh.cycles.flatMap((cycle) => cycle.members));
        for (const product of mesh.products.keys())
          expect(members.has(product)).toBe(reached(mesh, product).has(product));
      }),
      { numRuns: 300 },
    );
  });

  it("follow edges, pass nobody twice, start with the smallest id and are listed once", () => {
    fc.assert(
      fc.property(meshes, ({ cycles: found, outgoing }) => {
        expect(new Set(found.map(({ members }) => members.join(" "))).size).toBe(found.length);
        for (const { members, level } of found) {
          expect(level).toBe("port");
          expect(new Set(members).size).toBe(members.length);
          expect(members[0]).toBe(members.toSorted()[0]);
          members.forEach((member, index) => {
            const next = members[(index + 1) % members.length];
            expect(outgoing(member).some((edge) => edge.to.id === next)).toBe(true);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
