import fc from "fast-check";
import type { Json, JsonObject } from "../../src/model/json.ts";

/** Rules that pass the strict profile, with the operators of presence or without. */
export function arbitraryRule(presence: boolean): fc.Arbitrary<Json> {
  return condition(3, false, presence);
}

const NAMES = ["a", "b", "c", "list", "toString", "length", "x-y"];

function read(inList: boolean): fc.Arbitrary<Json> {
  const name = fc.constantFrom(...NAMES);
  const usual = fc.constantFrom("it.a", "it.b.a", "it.b.c", "it.c", "it.list", "product.c", "product.list");
  const odd = fc.oneof(
    name.map((one) => `it.${one}`),
    fc.tuple(name, name).map(([one, two]) => `it.${one}.${two}`),
    name.map((one) => `product.list[1].${one}`),
    name.map((one) => ["it", "a.b", one] as const),
  );
  const outer = fc.oneof({ arbitrary: usual, weight: 5 }, { arbitrary: odd, weight: 1 });
  return (inList ? fc.oneof(outer, itemPath()) : outer).map((path) => ({ var: path }));
}

function itemPath(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constant("item"),
    fc.constantFrom(...NAMES).map((name) => `item.${name}`),
  );
}

function condition(depth: number, inList: boolean, presence: boolean): fc.Arbitrary<Json> {
  const fact = read(inList);
  const compared = comparison(fact, presence);
  const leaf = presence ? fc.oneof({ arbitrary: compared, weight: 15 }, difference()) : compared;
  if (depth === 0) return leaf;
  const below = (): fc.Arbitrary<Json> => fc.constant(null).chain(() => condition(depth - 1, inList, presence));
  const branches: fc.Arbitrary<Json>[] = [
    leaf,
    fc.array(below(), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
    fc.array(below(), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
    below().map((not) => ({ not })),
    below().map((not) => ({ "!": [not] })),
    fc.tuple(below(), below(), below()).map((parts) => ({ if: parts })),
    fc
      .tuple(fc.constantFrom("every", "any", "no"), fact, itemCondition(depth - 1, presence))
      .map(([name, list, inner]) => ({ [name]: [list, inner] })),
  ];
  return fc.oneof(...branches);
}

/** What became of a fact since base. */
function difference(): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.constantFrom("added", "removed", "changed"), fc.constantFrom("a", "b.c", "c", "list", "toString"))
    .map(([name, path]) => ({ [name]: { var: `product.${path}` } }));
}

/** A condition that surely reads `item`, as the profile demands. */
function itemCondition(depth: number, presence: boolean): fc.Arbitrary<Json> {
  const direct = comparison(
    itemPath().map((path) => ({ var: path })),
    presence,
  );
  if (depth === 0) return direct;
  const mixed = fc.constant(null).chain(() => condition(depth - 1, true, presence));
  return fc.oneof(
    direct,
    fc.tuple(direct, mixed).map((and) => ({ and })),
    fc.tuple(mixed, direct).map((or) => ({ or })),
  );
}

const SCHEMAS: readonly Json[] = [
  { type: "object", required: ["a"], properties: { a: { type: ["string", "number"] } } },
  { type: "array", items: { pattern: "^[a-z]*$" }, maxItems: 2 },
  { enum: ["x", 1, true] },
  { $ref: "#/$defs/part", $defs: { part: { not: { type: "null" } } } },
];

/** What a guild says, so that what its operators ask for is there, or is not. */
export const ARBITRARY_GUILD: JsonObject = {
  classifications: ["public", "internal"],
  valueSets: { zones: ["", "x", "public"], numbers: [0, 1, 2.5] },
  tables: { limits: { x: 1, public: "P1D", "1.0.0": true } },
  teams: ["x", "public"],
};

