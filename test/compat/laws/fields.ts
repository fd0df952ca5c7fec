import fc from "fast-check";
import type { Json } from "../../../src/model/json.ts";
import type { Arb, Node } from "./parts.ts";
import { custom, fieldName, flag, pick, rarely, relationship, rule, said, some, stableId, word } from "./parts.ts";

const count = pick(0, 1, 2, 3, 5, 10);
const number = pick(-5, 0, 1, 5, 10, 100, 0.5, 127, 128, 40_000);
const day = pick("2024-01-01", "2025-06-30", "2026-01-01");
const moment = pick("2024-01-01T00:00:00Z", "2025-06-30T12:00:00Z");

const WORDS: Readonly<Record<string, Arb<Json>>> = {
  description: word,
  businessName: word,
  classification: pick("public", "internal", "restricted", "odd"),
  deprecated: flag,
  criticalDataElement: flag,
  encryptedName: word,
  semanticType: pick("column", "measure", "dimension"),
  transformLogic: word,
  tags: fc.uniqueArray(word, { maxLength: 2 }),
  customProperties: custom,
  physicalName: pick("col_a", "col_b"),
  primaryKeyPosition: pick(1, 2),
  partitionKeyPosition: pick(1, 2),
  relationships: fc.array(relationship, { maxLength: 2 }),
};

/** All that a field says besides its name and type. */
function fieldRest(): Arb {
  const core = fc.record({
    required: rarely(flag, 1),
    unique: rarely(flag, 5),
    primaryKey: rarely(flag, 6),
    partitioned: rarely(flag, 9),
    quality: rarely(fc.array(rule, { maxLength: 2 }), 5),
  });
  return fc.tuple(core, RARE_WORDS).map(([one, words]) => said({ ...one, ...words }));
}

const RARE_WORDS: Arb = fc.oneof(
  { arbitrary: fc.constant<Node>({}), weight: 2 },
  {
    arbitrary: fc
      .constantFrom(
        "description",
        "classification",
        "deprecated",
        "criticalDataElement",
        "encryptedName",
        "semanticType",
        "transformLogic",
        "tags",
        "customProperties",
        "physicalName",
        "primaryKeyPosition",
        "partitionKeyPosition",
        "relationships",
        "businessName",
      )
      .chain((key) => WORDS[key]?.map((value): Node => ({ [key]: value })) ?? fc.constant<Node>({})),
    weight: 1,
  },
);

const ENDS = {
  minimum: number,
  maximum: number,
  exclusiveMinimum: fc.oneof(number, pick(true, false)),
  exclusiveMaximum: fc.oneof(number, pick(true, false)),
};

/** What a field may be: the logical type, the physical types that go with it, and what its options may say. */
const KINDS: readonly {
  readonly logicalType: string;
  readonly physicalTypes: readonly string[];
  readonly options: Readonly<Record<string, Arb<Json>>>;
  readonly values: Arb<Json>;
}[] = [
  {
    logicalType: "integer",
    physicalTypes: [
      "int",
      "INTEGER",
      "bigint",
      "smallint",
      "tinyint",
      "int8",
      "number(10,0)",
      "decimal(18,0)",
      "int64",
    ],
    options: { ...ENDS, multipleOf: pick(1, 2, 3, 10), format: pick("i8", "i16", "i32", "i64", "u8", "u32") },
    values: pick(0, 1, 2, 5),
  },
  {
    logicalType: "number",
    physicalTypes: ["decimal(10,2)", "numeric(12,2)", "NUMERIC(18, 4)", "double", "float", "real", "decimal"],
    options: { ...ENDS, multipleOf: pick(0.01, 0.1, 0.5, 1), format: pick("f32", "f64") },
    values: pick(0, 0.5, 1, 2.25),
  },
  {
    logicalType: "string",
    physicalTypes: [
      "varchar(5)",
      "varchar(10)",
      "VARCHAR( 10 )",
      "text",
      "string",
      "char(3)",
      "nvarchar(10)",
      "string(5)",
      "varchar",
    ],
    options: {
      minLength: count,
      maxLength: count,
      pattern: pick("^[0-9]+$", "^\\d+$", "^[a-z]*$", "x"),
      format: pick("email", "uuid"),
    },
    values: pick("x", "xx", "NEW", "1"),
  },
  { logicalType: "boolean", physicalTypes: ["boolean", "bool"], options: {}, values: pick(true, false) },
  {
    logicalType: "date",
    physicalTypes: ["date", "varchar(10)"],
    options: { minimum: day, maximum: day, exclusiveMinimum: day, format: pick("yyyy-MM-dd", "dd/MM/yyyy") },
    values: day,
  },
  {
    logicalType: "timestamp",
    physicalTypes: ["timestamp", "timestamptz", "timestamp_ntz", "timestamp_tz"],
    options: {
      minimum: moment,
      maximum: moment,
      timezone: flag,
      defaultTimezone: pick("UTC", "Etc/UTC", "Europe/Paris"),
    },
    values: moment,
  },
  { logicalType: "time", physicalTypes: ["time"], options: { timezone: flag }, values: pick("00:00:00", "12:00:00Z") },
  {
    logicalType: "",
    physicalTypes: ["geography", "GEOGRAPHY", "json", "varchar(10)", "bigint"],
    options: {},
    values: word,
  },
  {
    logicalType: "vector",
    physicalTypes: ["vector(3)", "array<float>"],
    options: {
      dimensions: pick(2, 3),
      elementType: pick("float32", "float16"),
      embeddingModel: word,
      distanceMetric: word,
    },
    values: pick([0, 1], [0, 1, 2]),
  },
];

