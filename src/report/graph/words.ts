import type { GraphEdge, GraphNode, GraphView } from "../../model/graph-view.ts";
import { counted } from "../words.ts";

/** What a domain is called when the guild has none for a product. */
export function domainWords(domain: string): string {
  return domain === "" ? "no domain" : domain;
}

/** `active · 1.2.0`, with what there is of it. */
export function stateWords({ status, version }: GraphNode, separator = " · "): string {
  return [status, version].filter((word) => word !== "").join(separator);
}

/** What is not plain about an edge: `same major`, `by id only`, `ambiguous`, `cycle`. */
export function edgeWords({
  tier,
  ambiguous,
  cycle,
}: Pick<GraphEdge, "tier" | "ambiguous" | "cycle">): readonly string[] {
  const words = { exact: [], "same-major": ["same major"], "id-only": ["by id only"] } as const;
  return [...words[tier], ...(ambiguous ? ["ambiguous"] : []), ...(cycle ? ["cycle"] : [])];
}

/** `14 products, 2 consumers, 6 domains, 34 links`. */
export function sizeWords({ nodes, edges }: GraphView): readonly string[] {
  const products = nodes.filter((node) => node.kind === "product").length;
  const domains = new Set(nodes.map((node) => node.domain).filter((domain) => domain !== "")).size;
  return [
    counted(products, "product"),
    ...(nodes.length > products ? [counted(nodes.length - products, "consumer")] : []),
    counted(domains, "domain"),
    counted(edges.length, "link"),
  ];
}
