import { describe, expect, it } from "vitest";
import { FACT_TREES } from "../../src/app/govern/facts.ts";
import { follow } from "../../src/model/key-tree.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { factTreesIn, SERVICE_LEVELS } from "../../src/policy/facts/key-tree.ts";
import { canonicalSla } from "../../src/policy/facts/sla.ts";
import { yamlDocument } from "../support/facts.ts";
import { layerOf } from "../support/policy.ts";

const HEAD = {
  apiVersion: "meshgate/v1",
  kind: "Policy",
  id: "test.sample",
  version: "1.0.0",
  type: "change",
  title: "A sample",
  rationale: "Shows what a policy may name.",
  level: "warn",
  target: { forEach: "product" },
  rule: { has: { var: "it.name" } },
  message: "It is wrong.",
  fix: { text: "Make it right." },
};

function faultsOf(members: Record<string, unknown>, trees = FACT_TREES): readonly string[] {
  const document = yamlDocument(JSON.stringify({ ...HEAD, ...members }));
  const { problems } = compilePolicy("policies/sample.yaml", document, trees);
  return problems.map(({ path, message }) => `${path}: ${message}`);
}

/** A policy that names a fact that nothing has would pass, or fail, whatever anybody writes. */
describe("a policy", () => {
  it.each([
    ["product", "it.description.purpose"],
    ["product", "it.team.members[0].username"],
    ["product", "it.custom.anything.at[0].all"],
    ["product", "it.graph.consumingDomains"],
    ["product", "before.removedOutputPorts[0].status"],
    ["product", "change.version.bump"],
    ["product.inputPorts[*].upstreams[*]", "it.uses[0].field"],
    ["product.outputPorts[*]", "it.contract.classification"],
    ["product.outputPorts[*]", "product.support[0].channel"],
    ["consumer.inputPorts[*]", "it.custom.x"],
    ["contract", "it.sla.retention.duration"],
    ["contract", "it.sla.anything.driver"],
    ["contract", "it.schema[0].properties[0].items.properties[0].properties[0].classification"],
    ["contract", "it.sla.timeToRepair.unit"],
    ["contract", "it.sla.completeness.value"],
    ["contract", "it.description.audience"],
    ["contract.fields[*]", "it.entity.logicalType"],
    ["contract.fields[*]", "it.logicalTypeOptions.maximum"],
    ["contract.schema[*].properties[*]", "it.quality[0].mustBeLessThan"],
    ["mesh.cycles[*]", "it.members[0]"],
  ])("about %s may name %s", (forEach, path) => {
    expect(faultsOf({ target: { forEach }, rule: { has: { var: path } } })).toEqual([]);
  });

  it.each([
    [{ rule: { has: { var: "it.satus" } } }, `/rule/has/var: There is no fact "satus" here: did you mean "status"?`],
    [
      { rule: { has: { var: "product.outputPorts[0].contract.owner" } } },
      `/rule/has/var: There is no fact "owner" here: there are classification, file, id, sla, status, version.`,
    ],
    [
      { rule: { has: { var: "it.name.first" } } },
      `/rule/has/var: There is no fact "first" here: nothing stands below.`,
    ],
    [{ rule: { has: { var: "it.name[0]" } } }, `/rule/has/var: [0] asks for an element where no list stands.`],
    [{ rule: { has: { var: "it.team[0]" } } }, `/rule/has/var: [0] asks for an element where no list stands.`],
    [
      { rule: { has: { var: "guild.domain" } } },
      `/rule/has/var: There is no fact "domain" here: did you mean "domains"?`,
    ],
    [
      { rule: { every: [{ var: "it.outputPorts" }, { has: { var: "item.contractid" } }] } },
      `/rule/every/1/has/var: There is no fact "contractid" here: did you mean "contractId"?`,
    ],
    [
      { rule: { any: [{ var: "it.inputPorts" }, { no: [{ var: "item.upstreams" }, { has: { var: "item.used" } }] }] } },
      `/rule/any/1/no/1/has/var: There is no fact "used" here: did you mean "uses"?`,
    ],
    [
      { target: { forEach: "contract" }, rule: { empty: { var: "contract.sla.avalability" } } },
      `/rule/empty/var: There is no fact "avalability" here: did you mean "availability"?`,
    ],
    [
      { target: { forEach: "contract" }, rule: { has: { var: "it.sla.Retention.value" } } },
      `/rule/has/var: There is no fact "Retention" here: did you mean "retention"?`,
    ],
    [
      { rule: { every: [{ var: "it.outputPorts" }, { has: { var: "item.contract.sla.retenton" } }] } },
      `/rule/every/1/has/var: There is no fact "retenton" here: did you mean "retention"?`,
    ],
    [
      { target: { forEach: "product.inputPorts[*].upstream[*]" } },
      `/target/forEach: forEach: there is no fact "upstream" here: did you mean "upstreams"?`,
    ],
    [
      { target: { forEach: "product.description[*]" } },
      `/target/forEach: forEach: [0] asks for an element where no list stands.`,
    ],
    [
      { target: { forEach: "product.outputPorts[*]", key: ["nam"] } },
      `/target/key: key: there is no fact "nam" here: did you mean "name"?`,
    ],
    [
      { applies: { has: { var: "it.domian" } } },
      `/applies/has/var: There is no fact "domian" here: did you mean "domain"?`,
    ],
    [{ message: "{it.nmae} is wrong." }, `/message: {it.nmae}: there is no fact "nmae" here: did you mean "name"?`],
    [{ at: "it.descripton" }, `/at: There is no fact "descripton" here: did you mean "description"?`],
    [
      { rule: undefined, schema: { type: "object", properties: { descripton: { type: "object" } } } },
      `/schema/properties/descripton: There is no fact "descripton" here: did you mean "description"?`,
    ],
    [
      { rule: undefined, schema: { anyOf: [{ required: ["name"] }, { required: ["tags", "nam"] }] } },
      `/schema/anyOf/1/required/1: There is no fact "nam" here: did you mean "name"?`,
    ],
    [
      {
        rule: undefined,
        schema: { properties: { outputPorts: { items: { properties: { contracts: { type: "object" } } } } } },
      },
      `/schema/properties/outputPorts/items/properties/contracts: There is no fact "contracts" here: did you mean "contract"?`,
    ],
  ])("with %j is told what nothing has", (members, fault) => {
    expect(faultsOf(members)).toEqual([fault]);
  });
});

