import type { World } from "../../policy/facts/world.ts";
import type { Mesh, PlacedContract, PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";

export function isProduct(placed: PlacedDescriptor): placed is PlacedProduct {
  return placed.outline.kind === "product";
}

export function isContract(placed: PlacedDescriptor): placed is PlacedContract {
  return placed.outline.kind === "contract";
}

export function isNode(placed: PlacedDescriptor): placed is PlacedNode {
  return !isContract(placed);
}

/** A contract of a reader, which nobody publishes: it says what the reader relies on, and is no promise to anybody. */
export function isExpectation(world: World, placed: PlacedDescriptor): boolean {
  return (
    isContract(placed) && world.expecting(placed.file).length > 0 && world.mesh.exposing(placed.outline.id).length === 0
  );
}

/** The product or consumer that stands for an id in the graph. */
export function named(mesh: Mesh, kind: PlacedNode["summary"]["kind"], id: string): PlacedNode | undefined {
  return (kind === "product" ? mesh.products : mesh.consumers).get(id);
}
