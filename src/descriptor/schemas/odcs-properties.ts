import type { Cases, Field, Fields, RecordShape, Shape } from "./shape.ts";
import type { CommonFields } from "./common.ts";
import {
  ANY,
  BAG,
  FLAG,
  SCALAR,
  TEXT,
  choice,
  either,
  field,
  lazy,
  listOf,
  matching,
  named,
  open,
  record,
  required,
  varying,
} from "./shape.ts";

const COUNT: Shape = { is: "number", integer: true, least: 0, variableSince: "3.2.0" };
const NUMBER: Shape = { is: "number", variableSince: "3.2.0" };
const POSITION: Shape = { is: "number", integer: true, variableSince: "3.2.0" };

const LOGICAL_TYPES = choice({
  "3.0.0": ["string", "date", "number", "integer", "object", "array", "boolean"],
  "3.1.0": ["timestamp", "time"],
  "3.2.0": ["map", "vector"],
});

/** Smallest and largest value of a type whose bounds are written as `bound`. 3.0 had a flag where 3.1 has the bound. */
function bounds(bound: Shape): Fields {
  const exclusive = varying(["3.0.0", FLAG], ["3.1.0", bound]);
  return {
    minimum: field(bound, "Smallest value allowed."),
    maximum: field(bound, "Largest value allowed."),
    exclusiveMinimum: field(exclusive, "Values must be above this; in 3.0 whether minimum itself is excluded."),
    exclusiveMaximum: field(exclusive, "Values must be below this; in 3.0 whether maximum itself is excluded."),
  };
}

