import { describe, expect, it } from "vitest";
import { FACT_TREES } from "../../../src/app/govern/facts.ts";
import type { Compiled } from "../../../src/policy/compile.ts";
import { compilePolicy } from "../../../src/policy/compile.ts";
import type { FixStep } from "../../../src/policy/fix/step.ts";
import { yamlDocument } from "../../support/facts.ts";

const RULES: Readonly<Record<string, unknown>> = {
  product: { has: { var: "product.name" } },
  contract: { has: { var: "contract.name" } },
  mesh: { empty: { var: "mesh.cycles" } },
};

function compile(forEach: string, patch: unknown): Compiled {
  const rule = RULES[forEach.split(".")[0] ?? ""];
  const policy = {
    apiVersion: "meshgate/v1",
    kind: "Policy",
    id: "test.sample",
    version: "1.0.0",
    type: "descriptor",
    title: "A sample",
    rationale: "Shows what a fix does.",
    level: "block",
    target: { forEach },
    rule,
    message: "It is wrong.",
    fix: { text: "Make it right.", patch },
  };
  return compilePolicy("policies/sample.yaml", yamlDocument(JSON.stringify(policy, null, 1)), FACT_TREES);
}

function stepsOf(forEach: string, ...patch: readonly unknown[]): readonly FixStep[] {
  const { policy, problems } = compile(forEach, patch);
  if (policy === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return policy.patch;
}

describe("a fix", () => {
  it.each<[forEach: string, path: string, place: unknown]>([
    ["product", "product.name", { kind: "fact", path: ["product", "name"] }],
    ["product", "product.description.purpose", { kind: "fact", path: ["product", "description", "purpose"] }],
    ["product", "product.declaredDomain", { kind: "fact", path: ["product", "declaredDomain"] }],
    ["product.outputPorts[*]", "it.deprecated", { kind: "fact", path: ["it", "deprecated"] }],
    ["product.outputPorts[*]", "it", { kind: "fact", path: ["it"] }],
    [
      "product.outputPorts[*]",
      "product.outputPorts[0].name",
      { kind: "fact", path: ["product", "outputPorts", 0, "name"] },
    ],
    ["contract.fields[*]", "it.logicalType", { kind: "fact", path: ["it", "logicalType"] }],
    ["contract", "contract.sla.retention.unit", { kind: "fact", path: ["contract", "sla", "retention", "unit"] }],
    ["product", "product.custom.erasure", { kind: "custom", owner: ["product"], property: "erasure", below: [] }],
    ["contract.fields[*]", "it.custom.legal", { kind: "custom", owner: ["it"], property: "legal", below: [] }],
    ["product", "product.custom.a.b", { kind: "custom", owner: ["product"], property: "a", below: ["b"] }],
    ["product", "product.class", { kind: "custom", owner: ["product"], property: "meshgate.class", below: [] }],
    ["product.custom.parts[*]", "it.name", { kind: "fact", path: ["it", "name"] }],
    [
      "product.outputPorts[*]",
      "it.interfaceClass",
      { kind: "custom", owner: ["it"], property: "meshgate.interfaceClass", below: [] },
    ],
    ["product.inputPorts[*]", "it.uses[0]", { kind: "custom", owner: ["it"], property: "meshgate.uses", below: [0] }],
  ])("of %s may change %s", (forEach, path, place) => {
    expect(stepsOf(forEach, { remove: path })).toEqual([{ kind: "remove", place }]);
    expect(stepsOf(forEach, { set: path, value: 1 })).toMatchObject([{ kind: "set", place }]);
  });

  it.each<[forEach: string, path: string, fault: string]>([
    ["product", "product.nme", `There is no fact "nme" here: did you mean "name"?`],
    ["product", "product", "The path ends too early: name what changes in the product."],
    ["product", "it", "The path ends too early: name what changes in the product."],
    [
      "product",
      "product.domain",
      "The folder of the descriptor says which domain governs it; what the descriptor says is declaredDomain.",
    ],
    ["product", "product.owners", "owners is worked out by the engine and stands in no descriptor."],
    ["product", "product.graph.consumers", "graph is worked out by the engine and stands in no descriptor."],
    ["product", "product.custom", "The path ends too early: name the custom property, like custom.name."],
    ["product", "guild.domains", "A fix changes the descriptor: its paths start with it or product."],
    [
      "product.inputPorts[*].upstreams[*]",
      "it.product",
      "inputPorts.upstreams is worked out by the engine and stands in no descriptor.",
    ],
    [
      "product.outputPorts[*]",
      "it.contract.version",
      "outputPorts.contract is worked out by the engine and stands in no descriptor.",
    ],
    ["contract.fields[*]", "it.personal", "fields.personal is worked out by the engine and stands in no descriptor."],
    [
      "contract",
      "contract.sla.retention.duration",
      "sla.*.duration is worked out by the engine and stands in no descriptor.",
    ],
    ["contract", "contract.fields", "The path ends too early: name what changes in fields."],
    ["mesh", "mesh.cycles", "The mesh as a whole stands in no file that a fix could change."],
  ])("of %s cannot change %s", (forEach, path, fault) => {
    const { policy, problems } = compile(forEach, [{ remove: path }]);
    expect(policy).toBeUndefined();
    expect(problems.map(({ code, path: place, message }) => [place, code, message])).toEqual([
      ["/fix/patch/0/remove", "policy-fix", expect.stringContaining(fault)],
    ]);
  });

  it("has values with places for facts", () => {
    const value = { type: "businessDefinition", url: "{it.name}", note: "of {contract.id}", tags: ["{{x}}", 2, true] };
    expect(stepsOf("contract.fields[*]", { set: "it.authoritativeDefinitions", value })).toMatchObject([
      {
        value: {
          kind: "object",
          members: [
            ["type", { kind: "text", template: ["businessDefinition"] }],
            ["url", { kind: "text", template: [["it", "name"]] }],
            ["note", { kind: "text", template: ["of ", ["contract", "id"]] }],
            [
              "tags",
              {
                kind: "list",
                items: [
                  { kind: "text", template: ["{", "x", "}"] },
                  { kind: "scalar", value: 2 },
                  { kind: "scalar", value: true },
                ],
              },
            ],
          ],
        },
      },
    ]);
  });

  it("tells of a place that no fact fills", () => {
    const { problems } = compile("product", [{ set: "product.name", value: { a: ["{product.nme}"] } }]);
    expect(problems).toMatchObject([{ path: "/fix/patch/0/value/a/0", code: "policy-template" }]);
  });

  it("knows the order in which the standard has its keys", () => {
    const [step] = stepsOf("product.outputPorts[*]", { set: "it.description", value: "x" });
    expect(step).toMatchObject({ order: expect.arrayContaining(["name", "description", "deprecated"]) as unknown });
  });

  it.each([
    [{ set: "product.name" }],
    [{ set: "product.name", value: 1, remove: "product.name" }],
    [{ remove: "product.name", value: 1 }],
    [{}],
    [{ replace: "product.name", value: 1 }],
  ])("is not %j", (step) => {
    const { policy, problems } = compile("product", [step]);
    expect(policy).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const { path } of problems) expect(path).toMatch(/^\/fix\/patch\/0/);
  });
});
