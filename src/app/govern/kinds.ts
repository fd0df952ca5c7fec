import type { PlacedContract, PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";

export function isProduct(placed: PlacedDescriptor): placed is PlacedProduct {
  return placed.outline.kind === "product";
}

export function isContract(placed: PlacedDescriptor): placed is PlacedContract {
  return placed.outline.kind === "contract";
}

export function isNode(placed: PlacedDescriptor): placed is PlacedNode {
  return !isContract(placed);
}
