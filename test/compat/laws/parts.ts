import fc from "fast-check";
import type { Json } from "../../../src/model/json.ts";

/** A part of a contract, free to be changed. */
export type Node = Record<string, Json>;

export type Arb<T = Node> = fc.Arbitrary<T>;

/** A part that says only some of what it could. */
export function some(
  required: Readonly<Record<string, Arb<Json>>>,
  optional: Readonly<Record<string, Arb<Json>>> = {},
): Arb {
  const parts: Readonly<Record<string, Arb<Json | undefined>>> = {
    ...required,
    ...Object.fromEntries(Object.entries(optional).map(([key, arb]) => [key, rarely(arb, 2)])),
  };
  return fc.record(parts).map(said);
}

/** Says it in one case, and leaves it out in so many others. */
export function rarely(arb: Arb<Json>, others = 3): Arb<Json | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: others }, { arbitrary: arb, weight: 1 });
}

/** One of a few values. */
export function pick(...values: readonly Json[]): Arb<Json> {
  return fc.constantFrom(...values);
}

export const flag = pick(true, true, false);
export const word = pick("one", "two", "three");
export const stableId = fc.constantFrom("i1", "i2", "i3", "i4", "i5", "i6");
export const fieldName = fc.constantFrom("a", "b", "c", "d", "total", "Total", "order_id", "__proto__", "toString");
const OPERATORS = [
  "mustBe",
  "mustBeLessOrEqualTo",
  "mustBeLessThan",
  "mustBeGreaterThan",
  "mustBeGreaterOrEqualTo",
  "mustNotBe",
];
const limit = fc.oneof(
  fc.tuple(fc.constantFrom(...OPERATORS), pick(0, 0, 1, 5)).map(([key, value]): Node => ({ [key]: value })),
  fc.constant<Node>({ mustBeBetween: [0, 5] }),
);
const RULE_WORDS = {
  id: stableId,
  name: word,
  severity: pick("error", "warning", "info"),
  unit: pick("rows", "percent"),
  description: word,
};

export const rule: Arb = fc
  .tuple(
    fc.oneof(
      {
        arbitrary: some({ metric: pick("nullValues", "duplicateValues", "rowCount") }, { type: pick("library") }),
        weight: 4,
      },
      { arbitrary: some({ rule: pick("nullCheck", "duplicateCount", "rowCount") }), weight: 1 },
      {
        arbitrary: some({
          metric: pick("invalidValues"),
          arguments: some({
            validValues: fc.uniqueArray(pick("x", "xx", "NEW", 1, 2), { minLength: 1, maxLength: 3 }),
          }),
        }),
        weight: 2,
      },
      { arbitrary: some({ type: pick("sql"), query: pick("select 1", "select 2") }), weight: 1 },
      { arbitrary: some({ type: pick("text"), description: word }), weight: 1 },
    ),
    limit,
    some({}, RULE_WORDS),
  )
  .map(([what, allowed, words]) => ({ ...words, ...what, ...(what["type"] === "text" ? {} : allowed) }));

export const custom = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(pick("meshgate.enumClosed", "personal"), pick(true, false)),
      fc.tuple(pick("meshgate.default", "unit", "note"), word),
      fc.tuple(pick("meshgate.renamedFrom"), fieldName),
    ),
    { maxLength: 2, selector: ([property]) => property },
  )
  .map((pairs) => pairs.map(([property, value]): Json => ({ property, value })));

export const relationship: Arb = some({ to: pick("parties.id", "lines.a", "lines.b") }, { id: stableId });

export function named<Name extends string>(
  name: Arb<Name>,
  part: Arb,
  size: { minLength: number; maxLength: number },
): Arb<Json> {
  return fc
    .uniqueArray(fc.tuple(name, part), { ...size, selector: ([one]) => one })
    .map((parts) => uniqueIds(parts.map(([one, rest]) => ({ name: one, ...rest }))));
}

/** Ids are unique among their like. */
function uniqueIds(parts: readonly Node[]): readonly Node[] {
  const known = new Set<Json>();
  return parts.map(({ id, ...rest }) => {
    if (id === undefined || known.has(id)) return rest;
    known.add(id);
    return { id, ...rest };
  });
}

/** Without what is not said. */
export function said(node: Readonly<Record<string, Json | undefined>>): Node {
  return Object.fromEntries(Object.entries(node).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
