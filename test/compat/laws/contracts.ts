import fc from "fast-check";
import { field } from "./fields.ts";
import type { Arb } from "./parts.ts";
import { fieldName, flag, named, pick, rarely, rule, said, some, stableId, word } from "./parts.ts";

const objectName = fc.constantFrom("orders", "lines", "parties");

export const object: Arb = fc
  .record({
    id: rarely(stableId, 3),
    properties: named(fieldName, field, { minLength: 1, maxLength: 5 }),
    physicalName: rarely(pick("tbl_a", "tbl_b"), 6),
    physicalType: rarely(pick("table", "view", "topic", "TABLE"), 2),
    dataGranularityDescription: rarely(word, 6),
    deprecated: rarely(flag, 9),
    description: rarely(word, 5),
    quality: rarely(fc.array(rule, { maxLength: 2 }), 4),
    relationships: rarely(
      fc.array(some({ from: pick("orders.a", "orders.b"), to: pick("lines.a", "parties.b") }, { id: stableId }), {
        maxLength: 2,
      }),
      6,
    ),
  })
  .map(said);

export const level: Arb = fc.oneof(
  some(
    {
      property: pick("latency", "ly", "freshness", "frequency", "timeToRepair"),
      value: pick(1, 24, "PT2H"),
      unit: pick("h", "d", "days", "m"),
    },
    { element: pick("orders.a", "orders.a,lines.b"), driver: word },
  ),
  some({ property: pick("retention", "re"), value: pick(1, 2), unit: pick("y", "years", "d") }),
  some({ property: pick("availability"), value: pick(0.99, 99.5, "99.9%", 95) }, { unit: pick("percent", "%") }),
  some({ property: pick("endOfSupport", "generalAvailability"), value: pick("2027-01-01", "2028-01-01") }),
  some(
    { property: pick("odd", "throughput"), value: pick("much", 5, 6) },
    { schedule: pick("0 1 * * *"), description: word },
  ),
);

export const server: Arb = fc.oneof(
  ...["postgres", "snowflake", "bigquery", "databricks", "sqlserver", "clickhouse", "mysql", "kafka", "custom"].map(
    (type) =>
      some(
        { server: pick("main", "second"), type: fc.constant(type) },
        { environment: pick("prod", "dev"), host: pick("h1", "h2"), database: pick("db") },
      ),
  ),
  some(
    { server: pick("main", "files"), type: pick("s3"), location: pick("s3://a", "s3://b") },
    { format: pick("parquet", "json", "delta", "csv"), delimiter: pick("new_line") },
  ),
);

export const role: Arb = some(
  { role: pick("reader", "writer") },
  { access: pick("read", "write"), firstLevelApprovers: word, id: stableId },
);

/** A contract of any version of ODCS 3, with what hostile or careless authors write too. */
export const contract: Arb = fc
  .record({
    apiVersion: pick("v3.0.2", "v3.1.0", "v3.2.0"),
    kind: fc.constant("DataContract"),
    id: fc.constant("orders"),
    version: fc.constant("1.0.0"),
    status: rarely(pick("active", "draft"), 2),
    schema: named(objectName, object, { minLength: 1, maxLength: 2 }),
    servers: rarely(fc.uniqueArray(server, { maxLength: 2, selector: ({ server: name }) => name }), 1),
    slaProperties: rarely(fc.array(level, { maxLength: 2 }), 2),
    slaDefaultElement: rarely(pick("orders.a"), 8),
    roles: rarely(fc.uniqueArray(role, { maxLength: 2, selector: ({ role: name }) => name }), 4),
    price: rarely(some({ priceAmount: pick(1, 2) }, { priceCurrency: pick("EUR", "USD"), priceUnit: word }), 5),
    support: rarely(fc.array(some({ channel: word }), { maxLength: 2 }), 5),
    description: rarely(some({}, { purpose: word, usage: word, limitations: word }), 4),
    domain: rarely(word, 5),
    tags: rarely(fc.uniqueArray(word, { maxLength: 2 }), 5),
  })
  .map(said);
