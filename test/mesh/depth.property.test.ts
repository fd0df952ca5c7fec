import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { depths } from "../../src/mesh/depth.ts";

type Graph = readonly (readonly number[])[];

const graph: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 9 })
  .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }));

const read = (nodes: Graph): ((id: string) => readonly string[]) => {
  const names = nodes.map((upstreams) => [...new Set(upstreams)].map(String));
  return (id) => names[Number(id)] ?? [];
};

function reaches(nodes: Graph, from: number, to: number): boolean {
  const seen = new Set<number>(nodes[from]);
  for (const node of seen) for (const next of nodes[node] ?? []) seen.add(next);
  return seen.has(to);
}

/** The circle that a node is in, by its smallest node. */
function circleOf(nodes: Graph, node: number): number {
  const together = nodes
    .map((_, other) => other)
    .filter((other) => reaches(nodes, node, other) && reaches(nodes, other, node));
  return Math.min(node, ...together);
}

/** Every chain is walked; circles are one step. */
function longest(nodes: Graph, node: number): number {
  const here = circleOf(nodes, node);
  const members = nodes.map((_, other) => other).filter((other) => circleOf(nodes, other) === here);
  const before = members.flatMap((member) => nodes[member] ?? []).filter((other) => circleOf(nodes, other) !== here);
  return before.reduce((depth, other) => Math.max(depth, 1 + longest(nodes, other)), 0);
}

describe("the depth of a product", () => {
  it("is the longest chain of circles and products before it, in whatever order it is asked for", () => {
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (nodes, numbers) => {
        const depth = depths(read(nodes));
        const order = nodes.map((_, node) => node).sort(() => (numbers.next().value % 3) - 1);
        for (const node of order) expect(depth(String(node))).toBe(longest(nodes, node));
      }),
      { numRuns: 400 },
    );
  });

  it("is found for chains that are longer than the call stack", () => {
    const upstreams = (id: string): readonly string[] => (id === "0" ? [] : [String(Number(id) - 1)]);
    expect(depths(upstreams)("50000")).toBe(50_000);
  });

  it("is the same for all of a circle, and one more behind it", () => {
    const depth = depths((id) => ({ a: ["b"], b: ["a", "source"], reader: ["a", "b"] })[id] ?? []);
    expect(["source", "a", "b", "reader"].map(depth)).toEqual([0, 1, 1, 2]);
  });
});
