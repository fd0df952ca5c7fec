import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { defineOperator } from "../language/operator.ts";
import { ANY, SCHEMA } from "../language/types.ts";
import { misfits } from "../schema-body.ts";

const CONTACT = { type: "object", required: ["mail"], properties: { mail: { pattern: "@" } } };

/** Characters of a text that count as one step. */
const TEXT_PER_STEP = 100;

export const schemaValid = defineOperator({
  name: "schemaValid",
  summary:
    "True when the value fits the JSON Schema, which is written out in the rule and keeps to what a policy's `schema` may hold.",
  examples: [
    [{ schemaValid: [{ var: "it.a" }, CONTACT] }, { it: { a: { mail: "x@daff.example" } } }, true],
    [{ schemaValid: [{ var: "it.a" }, CONTACT] }, { it: { a: { mail: "x" } } }, false],
    [{ schemaValid: [{ var: "it.a" }, { type: "integer" }] }, { it: { a: "1" } }, false],
    [{ schemaValid: [{ var: "it.a" }, CONTACT] }, { it: {} }, "missing"],
    [{ schemaValid: [{ lower: { var: "it.a" } }, { maxLength: 3 }] }, { it: { a: 1 } }, "error"],
  ],
  arguments: [
    { name: "value", type: ANY },
    { name: "schema", type: SCHEMA, form: "schema" },
  ],
  result: "boolean",
  cost: (value) => sizeOf(value),
  apply(value, schema) {
    const found = misfits(schema, value);
    return "kind" in found ? found : found.length === 0;
  },
});

function sizeOf(value: Json): number {
  if (typeof value === "string") return 1 + value.length / TEXT_PER_STEP;
  const parts: readonly Json[] = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return parts.reduce<number>((size, part) => size + sizeOf(part), 1);
}
