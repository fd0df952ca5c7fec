import { ENFORCEMENT_PROPERTIES } from "../../model/enforcement-schema.ts";
import type { JsonObject } from "../../model/json.ts";
import { NAME, NAME_WORDS, closed, envelope, matching } from "./words.ts";

const ADDITION = closed(
  "A condition that must hold besides the policy's own. It is judged on the same targets and told as a finding of its own.",
  {
    rule: { type: "object", description: "What must be true besides, in the words of the policy's rule." },
    message: { type: "string", minLength: 1, description: "What is wrong, with values as {it.name}." },
    fix: closed("What to do about it.", { text: { type: "string", minLength: 1, description: "One sentence." } }, [
      "text",
    ]),
  },
  ["rule", "message", "fix"],
);

/** `bindings/<domain>.yaml`. */
export const BINDING_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/binding/v1",
  title: "bindings/<domain>.yaml",
  ...closed(
    "What a domain sets for the policies that bind everybody: stricter values, or values that the guild leaves to it.",
    {
      ...envelope("Binding"),
      domain: matching(NAME, NAME_WORDS, "Id of the domain; the file is called like it."),
      policies: {
        type: "object",
        minProperties: 1,
        description: "What the domain sets, by policy and its major version.",
        propertyNames: {
          pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*\\.[a-z][a-z0-9-]*@(0|[1-9]\\d*)$",
          "x-expected": "a policy and its major version, such as global.retention@1",
        },
        additionalProperties: {
          ...closed(
            "What the domain sets for this policy.",
            {
              ...ENFORCEMENT_PROPERTIES,
              params: { type: "object", description: "Values of the policy's parameters, by name." },
              also: ADDITION,
            },
            [],
          ),
          minProperties: 1,
          not: { required: ["level", "rollout"] },
        },
      },
    },
    ["apiVersion", "kind", "domain", "policies"],
  ),
};
