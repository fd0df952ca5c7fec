import type { Alias, LineCounter, Pair, ParsedNode, YAMLMap } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { JsonPath } from "../model/json.ts";
import type { Range } from "../model/location.ts";
import { toRange } from "./faults.ts";

/** A YAML tree that places can be looked up in. */
export interface Ground {
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: ParsedNode;
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
}

interface Spot {
  /** Null for a key without a value. */
  readonly node: ParsedNode | null;
  /** The key that leads to the node, unless the node is an element or the root. */
  readonly key?: ParsedNode;
  /** Every step of the path was found. */
  readonly whole: boolean;
}

type Member = Pair<ParsedNode, ParsedNode | null>;
type Members = ReadonlyMap<string, Member>;

export type Places = (path: JsonPath) => Spot;

/** Finds nodes by path. Members of an object are indexed when it is first passed, so that many look-ups stay cheap. */
export function placesOf(ground: Ground): Places {
  const indexes = new Map<YAMLMap, Members>();
  const membersOf = (map: YAMLMap.Parsed): Members => {
    const members = indexes.get(map) ?? indexOf(map);
    indexes.set(map, members);
    return members;
  };
  return (path) => {
    let spot: Spot = { node: ground.root, whole: true };
    for (const step of path) {
      const next = child(follow(spot.node, ground), step, membersOf);
      if (next === undefined) return { ...spot, whole: false };
      spot = next;
    }
    return spot;
  };
}

function child(
  node: ParsedNode | null,
  step: string | number,
  membersOf: (map: YAMLMap.Parsed) => Members,
): Spot | undefined {
  if (isMap(node)) {
    const pair = membersOf(node).get(String(step));
    return pair && { node: pair.value, key: pair.key, whole: true };
  }
  const item = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
  return item && { node: item, whole: true };
}

function follow(node: ParsedNode | null, { targets }: Ground): ParsedNode | null {
  return isAlias(node) ? (targets.get(node) ?? node) : node;
}

/** The first pair of a key counts, as it does for the value. */
function indexOf(map: YAMLMap.Parsed): Members {
  const index = new Map<string, Member>();
  for (const pair of map.items) {
    if (isScalar(pair.key) && typeof pair.key.value === "string" && !index.has(pair.key.value)) {
      index.set(pair.key.value, pair);
    }
  }
  return index;
}

/** Where a value, or with `part: "key"` its key, stands; see `SourceDocument.range`. */
export function rangeOf({ node, key, whole }: Spot, part: "key" | "value", { text, lines, root }: Ground): Range {
  const place = written(node);
  // A value that was left out has no text of its own; its key is where its author looks.
  if (key !== undefined && (part === "key" || !whole || place === undefined)) {
    return toRange(lines, key.range[0], key.range[1]);
  }
  const start = (node ?? root).range[0];
  const end = place === undefined ? start : trimmed(text, start, endOf(place));
  return toRange(lines, start, whole && part === "value" ? end : endOfLine(text, start, end));
}

/** The end of what was written, without the comments that the parser counts in. */
function endOf(node: ParsedNode): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined) return endOf("key" in last ? (written(last.value) ?? last.key) : last);
  }
  return node.range[1];
}

function written(node: ParsedNode | null): ParsedNode | undefined {
  return node === null || node.range[0] === node.range[1] ? undefined : node;
}

function trimmed(text: string, start: number, end: number): number {
  let last = Math.max(start, end);
  while (last > start && /[ \t\r\n]/.test(text.charAt(last - 1))) last--;
  return last;
}

function endOfLine(text: string, start: number, end: number): number {
  const feed = text.indexOf("\n", start);
  return feed === -1 || feed >= end ? end : trimmed(text, start, feed);
}
