import type { Json } from "../../../src/model/json.ts";
import { isList, isObject, list, text } from "../../../src/model/json.ts";
import type { Node } from "./parts.ts";

/** The next of a stream of numbers. */
type Next = () => number;

/** Lists in which order says nothing. Fields of a primary key without positions are in the order of the fields. */
const SETS: ReadonlySet<string> = new Set([
  "schema",
  "properties",
  "quality",
  "slaProperties",
  "servers",
  "roles",
  "support",
  "tags",
  "relationships",
  "customProperties",
  "required",
]);

/** The same with keys and sets in another order. */
export function shuffled(value: Json, next: Next, key = ""): Json {
  if (isList(value)) {
    const inside = value.map((one) => shuffled(one, next));
    return SETS.has(key) ? mixed(inside, next) : inside;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(mixed(Object.entries(value), next).map(([name, one]) => [name, shuffled(one, next, name)]));
}

function mixed<T>(values: readonly T[], next: Next): readonly T[] {
  return values
    .map((value) => ({ value, rank: next() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ value }) => value);
}

/** The same contract in the words of other versions of the standard, with defaults written out and units converted. */
export function respelled(contract: Node, next: Next): Json {
  const copy = shuffled(contract, next) as Node;
  copy["apiVersion"] = ["v3.0.2", "v3.1.0", "v3.2.0"][next() % 3] ?? "";
  for (const object of list(copy["schema"])) inObject(object as Node, next);
  for (const level of list(copy["slaProperties"])) inLevel(level as Node, next);
  const standard = copy["slaDefaultElement"];
  if (standard !== undefined && maybe(next)) {
    for (const level of list(copy["slaProperties"])) (level as Node)["element"] ??= standard;
    delete copy["slaDefaultElement"];
  }
  return copy;
}

function maybe(next: Next): boolean {
  return next() % 2 === 0;
}

function inObject(object: Node, next: Next): void {
  for (const one of list(object["properties"])) inField(one as Node, next);
  for (const one of list(object["quality"])) inRule(one as Node, next);
  object["physicalName"] ??= object["name"] ?? "";
}

function inField(field: Node, next: Next): void {
  const parts = [
    field["items"],
    ...Object.values(isObject(field["map"]) ? field["map"] : {}),
    ...list(field["properties"]),
  ];
  for (const part of parts) if (isObject(part)) inField(part, next);
  for (const one of list(field["quality"])) inRule(one as Node, next);
  const options = isObject(field["logicalTypeOptions"]) ? field["logicalTypeOptions"] : {};
  exclusive(options, "minimum", "exclusiveMinimum", next);
  exclusive(options, "maximum", "exclusiveMaximum", next);
  needed(field, options, next);
  for (const key of ["required", "unique", "primaryKey", "partitioned", "deprecated", "criticalDataElement"])
    if (maybe(next)) field[key] ??= false;
  if (maybe(next)) field["semanticType"] ??= "column";
  if (maybe(next) && field["name"] !== undefined) field["physicalName"] ??= field["name"];
  if (typeof field["physicalType"] === "string" && maybe(next))
    field["physicalType"] = spelled(field["physicalType"], next);
  if (field["required"] === true && maybe(next)) promise(field, "required", { nullValues: "nullCheck" }, next);
  if (field["unique"] === true && maybe(next)) promise(field, "unique", { duplicateValues: "duplicateCount" }, next);
  values(field, next);
}

/** Before 3.1 a flag said of an end that it is left out. */
function exclusive(options: Node, key: string, flag: string, next: Next): void {
  if (options[flag] === false && maybe(next)) Reflect.deleteProperty(options, flag);
  else if (options[flag] === true && options[key] !== undefined && maybe(next)) {
    options[flag] = options[key];
    Reflect.deleteProperty(options, key);
  } else if (
    options[flag] !== undefined &&
    typeof options[flag] !== "boolean" &&
    options[key] === undefined &&
    maybe(next)
  ) {
    options[key] = options[flag];
    options[flag] = true;
  }
}

/** Which fields of an object are required may be said at the object. */
function needed(field: Node, options: Node, next: Next): void {
  if (options["required"] === undefined) return;
  for (const name of list(options["required"])) {
    const child = list(field["properties"]).find((one) => isObject(one) && one["name"] === name) as Node | undefined;
    if (child === undefined || !maybe(next)) continue;
    child["required"] = true;
    options["required"] = list(options["required"]).filter((one) => one !== name);
  }
}

/** A key of a field as the quality rule that says the same. */
function promise(field: Node, key: string, names: Readonly<Record<string, string>>, next: Next): void {
  const [[metric, old] = ["", ""]] = Object.entries(names);
  Reflect.deleteProperty(field, key);
  const limit: Node =
    [{ mustBe: 0 }, { mustBeLessThan: 1 }, { mustBeLessOrEqualTo: 0 }, { mustBeBetween: [0, 0] }][next() % 4] ?? {};
  field["quality"] = [...list(field["quality"]), { ...(maybe(next) ? { metric } : { rule: old }), ...limit }];
}

/** Before 3.2 a rule listed the values. */
function values(field: Node, next: Next): void {
  if (!isList(field["enum"]) || !maybe(next)) return;
  const validValues = field["enum"].map((one) => (isObject(one) ? (one["value"] ?? null) : one));
  delete field["enum"];
  const how: Node = maybe(next)
    ? { metric: "invalidValues", arguments: { validValues } }
    : { rule: "validValues", validValues };
  field["quality"] = [...list(field["quality"]), { type: "library", ...how, mustBe: 0 }];
}

function inRule(rule: Node, next: Next): void {
  const old = { nullCheck: "nullValues", duplicateCount: "duplicateValues", rowCount: "rowCount" }[
    text(rule["rule"]) ?? ""
  ];
  if (old !== undefined && maybe(next)) {
    delete rule["rule"];
    rule["metric"] = old;
  }
  if (maybe(next)) rule["type"] ??= "library";
  if (maybe(next)) rule["unit"] ??= "rows";
  if (maybe(next)) rule["severity"] ??= "error";
}

const HOURS: Readonly<Record<string, string>> = {
  h: "hours",
  d: "day",
  days: "d",
  m: "minutes",
  y: "yr",
  years: "year",
};

function inLevel(level: Node, next: Next): void {
  const unit = text(level["unit"]) ?? "";
  if (typeof level["value"] === "number" && (unit === "d" || unit === "days") && maybe(next)) {
    level["value"] *= 24;
    level["unit"] = "h";
  } else if (HOURS[unit] !== undefined && maybe(next)) level["unit"] = HOURS[unit];
  const names: Readonly<Record<string, string>> = {
    latency: "LY",
    ly: "latency",
    retention: "re",
    re: "Retention",
    availability: "av",
    endOfSupport: "es",
  };
  const name = names[text(level["property"]) ?? ""];
  if (name !== undefined && maybe(next)) level["property"] = name;
}

const ALIASES: Readonly<Record<string, string>> = {
  "decimal(10,2)": "numeric(10, 2)",
  "varchar(5)": "character varying(5)",
  boolean: "bool",
};

function spelled(type: string, next: Next): string {
  return maybe(next) ? type.toUpperCase() : (ALIASES[type] ?? ` ${type} `);
}
