import { describe, expect, it } from "vitest";
import { readsDay } from "../../src/policy/clock.ts";
import { readsFar } from "../../src/policy/far.ts";
import { samplePolicy } from "../support/policy.ts";

const RULE = { has: { var: "product.name" } };

describe("a policy reads the day", () => {
  it.each([
    { rule: { before: [{ var: "product.custom.end" }, { var: "asOf" }] } },
    { rule: { lte: [{ ageDays: { var: "product.custom.start" } }, 3] } },
    { rule: RULE, message: "{product.id} has no name on {asOf}." },
    { schema: { required: ["name"], patternProperties: { "^own": { minItems: 1 } } } },
    {
      rule: {
        or: [RULE, { not: { schemaValid: [{ var: "it" }, { additionalProperties: { type: "string" } }] } }],
      },
    },
  ])("that says %j", (members) => {
    expect(readsDay(samplePolicy(members))).toBe(true);
  });

  it.each([
    { rule: RULE },
    // What these say depends on who has left by then, which is known of each descriptor.
    { rule: { gte: [{ count: { var: "product.activeMembers" } }, 2] } },
    { rule: RULE, message: "{product.owners} have not named it." },
    { rule: { schemaValid: [{ var: "product.team" }, { properties: { name: { type: "string" } } }] } },
    { schema: { properties: { name: { minLength: 3 } } } },
  ])("and not: %j", (members) => {
    expect(readsDay(samplePolicy(members))).toBe(false);
  });
});

describe("a policy looks far", () => {
  it.each([
    { rule: { lte: [{ var: "product.graph.depth" }, 3] } },
    { rule: RULE, applies: { eq: [{ var: "it.graph.inCycle" }, true] } },
    { rule: RULE, message: "It is {product.graph.depth} deep." },
    { schema: { properties: { graph: { properties: { depth: { maximum: 3 } } } } } },
    { rule: { schemaValid: [{ var: "product.graph" }, { required: ["name"], additionalProperties: { maximum: 3 } }] } },
  ])("that says %j", (members) => {
    expect(readsFar(samplePolicy(members))).toBe(true);
  });

  it.each([
    { rule: { empty: { var: "product.graph.consumers" } } },
    { schema: { properties: { graph: { properties: { upstreams: { maxItems: 3 } } } } } },
  ])("and not: %j", (members) => {
    expect(readsFar(samplePolicy(members))).toBe(false);
  });
});
