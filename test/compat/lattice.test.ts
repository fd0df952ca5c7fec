import { expect, test } from "vitest";
import { physicalForm } from "../../src/compat/form/type.ts";
import type { Relation, Source } from "../../src/compat/lattice.ts";
import { relate } from "../../src/compat/lattice.ts";

const source = (dialect: string, binding: Source["binding"] = "late"): Source => ({ binding, dialects: [dialect] });
const PLAIN = source("trino");
const DELTA = source("delta");
const ICEBERG = source("iceberg");
const KAFKA = source("kafka", "early");

/** Types as data sources write them. */
const EDGES: readonly (readonly [before: string, after: string, Relation, Source?])[] = [
  ["int", "integer", "same"],
  ["VARCHAR(10)", "varchar (10)", "same"],
  ["numeric(10, 2)", "decimal(10,2)", "same"],
  ["smallint", "int", "promotion"],
  ["int", "bigint", "promotion"],
  ["int", "bigint", "promotion", KAFKA],
  ["uint32", "bigint", "promotion", source("clickhouse")],
  ["uint64", "bigint", "incomparable", source("clickhouse")],
  ["smallint", "real", "promotion"],
  ["int", "double", "promotion"],
  ["int", "real", "incomparable"],
  ["bigint", "double", "incomparable"],
  ["real", "double", "promotion"],
  ["double", "decimal(38,10)", "incomparable"],
  ["decimal(10,2)", "double", "incomparable"],
  ["int", "decimal(10,0)", "promotion"],
  ["int", "decimal(12,2)", "promotion"],
  ["int", "decimal(11,2)", "incomparable"],
  ["bigint", "decimal(20,0)", "promotion"],
  ["bigint", "decimal(18,0)", "incomparable"],
  ["int", "decimal(10,0)", "incomparable", ICEBERG],
  ["int", "decimal(10,0)", "incomparable", KAFKA],
  ["decimal(10,2)", "decimal(12,2)", "promotion"],
  ["decimal(10,2)", "decimal(12,3)", "incomparable"],
  ["decimal(10,2)", "decimal(12,3)", "promotion", DELTA],
  ["decimal(10,2)", "decimal(11,4)", "incomparable", DELTA],
  ["decimal", "decimal(10,2)", "unknown"],
  ["decimal", "decimal(10,2)", "narrowing", source("postgres")],
  ["date", "timestamp_ntz", "promotion", DELTA],
  ["date", "timestamp_ntz", "incomparable", ICEBERG],
  ["date", "timestamp with time zone", "incomparable", DELTA],
  ["timestamp_ntz", "timestamptz", "incomparable"],
  ["timestamp", "timestamptz", "unknown"],
  ["timestamptz(3)", "timestamptz(6)", "unknown"],
  ["varchar(10)", "varchar(20)", "promotion"],
  ["varchar(10)", "text", "promotion"],
  ["char(5)", "varchar(5)", "promotion"],
  ["char(5)", "varchar(4)", "incomparable"],
  ["char(5)", "char(6)", "incomparable"],
  ["string", "bytes", "incomparable"],
  ["int", "string", "incomparable"],
  ["boolean", "int", "incomparable"],
  ["geography", "geometry", "unknown"],
  ["array<int>", "map<string,int>", "incomparable"],
];

const BACK: Readonly<Record<Relation, Relation>> = {
  same: "same",
  promotion: "narrowing",
  narrowing: "promotion",
  incomparable: "incomparable",
  unknown: "unknown",
};

const CASES = EDGES.map(([before, after, relation, where = PLAIN]) => ({
  before,
  after,
  relation,
  where,
  dialect: where.dialects.join(),
}));

test.each(CASES)("$before to $after is $relation on $dialect, and back", ({ before, after, relation, where }) => {
  const then = physicalForm(before, where.dialects[0]);
  const now = physicalForm(after, where.dialects[0]);
  expect([relate(then, now, where), relate(now, then, where)]).toEqual([relation, BACK[relation]]);
});

test("what holds on Delta holds only where nothing else reads", () => {
  const [then, now] = [physicalForm("date", undefined), physicalForm("timestamp_ntz", undefined)];
  expect(relate(then, now, { binding: "late", dialects: ["delta", "snowflake"] })).toBe("incomparable");
});

test("promotions compose", () => {
  const forms = [...new Set(EDGES.flatMap(([before, after]) => [before, after]))].map((text) =>
    physicalForm(text, undefined),
  );
  const isUp = (one: (typeof forms)[number], other: typeof one): boolean =>
    ["same", "promotion"].includes(relate(one, other, PLAIN));
  const broken = forms.flatMap((a) =>
    forms.flatMap((b) => (isUp(a, b) ? forms.flatMap((c) => (isUp(b, c) && !isUp(a, c) ? [[a, b, c]] : [])) : [])),
  );
  expect(broken).toEqual([]);
});
