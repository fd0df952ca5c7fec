import type { Json, JsonObject } from "../../../model/json.ts";
import { canonical, isList, isObject, own, text } from "../../../model/json.ts";

/** An Avro schema (Avro 1.12) with full names, in which every reference is the type itself. */
export type AvroType =
  | { readonly kind: Primitive; readonly logical?: Logical }
  | { readonly kind: "array" | "map"; readonly items: AvroType }
  | { readonly kind: "union"; readonly branches: readonly AvroType[] }
  | AvroNamed;

export type AvroNamed = AvroRecord | AvroEnum | AvroFixed;

interface Named {
  /** With its namespace: `shop.Order`. */
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface AvroRecord extends Named {
  readonly kind: "record";
  readonly fields: readonly AvroField[];
}

export interface AvroEnum extends Named {
  readonly kind: "enum";
  readonly symbols: readonly string[];
  readonly fallback?: string;
}

export interface AvroFixed extends Named {
  readonly kind: "fixed";
  readonly size: number;
  readonly logical?: Logical;
}

export interface AvroField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: AvroType;
  readonly hasDefault: boolean;
}

export const PRIMITIVES = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"] as const;
export type Primitive = (typeof PRIMITIVES)[number];

/** What the values of a type mean; absent details are not given. */
export interface Logical {
  readonly name: string;
  /** Whether the standard knows it; others mean something to some readers only. */
  readonly known: boolean;
  readonly precision?: number;
  readonly scale?: number;
}

/** A schema as it was understood, and the same as JSON with nothing in it that was not. */
export type AvroReading = { readonly type: AvroType; readonly clean: Json } | { readonly refused: string };

/** Parts of a schema; each costs about as much as a field. */
const MAX_PARTS = 5000;
/** Branches of a union and names of one thing: they are compared each with each. */
const MAX_CHOICES = 50;

/** Reads a schema that is parsed from JSON, which keeps its nesting shallow. Never throws. */
export function readAvro(schema: Json): AvroReading {
  const reading: Reading = { named: new Map(), faults: [], parts: 0 };
  const [type, clean] = readType(schema, "", reading);
  const [refused] = reading.faults;
  return refused === undefined ? { type, clean } : { refused };
}

/** What is known so far. Of the faults only the first is told; what stands for a faulty type does not matter. */
interface Reading {
  readonly named: Map<string, AvroNamed>;
  readonly faults: string[];
  parts: number;
}

/** A type, and the JSON to give to others. */
type Part = readonly [type: AvroType, clean: Json];
const NOTHING: Part = [{ kind: "null" }, "null"];

function refuse(reading: Reading, fault: string): Part {
  reading.faults.push(fault);
  return NOTHING;
}

function readType(schema: Json, namespace: string, reading: Reading): Part {
  reading.parts++;
  if (reading.parts > MAX_PARTS) return refuse(reading, `It has more than ${MAX_PARTS} parts.`);
  if (reading.faults.length > 0) return NOTHING;
  if (typeof schema === "string") return readReference(schema, namespace, reading);
  if (isList(schema)) return readUnion(schema, namespace, reading);
  if (!isObject(schema)) return refuse(reading, `${shown(schema)} is no type.`);
  const type = own(schema, "type") ?? null;
  const kind = typeof type === "string" ? type : "";
  switch (kind) {
    case "record":
    case "error":
      return readRecord(schema, namespace, reading);
    case "enum":
      return readEnum(schema, namespace, reading);
    case "fixed":
      return readFixed(schema, namespace, reading);
    case "array":
    case "map": {
      const key = kind === "array" ? "items" : "values";
      const [items, clean] = readType(own(schema, key) ?? null, namespace, reading);
      return [
        { kind, items },
        { type: kind, [key]: clean },
      ];
    }
    default: {
      const found = PRIMITIVES.find((name) => name === type);
      // `{"type": {"type": …}}` and `{"type": "shop.Order"}` occur and mean what is inside.
      if (found === undefined)
        return Object.hasOwn(schema, "logicalType")
          ? refuse(reading, "It has a logical type that stands at no type of its own.")
          : readType(type, namespace, reading);
      const logical = readLogical(schema, found);
      return [
        { kind: found, ...logical },
        logical.logical === undefined ? found : { type: found, ...cleanLogical(logical) },
      ];
    }
  }
}

