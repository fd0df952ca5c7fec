import type { Json } from "../../model/json.ts";
import type { Edge } from "../../model/mesh.ts";
import type { World } from "./world.ts";

/** Who reads along these edges, and from which domains. */
export function readersOf({ mesh }: World, edges: readonly Edge[]): Record<string, Json> {
  const domainOf = ({ to: { kind, id } }: Edge): string | undefined =>
    (kind === "product" ? mesh.products : mesh.consumers).get(id)?.domain;
  return {
    consumers: unique(edges.map(({ to }) => to.id)),
    consumingDomains: unique(edges.map(domainOf).filter((domain) => domain !== undefined)),
  };
}

/** Each once, in alphabetical order. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
