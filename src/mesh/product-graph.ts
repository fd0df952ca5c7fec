import type { Mesh } from "../model/mesh.ts";
import type { Digraph } from "./circles.ts";

/** The products `ids` and who of them reads whom, by their positions in the list. */
export function productGraph(ids: readonly string[], outgoing: Mesh["outgoing"]): Digraph {
  const position = new Map(ids.map((id, node) => [id, node]));
  return ids.map((id) => {
    const successors: number[] = [];
    for (const { to } of outgoing(id)) {
      const successor = to.kind === "product" ? position.get(to.id) : undefined;
      if (successor !== undefined) successors.push(successor);
    }
    return successors;
  });
}
