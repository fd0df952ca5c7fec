import { failure } from "../model/failure.ts";
import type { GraphMark, GraphView } from "../model/graph-view.ts";
import { neighbourhood } from "../mesh/neighbourhood.ts";
import { viewOf } from "../mesh/view.ts";
import type { Problem } from "../model/problem.ts";
import { nearest } from "../source/suggest.ts";
import type { Workshop } from "./gather.ts";
import { meshAt } from "./mesh-at.ts";

export interface GraphRequest {
  readonly head: { readonly ref: string } | "worktree";
  /** Only what is within `depth` hops of this product or consumer. */
  readonly focus?: string;
  readonly depth: number;
}

/** The mesh, or the neighbourhood of one node, ready to be drawn. */
export async function graph(
  workshop: Workshop,
  { head, focus, depth }: GraphRequest,
): Promise<{ readonly view: GraphView; readonly problems: readonly Problem[] }> {
  const { mesh, problems } = await meshAt(workshop, head);
  if (focus === undefined) return { view: viewOf(mesh, { title: "Data mesh" }), problems };
  const ids = [...mesh.products.keys(), ...mesh.consumers.keys()];
  if (!ids.includes(focus)) {
    const close = nearest(focus, ids);
    const hint = close === undefined ? "`meshgate graph` lists what there is." : `Did you mean "${close}"?`;
    throw failure("input", "unknown-product", `No product or consumer has the id "${focus}".`, hint);
  }
  const marks = new Map<string, readonly GraphMark[]>([[focus, ["focus"]]]);
  return {
    view: viewOf(mesh, { title: `Around ${focus}`, only: neighbourhood(mesh, [focus], depth), marks }),
    problems,
  };
}
