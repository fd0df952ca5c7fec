import type { Format, RuleDefinition, RulesetDefinition } from "@stoplight/spectral-core";
import { enumeration, length, pattern, truthy } from "@stoplight/spectral-functions";
import { matchesSchema } from "./compiled.ts";

type Rules = Readonly<Record<string, RuleDefinition>>;

/** JSON Schemas of the three file kinds, as `meshgate schema` prints them. */
export interface Shapes {
  readonly odps: object;
  readonly odcs: object;
  readonly consumer: object;
}

const SEMVER = { match: "^\\d+\\.\\d+\\.\\d+$" };
const STATUSES = { values: ["proposed", "draft", "active", "deprecated", "retired"] };
const KNOWN = { values: ["public", "internal", "confidential", "restricted"] };

const ofKind = (kind: string): Format => {
  const format: Format = (document) =>
    typeof document === "object" && document !== null && (document as { kind?: unknown }).kind === kind;
  format.displayName = kind;
  return format;
};

/**
 * What of the baseline pack a linter of single files can say: the structure of each file kind and 28 rules over the
 * same fields. Without counterpart are all policies that look beyond one file or at the change: inputs that lead
 * nowhere, upstreams that are retired or drafts, classification along edges, circles, orphans, twins and look-alikes,
 * the domain by the folder, versions that are raised, removals that are announced, moves of the status.
 */
export function rulesFor(shapes: Shapes): RulesetDefinition {
  return { rules: { ...productRules(shapes.odps), ...contractRules(shapes.odcs), ...consumerRules(shapes.consumer) } };
}

function productRules(shape: object): Rules {
  const formats = [ofKind("DataProduct")];
  return {
    "product-structure": structure(formats, shape),
    "product-long-term-owner": { formats, given: "$.team", then: { field: "name", function: truthy } },
    "product-named-owner": {
      formats,
      given: "$.team.members",
      then: {
        function: matchesSchema,
        functionOptions: { schema: { contains: { properties: { role: { const: "owner" } } } } },
      },
    },
    "product-purpose": { formats, given: "$.description", then: { field: "purpose", function: truthy } },
    "product-purpose-words": words(formats, "$.description.purpose", 5),
    "product-purpose-placeholder": noPlaceholder(formats, "$.description.purpose"),
    "product-documentation": { formats, given: "$", then: { field: "authoritativeDefinitions", function: truthy } },
    "product-domain": { formats, given: "$", then: { field: "domain", function: truthy } },
    "product-status": status(formats),
    "product-version": version(formats),
    "product-support": {
      formats,
      given: "$",
      then: [
        { field: "support", function: truthy },
        { field: "support", function: length, functionOptions: { min: 1 } },
      ],
    },
    "product-output-ports": { formats, given: "$", then: { field: "outputPorts", function: truthy } },
    "product-port-contract": { formats, given: "$.outputPorts[*]", then: { field: "contractId", function: truthy } },
    "product-port-version": {
      formats,
      given: "$.outputPorts[*]",
      then: { field: "version", function: pattern, functionOptions: SEMVER },
    },
    "product-declared-uses": declaredUses(formats),
  };
}

