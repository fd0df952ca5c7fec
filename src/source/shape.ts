import type { ErrorObject } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { RE2JS } from "re2js";
import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { canonical, isList, isObject, own } from "../model/json.ts";
import { reachOf } from "./schema.ts";

/** One failed keyword of a schema. */
export interface Failure {
  readonly path: JsonPath;
  readonly keyword: string;
  /** What ajv says besides: `missingProperty`, `additionalProperty`, … */
  readonly params: JsonObject;
  /** The value of the keyword, and the schema it stands in. */
  readonly operand: Json;
  readonly schema: JsonObject;
  readonly value: Json;
  /** Set inside `propertyNames`. */
  readonly propertyName?: string;
}

/** A compiled JSON Schema. */
export interface Shape {
  readonly root: JsonObject;
  /** The failures of `value` against `schema`, which is the root or stands inside it. Paths start with `path`. */
  failures(schema: JsonObject, value: Json, path: JsonPath): readonly Failure[];
  /** Every schema that judging by the operand of a keyword can reach. */
  reach(operand: Json): ReadonlySet<JsonObject>;
}

const KEY = "shape";
const shapes = new WeakMap<JsonObject, Shape>();

/** Linear-time matching: neither a schema nor a text can make a pattern run away. */
const regExp = Object.assign((pattern: string) => RE2JS.compile(RE2JS.translateRegExp(pattern)), { code: "re2" });

interface Unique {
  (wanted: boolean, items: readonly Json[]): boolean;
  errors?: Partial<ErrorObject>[];
}

/** ajv's own comparison calls methods of the values it compares, which values without a prototype do not have. */
const unique: Unique = (wanted, items) => {
  const first = new Map<string, number>();
  for (const [index, item] of (wanted ? items : []).entries()) {
    const key = canonical(item);
    const twin = first.get(key);
    if (twin !== undefined) {
      unique.errors = [{ keyword: "uniqueItems", params: { i: index, j: twin } }];
      return false;
    }
    first.set(key, index);
  }
  return true;
};

/** Compiles a schema once per object. Only references inside the schema are followed. */
export function shapeOf(root: JsonObject): Shape {
  const known = shapes.get(root);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    messages: false,
    ownProperties: true,
    validateSchema: false,
    validateFormats: false,
    logger: false,
    code: { regExp, optimize: false },
  })
    .removeKeyword("uniqueItems")
    .addKeyword({ keyword: "uniqueItems", type: "array", schemaType: "boolean", errors: "full", validate: unique })
    .addSchema(root, KEY);
  const pointers = pointersOf(root);
  const reaches = new Map<Json, ReadonlySet<JsonObject>>();
  const shape: Shape = {
    root,
    reach: (operand) => {
      const reach = reaches.get(operand) ?? reachOf(operand, root);
      reaches.set(operand, reach);
      return reach;
    },
    failures: (schema, value, path) => {
      const validate = ajv.getSchema(`${KEY}#${pointers.get(schema) ?? ""}`);
      if (validate === undefined) throw new TypeError("The schema does not stand in the shape.");
      return validate(value) === true ? [] : (validate.errors ?? []).map((error) => toFailure(error, value, path));
    },
  };
  shapes.set(root, shape);
  return shape;
}

/** Where each schema stands in the root, as a URI fragment. */
function pointersOf(root: JsonObject): ReadonlyMap<JsonObject, string> {
  const pointers = new Map<JsonObject, string>();
  const visit = (value: Json | undefined, at: string): void => {
    if (isList(value)) for (const [index, item] of value.entries()) visit(item, `${at}/${index}`);
    if (!isObject(value) || pointers.has(value)) return;
    pointers.set(value, at);
    for (const key of Object.keys(value)) visit(value[key], `${at}/${fragment(key)}`);
  };
  visit(root, "");
  return pointers;
}

function fragment(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function toFailure(error: ErrorObject, root: Json, base: JsonPath): Failure {
  return {
    path: [...base, ...stepsOf(error.instancePath, root)],
    keyword: error.keyword,
    params: error.params as JsonObject,
    operand: (error.schema ?? null) as Json,
    schema: isObject(error.parentSchema) ? error.parentSchema : {},
    value: (error.data ?? null) as Json,
    ...(error.propertyName !== undefined && { propertyName: error.propertyName }),
  };
}

/** The steps of a JSON pointer; those into a list are numbers. */
function stepsOf(pointer: string, root: Json): JsonPath {
  const steps: (string | number)[] = [];
  let value: Json | undefined = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = isList(value) ? Number(key) : key;
    value = isList(value) ? value[Number(key)] : own(value, key);
    steps.push(step);
  }
  return steps;
}