function comparison(fact: fc.Arbitrary<Json>, presence: boolean): fc.Arbitrary<Json> {
  const texts = fc.constantFrom("", "x", "1.0.0", "2026-01-01", "P1D", "99.9%", "public");
  const numbers = fc.constantFrom(0, 1, -1, 2.5);
  const scalars = fc.oneof(texts, numbers, fc.boolean());
  const lists = fc.array(texts, { maxLength: 3 });
  const two = (names: readonly string[], right: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc
      .tuple(fc.constantFrom(...names), fact, fc.oneof(right, fact))
      .map(([name, one, other]) => ({ [name]: [one, other] }));
  const written = (name: string, right: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc.tuple(fact, right).map(([one, other]) => ({ [name]: [one, other] }));
  const plain: fc.Arbitrary<Json>[] = [
    two(["eq", "neq", "===", "!=="], scalars),
    two(["lt", "lte", "gt", "gte", "<", ">="], numbers),
    two(["startsWith", "endsWith", "contains"], texts),
    two(["in", "setEquals", "subset", "intersects", "disjoint"], lists).filter(
      (rule) => !JSON.stringify(rule).includes('"in":[['),
    ),
    two(["before", "after", "notBefore", "notAfter"], fc.constantFrom("2026-01-01", "2026-01-01T10:00:00+02:00")),
    two(["durationLte"], fc.constantFrom("P1D", "PT36H")),
    two(["quantityLte"], fc.constantFrom("99.9%", "24h", 5)),
    two(["semverGte"], fc.constant("1.0.0")),
    written("semverSatisfies", fc.constantFrom("^1.0.0", ">=0.9.0 <2.0.0 || 3.x", "*")),
    written("inValueSet", fc.constantFrom("zones", "numbers", "nowhere")),
    written("schemaValid", fc.constantFrom(...SCHEMAS)),
    written("matches", fc.constantFrom("[a-z]*", "(a|b)+", ".*")),
    two(["atLeast"], fc.constantFrom("public", "internal")),
    fact.map((one) => ({ unique: one })),
    fact.map((one) => ({ teamExists: one })),
    fact.map((one) => ({ placeholder: one })),
    fact.map((one) => ({ atLeast: [{ maxLevel: one }, "internal"] })),
    fc.tuple(fact, numbers).map(([one, number]) => ({ lte: [{ ageDays: one }, number] })),
    fc
      .tuple(fact, fc.oneof(fc.constantFrom("P1M", "P36D", "P1Y2M"), fact))
      .map(([date, period]) => ({ notBefore: [{ addTime: [date, period] }, "2026-01-31"] })),
    fc
      .tuple(fc.constantFrom("limits", "nowhere"), fact, scalars)
      .map(([table, key, other]) => ({ neq: [{ lookup: [table, key] }, other] })),
    fact.map((one) => ({ semverValid: one })),
    fc.tuple(fact, numbers).map(([one, number]) => ({ gt: [{ count: one }, number] })),
    fc.tuple(fact, numbers).map(([one, number]) => ({ lte: [{ words: [one] }, number] })),
    fc.tuple(fact, texts).map(([one, text]) => ({ eq: [{ lower: one }, text.toLowerCase()] })),
    fact.map((one) => ({ eq: [{ semverBump: ["1.0.0", one] }, "major"] })),
  ];
  const asking: fc.Arbitrary<Json>[] = [
    fact.map((one) => ({ has: one })),
    fact.map((one) => ({ empty: [one] })),
    fc.tuple(fact, scalars).map(([one, other]) => ({ eq: [{ default: [one, other] }, other] })),
    fc.tuple(fact, fact).map(([one, other]) => ({ eq: [{ default: [one, other] }, 1] })),
  ];
  return fc.oneof(...plain, ...(presence ? asking : []));
}

/** A subject that has most of what the rules read, each of it dirty. */
export function arbitrarySubject(): fc.Arbitrary<Json> {
  const value = arbitraryData();
  const items = fc.array(fc.oneof(value, fc.record({ a: value, b: value, c: value })), { maxLength: 4 });
  // One kind of value each, as in a real file, so that many comparisons have something to compare.
  const clean = fc.oneof(
    fc.constantFrom("x", "1.0.0", "2026-01-01", "P1D", "24h", "public"),
    fc.integer({ min: -2, max: 3 }),
    fc.array(fc.constantFrom("", "x", "public"), { maxLength: 3 }),
  );
  const member = fc.oneof({ arbitrary: clean, weight: 3 }, { arbitrary: value, weight: 1 });
  const members = { a: member, b: fc.record({ a: member, c: member }), c: member, list: items, "a.b": value };
  return fc.oneof({ arbitrary: fc.record(members), weight: 9 }, { arbitrary: value, weight: 1 });
}

/** Data as nobody would want it: nulls, wrong types, strange keys, long texts, deep and hostile objects. */
export function arbitraryData(): fc.Arbitrary<Json> {
  const names = fc.oneof(fc.constantFrom(...NAMES, "a.b", "__proto__", "constructor"), fc.string());
  return fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant(null),
      fc.boolean(),
      fc.oneof(fc.integer({ min: -2, max: 3 }), fc.double()),
      fc.oneof(
        fc.constantFrom("", "x", "1.0.0", "v2.0.0", "2026-01-01", "P1D", "24h", "99%", "public", "\u202e\n"),
        fc.string(),
      ),
      fc.constantFrom("z".repeat(70_000), "a".repeat(3_000)),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(names, tie("value"), { maxKeys: 5, noNullPrototype: false }),
    ),
  })).value;
}
