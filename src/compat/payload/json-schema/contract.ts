import type { Json, JsonObject, JsonPath } from "../../../model/json.ts";
import { canonical, isList, isObject, own, pointer } from "../../../model/json.ts";

/** A schema as a contract says it, or the first thing in it that a contract cannot say, as a sentence. */
export type SchemaReading =
  | {
      readonly contract: Json;
      /** What a contract does not tell apart, by pointer. */
      readonly beyond: ReadonlyMap<string, Beyond>;
    }
  | { readonly refused: string };

export interface Beyond {
  /** In which ways there may be no value: a contract knows only whether there is any. Empty: there is always one. */
  readonly absence: "" | "absent" | "null" | "absent or null";
  /** Whether other properties than those named are allowed. */
  readonly open: boolean;
}

/**
 * A JSON Schema of one object in the words of ODCS. Only keywords with the same meaning there are taken; a reference is
 * never followed. The reader is tolerant: what `additionalProperties` allows is not looked at, only whether it changes.
 */
export function readSchema(schema: Json, name: string): SchemaReading {
  const reading: Reading = { faults: [], beyond: new Map() };
  const root = readNode(schema, [], true, reading);
  if (reading.faults.length === 0 && own(root, "logicalType") !== "object")
    reading.faults.push("It describes no object.");
  const [refused] = reading.faults;
  if (refused !== undefined) return { refused };
  const object = { ...root, name };
  // Whoever reads payloads was built for their schema, as readers of a stream are.
  return { contract: { servers: [{ server: "payload", type: "stream" }], schema: [object] }, beyond: reading.beyond };
}

interface Reading {
  readonly faults: string[];
  readonly beyond: Map<string, Beyond>;
}

const WORDS: Readonly<Record<string, string>> = {
  title: "businessName",
  description: "description",
  examples: "examples",
};
/** They change nothing that a reader gets. */
const SILENT: ReadonlySet<string> = new Set(["$schema", "$id", "$comment"]);

const COUNTS = {
  string: ["minLength", "maxLength"],
  array: ["minItems", "maxItems"],
  object: ["minProperties", "maxProperties"],
};
const RANGE = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** Keywords of `logicalTypeOptions` that mean the same there, by the type that they are about. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  string: [...COUNTS.string, "pattern", "format"],
  integer: RANGE,
  number: RANGE,
  boolean: [],
  array: [...COUNTS.array, "uniqueItems"],
  object: COUNTS.object,
};

/** The type of each option that is not a number. */
const OTHERS: Readonly<Record<string, string>> = { pattern: "string", format: "string", uniqueItems: "boolean" };

const STRUCTURE: Readonly<Record<string, readonly string[]>> = {
  object: ["properties", "required", "additionalProperties"],
  array: ["items"],
};

function readNode(schema: Json, place: JsonPath, isPresent: boolean, reading: Reading): JsonObject {
  const refuse = (what: string): JsonObject => {
    reading.faults.push(`${what} at ${place.length === 0 ? "the root" : pointer(place)}.`);
    return {};
  };
  if (reading.faults.length > 0) return {};
  if (!isObject(schema)) return refuse(`There is ${canonical(schema).slice(0, SHOWN)} instead of a schema`);
  const types = typesOf(own(schema, "type"));
  const named = types?.filter((type) => type !== "null") ?? [];
  const [type] = named;
  if (type === undefined || named.length > 1 || !Object.hasOwn(OPTIONS, type))
    return refuse("There is not just one type");
  const isNullable = types?.includes("null") ?? false;
  const options = OPTIONS[type] ?? [];
  const structure = STRUCTURE[type] ?? [];
  const known = new Set([
    ...options,
    ...structure,
    ...Object.keys(WORDS),
    ...SILENT,
    "type",
    "enum",
    "default",
    "deprecated",
  ]);
  const strange = Object.keys(schema).find((key) => !known.has(key));
  if (strange !== undefined) return refuse(`The keyword ${strange.slice(0, SHOWN)} cannot be compared`);
  const wrong = options.find((key) => Object.hasOwn(schema, key) && !isOption(key, own(schema, key)));
  if (wrong !== undefined) return refuse(`The keyword ${wrong} has no value of its kind`);
  const values = own(schema, "enum");
  if (values !== undefined && !(isList(values) && values.length > 0 && values.every(isScalar)))
    return refuse("The keyword enum has values that cannot be compared");
  const open = own(schema, "additionalProperties") ?? true;
  if (typeof open !== "boolean") return refuse("The keyword additionalProperties cannot be compared");
  reading.beyond.set(pointer(place), { absence: absenceOf(isPresent, isNullable), open });
  const standard = own(schema, "default");
  const chosen = options.flatMap((key) =>
    Object.hasOwn(schema, key) ? [[key, own(schema, key) ?? null] as const] : [],
  );
  return {
    logicalType: type,
    required: isPresent && !isNullable,
    ...(chosen.length > 0 && { logicalTypeOptions: Object.fromEntries(chosen) }),
    ...(values !== undefined && { enum: values }),
    ...(own(schema, "deprecated") === true && { deprecated: true }),
    ...Object.fromEntries(
      Object.entries(WORDS).flatMap(([key, word]) =>
        Object.hasOwn(schema, key) ? [[word, own(schema, key) ?? null]] : [],
      ),
    ),
    ...(standard !== undefined && { customProperties: [{ property: "meshgate.default", value: standard }] }),
    ...(type === "object" && readProperties(schema, place, reading)),
    ...(type === "array" && readItems(schema, place, reading)),
  };
}

const SHOWN = 60;

function absenceOf(isPresent: boolean, isNullable: boolean): Beyond["absence"] {
  if (isPresent) return isNullable ? "null" : "";
  return isNullable ? "absent or null" : "absent";
}

function readProperties(schema: JsonObject, place: JsonPath, reading: Reading): JsonObject {
  const properties = own(schema, "properties") ?? {};
  const required = own(schema, "required") ?? [];
  const refuse = (fault: string): JsonObject => {
    reading.faults.push(`${fault} at ${place.length === 0 ? "the root" : pointer(place)}.`);
    return {};
  };
  if (!isObject(properties) || !isList(required))
    return refuse("The keyword properties or required has no value of its kind");
  const names = new Set(Object.keys(properties));
  if (!required.every((name) => typeof name === "string" && names.has(name)))
    return refuse("The keyword required names what is no property");
  if (names.has("")) return refuse("There is a property without a name");
  return {
    properties: [...names].map((name) => ({
      ...readNode(own(properties, name) ?? null, [...place, "properties", name], required.includes(name), reading),
      name,
    })),
  };
}

function readItems(schema: JsonObject, place: JsonPath, reading: Reading): JsonObject {
  const items = own(schema, "items");
  return items === undefined ? {} : { items: readNode(items, [...place, "items"], true, reading) };
}

function typesOf(value: Json | undefined): readonly string[] | undefined {
  const types = typeof value === "string" ? [value] : isList(value) ? value : [];
  const texts = types.flatMap((type) => (typeof type === "string" ? [type] : []));
  return texts.length === types.length ? texts : undefined;
}

function isOption(key: string, value: Json | undefined): boolean {
  const wanted = OTHERS[key] ?? "number";
  return typeof value === wanted && (wanted !== "number" || Number.isFinite(value));
}

function isScalar(value: Json): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
