import { failure } from "../model/failure.ts";
import type { Impact } from "../model/impact.ts";
import { impactOf, parseImpactTarget } from "../mesh/impact.ts";
import { nearest } from "../source/suggest.ts";
import type { Workshop } from "./gather.ts";
import { fieldPaths, meshAt } from "./mesh-at.ts";

/** Who is hit when a target changes: `product`, `product#port` or `product#port/object.field`. */
export async function impact(
  workshop: Workshop,
  head: { readonly ref: string } | "worktree",
  target: string,
): Promise<Impact> {
  const at = await meshAt(workshop, head);
  const found = impactOf(at.mesh, parseImpactTarget(target));
  const { path, product, ports } = found.target;
  if (path === undefined) return found;
  const known = await fieldPaths(at, product, ports);
  if (known.has(path)) return found;
  const close = nearest(path, known);
  const hint =
    close === undefined
      ? `Its fields: ${
          [...known]
            .filter((name) => name.includes("."))
            .sort()
            .slice(0, 20)
            .join(", ") || "none"
        }.`
      : `Did you mean "${close}"?`;
  throw failure("input", "unknown-field", `No contract of ${product} has "${path}".`, hint);
}
