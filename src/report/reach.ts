import type { AffectedNode, Report } from "../model/report.ts";
import { compareText } from "../model/order.ts";
import { counted, listed } from "./words.ts";

/** Who loses what they read by a change, and who is reached through them. */
export interface Reach {
  /** Nearest first. */
  readonly nodes: readonly AffectedNode[];
  readonly hit: readonly AffectedNode[];
  readonly further: readonly AffectedNode[];
  /** `2 products and 1 consumer in 3 domains read what changed`. */
  readonly hits: string;
  /** Owners of those who are hit. */
  readonly owners: readonly string[];
}

/** A consumer that shares its id with a product in sight is told from it. */
export function nameOf({ kind, id }: Pick<AffectedNode, "id" | "kind">, isProduct: (id: string) => boolean): string {
  return kind === "consumer" && isProduct(id) ? `consumer ${id}` : id;
}

/** Nothing when the change hits nobody. */
export function reachOf(report: Report): Reach | undefined {
  const nodes = [...report.graph.affected].sort((a, b) => a.distance - b.distance || compareText(a.id, b.id));
  const hit = nodes.filter(({ distance }) => distance === 1);
  if (hit.length === 0) return undefined;
  return {
    nodes,
    hit,
    further: nodes.filter(({ distance }) => distance > 1),
    hits: `${extentOf(hit)} ${hit.length === 1 ? "reads" : "read"} what changed`,
    owners: distinct(hit.flatMap((node) => node.owners)),
  };
}

function extentOf(nodes: readonly AffectedNode[]): string {
  const products = nodes.filter((node) => node.kind === "product").length;
  const consumers = nodes.length - products;
  const domains = distinct(nodes.map((node) => node.domain)).length;
  const who = [products > 0 ? counted(products, "product") : "", consumers > 0 ? counted(consumers, "consumer") : ""];
  const where = domains > 0 ? ` in ${counted(domains, "domain")}` : "";
  return `${listed(who.filter((part) => part !== ""))}${where}`;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== "");
}
