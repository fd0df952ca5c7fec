import type { AffectedNode, Report } from "../model/report.ts";
import { compareText } from "../model/order.ts";
import { counted, listed } from "./words.ts";

/** Who reads what a change touches. */
export interface Reach {
  /** Nearest first. */
  readonly nodes: readonly AffectedNode[];
  /** `2 products and 1 consumer in 3 domains`. */
  readonly extent: string;
  /** Owners of the nearest first. */
  readonly owners: readonly string[];
}

/** Nothing when nobody reads what the change touches. */
export function reachOf(report: Report): Reach | undefined {
  const nodes = [...report.graph.affected].sort((a, b) => a.distance - b.distance || compareText(a.id, b.id));
  if (nodes.length === 0) return undefined;
  return { nodes, extent: extentOf(nodes), owners: distinct(nodes.flatMap((node) => node.owners)) };
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
