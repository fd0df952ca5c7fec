import type { Json, JsonObject } from "../../model/json.ts";
import { canonical } from "../../model/json.ts";
import type { Cases, Field, Fields, ListShape, NumberShape, RecordShape, Shape, TextShape, Version } from "./shape.ts";
import { casesOf, fieldsOf, isClosed, isDeprecated, isRequired, reached, resolve, wordsOf } from "./span.ts";

/** A text that stands for a number until a tool fills it in: `${MAX_AGE}`, `${MAX_AGE:-30}`. */
const VARIABLE = "^\\$\\{[^{}]+\\}$";

interface Drawing {
  readonly version: Version;
  readonly definitions: Map<string, JsonObject>;
}

/** The JSON Schema (draft 2020-12) of `root` in one version of its standard. Equal input gives equal text. */
export function toJsonSchema(title: string, root: RecordShape, version: Version): JsonObject {
  const drawing: Drawing = { version, definitions: new Map() };
  const body = recordSchema(root, drawing);
  const names = [...drawing.definitions.keys()].sort();
  const definitions = Object.fromEntries(names.map((name) => [name, drawing.definitions.get(name) ?? {}]));
  return { $schema: "https://json-schema.org/draft/2020-12/schema", title, ...body, $defs: definitions };
}

function schemaOf(shape: Shape, drawing: Drawing): JsonObject {
  const now = resolve(shape, drawing.version);
  if (now === undefined) return {};
  if (shape.is === "named") return reference(shape.name, drawing, () => schemaOf(now, drawing));
  switch (now.is) {
    case "text":
      return textSchema(now);
    case "number":
      return numberSchema(now, drawing.version);
    case "choice":
      return { enum: wordsOf(now, drawing.version) };
    case "flag":
      return { type: "boolean" };
    case "scalar":
      return { type: ["string", "number", "boolean", "null"] };
    case "bag":
      return { type: "object" };
    case "list":
      return { type: "array", items: elementSchema(now, drawing), ...listLimits(now) };
    case "record":
      return reference(now.name, drawing, () => recordSchema(now, drawing));
    case "either":
      return eitherSchema(now.options, drawing);
    case "any":
    case "lazy":
    case "varying":
    case "named":
      return {};
  }
}

function textSchema(shape: TextShape): JsonObject {
  return {
    type: "string",
    ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }),
    ...(shape.like === undefined ? {} : { "x-expected": shape.like }),
    ...(shape.examples === undefined ? {} : { examples: shape.examples }),
  };
}

function numberSchema(shape: NumberShape, version: Version): JsonObject {
  const type = shape.integer === true ? "integer" : "number";
  const limits = {
    ...(shape.least === undefined ? {} : { minimum: shape.least }),
    ...(shape.above === undefined ? {} : { exclusiveMinimum: shape.above }),
  };
  const variable = shape.variableSince !== undefined && reached(version, shape.variableSince);
  if (!variable) return { type, ...limits };
  const words = `${shape.integer === true ? "a whole number" : "a number"} or a variable such as \${LIMIT}`;
  return { type: [type, "string"], pattern: VARIABLE, "x-expected": words, ...limits };
}

function elementSchema(shape: ListShape, drawing: Drawing): JsonObject {
  const schema = schemaOf(shape.of, drawing);
  return shape.requires === undefined ? schema : { ...schema, required: shape.requires };
}

function listLimits(shape: { least?: number; most?: number; unique?: boolean }): JsonObject {
  return {
    ...(shape.least === undefined ? {} : { minItems: shape.least }),
    ...(shape.most === undefined ? {} : { maxItems: shape.most }),
    ...(shape.unique === true ? { uniqueItems: true } : {}),
  };
}

/** The branch is chosen by type alone, so that a fault is reported from the branch the author meant. */
function eitherSchema(options: readonly Shape[], drawing: Drawing): JsonObject {
  const branches = options.map((option) => ({ type: typeName(option), schema: schemaOf(option, drawing) }));
  const narrowing = branches.filter(({ schema }) => canonical(schema) !== canonical({ type: schema["type"] ?? null }));
  return {
    type: branches.map(({ type }) => type),
    ...(narrowing.length === 0 ? {} : { allOf: narrowing.map(({ type, schema }) => ({ if: { type }, then: schema })) }),
  };
}

