import type { Example } from "../example.ts";
import { withField } from "../example.ts";

/** Where data lies, as the standard asks for it of each type of server. */
const PLACES: Readonly<Record<string, string>> = {
  kafka: "host: a",
  snowflake: "account: a, database: b, schema: c",
  trino: "host: a, port: 8080, catalog: b, schema: c",
};
export const physical = (type: string, server = "trino"): string =>
  `servers: [{ server: prod, type: ${server}, ${PLACES[server] ?? ""} }]\n${withField(`physicalType: ${type}`)}`;
const delta = (type: string): string =>
  `servers: [{ server: prod, type: s3, location: "s3://a", format: delta }]\n${withField(`physicalType: ${type}`)}`;
const logical = (type: string, options = ""): string =>
  withField(`logicalType: ${type}${options === "" ? "" : `\nlogicalTypeOptions: { ${options} }`}`);
const map = (key: string, value = "string"): string =>
  withField(`logicalType: map\nmap: { key: { logicalType: ${key} }, value: { logicalType: ${value} } }`);

const WIDENED = "field.type.widened broken ok";
const NARROWED = "field.type.narrowed ok broken";
const BREAKS = "broken broken breaking major";
const ASKS = "unknown unknown risky minor";

/** Pairs for the rules in src/compat/rules/type. */
export const TYPE_PAIRS: readonly Example[] = [
  {
    title: "an integer grows in a warehouse",
    before: physical("int"),
    after: physical("bigint"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "an integer grows in a stream",
    before: physical("int", "kafka"),
    after: physical("bigint", "kafka"),
    told: [`${WIDENED} breaking major`],
  },
  {
    title: "all integers of Snowflake are the same",
    before: physical("INT", "snowflake"),
    after: physical("BIGINT", "snowflake"),
    told: ["field.physicalType.spelled ok ok docs patch"],
  },
  {
    title: "an integer shrinks in a warehouse",
    before: physical("bigint"),
    after: physical("int"),
    told: [`${NARROWED} risky minor`],
  },
  {
    title: "an integer shrinks in a stream",
    before: physical("bigint", "kafka"),
    after: physical("int", "kafka"),
    told: [`${NARROWED} breaking major`],
  },
  {
    title: "a logical width grows",
    before: logical("integer", "format: i32"),
    after: logical("integer", "format: i64"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "a text gets longer",
    before: physical("varchar(10)"),
    after: physical("varchar(20)"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "a text becomes a number",
    before: logical("string"),
    after: logical("integer"),
    told: [`field.type.changed ${BREAKS}`],
  },
  {
    title: "a number becomes an object, whose fields are not told one by one",
    before: logical("integer"),
    after: withField("logicalType: object\nproperties: [{ name: a, logicalType: string }]"),
    told: [`field.type.changed ${BREAKS}`],
  },
  {
    title: "one value becomes a list",
    before: logical("string"),
    after: withField("logicalType: array\nitems: { logicalType: string }"),
    told: [`field.type.reshaped ${BREAKS}`],
  },
  {
    title: "items of a list grow",
    before: withField("logicalType: array\nitems: { physicalType: int }"),
    after: withField("logicalType: array\nitems: { physicalType: bigint }"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "values of a map change",
    before: map("string", "string"),
    after: map("string", "integer"),
    told: [`field.type.changed ${BREAKS}`],
  },
  {
    title: "a date becomes a timestamp",
    before: physical("date"),
    after: physical("timestamp_ntz"),
    told: [`field.type.date.changed ${BREAKS}`],
  },
  {
    title: "a date becomes a timestamp on Delta",
    before: delta("date"),
    after: delta("timestamp_ntz"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "moments get a time zone",
    before: logical("timestamp", "timezone: false"),
    after: logical("timestamp", "timezone: true"),
    told: [`field.timezone.changed ${BREAKS}`],
  },
  {
    title: "moments without a zone stand in another zone",
    before: logical("timestamp"),
    after: logical("timestamp", "defaultTimezone: Europe/Berlin"),
    told: [`field.timezone.changed ${BREAKS}`],
  },
  {
    title: "UTC is the default",
    before: logical("timestamp"),
    after: logical("timestamp", "defaultTimezone: Etc/UTC"),
    told: [],
  },
  {
    title: "one side does not say whether there is a zone",
    before: logical("timestamp"),
    after: logical("timestamp", "timezone: true"),
    told: [`field.timezone.changed ${ASKS}`],
  },
  {
    title: "another part of a second",
    before: physical("timestamptz(3)"),
    after: physical("timestamptz(6)"),
    told: [`field.timePrecision.changed ${ASKS}`],
  },
  {
    title: "another scale",
    before: physical("'decimal(10,2)'"),
    after: physical("'decimal(12,4)'"),
    told: [`field.type.scale.changed ${BREAKS}`],
  },
  {
    title: "another scale on Delta, with room",
    before: delta("'decimal(10,2)'"),
    after: delta("'decimal(12,4)'"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "more digits before the point",
    before: physical("'decimal(10,2)'"),
    after: physical("'decimal(12,2)'"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "a type is said where none was",
    before: withField("description: A field"),
    after: withField("description: A field\nlogicalType: integer"),
    told: ["field.type.added ok broken safe minor"],
  },
  {
    title: "the only type goes",
    before: withField("description: A field\nlogicalType: integer"),
    after: withField("description: A field"),
    told: ["field.type.dropped broken ok breaking major"],
  },
  {
    title: "a logical type is said beside the physical one",
    before: physical("int"),
    after: physical("int\nlogicalType: integer"),
    told: ["field.type.added ok unknown safe minor"],
  },
  {
    title: "the physical type goes, and the logical one says less",
    before: physical("int\nlogicalType: integer"),
    after: physical('""\nlogicalType: integer'),
    told: ["field.type.dropped broken ok risky minor"],
  },
  {
    title: "a physical type takes the place of a logical one that is another",
    before: logical("string"),
    after: withField("physicalType: int"),
    told: [`field.type.changed ${BREAKS}`],
  },
  {
    title: "items are described",
    before: withField("logicalType: array"),
    after: withField("logicalType: array\nitems: { logicalType: string }"),
    told: ["field.type.added ok broken safe minor"],
  },
  {
    title: "the same type in other letters",
    before: physical("VARCHAR(10)"),
    after: physical("varchar(10)"),
    told: ["field.physicalType.spelled ok ok docs patch"],
  },
  {
    title: "a type that no dialect knows becomes another",
    before: physical("geography"),
    after: physical("geometry"),
    told: [`field.type.unclear ${ASKS}`],
  },
  {
    title: "also behind the same logical type",
    before: physical("geography\nlogicalType: string"),
    after: physical("geometry\nlogicalType: string"),
    told: [`field.type.unclear ${ASKS}`],
  },
  {
    title: "a type that is called as what every object has says nothing more than its logical type",
    before: physical("constructor\nlogicalType: string"),
    after: physical("constructor\nlogicalType: integer"),
    told: [`field.type.changed ${BREAKS}`],
  },
  {
    title: "a length below 0 is no length",
    before: physical("varchar(-5)"),
    after: physical("varchar(10)"),
    told: [`${NARROWED} risky minor`],
  },
  {
    title: "the same unknown type in other letters",
    before: physical("GEOGRAPHY"),
    after: physical("geography"),
    told: ["field.physicalType.spelled ok ok docs patch"],
  },
  {
    title: "what only the physical type says is inside",
    before: physical("array<int>"),
    after: physical("array<bigint>"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "what is inside says it itself",
    before: physical("array<int>\nitems: { physicalType: int }"),
    after: physical("array<bigint>\nitems: { physicalType: bigint }"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "the same text means a date now",
    before: physical("varchar\nlogicalType: string"),
    after: physical("varchar\nlogicalType: date"),
    told: [`field.logicalType.changed ${ASKS}`],
  },
  {
    title: "a date that is stored as a text is written otherwise",
    before: physical("varchar\nlogicalType: date\nlogicalTypeOptions: { format: yyyy-MM-dd }"),
    after: physical("varchar\nlogicalType: date\nlogicalTypeOptions: { format: dd/MM/yyyy }"),
    told: [`field.dateFormat.changed ${BREAKS}`],
  },
  {
    title: "a date that is stored as a date is shown otherwise",
    before: physical("date\nlogicalType: date\nlogicalTypeOptions: { format: yyyy-MM-dd }"),
    after: physical("date\nlogicalType: date\nlogicalTypeOptions: { format: dd/MM/yyyy }"),
    told: [`field.dateFormat.changed ${ASKS}`],
  },
  {
    title: "keys of a map change",
    before: map("string"),
    after: map("integer"),
    told: [`field.mapKey.changed ${BREAKS}`],
  },
  { title: "the same map", before: map("string"), after: map("string"), told: [] },
  {
    title: "vectors get more dimensions",
    before: logical("vector", "dimensions: 384"),
    after: logical("vector", "dimensions: 768"),
    told: [`field.vector.changed ${BREAKS}`],
  },
  {
    title: "float32 is the default element",
    before: logical("vector", "dimensions: 384"),
    after: logical("vector", "dimensions: 384, elementType: float32"),
    told: [],
  },
  {
    title: "dimensions that are no number say the same when they are the same",
    isOdd: true,
    before: logical("vector", "dimensions: [ '' ]"),
    after: logical("vector", "dimensions: [ '' ]"),
    told: [],
  },
  {
    title: "dimensions are another variable",
    before: logical("vector", "dimensions: '${SMALL}'"),
    after: logical("vector", "dimensions: '${LARGE}'"),
    told: [`field.vector.changed ${BREAKS}`],
  },
  {
    title: "vectors of another model",
    before: logical("vector", "dimensions: 384, embeddingModel: a, embeddingModelVersion: '1'"),
    after: logical("vector", "dimensions: 384, embeddingModel: a, embeddingModelVersion: '2'"),
    told: [`field.vector.model.changed ${BREAKS}`],
  },
  {
    title: "the model is named",
    before: logical("vector", "dimensions: 384"),
    after: logical("vector", "dimensions: 384, embeddingModel: a"),
    told: [`field.vector.model.changed ${ASKS}`],
  },
  {
    title: "another distance is advised",
    before: logical("vector", "dimensions: 384, distanceMetric: cosine"),
    after: logical("vector", "dimensions: 384, distanceMetric: euclidean"),
    told: ["field.vector.metric.changed ok ok docs patch"],
  },
  {
    title: "a struct says less of one field and more of another",
    before: physical("struct<a:int,b:string>"),
    after: physical("struct<a:bigint,b:string>"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "texts and bytes of a length grow",
    before: physical("varbinary(10)"),
    after: physical("varbinary(20)"),
    told: [`${WIDENED} risky minor`],
  },
  {
    title: "what holds a vector is another type",
    before: physical("array<float>\nlogicalType: vector\nlogicalTypeOptions: { dimensions: 3 }"),
    after: physical("varchar\nlogicalType: vector\nlogicalTypeOptions: { dimensions: 3 }"),
    told: [`field.type.unclear ${ASKS}`],
  },
];
