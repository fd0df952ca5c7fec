import type { Arrangement, Diagram } from "../../model/diagram.ts";
import type { GraphView } from "../../model/graph-view.ts";
import type { RenderOptions } from "../format.ts";

/** A way to write a graph: a pure function of it, and of the places of what it draws. */
export interface GraphFormat {
  readonly id: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** The diagrams whose places `render` needs, in that order. Formats that leave it out need none. */
  diagrams?(view: GraphView): readonly Diagram[];
  render(view: GraphView, options: RenderOptions, arrangements: readonly Arrangement[]): string;
}

export function defineGraphFormat<const Id extends string>(
  format: GraphFormat & { readonly id: Id },
): GraphFormat & { readonly id: Id } {
  return format;
}
