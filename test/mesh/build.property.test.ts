import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildMesh } from "../../src/mesh/build.ts";
import { tiesOf } from "../../src/mesh/ties.ts";
import type { PlacedDescriptor, PlacedNode } from "../../src/model/mesh.ts";
import { consumer, contract, input, output, product } from "./sample.ts";

const IDS = ["a", "b", "c", "d", "__proto__", "../up", "constructor"];
const ids = fc.constantFrom(...IDS);
const versions = fc.constantFrom("", "@1", "@1.0.0", "@v1.0.0", "@1.2.0", "@2.0.0", "@2024-01");
const references = fc.tuple(ids, versions).map(([id, version]) => `${id}${version}`);
const inputs = fc.array(
  references.map((reads) => input(reads)),
  { maxLength: 3 },
);
const outputs = fc.array(
  references.map((publishes) => output(publishes)),
  { maxLength: 2 },
);

const descriptor: fc.Arbitrary<PlacedDescriptor> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(ids, inputs, outputs).map(([id, reads, publishes]) => product(id, reads, publishes)),
  },
  { weight: 1, arbitrary: fc.tuple(ids, inputs).map(([id, reads]) => consumer(id, reads)) },
  { weight: 2, arbitrary: fc.tuple(ids, fc.constantFrom("1.0.0", "1.2.0", "2.0.0", "x")).map((of) => contract(...of)) },
);

/** Descriptors at places of their own, ids repeated or not. */
const descriptors = fc
  .array(descriptor, { maxLength: 12 })
  .map((placed) => placed.map((one, index): PlacedDescriptor => ({ ...one, file: `${index % 5}/${one.file}`, index })));

describe("buildMesh", () => {
  it("does not depend on the order of its input", () => {
    const shuffled = descriptors.chain((placed) =>
      fc.tuple(fc.constant(placed), fc.shuffledSubarray(placed, { minLength: placed.length })),
    );
    fc.assert(
      fc.property(shuffled, ([placed, other]) => {
        expect(list(buildMesh(other))).toEqual(list(buildMesh(placed)));
      }),
      { numRuns: 300 },
    );
  });

  it("joins ports of one contract id only, never a product with itself", () => {
    fc.assert(
      fc.property(descriptors, (placed) => {
        for (const { from, to } of buildMesh(placed).edges) {
          expect(from.port.contractId).toBe(to.port.contractId);
          expect(from.id === to.id && to.kind === "product").toBe(false);
        }
      }),
    );
  });

  it("links or explains every input port of every node, once", () => {
    fc.assert(
      fc.property(descriptors, (placed) => {
        const mesh = buildMesh(placed);
        const ports = nodesOf(placed).flatMap((node) => node.summary.inputPorts);
        const linked = new Set(mesh.edges.map((edge) => edge.to.port));
        const explained = new Set(mesh.unlinked.map((one) => one.to.port));
        expect(linked.size + explained.size).toBe(new Set(ports).size);
        for (const port of ports) expect(linked.has(port)).not.toBe(explained.has(port));
      }),
    );
  });

  it("calls exactly those products orphans that nobody reads", () => {
    fc.assert(
      fc.property(descriptors, (placed) => {
        const mesh = buildMesh(placed);
        const read = new Set(mesh.edges.map((edge) => edge.from.id));
        expect(mesh.orphans).toEqual([...mesh.products.keys()].filter((id) => !read.has(id)));
      }),
    );
  });

  it("is the same with the ties of more than its own descriptors", () => {
    fc.assert(
      fc.property(descriptors, descriptors, fc.integer({ min: 0, max: 12 }), (placed, others, kept) => {
        const after = [...placed.slice(0, kept), ...others.slice(0, 4)];
        const [one, other] = [buildMesh(after, tiesOf([...placed, ...others.slice(0, 4)])), buildMesh(after)];
        expect(list(one)).toEqual(list(other));
        for (const id of IDS) {
          expect(one.exposing(id)).toEqual(other.exposing(id));
          expect(one.naming(id)).toEqual(other.naming(id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("finds the same links one by one as all at once", () => {
    fc.assert(
      fc.property(descriptors, (placed) => {
        const mesh = buildMesh(placed);
        for (const id of mesh.products.keys()) {
          expect(mesh.outgoing(id)).toEqual(mesh.edges.filter(({ from }) => from.id === id));
        }
        for (const node of nodesOf(placed)) {
          expect(mesh.links(node).edges).toEqual(
            mesh.edges.filter(({ to }) => node.summary.inputPorts.includes(to.port)),
          );
        }
      }),
    );
  });

  it("loses only its own edges with a reader that nobody reads", () => {
    fc.assert(
      fc.property(descriptors, ids, (placed, gone) => {
        const isGone = (one: PlacedDescriptor): boolean => one.summary.kind === "consumer" && one.summary.id === gone;
        const before = buildMesh(placed);
        const after = buildMesh(placed.filter((one) => !isGone(one)));
        expect(after.edges).toEqual(before.edges.filter(({ to }) => to.kind === "product" || to.id !== gone));
      }),
    );
  });
});

describe("without a product", () => {
  it("no edge of the others changes unless it read that product", () => {
    fc.assert(
      fc.property(descriptors, ids, (placed, gone) => {
        const touches = ({ from, to }: (typeof before.edges)[number]): boolean =>
          from.id === gone || (to.kind === "product" && to.id === gone);
        const before = buildMesh(placed);
        const after = buildMesh(placed.filter((one) => one.summary.kind !== "product" || one.summary.id !== gone));
        const readers = new Set(before.edges.filter((edge) => edge.from.id === gone).map((edge) => edge.to.port));
        const unmoved = (edges: typeof before.edges): typeof before.edges =>
          edges.filter((edge) => !readers.has(edge.to.port));
        expect(unmoved(after.edges)).toEqual(unmoved(before.edges).filter((edge) => !touches(edge)));
      }),
    );
  });
});

function nodesOf(placed: readonly PlacedDescriptor[]): readonly PlacedNode[] {
  return placed.filter((one): one is PlacedNode => one.summary.kind !== "contract");
}

/** Maps as lists, so that their order is compared too. */
function list(mesh: ReturnType<typeof buildMesh>): unknown {
  return Object.fromEntries(
    Object.entries(mesh)
      .filter(([, value]) => typeof value !== "function")
      .map(([key, value]: [string, unknown]) => [key, value instanceof Map ? [...value] : value]),
  );
}
