import type { Json } from "../../../src/model/json.ts";
import { isList, isObject, list, own, text } from "../../../src/model/json.ts";
import { isValid, judgeRow } from "./row.ts";

/** A row, with the name of the object that it belongs to. */
export interface Row {
  readonly object: string;
  readonly row: Json;
  /** The field that was given a value on purpose. */
  readonly path: string;
}

/** Plain values and those at the edges of types, then whatever numbers, texts and values a contract itself names. */
const EDGES: readonly Json[] = [
  0,
  1,
  -1,
  2,
  0.5,
  0.01,
  0.005,
  127,
  128,
  255,
  256,
  32_768,
  2 ** 31,
  2 ** 32,
  2 ** 63,
  1e39,
  123_456_789.12,
  "",
  "x",
  "1",
  "xx",
  "xxxxx",
  "xxxxxx",
  "x".repeat(10),
  "x".repeat(11),
  "X",
  true,
  "2026-01-01",
  "2026-01-01T00:00:00",
  "2026-01-01T00:00:00Z",
  "00:00:00",
  "00:00:00Z",
  [],
  {},
  [0, 1],
  [0, 1, 2],
];

/** Rows that the one contract allows, each with one field near the edges of what either contract says. */
export function* rowsOf(contract: Json, other: Json): Generator<Row> {
  for (const object of list(own(contract, "schema"))) {
    const name = text(own(object, "name")) ?? "";
    const twin = list(own(other, "schema")).find((one) => own(one, "name") === name);
    if (twin === undefined) continue;
    const allows = (row: Json): boolean => isValid(judgeRow(contract, name, row));
    const base = filled(object, contract);
    if (base === undefined || !allows(base)) continue;
    for (const { path, row } of variants(object, twin, base, name, contract))
      if (allows(row)) yield { object: name, row, path };
  }
}

interface Variant {
  readonly path: string;
  readonly row: Json;
}

/** Every way to change one field of a row, at any depth. */
function* variants(node: Json, twin: Json | undefined, base: Json, path: string, contract: Json): Generator<Variant> {
  const children = list(own(node, "properties"));
  const twins = list(own(twin, "properties"));
  for (const child of children) {
    const name = text(own(child, "name")) ?? "";
    const same = twins.find((one) => own(one, "name") === name);
    for (const { value, path: at } of values(child, same, `${path}.${name}`, contract))
      yield { path: at, row: put(base, name, value) };
    yield { path: `${path}.${name}`, row: without(base, name) };
  }
}

function* values(
  node: Json,
  twin: Json | undefined,
  path: string,
  contract: Json,
): Generator<{ readonly path: string; readonly value: Json }> {
  for (const value of [null, ...named(node), ...named(twin ?? null), ...EDGES]) yield { path, value };
  if (own(node, "properties") !== undefined) {
    const base = filled(node, contract) ?? {};
    for (const { row, path: at } of variants(node, twin, base, path, contract)) yield { path: at, value: row };
  }
  const items = own(node, "items");
  if (items !== undefined)
    for (const inside of values(items, own(twin, "items"), `${path}[]`, contract)) {
      yield { path: inside.path, value: [inside.value] };
      yield { path: inside.path, value: [inside.value, inside.value] };
    }
  const value = own(own(node, "map"), "value");
  if (value !== undefined)
    for (const inside of values(value, own(own(twin, "map"), "value"), `${path}{}`, contract))
      yield { path: inside.path, value: { k: inside.value } };
}

/** Values near those that a field names. */
function named(node: Json): readonly Json[] {
  const options = Object.values(
    isObject(own(node, "logicalTypeOptions")) ? (own(node, "logicalTypeOptions") as object) : {},
  ) as Json[];
  const near = options.flatMap((one): readonly Json[] =>
    typeof one === "number"
      ? [one, one - 1, one + 1, one / 2, ...(one >= 0 && one < 20 ? ["x".repeat(one), "x".repeat(one + 1)] : [])]
      : [one],
  );
  const listed = list(own(node, "enum")).map((one) => own(one, "value") ?? one);
  const ruled = list(own(node, "quality")).flatMap((rule) => list(own(own(rule, "arguments"), "validValues")));
  return [...near, ...listed, ...ruled];
}

/** A row with a value in every required field; undefined where none is found. */
function filled(node: Json, contract: Json): Json | undefined {
  let row: Json = {};
  const needed = list(own(own(node, "logicalTypeOptions"), "required"));
  for (const child of list(own(node, "properties"))) {
    const name = text(own(child, "name")) ?? "";
    const probe = {
      ...(contract as object),
      schema: [
        {
          name: "o",
          properties: [
            { ...(child as object), name: "f", required: needed.includes(name) || (own(child, "required") ?? false) },
          ],
        },
      ],
    };
    const allows = (value: Json): boolean => isValid(judgeRow(probe, "o", value === null ? {} : { f: value }));
    if (allows(null)) continue;
    const value = [...plain(child, contract)].find(allows);
    if (value === undefined) return undefined;
    row = put(row, name, value);
  }
  return row;
}

function* plain(node: Json, contract: Json): Generator<Json> {
  if (own(node, "properties") !== undefined) yield filled(node, contract) ?? null;
  const items = own(node, "items");
  for (const value of items === undefined ? [] : plain(items, contract))
    for (const count of [1, 2, 3]) yield Array<Json>(count).fill(value);
  yield* named(node);
  yield* EDGES;
}

/** Any name is only a name here, `__proto__` too. */
function put(row: Json, name: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(row as object), [name, value]] as [string, Json][]);
}

function without(row: Json, name: string): Json {
  return Object.fromEntries(Object.entries(row as object).filter(([key]) => key !== name) as [string, Json][]);
}

/** A row of one contract with the names that its fields have in another one. */
export function renamed(row: Json, from: Json, to: Json): Json {
  if (isList(row)) return row.map((item) => renamed(item, own(from, "items") ?? null, own(to, "items") ?? null));
  if (!isObject(row)) return row;
  const [entry, other] = [from, to].map((node) => own(own(node, "map"), "value") ?? null) as [Json, Json];
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Json] => {
      const fields = list(own(from, "properties"));
      const field = fields.find((one) => own(one, "name") === name);
      if (field === undefined) return [name, renamed(value, entry, other)];
      const twin = twinOf(field, fields, list(own(to, "properties")));
      return [twin === undefined ? name : (text(own(twin, "name")) ?? name), renamed(value, field, twin ?? null)];
    }),
  );
}

/** The same part in another list: by stable id, by the name that it had, by name. */
export function twinOf(part: Json, among: readonly Json[], others: readonly Json[]): Json | undefined {
  const by = (test: (other: Json) => boolean): Json | undefined => others.find(test);
  const id = own(part, "id");
  return (
    (id === undefined ? undefined : by((other) => own(other, "id") === id)) ??
    by((other) => wasCalled(part, other, others) || wasCalled(other, part, among)) ??
    by((other) => own(other, "name") === own(part, "name"))
  );
}

/** Whether a part says that it had the name or id of another one, and did not say so before. */
function wasCalled(part: Json, other: Json, before: readonly Json[]): boolean {
  const was = markOf(part);
  const isOld = before.some((one) => own(one, "name") === own(part, "name") && markOf(one) === was);
  return was !== undefined && !isOld && [own(other, "id"), own(other, "name")].includes(was);
}

function markOf(part: Json): string | undefined {
  const mark = list(own(part, "customProperties")).find((one) => own(one, "property") === "meshgate.renamedFrom");
  return text(own(mark ?? null, "value"));
}
