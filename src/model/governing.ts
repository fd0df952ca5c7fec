import type { Mesh, PlacedDescriptor } from "./mesh.ts";

/**
 * Whose rules bind a descriptor: the domain that claims its path. A contract that stands in no domain's folder is bound
 * with the product that publishes it, so that it cannot be moved out of reach; of several products the first by id counts.
 */
export function governingDomain({ exposing }: Pick<Mesh, "exposing">, placed: PlacedDescriptor): string | undefined {
  if (placed.domain !== undefined || placed.outline.kind !== "contract") return placed.domain;
  return exposing(placed.outline.id).find(({ domain }) => domain !== undefined)?.domain;
}
