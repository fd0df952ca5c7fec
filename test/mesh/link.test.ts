import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import type { PlacedDescriptor } from "../../src/model/mesh.ts";
import { consumer, contract, input, output, product } from "./sample.ts";

/** `from.port@version tier` for every edge into `reader`, with `?` when it is ambiguous. */
function edges(placed: readonly PlacedDescriptor[], reader = "reader"): readonly string[] {
  const mesh = buildMesh(placed);
  const into = mesh.edges.filter(({ to }) => to.id === reader);
  return into.map(({ from, tier, ambiguous }) => {
    return `${from.id}.${from.port.name}@${from.port.version ?? "-"} ${tier}${ambiguous ? " ?" : ""}`;
  });
}

function unlinked(placed: readonly PlacedDescriptor[]): readonly string[] {
  return buildMesh(placed).unlinked.map(({ to, reason }) => `${to.id}.${to.port.name} ${reason}`);
}

describe("an input port", () => {
  it.each([
    ["orders@1.0.0", "orders@1.0.0", "exact"],
    ["orders@v1.0.0", "orders@1.0.0", "exact"],
    ["orders@1", "orders@1.4.0", "same-major"],
    ["orders@1.0.0", "orders@1.4.0", "same-major"],
    ["orders@1.0.0", "orders@2.0.0", "id-only"],
    ["orders", "orders@2.0.0", "id-only"],
    ["orders@1.0.0", "orders", "id-only"],
    ["orders@2024-01", "orders@2024-02", "id-only"],
    ["orders@^1.2.0", "orders@1.4.0", "same-major"],
    ["orders@^1.2.0", "orders@1.1.0", "id-only"],
    ["orders@>=1.0.0 <3", "orders@2.4.0", "same-major"],
    ["orders@2.x", "orders@1.4.0", "id-only"],
  ])("that reads %s finds %s: %s", (reads, publishes, tier) => {
    const found = edges([product("reader", [input(reads)]), product("seller", [], [output(publishes)])]);
    expect(found).toEqual([`seller.orders@${publishes.split("@")[1] ?? "-"} ${tier}`]);
  });

  it("takes the best tier only", () => {
    const ports = [output("orders@1.0.0"), output("orders@1.1.0"), output("orders@2.0.0")];
    const seller = product("seller", [], ports);
    expect(edges([product("reader", [input("orders@1.1.0")]), seller])).toEqual(["seller.orders@1.1.0 exact"]);
  });

  it("has an edge to every port of one product that matches equally well, none of them ambiguous", () => {
    const seller = product(
      "seller",
      [],
      [output("orders@1.0.0", { name: "sql" }), output("orders@1.0.0", { name: "files" })],
    );
    expect(edges([product("reader", [input("orders@1.0.0")]), seller])).toEqual([
      "seller.sql@1.0.0 exact",
      "seller.files@1.0.0 exact",
    ]);
  });

  it("is ambiguous when two products match equally well, not when one is closer", () => {
    const reader = product("reader", [input("orders@1.0.0")]);
    const seller = product("seller", [], [output("orders@1.0.0")]);
    expect(edges([reader, seller, product("other", [], [output("orders@1.0.0")])])).toEqual([
      "other.orders@1.0.0 exact ?",
      "seller.orders@1.0.0 exact ?",
    ]);
    expect(edges([reader, seller, product("other", [], [output("orders@1.2.0")])])).toEqual([
      "seller.orders@1.0.0 exact",
    ]);
  });

  it.each([
    ["1", ["1.0.0"], "1.0.0", "exact"],
    ["1", ["1.0.0", "1.1.0"], "1.0.0", "exact"],
    ["1", ["1.0.0", "2.0.0"], "2.0.0", "id-only"],
    ["2.0.0", ["1.0.0"], "1.0.0", "id-only"],
    ["2024-01", ["1.0.0"], "1.0.0", "exact"],
    [undefined, ["1.0.0"], "1.0.0", "exact"],
  ])("meets a port of version %s with contracts %j asking for %s: %s", (version, contracts, wanted, tier) => {
    const port = output(version === undefined ? "orders" : `orders@${version}`);
    const documents = contracts.map((one) => contract("orders", one));
    const found = edges([product("reader", [input(`orders@${wanted}`)]), product("seller", [], [port]), ...documents]);
    expect(found).toEqual([`seller.orders@${version ?? "-"} ${tier}`]);
  });

  it("dangles when nobody publishes the contract, even if its document exists", () => {
    expect(unlinked([product("reader", [input("orders@1.0.0")]), contract("orders", "1.0.0")])).toEqual([
      "reader.orders dangling",
    ]);
  });

  it("is external when it names no contract", () => {
    expect(unlinked([product("reader", [input(undefined, { name: "legacy" })])])).toEqual(["reader.legacy external"]);
  });

  it("is no fault when it is external, or the product itself", () => {
    const inputs = [
      input("crm@1", { external: true }),
      input(undefined, { name: "files", external: true }),
      input(undefined, { name: "self" }),
      input("reader@1.0.0", { name: "own-id" }),
      input("own-contract@1.0.0"),
    ];
    expect(unlinked([product("reader", inputs, [output("own-contract@1.0.0")])])).toEqual([
      "reader.crm external",
      "reader.files external",
      "reader.self self",
      "reader.own-id self",
      "reader.own-contract self",
    ]);
  });

  it("keeps the edge that the ids show, whatever it declares", () => {
    const inputs = [input("orders@1.0.0", { external: true }), input("orders@1.0.0", { name: "self" })];
    const placed = [product("reader", inputs), product("seller", [], [output("orders@1.0.0")])];
    expect(edges(placed)).toEqual(["seller.orders@1.0.0 exact", "seller.orders@1.0.0 exact"]);
    expect(unlinked(placed)).toEqual([]);
  });

  it("reads the other product when its own one publishes the contract too", () => {
    const reader = product("reader", [input("orders@1.0.0")], [output("orders@1.0.0")]);
    expect(edges([reader, product("seller", [], [output("orders@1.0.0")])])).toEqual(["seller.orders@1.0.0 exact"]);
  });

  it("of a consumer is linked in the same way, and a consumer's own id is nobody's contract", () => {
    const reader = consumer("reader", [input("orders@1.0.0"), input("reader@1.0.0")]);
    const placed = [reader, product("seller", [], [output("orders@1.0.0")])];
    expect(edges(placed)).toEqual(["seller.orders@1.0.0 exact"]);
    expect(unlinked(placed)).toEqual(["reader.reader dangling"]);
  });

  it("says where it stands when it is not linked", () => {
    const range = { line: 7, column: 5, endLine: 7, endColumn: 12 };
    const mesh = buildMesh([product("reader", [input("orders@1", { range })])]);
    expect(mesh.unlinked[0]?.location).toEqual({ file: "products/reader.odps.yaml", ...range });
  });
});
