import type { Alias, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isAlias, isMap, isScalar } from "yaml";
import type { Json } from "../model/json.ts";
import type { Fault } from "./faults.ts";
import { MAX_ALIASES, MAX_DEPTH, MAX_VALUES } from "./limits.ts";
import { quote } from "./words.ts";

/** Keys that reach into the machinery of JavaScript objects; no standard uses them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const INTEGER = /^[-+]?[0-9]+$|^0[ox]/;

/** What the documents of one text may still use. */
export interface Budget {
  values: number;
  aliases: number;
}

interface Conversion {
  readonly value: Json;
  /** Which node each alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly faults: readonly Fault[];
}

interface Anchored {
  readonly node: ParsedNode;
  /** Absent while the node is still being read: an alias to it would contain itself. */
  readonly result?: { readonly value: Json; readonly size: number; readonly height: number };
}

interface Walk {
  readonly budget: Budget;
  readonly path: (string | number)[];
  readonly anchors: Map<string, Anchored>;
  readonly targets: Map<Alias, ParsedNode>;
  readonly faults: Fault[];
  /** Codes of the bounds that were crossed. */
  readonly crossed: Set<string>;
  readonly lineOf: (offset: number) => number;
  /** The deepest level that was reached. */
  deepest: number;
}

/**
 * The plain value of a YAML tree, by a walk in document order. Objects have no prototype; of a key that stands twice
 * the first value is kept. What cannot be said in JSON, or not in one way only, is a fault.
 */
export function convert(root: ParsedNode, budget: Budget, lineOf: (offset: number) => number): Conversion {
  const walk: Walk = {
    budget,
    path: [],
    anchors: new Map(),
    targets: new Map(),
    faults: [],
    crossed: new Set(),
    lineOf,
    deepest: 0,
  };
  const value = fromNode(root, walk, 1);
  return { value, targets: walk.targets, faults: walk.faults };
}

function fromNode(node: ParsedNode | null, walk: Walk, depth: number): Json {
  if (node === null) return null;
  if (--walk.budget.values < 0) return refuseOnce(walk, node, "too-many-values", tooManyValues());
  if (depth > MAX_DEPTH) return refuseOnce(walk, node, "too-deep", tooDeep());
  walk.deepest = Math.max(walk.deepest, depth);
  if (isAlias(node)) return fromAlias(node, walk, depth);
  if (node.tag === "!")
    report(walk, node, "custom-tag", `A lone "!" is a YAML tag; remove it, or put it in quotes if it is text.`);
  return node.anchor === undefined ? fromContent(node, walk, depth) : fromAnchored(node, node.anchor, walk, depth);
}

function fromContent(node: Exclude<ParsedNode, Alias.Parsed>, walk: Walk, depth: number): Json {
  if (isScalar(node)) return fromScalar(node, walk);
  return isMap(node) ? fromMap(node, walk, depth) : fromSeq(node, walk, depth);
}

function fromAnchored(node: Exclude<ParsedNode, Alias.Parsed>, name: string, walk: Walk, depth: number): Json {
  const values = walk.budget.values;
  const deepest = walk.deepest;
  walk.deepest = depth;
  walk.anchors.set(name, { node });
  const value = fromContent(node, walk, depth);
  const size = values - walk.budget.values + 1;
  walk.anchors.set(name, { node, result: { value, size, height: walk.deepest - depth } });
  walk.deepest = Math.max(walk.deepest, deepest);
  return value;
}

function fromAlias(node: Alias.Parsed, walk: Walk, depth: number): Json {
  const name = quote(`*${node.source}`);
  const anchor = walk.anchors.get(node.source);
  if (anchor === undefined) {
    return refuse(
      walk,
      node,
      "unknown-alias",
      `Alias ${name} names no anchor above it; put ${quote(`&${node.source}`)} before a value, or put the text in quotes.`,
    );
  }
  if (anchor.result === undefined) {
    return refuse(
      walk,
      node,
      "alias-cycle",
      `Alias ${name} stands inside the value it names, which would then contain itself; write the value out.`,
    );
  }
  if (--walk.budget.aliases < 0) {
    return refuseOnce(
      walk,
      node,
      "too-many-aliases",
      `The text uses more than ${MAX_ALIASES} aliases; write the values out.`,
    );
  }
  const { value, size, height } = anchor.result;
  walk.budget.values -= size - 1;
  if (walk.budget.values < 0) return refuseOnce(walk, node, "too-many-values", tooManyValues());
  if (depth + height > MAX_DEPTH) return refuseOnce(walk, node, "too-deep", tooDeep());
  walk.deepest = Math.max(walk.deepest, depth + height);
  walk.targets.set(node, anchor.node);
  return value;
}