/** The words of a fact are known where a standard or the engine fixes them. */
describe("a rule", () => {
  it.each([
    [{ neq: [{ var: "product.status" }, "retired"] }],
    [{ eq: [{ var: "product.class" }, "core"] }],
    [{ in: [{ var: "product.status" }, ["active", "own-word"]] }],
    [{ eq: [{ var: "product.name" }, "Anything"] }],
    [{ neq: [{ var: "product.custom.tier" }, "Gold"] }],
    [{ eq: [{ var: "product.version" }, { var: "product.name" }] }],
    [{ neq: [{ default: [{ var: "product.status" }, "None"] }, "None"] }],
    [{ neq: [{ default: [{ var: "product.class" }, "none"] }, "none"] }],
    [{ startsWith: [{ lower: { var: "product.name" } }, "tmp"] }],
    [{ startsWith: [{ var: "product.class" }, "c"] }],
  ])("may compare %j", (rule) => {
    expect(faultsOf({ rule })).toEqual([]);
  });

  it.each([
    [
      { neq: [{ var: "product.status" }, "Retired"] },
      `/rule/neq/1: product.status is never "Retired": did you mean "retired"?`,
    ],
    [
      { eq: ["gold", { var: "product.class" }] },
      `/rule/eq/0: product.class is never "gold": it is one of core, domain.`,
    ],
    [
      { no: [{ var: "it.inputPorts" }, { eq: [{ var: "item.resolution" }, "dangeling"] }] },
      `/rule/no/1/eq/1: item.resolution is never "dangeling": did you mean "dangling"?`,
    ],
    [
      { in: [{ var: "change.kind" }, ["added", "removd"]] },
      `/rule/in/1: change.kind is never "removd": did you mean "removed"?`,
    ],
    [
      { neq: [{ semverBump: [{ var: "before.version" }, { var: "it.version" }] }, "Major"] },
      `/rule/neq/1: {semverBump: …} is never "Major": did you mean "major"?`,
    ],
    [
      { neq: [{ lower: { var: "product.status" } }, "Deprecated"] },
      `/rule/neq/1: {lower: …} is never "Deprecated": did you mean "deprecated"?`,
    ],
    [
      { not: { in: [{ lower: { var: "product.name" } }, ["todo", "TODO"]] } },
      `/rule/not/in/1: {lower: …} is never "TODO": did you mean "todo"?`,
    ],
    [
      { not: { startsWith: [{ lower: { var: "product.name" } }, "TMP"] } },
      `/rule/not/startsWith/1: {lower: …} is never "TMP": did you mean "tmp"?`,
    ],
    [
      { not: { contains: [{ lower: { default: [{ var: "product.name" }, ""] } }, "Test"] } },
      `/rule/not/contains/1: {lower: …} is never "Test": did you mean "test"?`,
    ],
    [
      { neq: [{ default: [{ var: "product.status" }, ""] }, "Retired"] },
      `/rule/neq/1: {default: …} is never "Retired": did you mean "retired"?`,
    ],
  ])("may not wait for %j", (rule, fault) => {
    expect(faultsOf({ rule })).toEqual([fault]);
  });

  it("of type schema may not be empty, nor wait for a word that cannot be", () => {
    const schema = (written: object): readonly string[] => faultsOf({ rule: undefined, schema: written });
    expect(schema({ description: "Nothing." })).toEqual(["/schema: The schema judges nothing: it would always pass."]);
    expect(schema({ properties: { class: { enum: ["core", "gold"] } } })).toEqual([
      `/schema/properties/class/enum: class is never "gold": it is one of core, domain.`,
    ]);
  });

  it("reads every parameter that is declared", () => {
    const params = { days: { type: "integer", default: 1, description: "Days." } };
    expect(faultsOf({ params })).toEqual([
      '/params/days: no part of the policy reads the parameter "days": write {var: params.days} where it counts, or remove it.',
    ]);
    expect(faultsOf({ params, message: "Within {params.days} days." })).toEqual([]);
  });
});