function readReference(name: string, namespace: string, reading: Reading): Part {
  const primitive = PRIMITIVES.find((one) => one === name);
  if (primitive !== undefined) return [{ kind: primitive }, primitive];
  const full = qualified(name, namespace);
  const found = reading.named.get(full) ?? reading.named.get(name);
  return found === undefined
    ? refuse(reading, `The type ${shown(name)} is not defined.`)
    : [found, absolute(found.name)];
}

function readUnion(schema: readonly Json[], namespace: string, reading: Reading): Part {
  if (schema.length === 0) return refuse(reading, "It has a union of nothing.");
  if (schema.length > MAX_CHOICES) return refuse(reading, `It has a union of more than ${MAX_CHOICES} types.`);
  const branches = schema.map((branch) => readType(branch, namespace, reading));
  const keys = branches.map(([type]) => ("name" in type ? type.name : type.kind));
  if (keys.includes("union") || new Set(keys).size < keys.length)
    return refuse(reading, "It has a union of unions, or of the same type twice.");
  return [{ kind: "union", branches: branches.map(([type]) => type) }, branches.map(([, clean]) => clean)];
}

function readRecord(schema: JsonObject, namespace: string, reading: Reading): Part {
  const names = readNames(schema, namespace, reading);
  const entries = own(schema, "fields");
  if (names === undefined || !isList(entries))
    return refuse(reading, "It has a record whose name or fields are missing, are none, or occur twice.");
  const fields: AvroField[] = [];
  const record: AvroRecord = { kind: "record", ...names, fields };
  // Before its fields, which may be of the same type.
  reading.named.set(names.name, record);
  const inside = names.name.includes(".") ? names.name.slice(0, names.name.lastIndexOf(".")) : "";
  const clean: Json[] = [];
  for (const entry of entries) {
    const name = text(own(entry, "name")) ?? "";
    const aliases = textsOf(own(entry, "aliases"));
    const standard = own(entry, "default");
    if (aliases === undefined || ![name, ...aliases].every((one) => SIMPLE.test(one)))
      return refuse(reading, `${shown(name)} of ${names.name} is no name of a field, or has an alias that is none.`);
    const [type, plain] = readType(own(entry, "type") ?? null, inside, reading);
    fields.push({ name, aliases, type, hasDefault: standard !== undefined });
    clean.push({
      name,
      type: plain,
      ...(aliases.length > 0 && { aliases }),
      ...(standard !== undefined && { default: standard }),
    });
  }
  if (new Set(fields.map(({ name }) => name)).size < fields.length)
    return refuse(reading, `${names.name} has two fields of the same name.`);
  return [record, { ...cleanNames(names), type: "record", fields: clean }];
}

function readEnum(schema: JsonObject, namespace: string, reading: Reading): Part {
  const names = readNames(schema, namespace, reading);
  const symbols = textsOf(own(schema, "symbols"));
  const fallback = own(schema, "default");
  if (names === undefined || !areSymbols(symbols))
    return refuse(reading, "It has an enum whose name or symbols are missing, are none, or occur twice.");
  if (fallback !== undefined && !(typeof fallback === "string" && symbols.includes(fallback)))
    return refuse(reading, `The default of ${names.name} is none of its symbols.`);
  const found: AvroEnum = { kind: "enum", ...names, symbols, ...(fallback !== undefined && { fallback }) };
  reading.named.set(names.name, found);
  return [found, { ...cleanNames(names), type: "enum", symbols, ...(fallback !== undefined && { default: fallback }) }];
}

function areSymbols(symbols: readonly string[] | undefined): symbols is readonly string[] {
  const all = symbols ?? [];
  return all.length > 0 && new Set(all).size === all.length && all.every((symbol) => SIMPLE.test(symbol));
}

/** Far above any honest one. */
const MAX_SIZE = 1 << 20;

