import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import { resolveContract } from "../../src/mesh/contract.ts";
import { contract } from "./sample.ts";

const mesh = buildMesh([
  contract("orders", "2.0.0"),
  contract("orders", "1.0.0"),
  contract("orders", "1.10.0"),
  contract("orders", "1.9.0"),
  contract("orders", "1.9.0", "contracts/another-1.9.0.odcs.yaml"),
  contract("dated", "2024-02"),
  contract("dated", "2024-01"),
]);

describe("resolveContract", () => {
  it.each([
    ["orders", "1.0.0", "1.0.0", "exact"],
    ["orders", "v2.0.0", "2.0.0", "exact"],
    ["orders", "1", "1.10.0", "same-major"],
    ["orders", "1.3.0", "1.10.0", "same-major"],
    ["orders", "3.0.0", "2.0.0", "id-only"],
    ["orders", undefined, "2.0.0", "id-only"],
    ["dated", "2024-01", "2024-01", "exact"],
    ["dated", "2024-03", "2024-02", "id-only"],
  ])("finds %s %s as %s, %s", (id, version, found, tier) => {
    const resolved = resolveContract(mesh, id, version);
    expect(resolved?.contract.summary.version).toBe(found);
    expect(resolved?.tier).toBe(tier);
  });

  it("takes the smallest path of a version that is declared twice", () => {
    expect(resolveContract(mesh, "orders", "1.9.0")?.contract.file).toBe("contracts/another-1.9.0.odcs.yaml");
  });

  it.each(["unknown", "__proto__", ""])("finds nothing for %j", (id) => {
    expect(resolveContract(mesh, id, "1.0.0")).toBeUndefined();
  });
});

describe("contracts of a mesh", () => {
  it("are sorted by version, then path", () => {
    expect(mesh.contracts.get("orders")?.map((one) => one.file)).toEqual([
      "contracts/orders-1.0.0.odcs.yaml",
      "contracts/another-1.9.0.odcs.yaml",
      "contracts/orders-1.9.0.odcs.yaml",
      "contracts/orders-1.10.0.odcs.yaml",
      "contracts/orders-2.0.0.odcs.yaml",
    ]);
  });

  it("are duplicates when id and version agree", () => {
    expect(mesh.duplicates.map(({ id, places }) => [id, places.map((place) => place.file)])).toEqual([
      ["orders", ["contracts/another-1.9.0.odcs.yaml", "contracts/orders-1.9.0.odcs.yaml"]],
    ]);
  });
});