function contractRules(shape: object): Rules {
  const formats = [ofKind("DataContract")];
  const fields = "$.schema[*].properties[*]";
  return {
    "contract-structure": structure(formats, shape),
    "contract-status": status(formats),
    "contract-version": version(formats),
    "contract-fields": { formats, given: "$.schema[*]", then: { field: "properties", function: truthy } },
    "contract-retention": {
      formats,
      given: "$.slaProperties",
      then: {
        function: matchesSchema,
        functionOptions: { schema: { contains: { properties: { property: { const: "retention" } } } } },
      },
    },
    "contract-freshness": {
      formats,
      given: "$.slaProperties",
      then: {
        function: matchesSchema,
        functionOptions: {
          schema: { contains: { properties: { property: { enum: ["frequency", "freshness", "latency"] } } } },
        },
      },
    },
    "contract-sla-units": {
      formats,
      given: "$.slaProperties[*]",
      then: {
        function: matchesSchema,
        functionOptions: {
          schema: {
            if: { required: ["value"], properties: { value: { type: "number" } } },
            then: { required: ["unit"], properties: { unit: { type: "string", minLength: 1 } } },
          },
        },
      },
    },
    "contract-primary-key": {
      formats,
      given: "$.schema[*].properties",
      then: {
        function: matchesSchema,
        functionOptions: {
          schema: { contains: { required: ["primaryKey"], properties: { primaryKey: { const: true } } } },
        },
      },
    },
    "contract-field-examples": {
      formats,
      given: "$.schema[*].properties",
      then: { function: matchesSchema, functionOptions: { schema: { contains: { required: ["examples"] } } } },
    },
    "field-names": {
      formats,
      given: `${fields}.name`,
      then: { function: pattern, functionOptions: { match: "^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$" } },
    },
    "field-described": { formats, given: fields, then: { field: "description", function: truthy } },
    "field-description-words": words(formats, `${fields}.description`, 3),
    "field-description-placeholder": noPlaceholder(formats, `${fields}.description`),
    "field-classified": { formats, given: fields, then: { field: "classification", function: truthy } },
    "field-known-classification": {
      formats,
      given: `${fields}.classification`,
      then: { function: enumeration, functionOptions: KNOWN },
    },
    "personal-not-public": {
      formats,
      given: fields,
      then: {
        function: matchesSchema,
        functionOptions: {
          schema: {
            if: { required: ["tags"], properties: { tags: { contains: { const: "personal" } } } },
            then: { properties: { classification: { not: { const: "public" } } } },
          },
        },
      },
    },
    "entity-identifiers": {
      formats,
      given: fields,
      then: {
        function: matchesSchema,
        functionOptions: {
          schema: {
            if: { properties: { name: { pattern: "^(?:listener|track|album|playlist|partner|session)_id$" } } },
            then: { required: ["authoritativeDefinitions"], properties: { logicalType: { const: "string" } } },
          },
        },
      },
    },
  };
}

function consumerRules(shape: object): Rules {
  const formats = [ofKind("Consumer")];
  return {
    "consumer-structure": structure(formats, shape),
    "consumer-owner": { formats, given: "$.team", then: { field: "name", function: truthy } },
    "consumer-domain": { formats, given: "$", then: { field: "domain", function: truthy } },
    "consumer-declared-uses": declaredUses(formats),
  };
}

function structure(formats: Format[], shape: object): RuleDefinition {
  return {
    formats,
    given: "$",
    then: { function: matchesSchema, functionOptions: { schema: shape } },
  };
}

function status(formats: Format[]): RuleDefinition {
  return { formats, given: "$", then: { field: "status", function: enumeration, functionOptions: STATUSES } };
}

function version(formats: Format[]): RuleDefinition {
  return { formats, given: "$", then: { field: "version", function: pattern, functionOptions: SEMVER } };
}

function words(formats: Format[], given: string, count: number): RuleDefinition {
  const match = `^\\s*(?:\\S+\\s+){${count - 1}}\\S`;
  return { formats, given, then: { function: pattern, functionOptions: { match } } };
}

function noPlaceholder(formats: Format[], given: string): RuleDefinition {
  const notMatch = "/\\b(?:todo|tbd|fixme|changeme|placeholder|lorem ipsum)\\b/i";
  return { formats, given, then: { function: pattern, functionOptions: { notMatch } } };
}

/** Inputs from outside the mesh say so and need no list. */
function declaredUses(formats: Format[]): RuleDefinition {
  const named = { enum: ["meshgate.uses", "meshgate.external"] };
  return {
    formats,
    given: "$.inputPorts[*]",
    then: [
      { field: "customProperties", function: truthy },
      {
        field: "customProperties",
        function: matchesSchema,
        functionOptions: { schema: { contains: { properties: { property: named } } } },
      },
    ],
  };
}
