import { describe, expect, it } from "vitest";
import { PRODUCT_RULES } from "../../src/compat/product/rules/index.ts";
import { LIFE_RULES } from "../../src/compat/rule-ids.ts";
import { RULES } from "../../src/compat/rules/index.ts";
import { canonical, isList, isObject, own } from "../../src/model/json.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { FACTS_SHAPE } from "../../src/policy/facts/shape.ts";
import type { FactRow } from "../../src/policy/facts/shape.ts";
import { allFacts } from "../policy/facts/daff.ts";
import type { Stated, Texts } from "../policy/facts/daff.ts";
import { DAFF } from "../support/mesh-repo.ts";
import { AFTER, BEFORE, LANDED, LENIENT } from "./mesh.ts";

/** docs/reference/facts.md is made of FACTS_SHAPE: here it is compared with the facts that are really built. */

type Subject = keyof typeof FACTS_SHAPE;

const MESH: Texts = {
  ...Object.fromEntries(Object.entries(DAFF).filter(([file]) => file.endsWith(".yaml"))),
  // Which policies apply is nothing to the facts.
  "meshgate.yaml": AFTER["meshgate.yaml"] ?? "",
};

/** How often a listed fact was there, and was not although what it stands in was; and what it said. */
interface Sightings {
  present: number;
  absent: number;
  readonly values: Set<Json>;
}

const SEEN = new Map<FactRow, Sightings>();
const FAULTS = new Set<string>();

const MESHES: readonly (readonly Stated[])[] = [
  allFacts(MESH),
  allFacts(AFTER),
  ...[AFTER, LENIENT].map((after) => allFacts(after, BEFORE, undefined, LANDED)),
];
for (const stated of MESHES.flat()) inspect(stated);

function inspect({ facts, head, base }: Stated): void {
  const { kind, value } = facts;
  walk("common", omit(value, kind), null, "");
  walk(kind, own(value, kind) ?? null, head ?? base ?? null, "");
  const before = own(value, "before");
  if (before !== undefined) walk(kind, before, base ?? null, "");
}

function omit(value: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

/** Goes through an object of the facts. `raw` is the document that it mirrors. */
function walk(subject: Subject, value: Json, raw: Json, name: string, path: readonly (string | number)[] = []): void {
  if (!isObject(value)) return;
  for (const row of FACTS_SHAPE[subject].filter((one) => parentOf(one.path) === name && !one.path.endsWith("*"))) {
    const key = row.path.slice(name === "" ? 0 : name.length + 1);
    if (!Object.hasOwn(value, key)) sightings(row).absent += 1;
  }
  for (const [key, content] of Object.entries(value))
    visit(subject, content, raw, nameOf(subject, name, key), [...path, key]);
}

function visit(subject: Subject, value: Json, raw: Json, name: string, path: readonly (string | number)[]): void {
  const row = FACTS_SHAPE[subject].find((one) => one.path === name);
  if (row === undefined) {
    if (!stands(subject, value, raw, path)) FAULTS.add(`${subject}.${name} is neither listed nor in the descriptor`);
    return;
  }
  const seen = sightings(row);
  seen.present += 1;
  seen.values.add(value);
  if (!isOf(row.type, value)) FAULTS.add(`${subject}.${name} is not ${String(row.type)}: ${canonical(value)}`);
  if (row.type === "any" || name === "before") return;
  if (!isList(value)) walk(subject, value, raw, name, path);
  for (const [index, element] of isList(value) ? value.entries() : []) {
    walk(subject, element, raw, `${name}[*]`, [...path, index]);
  }
}

function nameOf(subject: Subject, name: string, key: string): string {
  const chosen = `${name}.*`;
  if (FACTS_SHAPE[subject].some((row) => row.path === chosen)) return chosen;
  return name === "" ? key : `${name}.${key}`;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}

function sightings(row: FactRow): Sightings {
  const found = SEEN.get(row) ?? { present: 0, absent: 0, values: new Set() };
  SEEN.set(row, found);
  return found;
}

/** Does the descriptor say this under the same names, or does something of which the fact is said to have the names? */
function stands(subject: Subject, value: Json, raw: Json, path: readonly (string | number)[]): boolean {
  const direct = at(raw, path);
  if (direct !== undefined && canonical(direct) === canonical(value)) return true;
  const [list = "", , ...rest] = path;
  // The standards have a list of members in the place of the team.
  if (list === "team") return canonical(own(raw, "team") ?? null) === canonical(value);
  const like = FACTS_SHAPE[subject].find((row) => row.like !== undefined && row.path.startsWith(String(list)))?.like;
  if (like === undefined) return false;
  const key = /([A-Za-z]+)\[\*\]$/.exec(like)?.[1] ?? "";
  return elementsOf(raw, key).some((element) => canonical(at(element, rest) ?? null) === canonical(value));
}

function at(value: Json, path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, step) => (isList(found) ? found[Number(step)] : own(found, String(step))),
    value,
  );
}

/** The elements of every list of this name, wherever in a document it stands. */
function elementsOf(value: Json, key: string): readonly Json[] {
  if (isList(value)) return value.flatMap((element) => elementsOf(element, key));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, content]) => [
    ...(name === key && isList(content) ? content : []),
    ...elementsOf(content, key),
  ]);
}

function isOf(type: FactRow["type"], value: Json): boolean {
  if (typeof type !== "string") return typeof value === "string" && type.includes(value);
  switch (type) {
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case "object":
      return isObject(value);
    case "list":
      return isList(value);
    case "texts":
      return isList(value) && value.every((element) => typeof element === "string");
    case "any":
      return true;
  }
}

const ROWS = Object.entries(FACTS_SHAPE).flatMap(([subject, rows]) =>
  rows.map((row) => [`${subject}.${row.path}`, row] as const),
);

/** Words of which there are too many to show each: those of the rules that can tell of a change. */
const BY_RULES: Readonly<Record<string, ReadonlySet<string>>> = {
  "product.changes[*].facet": new Set(PRODUCT_RULES.map(({ facet }) => facet)),
  "contract.changes[*].facet": new Set([...RULES, ...LIFE_RULES].map(({ facet }) => facet)),
};

describe("the page of facts", () => {
  it("lists every fact that is not a name of the standard, with its type", () => {
    expect([...FAULTS]).toEqual([]);
  });

  it("lists no fact twice", () => {
    expect(new Set(ROWS.map(([name]) => name)).size).toBe(ROWS.length);
  });

  it.each(ROWS)("is right that there is %s, and when it is missing", (_, row) => {
    const { present, absent } = sightings(row);
    expect(present).toBeGreaterThan(0);
    if (!row.path.endsWith("*")) expect(absent > 0).toBe(row.absent !== undefined);
  });

  it.each(ROWS.filter(([, { type }]) => typeof type !== "string"))("is right about the words of %s", (name, row) => {
    expect(BY_RULES[name] ?? sightings(row).values).toEqual(new Set(row.type));
  });
});
