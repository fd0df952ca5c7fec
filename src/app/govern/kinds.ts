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

/** The product or consumer that stands for an id in the graph. */
export function named(mesh: Mesh, kind: PlacedNode["summary"]["kind"], id: string): PlacedNode | undefined {
  return (kind === "product" ? mesh.products : mesh.consumers).get(id);
}
