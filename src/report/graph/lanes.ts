import type { GraphNode } from "../../model/graph-view.ts";
import { compareText } from "../../model/order.ts";
import { groupBy } from "./group.ts";

export interface Lane {
  /** Empty for nodes that no domain claims. */
  readonly domain: string;
  readonly nodes: readonly GraphNode[];
}

/** Nodes by domain, in the order of domain ids; those without a domain last. */
export function lanesOf(nodes: readonly GraphNode[]): readonly Lane[] {
  return [...groupBy(nodes, (node) => node.domain)]
    .map(([domain, members]) => ({ domain, nodes: members }))
    .sort(
      (one, other) => Number(one.domain === "") - Number(other.domain === "") || compareText(one.domain, other.domain),
    );
}
