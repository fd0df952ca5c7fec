import type { Json } from "../../model/json.ts";
import { canonical, isObject, list, own, text } from "../../model/json.ts";
import type { Bound, BoundName, Limit, ValueDomain } from "./contract.ts";

/** Which keys of `logicalTypeOptions` hold the ends of which interval. */
export const BOUND_KEYS: Readonly<Record<BoundName, readonly [least: string, most: string]>> = {
  value: ["minimum", "maximum"],
  length: ["minLength", "maxLength"],
  items: ["minItems", "maxItems"],
  properties: ["minProperties", "maxProperties"],
};

export const BOUND_NAMES: readonly BoundName[] = ["value", "length", "items", "properties"];

/** What `enum`, `logicalTypeOptions` and `meshgate.enumClosed` of a field say of its values. */
export function readDomain(node: Json): ValueDomain {
  const options = own(node, "logicalTypeOptions") ?? null;
  const values = own(node, "enum");
  const closed = list(own(node, "customProperties")).some(
    (entry) => own(entry, "property") === "meshgate.enumClosed" && own(entry, "value") === true,
  );
  const multiple = own(options, "multipleOf");
  return {
    ...(Array.isArray(values) && { values: list(values).map((one) => canonical(own(one, "value") ?? one)) }),
    labels: canonical(
      list(values).filter((one) => Object.keys(isObject(one) ? one : {}).some((key) => key !== "value")),
    ),
    closed,
    bounds: readBounds(node, options),
    ...(typeof multiple === "number" && multiple > 0 && !isEveryStep(node, multiple) && { multipleOf: multiple }),
    pattern: text(own(options, "pattern")) ?? "",
    format: text(own(options, "format")) ?? "",
    uniqueItems: own(options, "uniqueItems") === true,
  };
}

function readBounds(node: Json, options: Json): ValueDomain["bounds"] {
  const bounds: Partial<Record<BoundName, Bound>> = {};
  if (!isObject(options)) return bounds;
  for (const name of BOUND_NAMES) {
    const [least, most] = BOUND_KEYS[name];
    const bound = name === "value" ? readValueBound(node, options, least, most) : readCountBound(options, least, most);
    if (bound !== undefined) bounds[name] = bound;
  }
  return bounds;
}

/** Every integer is a multiple of 1. */
function isEveryStep(node: Json, multiple: number): boolean {
  return multiple === 1 && own(node, "logicalType") === "integer";
}

/** Counts start at 0, so that a least count of 0 or below says nothing. */
function readCountBound(options: Json, least: string, most: string): Bound | undefined {
  const from = endOf(own(options, least), undefined, 1);
  return boundOf(
    typeof from?.value === "number" && from.value <= 0 ? undefined : from,
    endOf(own(options, most), undefined, -1),
  );
}

/** Before ODCS 3.1 `exclusiveMinimum` was a flag that says of `minimum` that it is left out. */
function readValueBound(node: Json, options: Json, least: string, most: string): Bound | undefined {
  const from = endOf(own(options, least), own(options, "exclusiveMinimum"), 1);
  const to = endOf(own(options, most), own(options, "exclusiveMaximum"), -1);
  // Of integers above 0 and from 1 on is the same.
  if (own(node, "logicalType") !== "integer") return boundOf(from, to);
  return boundOf(from && reached(from, 1), to && reached(to, -1));
}

function reached({ value, open }: Limit, inward: 1 | -1): Limit {
  return open && Number.isInteger(value) ? { value: Number(value) + inward, open: false } : { value, open };
}

function boundOf(least: Limit | undefined, most: Limit | undefined): Bound | undefined {
  if (least === undefined && most === undefined) return undefined;
  return { ...(least && { least }), ...(most && { most }) };
}

function endOf(closed: Json | undefined, exclusive: Json | undefined, direction: 1 | -1): Limit | undefined {
  const ends: Limit[] = [];
  if (isEnd(closed)) ends.push({ value: closed, open: exclusive === true });
  if (isEnd(exclusive)) ends.push({ value: exclusive, open: true });
  // The narrower of the two holds.
  return ends.sort((one, other) => direction * compareEnds(other, one, direction))[0];
}

function isEnd(value: Json | undefined): value is number | string {
  return typeof value === "number" || typeof value === "string";
}

/** By how far the interval reaches: an end that is left out lies further inside. */
function compareEnds(one: Limit, other: Limit, direction: 1 | -1): number {
  if (one.value === other.value) return direction * (Number(one.open) - Number(other.open));
  return one.value < other.value ? -1 : 1;
}

/** What of two intervals is wider. `equal`: both hold the same; `incomparable`: neither holds the other. */
export type Comparison = "equal" | "wider" | "narrower" | "incomparable";

export function compareBounds(before: Bound = {}, after: Bound = {}): Comparison {
  const low = compareLimits(before.least, after.least, -1);
  const high = compareLimits(before.most, after.most, 1);
  if (low === undefined || high === undefined) return "incomparable";
  if (low === 0 && high === 0) return "equal";
  if (low >= 0 && high >= 0) return "wider";
  return low <= 0 && high <= 0 ? "narrower" : "incomparable";
}

/** 1: the interval reaches further after than before, -1: less far. Undefined: the ends cannot be compared. */
function compareLimits(before: Limit | undefined, after: Limit | undefined, outward: 1 | -1): -1 | 0 | 1 | undefined {
  if (before === undefined && after === undefined) return 0;
  if (before === undefined) return -1;
  if (after === undefined) return 1;
  if (before.value === after.value) {
    if (before.open === after.open) return 0;
    return before.open ? 1 : -1;
  }
  if (typeof before.value !== typeof after.value || isVariable(before) || isVariable(after)) return undefined;
  return after.value > before.value === outward > 0 ? 1 : -1;
}

/** ODCS 3.2: a value that stands elsewhere, written as `${name}`. */
function isVariable({ value }: Limit): boolean {
  return typeof value === "string" && value.includes("${");
}