const scalarType: Arb = fc.constantFrom(...KINDS).chain(({ logicalType, physicalTypes, options, values }) =>
  fc
    .record({
      logicalType:
        logicalType === "" ? fc.constant(undefined) : fc.constantFrom(logicalType, logicalType, logicalType, undefined),
      physicalType: rarely(fc.constantFrom(...physicalTypes), 1),
      logicalTypeOptions:
        logicalType === "vector" ? some({ dimensions: pick(2, 3) }, options) : rarely(some({}, options), 1),
      enum: rarely(
        fc.uniqueArray(
          values.map((value): Json => ({ value })),
          { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) },
        ),
        4,
      ),
    })
    .map(said),
);

const HOLDERS = {
  object: ["struct", "object"],
  array: ["array", "array<int>", "array<bigint>", "ARRAY<STRING>"],
  map: ["map", "map<string,int>"],
};

/** What a field is, with what is inside it. */
const { type: fieldType } = fc.letrec<{ type: Node; scalar: Node; object: Node; array: Node; map: Node }>((tie) => {
  const inside = fc.tuple(tie("type"), fieldRest()).map(([type, rest]): Node => ({ ...rest, ...type }));
  const holder = (logicalType: keyof typeof HOLDERS, parts: Arb, options: Readonly<Record<string, Arb<Json>>>): Arb =>
    fc
      .tuple(parts, rarely(some({}, options), 1), rarely(fc.constantFrom(...HOLDERS[logicalType]), 4))
      .map(([held, logicalTypeOptions, physicalType]) =>
        said({ logicalType, ...held, logicalTypeOptions, physicalType }),
      );
  return {
    scalar: scalarType,
    object: holder(
      "object",
      fc
        .uniqueArray(fc.tuple(fieldName, inside), {
          minLength: 1,
          maxLength: 3,
          selector: ([name]) => name,
          depthIdentifier: "type",
        })
        .map((fields) => ({ properties: fields.map(([name, field]) => ({ name, ...field })) })),
      { required: fc.uniqueArray(fieldName, { maxLength: 2 }), minProperties: count, maxProperties: count },
    ),
    array: holder(
      "array",
      rarely(inside, 5).map((items) => said({ items })),
      { minItems: count, maxItems: count, uniqueItems: flag },
    ),
    map: holder(
      "map",
      inside.map((value) => ({ map: { key: { logicalType: "string" }, value } })),
      {},
    ),
    type: fc.oneof(
      { maxDepth: 3, depthIdentifier: "type" },
      { arbitrary: tie("scalar"), weight: 12 },
      { arbitrary: tie("object"), weight: 1 },
      { arbitrary: tie("array"), weight: 1 },
      { arbitrary: tie("map"), weight: 1 },
    ),
  };
});

/** A field without a name. */
export const field: Arb = fc
  .tuple(fieldType, fieldRest(), rarely(stableId, 3))
  .map(([type, rest, id]) => said({ id, ...rest, ...type }));
