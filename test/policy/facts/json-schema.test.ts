import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { FACT_TREES } from "../../../src/app/govern/facts.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { isList, isObject } from "../../../src/model/json.ts";
import type { Json, JsonObject } from "../../../src/model/json.ts";
import { factsSchema } from "../../../src/policy/facts/json-schema.ts";
import { DAFF } from "../../support/mesh-repo.ts";
import { AFTER, BEFORE } from "../../docs/mesh.ts";
import { allFacts } from "./daff.ts";
import type { Texts } from "./daff.ts";

const validate = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false }).compile(
  factsSchema(FACT_TREES),
);

/** Why the schema does not take the facts of a subject, of the forms only that of its kind. */
function faultsOf({ kind, value }: Pick<Facts, "kind" | "value">): readonly string[] {
  if (validate(plain(value))) return [];
  const form = ["product", "contract", "consumer", "mesh"].indexOf(kind);
  return (validate.errors ?? [])
    .filter(({ schemaPath }) => !schemaPath.startsWith("#/oneOf") || schemaPath.startsWith(`#/oneOf/${form}/`))
    .map(({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`);
}

function plain(value: JsonObject): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

const REGISTRY: Texts = {
  ...Object.fromEntries(Object.entries(DAFF).filter(([file]) => file.endsWith(".yaml"))),
  // Which policies apply is nothing to the facts.
  "meshgate.yaml": AFTER["meshgate.yaml"] ?? "",
};

const MESHES: readonly (readonly [string, readonly Facts[]])[] = (
  [
    ["Daff", allFacts(REGISTRY)],
    ["Daff on both sides", allFacts(REGISTRY, REGISTRY)],
    ["a mesh with something of everything", allFacts(AFTER, BEFORE)],
  ] as const
).map(([name, stated]) => [name, stated.map(({ facts }) => facts)]);

describe("the schema of facts", () => {
  it.each(MESHES)("takes those of every subject of %s", (_, subjects) => {
    expect(subjects.length).toBeGreaterThan(15);
    for (const facts of subjects) expect([facts.id, ...faultsOf(facts)]).toEqual([facts.id]);
  });

  it("takes no key that nothing has, wherever it stands", () => {
    const subjects = [MESHES[0], MESHES[2]].flatMap((mesh) => mesh?.[1] ?? []);
    const planted = new Map<string, number>();
    for (const { kind, value } of subjects) {
      for (const path of objectsIn(value)) {
        const faults = faultsOf({ kind, value: withStranger(plain(value) as JsonObject, path) as JsonObject });
        const name = path.map((step) => (typeof step === "number" ? "*" : step)).join(".");
        planted.set(`${name} ${faults.length > 0 ? "refused" : "taken"}`, path.length);
      }
    }
    const taken = [...planted.keys()].filter((line) => line.endsWith(" taken"));
    expect(taken.filter((line) => !OPEN.test(line))).toEqual([]);
    expect(planted.has(" refused")).toBe(true);
    for (const name of ["product", "product.graph", "contract.fields.*", "guild", "mesh.cycles.*"])
      expect([name, planted.has(`${name} refused`)]).toEqual([name, true]);
  });

  it("asks for what is always there", () => {
    const [, subjects] = MESHES[0] ?? ["", []];
    const product = subjects.find(({ kind }) => kind === "product");
    const members = Object.entries(plain(product?.value ?? {})["product"] as JsonObject);
    const rest = Object.fromEntries(members.filter(([key]) => key !== "graph"));
    const faults = faultsOf({ kind: "product", value: { ...product?.value, product: rest } });
    expect(faults).toEqual([`/product must have required property 'graph' {"missingProperty":"graph"}`]);
  });
});

/** Where the author of a descriptor chooses the keys, or a standard leaves an object open. */
const OPEN = /\.(custom|tables\.\w+|description|sla|servers\.\*|logicalTypeOptions|arguments) /;

type Path = readonly (string | number)[];

function objectsIn(value: Json, path: Path = []): readonly Path[] {
  if (isList(value)) return value.flatMap((element, index) => objectsIn(element, [...path, index]));
  if (!isObject(value)) return [];
  return [path, ...Object.entries(value).flatMap(([key, member]) => objectsIn(member, [...path, key]))];
}

function withStranger(value: Json, [step, ...rest]: Path): Json {
  if (isList(value)) return value.map((element, index) => (index === step ? withStranger(element, rest) : element));
  if (!isObject(value)) return value;
  if (step === undefined) return { ...value, stranger: "planted" };
  return { ...value, [step]: withStranger(value[step] ?? null, rest) };
}