function readFixed(schema: JsonObject, namespace: string, reading: Reading): Part {
  const names = readNames(schema, namespace, reading);
  const size = own(schema, "size");
  if (names === undefined || typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MAX_SIZE)
    return refuse(reading, "It has a fixed type whose name or size is missing, is none, or occurs twice.");
  const logical = readLogical(schema, "fixed", size);
  const found: AvroFixed = { kind: "fixed", ...names, size, ...logical };
  reading.named.set(names.name, found);
  return [found, { ...cleanNames(names), type: "fixed", size, ...cleanLogical(logical) }];
}

/** Avro 1.12 section Names. The library writes code with names in it, so nothing else may pass as one. */
const SIMPLE = /^[A-Za-z_][A-Za-z0-9_]*$/u;
const FULL = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/u;
const MAX_NAME = 500;
const TAKEN: ReadonlySet<string> = new Set([...PRIMITIVES, "record", "error", "enum", "fixed", "array", "map"]);

function readNames(schema: JsonObject, around: string, reading: Reading): Named | undefined {
  const given = text(own(schema, "name")) ?? "";
  const namespace = text(own(schema, "namespace")) ?? around;
  const name = qualified(given, namespace);
  const inside = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "";
  const aliases = textsOf(own(schema, "aliases"))?.map((alias) => qualified(alias, inside));
  const isTaken = TAKEN.has(simpleName(name)) || reading.named.has(name);
  if (given === "" || isTaken || aliases === undefined || ![name, ...aliases].every(isFull)) return undefined;
  return { name, aliases };
}

function isFull(name: string): boolean {
  return name.length <= MAX_NAME && FULL.test(name);
}

function qualified(name: string, namespace: string): string {
  if (name.includes(".")) return name.replace(/^\./u, "");
  return namespace === "" ? name : `${namespace}.${name}`;
}

export function simpleName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** A full name that no namespace around it changes. */
function absolute(name: string): string {
  return `.${name}`;
}

function cleanNames({ name, aliases }: Named): JsonObject {
  return { name: absolute(name), ...(aliases.length > 0 && { aliases: aliases.map(absolute) }) };
}

/** A list of texts, empty where there is none; undefined for anything else and for one too long. */
function textsOf(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  if (!isList(value) || value.length > MAX_PARTS) return undefined;
  const texts = value.flatMap((one) => (typeof one === "string" && one.length <= MAX_NAME ? [one] : []));
  return texts.length === value.length ? texts : undefined;
}

/** Avro 1.12 section Logical Types: on which types they may stand. */
const LOGICAL: Readonly<Record<string, readonly string[]>> = {
  decimal: ["bytes", "fixed"],
  uuid: ["string", "fixed 16"],
  date: ["int"],
  "time-millis": ["int"],
  "time-micros": ["long"],
  "timestamp-millis": ["long"],
  "timestamp-micros": ["long"],
  "timestamp-nanos": ["long"],
  "local-timestamp-millis": ["long"],
  "local-timestamp-micros": ["long"],
  "local-timestamp-nanos": ["long"],
  duration: ["fixed 12"],
};

function readLogical(schema: JsonObject, kind: string, size?: number): { readonly logical?: Logical } {
  const name = own(schema, "logicalType");
  if (name === undefined) return {};
  if (typeof name !== "string") return { logical: { name: canonical(name), known: false } };
  const holders = Object.hasOwn(LOGICAL, name) ? (LOGICAL[name] ?? []) : [];
  const isHeld = holders.includes(kind) || holders.includes(`${kind} ${String(size)}`);
  if (name !== "decimal") return { logical: { name, known: isHeld } };
  const [precision, scale] = [own(schema, "precision"), own(schema, "scale") ?? 0];
  const isDecimal = isCount(precision) && isCount(scale) && precision > 0 && scale <= precision;
  return { logical: isHeld && isDecimal ? { name, known: true, precision, scale } : { name, known: false } };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function cleanLogical({ logical }: { readonly logical?: Logical }): JsonObject {
  if (logical === undefined) return {};
  const { name, precision, scale } = logical;
  return { logicalType: name, ...(precision !== undefined && { precision }), ...(scale !== undefined && { scale }) };
}

const SHOWN = 60;

function shown(value: Json): string {
  const whole = canonical(value);
  return whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole;
}
