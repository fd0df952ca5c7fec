import type { Lanes, Party } from "../model/compatibility.ts";
import type { AffectedNode, Report } from "../model/report.ts";
import { compareText } from "../model/order.ts";
import { entriesOf, isHarmless } from "./compatibility.ts";
import { counted, listed } from "./words.ts";

/** Whom a change concerns, and who is reached through them. */
export interface Reach {
  /** Nearest first. */
  readonly nodes: readonly AffectedNode[];
  /** `2 products and 1 consumer in 3 domains read what changed`; empty when nobody does. */
  readonly hits: string;
  /** Of all contracts and products together, each owner and each reader once. */
  readonly lanes: Lanes;
  /** Who reads what changed and is in neither lane, or whose owner is asked for another reader already. */
  readonly unasked: readonly AffectedNode[];
  readonly further: readonly AffectedNode[];
  /** Owners of those who are in neither lane. */
  readonly owners: readonly string[];
}

/** A consumer that shares its id with a product in sight is told from it. */
export function nameOf({ kind, id }: Pick<AffectedNode, "id" | "kind">, isProduct: (id: string) => boolean): string {
  return kind === "consumer" && isProduct(id) ? `consumer ${id}` : id;
}

/** Nothing when the change concerns nobody. */
export function reachOf(report: Report): Reach | undefined {
  const nodes = [...report.graph.affected].sort((a, b) => a.distance - b.distance || compareText(a.id, b.id));
  const hit = nodes.filter(({ distance }) => distance === 1);
  const hits = hit.length === 0 ? "" : `${extentOf(hit)} ${hit.length === 1 ? "reads" : "read"} what changed`;
  const found = lanesOf(report);
  const parties = [...found.signOff, ...found.notify];
  const asked = new Set(readersOf(parties));
  const unasked = hit.filter(({ id }) => !asked.has(id));
  const isCalm = entriesOf(report).every(isHarmless);
  const reached = new Set(nodes.map(({ id }) => id));
  const safe = isCalm ? [] : found.safe.filter((id) => !reached.has(id));
  const lanes = { ...found, safe };
  if (hit.length + asked.size + safe.length === 0) return undefined;
  return {
    nodes,
    hits,
    lanes,
    unasked,
    further: nodes.filter(({ distance }) => distance > 1),
    owners: distinct(unasked.flatMap((node) => node.owners)).filter(
      (owner) => !parties.some((party) => party.owner === owner),
    ),
  };
}

/** `1 owner must agree`, `2 owners should hear of it`; who reads what changed where nobody is asked. */
export function askWords({ lanes: { signOff, notify }, hits }: Reach): readonly string[] {
  const owned = (parties: readonly Party[]): number => parties.filter(({ owner }) => owner !== "").length;
  const alone = new Set(readersOf([...signOff, ...notify].filter(({ owner }) => owner === ""))).size;
  const asked = [
    ...(owned(signOff) === 0 ? [] : [`${counted(owned(signOff), "owner")} must agree`]),
    ...(owned(notify) === 0 ? [] : [`${counted(owned(notify), "owner")} should hear of it`]),
    ...(alone === 0 ? [] : [`nobody answers for ${counted(alone, "reader")}`]),
  ];
  return asked.length > 0 || hits === "" ? asked : [hits];
}

/** The lanes of all contracts and products as one. Nobody has to agree to a change of a draft; its readers hear of it. */
function lanesOf({ compatibility }: Report): Lanes {
  const held = compatibility.filter(({ enforced }) => enforced);
  const free = compatibility.filter(({ enforced }) => !enforced);
  const signOff = merged(held.flatMap(({ lanes }) => lanes.signOff));
  const told = merged([
    ...held.flatMap(({ lanes }) => lanes.notify),
    ...free.flatMap(({ lanes }) => [...lanes.signOff, ...lanes.notify]),
  ]);
  const agreeing = { owners: new Set(signOff.map(({ owner }) => owner)), readers: new Set(readersOf(signOff)) };
  const notify = told
    .filter(({ owner }) => owner === "" || !agreeing.owners.has(owner))
    .map((party) => ({ ...party, readers: party.readers.filter((id) => !agreeing.readers.has(id)) }))
    .filter(({ readers }) => readers.length > 0);
  const touched = new Set(readersOf([...signOff, ...told]));
  const safe = distinct(compatibility.flatMap(({ lanes }) => lanes.safe)).filter((id) => !touched.has(id));
  return { signOff, notify, safe: [...safe].sort(compareText) };
}

function readersOf(parties: readonly Party[]): readonly string[] {
  return parties.flatMap(({ readers }) => readers);
}

/** One party for each owner. */
function merged(parties: readonly Party[]): readonly Party[] {
  return [...new Set(parties.map(({ owner }) => owner))]
    .map((owner) => {
      const own = parties.filter((party) => party.owner === owner);
      return {
        owner,
        readers: [...distinct(own.flatMap(({ readers }) => readers))].sort(compareText),
        changes: [...distinct(own.flatMap(({ changes }) => changes))].sort(compareText),
      };
    })
    .sort((one, other) => compareText(one.owner, other.owner));
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
