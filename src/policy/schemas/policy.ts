import type { JsonObject } from "../../model/json.ts";
import { ENFORCEMENT_PROPERTIES } from "../../model/enforcement-schema.ts";
import { PARAM_TYPES } from "../param-types.ts";

const FILE_POINTER = "^[^#]+#(/.*)?$";

const patch: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "Changes to the files of the fixture mesh, applied in the order delete, add, set, remove.",
  properties: {
    set: {
      type: "object",
      description: "New values by place. The place may be new, what it stands in must exist.",
      propertyNames: { pattern: FILE_POINTER, "x-expected": "a place like products/a/b.odps.yaml#/status" },
    },
    remove: {
      type: "array",
      description: "Places whose key or element is taken out. Each must exist.",
      items: { $ref: "#/$defs/place" },
    },
    delete: {
      type: "array",
      description: "Files that are taken out. Each must exist.",
      items: { type: "string", minLength: 1, "x-expected": "a path of the fixture" },
    },
    add: {
      type: "object",
      description: "Whole files, text by path. None may exist yet.",
      additionalProperties: { type: "string", "x-expected": "the text of a file" },
    },
  },
};

const testCase: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A change to the fixture mesh and what the policy says of it.",
  required: ["name", "expect"],
  properties: {
    name: { $ref: "#/$defs/line", description: "What the case shows, unique in the policy." },
    given: { $ref: "#/$defs/patch", description: "Changes to the fixture before it is judged; default: none." },
    before: {
      $ref: "#/$defs/patch",
      description: "Only for policies of type change: changes to the base. `given` starts from the unchanged fixture.",
    },
    expect: {
      enum: ["pass", "fail", "not-applicable", "error"],
      description: "The worst outcome over all targets: error, fail, pass, not-applicable.",
    },
    at: {
      type: "array",
      description: "Exactly these places fail.",
      items: { $ref: "#/$defs/place" },
    },
  },
};

const step: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A change to the descriptor of the finding, by the path of a fact that stands in it.",
  oneOf: [
    { required: ["set", "value"], not: { required: ["remove"] } },
    { required: ["remove"], not: { required: ["value"] } },
  ],
  properties: {
    set: {
      type: "string",
      "x-expected": "a path like it.deprecated",
      description: "What gets another value, or is added.",
    },
    value: {
      description:
        "The new value. Texts in it may have values as in message; one placeholder alone is the fact as it is.",
    },
    remove: { type: "string", "x-expected": "a path like it.deprecated", description: "What is taken out." },
  },
};

const param: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A value that the guild and its domains may set. The rule reads it as params.<name>.",
  required: ["type", "default", "description"],
  properties: {
    type: {
      enum: PARAM_TYPES,
      description:
        "duration: ISO 8601; date: YYYY-MM-DD or RFC 3339; quantity: 99.9%, 24h or 10GB; version: semantic; classification: one of the guild's; list: texts, numbers or booleans.",
    },
    default: { description: "The value where neither the guild nor a domain sets one." },
    description: { $ref: "#/$defs/line", description: "What the value means, with its unit." },
    stricter: {
      enum: ["lower", "higher", "fewer", "more"],
      description:
        "Which values are stricter; fewer and more are for lists. Must be what the rule says. With it a domain may bind any value that is at least as strict as the guild's.",
    },
    domains: {
      type: "object",
      additionalProperties: false,
      description: "What a domain may bind, also where that is less strict than the guild's own value.",
      oneOf: [{ required: ["values"] }, { anyOf: [{ required: ["min"] }, { required: ["max"] }] }],
      properties: {
        min: { description: "The lowest value, of the parameter's type." },
        max: { description: "The highest value." },
        values: {
          type: "array",
          minItems: 1,
          description: "The values that there are to choose from.",
        },
      },
    },
  },
};

