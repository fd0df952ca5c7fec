import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import { viewOf } from "../../src/mesh/view.ts";
import { consumer, inDomain, input, linked, output, product } from "./sample.ts";

describe("viewOf", () => {
  it("shows nodes and edges, sorted", () => {
    const orders = inDomain(
      "sales",
      product("orders", [], [output("orders@1.0.0")], { name: "Orders", status: "Active" }),
    );
    const view = viewOf(buildMesh([orders, consumer("board", [input("orders@1.4.0")], ["@daff/board"])]), {
      title: "All",
    });
    expect(view).toEqual({
      title: "All",
      nodes: [
        {
          ...{ id: "board", kind: "consumer", name: "board", domain: "", version: "", status: "" },
          ...{ owners: ["@daff/board"], orphan: false, marks: [] },
        },
        {
          ...{ id: "orders", kind: "product", name: "Orders", domain: "sales", version: "", status: "active" },
          ...{ owners: ["@daff/orders"], orphan: false, marks: [] },
        },
      ],
      edges: [
        { from: "orders", to: "board", label: "orders@1.0.0", tier: "same-major", ambiguous: false, cycle: false },
      ],
    });
  });

  it("shows a part with the edges inside it, and marks", () => {
    const mesh = buildMesh([linked("a"), linked("b", "a"), linked("c", "b")]);
    const view = viewOf(mesh, { title: "", only: new Set(["a", "b"]), marks: new Map([["a", ["changed"]]]) });
    expect(view.nodes.map(({ id, orphan, marks }) => [id, orphan, marks])).toEqual([
      ["a", false, ["changed"]],
      ["b", false, []],
    ]);
    expect(view.edges.map(({ from, to }) => [from, to])).toEqual([["a", "b"]]);
  });

  it("says deprecated for an active product with the flag, not for a retired one", () => {
    const flag = (id: string, status: string): ReturnType<typeof product> =>
      product(id, [], [], { deprecated: true, status });
    const view = viewOf(buildMesh([flag("a", "active"), flag("b", "retired")]), { title: "" });
    expect(view.nodes.map((node) => node.status)).toEqual(["deprecated", "retired"]);
  });

  it("draws two inputs that read one port as one edge, as loose as the looser", () => {
    const reader = product("reader", [input("orders@1.0.0"), input("orders@2.0.0", { name: "old" })]);
    const [edge, ...more] = viewOf(buildMesh([reader, linked("orders")]), { title: "" }).edges;
    expect(edge?.tier).toBe("id-only");
    expect(more).toEqual([]);
  });

  it("marks the edges of circles, all of them and no others", () => {
    const mesh = buildMesh([linked("a", "b", "c"), linked("b", "a"), linked("c", "b"), linked("d", "a")]);
    const view = viewOf(mesh, { title: "" });
    expect(view.edges.map(({ from, to, cycle }) => [from, to, cycle])).toEqual([
      ["a", "b", true],
      ["a", "d", false],
      ["b", "a", true],
      ["b", "c", true],
      ["c", "a", true],
    ]);
  });

  it("gives a consumer that shares a product's id one of its own", () => {
    const mesh = buildMesh([linked("a"), consumer("a", [input("a@1.0.0")]), linked("consumer:a")]);
    const view = viewOf(mesh, { title: "" });
    expect(view.nodes.map(({ id, kind }) => [id, kind])).toEqual([
      ["a", "product"],
      ["consumer:a", "product"],
      ["consumer:consumer:a", "consumer"],
    ]);
    expect(view.edges.map(({ from, to }) => [from, to])).toEqual([["a", "consumer:consumer:a"]]);
  });
});