function typeName(shape: Shape): string {
  if (shape.is === "list") return "array";
  if (shape.is === "record" || shape.is === "bag" || shape.is === "lazy") return "object";
  if (shape.is === "number") return shape.integer === true ? "integer" : "number";
  return shape.is === "flag" ? "boolean" : "string";
}

function reference(name: string, drawing: Drawing, draw: () => JsonObject): JsonObject {
  if (!drawing.definitions.has(name)) {
    // Set before it is drawn: shapes may contain themselves.
    drawing.definitions.set(name, {});
    drawing.definitions.set(name, draw());
  }
  return { $ref: `#/$defs/${name}` };
}

function recordSchema(shape: RecordShape, drawing: Drawing): JsonObject {
  const closed = isClosed(shape, drawing.version);
  const own = fieldsOf(shape.fields, drawing.version);
  const cases = casesOf(shape, drawing.version);
  const shared = cases === undefined ? [] : sharedFields(cases, drawing.version);
  const properties = [...own, ...shared].map(([key, field]) => [key, fieldSchema(field, drawing)] as const);
  return {
    type: "object",
    ...requirement(own, drawing.version),
    properties: Object.fromEntries(properties),
    ...(closed ? { additionalProperties: false } : {}),
    ...(cases === undefined ? {} : { allOf: branches(shape, cases, drawing) }),
  };
}

function fieldSchema(field: Field, drawing: Drawing): JsonObject {
  return {
    ...schemaOf(field.shape, drawing),
    description: field.about,
    ...(isDeprecated(field, drawing.version) ? { deprecated: true } : {}),
  };
}

function requirement(fields: readonly (readonly [string, Field])[], version: Version): JsonObject {
  const keys = fields.filter(([, field]) => isRequired(field, version)).map(([key]) => key);
  return keys.length === 0 ? {} : { required: keys };
}

/** Every key that some case has. Where the cases agree on its shape it stands here once, else each case narrows it. */
function sharedFields(cases: Cases, version: Version): readonly (readonly [string, Field])[] {
  const found = new Map<string, Field>();
  for (const fields of [...cases.of.values(), cases.otherwise]) {
    for (const [key, field] of fieldsOf(fields, version)) {
      const before = found.get(key);
      found.set(key, before === undefined || before.shape === field.shape ? field : { ...field, shape: { is: "any" } });
    }
  }
  return [...found];
}

function branches(shape: RecordShape, cases: Cases, drawing: Drawing): readonly Json[] {
  const byBody = new Map<string, { readonly words: string[]; readonly body: JsonObject }>();
  for (const [word, fields] of cases.of) {
    const body = branchBody(shape, cases, fields, drawing);
    const key = canonical(body);
    const group = byBody.get(key) ?? { words: [], body };
    group.words.push(word);
    byBody.set(key, group);
  }
  const chosen = [...byBody.values()].map(({ words, body }) => ({
    if: { required: [cases.by], properties: { [cases.by]: { enum: words } } },
    then: body,
  }));
  const absent = {
    if: { not: { required: [cases.by] } },
    then: branchBody(shape, cases, cases.otherwise, drawing),
  };
  return [...chosen, absent].filter(({ then }) => Object.keys(then).length > 0);
}

/** What a case adds: its required keys, shapes that differ between cases, and that keys of other cases are unknown. */
function branchBody(shape: RecordShape, cases: Cases, fields: Fields, drawing: Drawing): JsonObject {
  const { version } = drawing;
  const shared = new Map(sharedFields(cases, version));
  const own = fieldsOf(fields, version);
  const narrowing = own.filter(([key, field]) => field.shape !== shared.get(key)?.shape);
  const narrowed = narrowing.map(([key, field]): [string, Json] => [key, schemaOf(field.shape, drawing)]);
  if (!isClosed(shape, version)) {
    return {
      ...requirement(own, version),
      ...(narrowed.length === 0 ? {} : { properties: Object.fromEntries(narrowed) }),
    };
  }
  const known = [...fieldsOf(shape.fields, version), ...own].map(([key]): [string, Json] => [key, true]);
  return {
    ...requirement(own, version),
    properties: Object.fromEntries([...known, ...narrowed]),
    additionalProperties: false,
  };
}
