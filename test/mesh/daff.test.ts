import { describe, expect, it } from "vitest";
import { affectedBy } from "../../src/mesh/affected.ts";
import { buildMesh } from "../../src/mesh/build.ts";
import { daffProducts, playerApp } from "./daff.ts";

const mesh = buildMesh(daffProducts);

function domainsBeside(own: string, ids: readonly string[]): number {
  return new Set(ids.map((id) => mesh.products.get(id)?.domain).filter((domain) => domain !== own)).size;
}

describe("the worked example", () => {
  it("has 14 products and 28 links in 6 domains, 27 of them between domains", () => {
    const domain = (id: string): string | undefined => mesh.products.get(id)?.domain;
    expect(mesh.products.size).toBe(14);
    expect(new Set([...mesh.products.values()].map((product) => product.domain)).size).toBe(6);
    expect(mesh.edges).toHaveLength(28);
    expect(mesh.edges.every((edge) => edge.tier === "exact" && !edge.ambiguous)).toBe(true);
    expect(mesh.edges.filter((edge) => domain(edge.from.id) !== domain(edge.to.id))).toHaveLength(27);
    expect(mesh.unlinked).toEqual([]);
    expect(mesh.cycles).toEqual([]);
  });

  it("has six orphans while applications are not counted, two when they are", () => {
    expect(mesh.orphans).toEqual([
      "artist.emerging-artists",
      "partnership.members",
      "playlist.monday",
      "playlist.morning",
      "playlist.rainy-day",
      "playlist.sports",
    ]);
    expect(buildMesh([...daffProducts, playerApp]).orphans).toEqual(["artist.emerging-artists", "partnership.members"]);
  });

  it.each([
    ["album.tracks", 5, 2],
    ["player.play-events", 5, 1],
    ["artist.emerging-artists", 0, 0],
  ])("%s reaches %i products in %i other domains", (id, products, domains) => {
    const reached = affectedBy(mesh, [id]).map((node) => node.id);
    expect(reached).toHaveLength(products);
    expect(domainsBeside(id.split(".")[0] ?? "", reached)).toBe(domains);
  });

  it("is two hops deep", () => {
    const depths = [...mesh.products.keys()].flatMap((id) => affectedBy(mesh, [id]).map((node) => node.distance));
    expect(Math.max(...depths)).toBe(2);
  });

  it("has 8 products that another domain reads and one that two read", () => {
    const reading = [...mesh.products.values()].map((product) => {
      const readers = mesh.outgoing(product.summary.id).map((edge) => edge.to.id);
      return { id: product.summary.id, domains: domainsBeside(product.domain ?? "", readers) };
    });
    expect(reading.filter(({ domains }) => domains >= 1)).toHaveLength(8);
    expect(reading.filter(({ domains }) => domains >= 2).map(({ id }) => id)).toEqual(["album.tracks"]);
  });
});