/** What an operator asks of its arguments beside their types. */
describe("an operator", () => {
  const classifications = ["public", "internal", "confidential"];
  const guild = { classifications, valueSets: { zones: ["eu"] }, tables: { limits: { public: 1 } } };
  const inMesh = factTreesIn(guild, FACT_TREES);
  const contact = { type: "object", properties: { name: { type: "string" } } };

  it.each([
    [{ inValueSet: [{ var: "it.name" }, "zones"] }],
    [{ eq: [{ lookup: ["limits", { var: "it.name" }] }, 1] }],
    [{ eq: [{ var: "guild.tables.limits.public" }, { var: "it.name" }] }],
    [{ schemaValid: [{ var: "it.team" }, contact] }],
    [{ changed: { var: "product.version" } }],
    [{ added: [{ var: "product.custom.tier" }] }],
    [{ atLeast: [{ var: "it.classification" }, "internal"] }],
    [{ neq: [{ default: [{ var: "it.classification" }, "none"] }, "none"] }],
    [{ in: [{ var: "it.custom.level" }, ["secret"]] }],
  ])("may be asked %j", (rule) => {
    expect(faultsOf({ rule }, inMesh)).toEqual([]);
  });

  it.each([
    [
      { inValueSet: [{ var: "it.name" }, "zone"] },
      `/rule/inValueSet/1: inValueSet: the set "zone" is not among guild.valueSets: did you mean "zones"?`,
    ],
    [
      { atLeast: [{ var: "it.classification" }, "secret"] },
      `/rule/atLeast/1: atLeast: the minimum "secret" is not among guild.classifications: there are public, internal, confidential.`,
    ],
    [
      { neq: [{ var: "product.classification" }, "pubic"] },
      `/rule/neq/1: product.classification is never "pubic": did you mean "public"?`,
    ],
    [
      { no: [{ var: "it.outputPorts" }, { eq: [{ var: "item.contract.classification" }, "Internal"] }] },
      `/rule/no/1/eq/1: item.contract.classification is never "Internal": did you mean "internal"?`,
    ],
    [
      { eq: [{ lookup: ["retention", { var: "it.name" }] }, 1] },
      `/rule/eq/0/lookup/0: lookup: the table "retention" is not among guild.tables: there are limits.`,
    ],
    [
      { eq: [{ lookup: [{ var: "it.name" }, { var: "it.name" }] }, 1] },
      "/rule/eq/0/lookup/0: lookup: the table is written out in the rule; found {var: it.name}.",
    ],
    [
      { inValueSet: [{ var: "it.name" }, 3] },
      "/rule/inValueSet/1: inValueSet: the set can never be right: expected a text, found 3.",
    ],
    [
      { schemaValid: [{ var: "it.team" }, "contact"] },
      `/rule/schemaValid/1: The schema is a JSON Schema, written out; found "contact".`,
    ],
    [
      { schemaValid: [{ var: "it.team" }, { typ: "object" }] },
      '/rule/schemaValid/1: "typ" is no keyword of JSON Schema: did you mean "type"?',
    ],
    [
      { schemaValid: [{ var: "it.team" }, { requird: ["name"] }] },
      '/rule/schemaValid/1: "requird" is no keyword of JSON Schema: did you mean "required"?',
    ],
    [
      { and: [{ var: "product.id" }, { has: { var: "it.name" } }] },
      "/rule/and/0: and: the condition can never be right: expected true or false, found {var: product.id}, which is a text: write {has: {var: product.id}}.",
    ],
    [
      { in: [{ var: "it.name" }, ["a", null]] },
      "/rule/in/1/1: A list in a rule holds texts, numbers and booleans; found a list with null at position 2.",
    ],
    [
      { quantityLte: [{ var: "it.custom.size" }, "0.1234567890123456789%"] },
      `/rule/quantityLte/1: quantityLte: the right can never be right: expected a quantity with its unit (like 99.9%, 24h or 10GB), found "0.1234567890123456789%" (at most 18 decimals).`,
    ],
    [
      { schemaValid: [{ var: "it.team" }, { properties: { nam: { type: "string" } } }] },
      `/rule/schemaValid/1/properties/nam: There is no fact "nam" here: did you mean "name"?`,
    ],
    [
      { before: [{ addTime: [{ var: "it.name" }, "PT24H"] }, { var: "asOf" }] },
      `/rule/before/0/addTime/1: addTime: the period can never be right: expected an ISO 8601 duration in years, months, weeks and days (like P3M or P90D), found "PT24H".`,
    ],
    [
      { semverSatisfies: [{ var: "it.version" }, "1,2"] },
      `/rule/semverSatisfies/1: semverSatisfies: the range can never be right: expected a range of semantic versions (like ^1.2.0 or >=1.4.0 <3.0.0), found "1,2".`,
    ],
    [
      { setEquals: [{ var: "product.class" }, ["gold"]] },
      "/rule/setEquals/0: setEquals: the left can never be right: expected a list of texts, numbers or booleans, found {var: product.class}, which is a text.",
    ],
    [
      { gt: [{ words: { var: "product.graph.consumers" } }, 3] },
      "/rule/gt/0/words: words: the text can never be right: expected a text, found {var: product.graph.consumers}, which is a list.",
    ],
    [
      { every: [{ var: "it.team" }, { has: { var: "item.name" } }] },
      "/rule/every/0: every: the list can never be right: expected a list, found {var: it.team}, which is an object.",
    ],
    [
      { any: [{ var: "it.tags" }, { lt: [{ var: "item" }, 3] }] },
      "/rule/any/1/lt/0: lt: the left can never be right: expected a number, found {var: item}, which is a text.",
    ],
    [{ eq: [{ var: "it.domainKnown" }, "true"] }, "/rule/eq: eq: a boolean never equals a text."],
    [
      { and: [{ var: "it.domainKnown" }] },
      "/rule/and/0: and: the condition is not known to be true or false: write {eq: [{var: it.domainKnown}, true]}, or has.",
    ],
    [
      { changed: { var: "it.version" } },
      "/rule/changed: changed: the fact is a path of the subject, like {var: product.name}; found {var: it.version}.",
    ],
    [
      { changed: { var: "product" } },
      "/rule/changed: changed: the fact is a path of the subject, like {var: product.name}; found {var: product}.",
    ],
    [
      { changed: { var: "product.tags[0]" } },
      "/rule/changed: changed: the fact names a position in a list, where something else may have stood at base; found {var: product.tags.0}.",
    ],
    [
      { added: { var: "product.removedOutputPorts" } },
      "/rule/added: added: the fact removedOutputPorts compares with base already; ask its elements what became of them.",
    ],
  ])("may not be asked %j", (rule, fault) => {
    expect(faultsOf({ rule }, inMesh)).toEqual([fault]);
  });

  it.each(["added", "removed", "changed"])("%s is only for policies of type change", (name) => {
    const rule = { [name]: { var: "product.version" } };
    expect(faultsOf({ type: "descriptor", rule })).toEqual([
      `/rule/${name}: ${name} compares with base: only a policy of type change can ask.`,
    ]);
  });

  it("asks for any set, table or classification where no guild is known, or it has no order", () => {
    expect(faultsOf({ rule: { inValueSet: [{ var: "it.name" }, "anything"] } })).toEqual([]);
    const rule = { atLeast: [{ var: "it.classification" }, "secret"] };
    expect(faultsOf({ rule })).toEqual([]);
    expect(faultsOf({ rule }, factTreesIn({ ...guild, classifications: [] }, FACT_TREES))).toEqual([]);
  });
});