function fromScalar(node: Scalar.Parsed, walk: Walk): Json {
  const { value } = node;
  if (typeof value === "number") return fromNumber(value, node, walk);
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  return refuse(
    walk,
    node,
    "custom-tag",
    `A value of this type is not supported; write text, a number, true, false or null.`,
  );
}

function fromNumber(value: number, node: Scalar.Parsed, walk: Walk): Json {
  const written = quote(node.source);
  if (!Number.isFinite(value)) {
    report(
      walk,
      node,
      "number-out-of-range",
      `${written} is not a finite number; write a finite one, or put it in quotes if it is text.`,
    );
    return null;
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && INTEGER.test(node.source)) {
    report(
      walk,
      node,
      "number-out-of-range",
      `The integer ${written} is beyond 2^53 and would lose digits; put it in quotes.`,
    );
  }
  return value === 0 ? 0 : value;
}

function fromSeq(node: YAMLSeq.Parsed, walk: Walk, depth: number): Json {
  const items: Json[] = [];
  for (const [index, item] of node.items.entries()) {
    walk.path.push(index);
    items.push(fromNode(item, walk, depth + 1));
    walk.path.pop();
    if (walk.budget.values < 0) break;
  }
  return items;
}

function fromMap(node: YAMLMap.Parsed, walk: Walk, depth: number): Json {
  const members = emptyObject();
  const keys = new Map<string, ParsedNode>();
  for (const pair of node.items) {
    const key = keyOf(pair.key, walk);
    if (key === undefined) continue;
    walk.path.push(key);
    const first = keys.get(key);
    if (first === undefined) {
      keys.set(key, pair.key);
      checkKey(key, pair.key, walk);
    } else {
      reportTwin(key, first, pair.key, walk);
    }
    const value = fromNode(pair.value, walk, depth + 1);
    if (first === undefined) members[key] = value;
    walk.path.pop();
    if (walk.budget.values < 0) break;
  }
  return members;
}

/** The key as text; undefined for a key that the parser has refused already. */
function keyOf(key: ParsedNode, walk: Walk): string | undefined {
  if (!isScalar(key) || typeof key.value !== "string") return undefined;
  if (key.anchor !== undefined) {
    walk.anchors.set(key.anchor, { node: key, result: { value: key.value, size: 1, height: 0 } });
  }
  return key.value;
}

function checkKey(key: string, node: ParsedNode, walk: Walk): void {
  if (FORBIDDEN_KEYS.has(key)) {
    report(walk, node, "forbidden-key", `Key ${quote(key)} is not allowed anywhere; use another name.`);
  }
  if (key === "<<" && isScalar(node) && node.type === "PLAIN") {
    report(
      walk,
      node,
      "merge-key",
      'Merge key "<<" is not part of YAML 1.2, and tools disagree on it; write the keys out, or use an alias for a whole value.',
    );
  }
}

function reportTwin(key: string, first: ParsedNode, second: ParsedNode, walk: Walk): void {
  const [one, other] = [walk.lineOf(first.range[0]), walk.lineOf(second.range[0])];
  const where = one === other ? `twice in line ${one}` : `in line ${one} and again in line ${other}`;
  report(walk, second, "duplicate-key", `Key ${quote(key)} stands ${where}; keep one.`);
}

function emptyObject(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

function report(walk: Walk, node: ParsedNode, code: string, message: string): void {
  walk.faults.push({ code, message, path: [...walk.path], start: node.range[0], end: node.range[1] });
}

function refuse(walk: Walk, node: ParsedNode, code: string, message: string): null {
  report(walk, node, code, message);
  return null;
}

/** For bounds: the first place that crosses one is enough. */
function refuseOnce(walk: Walk, node: ParsedNode, code: string, message: string): null {
  if (!walk.crossed.has(code)) report(walk, node, code, message);
  walk.crossed.add(code);
  return null;
}

function tooManyValues(): string {
  return `The text holds more than ${MAX_VALUES} values, aliases counted in full; split it.`;
}

export function tooDeep(): string {
  return `Values are nested more than ${MAX_DEPTH} levels deep; flatten them.`;
}