/** JSON Schema of a policy file. What stands inside `rule`, `applies` and `schema` is checked by the compiler. */
export const POLICY_SHAPE: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "meshgate/policy/v1",
  title: "Meshgate policy",
  description: "A rule that descriptors, the mesh graph or changes must keep, with the tests that show what it means.",
  type: "object",
  additionalProperties: false,
  required: ["apiVersion", "kind", "id", "version", "type", "title", "rationale", "target", "message", "fix"],
  allOf: [
    { oneOf: [{ required: ["rule"] }, { required: ["schema"] }] },
    { oneOf: [{ required: ["level"] }, { required: ["rollout"] }] },
  ],
  properties: {
    apiVersion: { const: "meshgate/v1", description: "Version of this file format." },
    kind: { const: "Policy", description: "What the file holds." },
    id: {
      type: "string",
      pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*\\.[a-z][a-z0-9-]*$",
      "x-expected": "an id like baseline.port-contract: lower case, digits and hyphens",
      description:
        "<pack, global or domain>.<name>; the name is the file's name without its extension. Never used again for another rule.",
    },
    version: {
      type: "string",
      pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$",
      "x-expected": "a version like 1.0.0",
      description: "Semantic version of the policy. Findings keep their identity within a major version.",
    },
    type: {
      enum: ["descriptor", "graph", "change"],
      description: "descriptor: what a file says; graph: how it is connected; change: what became of it since base.",
    },
    title: { $ref: "#/$defs/line", description: "What holds when the policy is kept, in one line." },
    rationale: { type: "string", minLength: 1, "x-expected": "text", description: "Why a guild wants the policy." },
    serves: {
      type: "array",
      items: { type: "integer", minimum: 1 },
      description: "Numbers of the requirements that the policy serves.",
    },
    ...ENFORCEMENT_PROPERTIES,
    decision: {
      type: "object",
      additionalProperties: false,
      description: "The guild's decision, for the policy's page.",
      properties: {
        context: { type: "string", minLength: 1, description: "What made the guild decide." },
        decision: { type: "string", minLength: 1, description: "What it decided." },
        consequences: { type: "string", minLength: 1, description: "What follows, also what it costs." },
        steward: { $ref: "#/$defs/line", description: "Whom to ask about the policy." },
      },
    },
    target: {
      type: "object",
      additionalProperties: false,
      required: ["forEach"],
      description: "What is judged: one outcome for each.",
      properties: {
        forEach: {
          type: "string",
          "x-expected": "product, contract, consumer or mesh, or a list below one like product.outputPorts[*]",
          description: "product, contract, consumer or mesh itself, or every element of a list below it.",
        },
        key: {
          type: "array",
          minItems: 1,
          items: { type: "string", minLength: 1 },
          description: "Members that tell elements of the list apart, like [name, version].",
        },
      },
    },
    applies: {
      type: "object",
      description:
        "A condition. Where it is false the policy does not apply; where a fact is missing the policy applies.",
    },
    params: {
      type: "object",
      propertyNames: { pattern: "^[a-z][A-Za-z0-9]*$", "x-expected": "a name like minWords" },
      additionalProperties: { $ref: "#/$defs/param" },
      description: "Values that the guild may set in meshgate.yaml and domains in their bindings, by name.",
    },
    rule: { type: "object", description: "What must be true of each target, in the strict profile of JsonLogic." },
    schema: {
      type: "object",
      description:
        "JSON Schema (draft 2020-12) that each target must fit. References only to its own $defs; patterns in RE2.",
    },
    onMissing: {
      enum: ["fail", "skip", "error"],
      default: "fail",
      description: "When the rule reads something that is not there: fail, not-applicable (skip) or error.",
    },
    onEmpty: {
      enum: ["not-applicable", "fail"],
      default: "not-applicable",
      description: "When the list of targets is absent or empty.",
    },
    at: {
      type: "string",
      "x-expected": "a path like it.contractId",
      description: "Where a finding points; default: what the rule read when it decided.",
    },
    message: {
      $ref: "#/$defs/line",
      description: "What is wrong, with values as {it.name}. Braces are written {{ and }}.",
    },
    fix: {
      type: "object",
      additionalProperties: false,
      required: ["text"],
      description: "What to do about a finding.",
      properties: {
        text: { $ref: "#/$defs/line", description: "One imperative sentence; values as in message." },
        patch: {
          type: "array",
          minItems: 1,
          maxItems: 10,
          items: { $ref: "#/$defs/step" },
          description:
            "How a machine mends a finding, where it knows the right value. Offered only after it was tried: the finding goes, and none comes.",
        },
      },
    },
    tests: { type: "array", items: { $ref: "#/$defs/case" }, description: "Cases that show what the policy means." },
    equivalentMutants: {
      type: "array",
      description: "Mutants that `meshgate policy test` cannot tell from the policy because they mean the same.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["mutant", "reason"],
        properties: {
          mutant: { $ref: "#/$defs/line", description: "The mutant in the words of `meshgate policy test`." },
          reason: { $ref: "#/$defs/line", description: "Why no mesh can tell it from the policy." },
        },
      },
    },
  },
  $defs: {
    line: { type: "string", pattern: "^[^\\n\\r]*[^\\s][^\\n\\r]*$", "x-expected": "one line of text" },
    place: { type: "string", pattern: FILE_POINTER, "x-expected": "a place like products/a/b.odps.yaml#/status" },
    param,
    patch,
    step,
    case: testCase,
  },
};