describe("a parameter that is a classification", () => {
  const guild = { classifications: ["open", "secret"], valueSets: {}, tables: {} };
  const inMesh = factTreesIn(guild, FACT_TREES);
  const members = {
    params: { least: { type: "classification", default: "confidential", description: "The least." } },
    rule: { atLeast: [{ var: "it.classification" }, { var: "params.least" }] },
  };
  const set = (value: string): readonly string[] => {
    const document = yamlDocument(JSON.stringify({ ...HEAD, ...members }));
    const { problems } = compilePolicy("policies/sample.yaml", document, inMesh, [
      layerOf({ params: new Map([["least", value]]) }),
    ]);
    return problems.map(({ path, message }) => `${path}: ${message}`);
  };
  const fault = `/params/least/default: The default of "least": "confidential" is not among guild.classifications: there are open, secret; set one of them under policies in meshgate.yaml.`;

  it("is one of the guild's where the policy is in force", () => {
    expect(faultsOf(members, inMesh)).toEqual([fault]);
    expect(faultsOf({ ...members, level: "off" }, inMesh)).toEqual([]);
    expect(faultsOf(members)).toEqual([]);
    expect(faultsOf(members, factTreesIn({ ...guild, classifications: [] }, FACT_TREES))).toEqual([]);
  });

  it("may have a default of other words where the mesh sets one of the guild's", () => {
    expect(set("secret")).toEqual([]);
    expect(set("secert")).toContain(
      `/params/least: Policy test.sample: the mesh's value of "least": "secert" is not among guild.classifications: did you mean "secret"?`,
    );
  });
});

describe("the facts", () => {
  it("have service levels by the names of the standard", () => {
    for (const name of SERVICE_LEVELS) expect(canonicalSla(name.toUpperCase())).toBe(name);
  });

  it("of fields are those of properties at any depth, and what the engine adds", () => {
    const nested = follow(FACT_TREES.contract, [
      "schema",
      0,
      "properties",
      0,
      "properties",
      0,
      "items",
      "properties",
      0,
    ]);
    const fields = follow(FACT_TREES.contract, ["fields", 0]);
    const names = (found: typeof nested): readonly string[] =>
      "tree" in found ? [...(found.tree.keys?.keys() ?? [])] : [];
    expect(names(nested)).toContain("classification");
    expect(names(fields).filter((name) => !names(nested).includes(name))).toEqual([
      "object",
      "path",
      "leaf",
      "custom",
      "personal",
      "snakeName",
      "term",
      "invalidExamples",
      "lifelikeExamples",
      "before",
      "entity",
    ]);
    expect(names(nested).filter((name) => !names(fields).includes(name))).toEqual([]);
  });
});