const INTEGER_FORMATS = choice({ "3.0.0": ["i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"] });
const multipleOf = field({ is: "number", above: 0, variableSince: "3.2.0" }, "Values are multiples of this.");
const dateFormat = field(
  open("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "HH:mm:ss"),
  "Pattern of the JDK DateTimeFormatter.",
);
const moment = {
  format: dateFormat,
  ...bounds(TEXT),
  timezone: field(FLAG, "Whether the value carries a time zone."),
  defaultTimezone: field(open("Etc/UTC"), "Time zone of values that carry none; default UTC."),
};

/** ODCS section Logical type options. Closed in every version; neither precision nor scale is among them. */
const TYPE_OPTIONS: Readonly<Record<string, Fields>> = {
  string: {
    minLength: field(COUNT, "Smallest length."),
    maxLength: field(COUNT, "Largest length."),
    pattern: field(TEXT, "Regular expression (ECMA-262) that values match."),
    format: field(
      open("password", "byte", "binary", "email", "uuid", "uri", "hostname", "ipv4", "ipv6"),
      "What the text is.",
    ),
  },
  date: { format: dateFormat, ...bounds(TEXT) },
  timestamp: moment,
  time: moment,
  integer: { multipleOf, ...bounds(NUMBER), format: field(INTEGER_FORMATS, "Width and sign; default i32.") },
  number: { multipleOf, ...bounds(NUMBER), format: field(choice({ "3.0.0": ["f32", "f64"] }), "Width.") },
  object: {
    minProperties: field(COUNT, "Smallest number of properties."),
    maxProperties: field(COUNT, "Largest number of properties."),
    required: field(listOf(TEXT, { least: 1, unique: true }), "Names of properties that must exist."),
  },
  array: {
    minItems: field(COUNT, "Smallest number of items."),
    maxItems: field(COUNT, "Largest number of items."),
    uniqueItems: field(FLAG, "Whether all items differ."),
  },
  vector: {
    dimensions: required({ is: "number", integer: true, least: 1, variableSince: "3.2.0" }, "Length of the vector."),
    elementType: field(
      choice({ "3.2.0": ["bfloat16", "binary", "float16", "float32", "float64", "int8", "uint8"] }),
      "Type of each element; default float32.",
    ),
    distanceMetric: field(
      choice({ "3.2.0": ["cosine", "dotProduct", "euclidean", "hamming", "manhattan"] }),
      "Metric that similarity is meant to be measured by.",
    ),
    embeddingModel: field(TEXT, "Model that produces the vectors."),
    embeddingModelVersion: field(TEXT, "Version of the model."),
    normalized: field(FLAG, "Whether vectors have length one."),
  },
};

const optionHints = {
  enum: "allowed values stand in `enum` of the property, since 3.2.0",
  precision: "precision stands in `physicalType`, such as decimal(18,2)",
  scale: "scale stands in `physicalType`, such as decimal(18,2)",
};

export interface Properties {
  /** A list of properties. */
  readonly properties: Shape;
  /** What objects and properties share. */
  readonly element: Fields;
}

/** Fields of `schema`, at any depth. */
export function propertyShapes(common: CommonFields, quality: Shape, relationship: Shape): Properties {
  const element = {
    id: common.id,
    physicalType: field(TEXT, "Type in the data source: table, view, topic; varchar(18), decimal(18,2)."),
    physicalName: field(TEXT, "Name in the data source."),
    description: field(TEXT, "What it holds and means."),
    businessName: field(TEXT, "Name that business people use."),
    deprecated: field(FLAG, "Whether new uses are discouraged; default false.", { since: "3.2.0" }),
    synonyms: common.synonyms,
    quality: field(named("Quality", listOf(quality)), "Rules the data keeps."),
    ...common.labels,
  };
  const property: RecordShape = record(
    "Property",
    {
      name: field(TEXT, "Name, unique within its object; items of arrays and maps need none."),
      ...element,
      ...ownFields(common),
      relationships: field(listOf(relationship), "Foreign keys that start here.", { since: "3.1.0" }),
    },
    {
      closedSince: "3.0.0",
      cases: typeCases(lazy(() => property)),
      hints: { type: "write `logicalType` or `physicalType`" },
    },
  );
  return { element, properties: propertyList(property) };
}

function propertyList(property: Shape): Shape {
  return named("Properties", listOf(property, { requires: ["name"] }));
}

/** What depends on the logical type: its options, and what is nested. */
function typeCases(property: Shape): Cases {
  const properties = field(propertyList(property), "Properties of the object.");
  const items = field(property, "What the array holds.");
  const entry = record(
    "MapEntry",
    { key: required(property, "What the keys are."), value: required(property, "What the values are.") },
    { closedSince: "3.2.0" },
  );
  const nested: Readonly<Record<string, Fields>> = {
    object: { properties },
    array: { items },
    map: { map: required(entry, "What the map holds.", { since: "3.2.0" }) },
  };
  const free = { logicalTypeOptions: field(BAG, "Limits of the logical type.") };
  const types = [...LOGICAL_TYPES.words.keys()].map((type): [string, Fields] => [
    type,
    { ...(type in TYPE_OPTIONS ? { logicalTypeOptions: optionsOf(type) } : free), ...nested[type] },
  ]);
  return {
    by: "logicalType",
    noun: "a property of logical type",
    of: new Map(types),
    // Without a logical type the text allows options of any type, and nesting.
    otherwise: { ...free, properties, items },
  };
}

function optionsOf(type: string): Field {
  const name = `${type.charAt(0).toUpperCase()}${type.slice(1)}Options`;
  const options = record(name, TYPE_OPTIONS[type] ?? {}, { closedSince: "3.0.0", hints: optionHints });
  return field(options, "Limits of the logical type.");
}

function ownFields(common: CommonFields): Fields {
  return {
    logicalType: field(LOGICAL_TYPES, "Type independent of the data source."),
    required: field(FLAG, "Whether null is ruled out; default false."),
    unique: field(FLAG, "Whether all values differ; default false."),
    primaryKey: field(FLAG, "Whether it is part of the primary key; default false."),
    primaryKeyPosition: field(POSITION, "Position in the primary key, from 1; -1 means none."),
    partitioned: field(FLAG, "Whether the data is partitioned by it; default false."),
    partitionKeyPosition: field(POSITION, "Position in the partition key, from 1; -1 means none."),
    classification: field(open("public", "restricted", "confidential"), "How sensitive the values are."),
    criticalDataElement: field(FLAG, "Whether the business depends on it; default false."),
    encryptedName: field(TEXT, "Name of the property that holds the encrypted value."),
    transformSourceObjects: field(listOf(TEXT), "Physical objects the value is derived from."),
    transformLogic: field(TEXT, "How the value is derived, as code."),
    transformDescription: field(TEXT, "How the value is derived, in words."),
    examples: field(listOf(ANY), "Sample values."),
    semanticType: field(
      choice({ "3.2.0": ["column", "measure", "dimension"] }),
      "Role in a semantic model; default column.",
      { since: "3.2.0" },
    ),
    enum: field(listOf(enumValue(common), { least: 1 }), "The only values allowed.", { since: "3.2.0" }),
  };
}

function enumValue(common: CommonFields): Shape {
  return record(
    "EnumValue",
    {
      id: common.id,
      value: required(SCALAR, "The value."),
      label: field(TEXT, "How to show it."),
      description: field(TEXT, "What it means."),
      ...common.labels,
    },
    { closedSince: "3.2.0" },
  );
}

/** ODCS 3.1 section References: names joined by dots, or ids joined by slashes, after an optional file and `#`. */
const REFERENCE = matching("[./]", "a reference such as orders.customer_id or schema/orders/properties/customer_id");
const END = either(REFERENCE, listOf(REFERENCE, { least: 1 }));

export function relationshipShapes(common: CommonFields): { readonly ofObject: Shape; readonly ofProperty: Shape } {
  const fields: Fields = {
    id: field(matching("^[^\\s.#/\\\\@!%&^]+$", "letters, digits, - and _"), "Stable id.", { since: "3.2.0" }),
    type: field(choice({ "3.1.0": ["foreignKey"] }), "Kind of relationship; default foreignKey."),
    to: required(END, "The property or properties referred to."),
    description: field(TEXT, "What the relationship means."),
    customProperties: common.customProperties,
  };
  const from = required(END, "The property or properties that refer.");
  const hints = { from: "on a property the relationship starts at that property; only `to` is written" };
  return {
    ofObject: record("ObjectRelationship", { ...fields, from }, { closedSince: "3.1.0" }),
    ofProperty: record("PropertyRelationship", fields, { closedSince: "3.1.0", hints }),
  };
}
