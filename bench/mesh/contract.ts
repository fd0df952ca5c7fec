import type { PlannedContract, PlannedObject } from "./plan.ts";
import { ENTITIES } from "./words.ts";
import type { Field } from "./words.ts";

/** The ODCS 3.2.0 contract of an output port. */
export function contractText({ id, version, objects }: PlannedContract, domain: string): string {
  const title = id.replaceAll("-", " ");
  const [main] = objects.map(({ name }) => name);
  return `apiVersion: v3.2.0
kind: DataContract
id: ${id}
name: ${title}
version: ${version}
status: active
domain: ${domain}
tenant: daff

description:
  purpose: What readers of the ${title} can rely on.
  limitations: >-
    Rows of the current day are incomplete. A row may be corrected for three days; its revision counts how often.
  usage: Join the objects on their keys. Count rows with the key, listeners with listener_id.

servers:
  - server: production
    type: snowflake
    account: daff-analytics
    database: ${domain.toUpperCase()}
    schema: PUBLISHED

schema:
${objects.map(objectText).join("")}
slaProperties:
  - property: retention
    value: 395
    unit: days
    element: ${main}
    description: Thirteen months, so that a month can be compared with the same month a year ago.
  - property: frequency
    value: 1
    unit: hour
    element: ${main}
    description: Closed rows are added every hour.
  - property: latency
    value: 2
    unit: hours
    element: ${main}
    description: From the event to its row.
  - property: availability
    value: 99.5
    unit: percent
    description: Share of minutes per month in which the tables can be queried.

roles:
  - role: ${main}_reader
    description: Reads all objects.
    access: read
    firstLevelApprovers: "@daff/${domain}-data"
`;
}

function objectText({ name, fields }: PlannedObject): string {
  const [key] = fields.map((field) => field.name);
  return `  - name: ${name}
    logicalType: object
    physicalType: table
    description: One row for each ${name.replaceAll("_", " ")} key.
    dataGranularityDescription: One row per ${key}.
    properties:
${fields.map((field, index) => fieldText(field, index === 0)).join("")}    quality:
      - type: library
        metric: duplicateValues
        description: A key appears once.
        dimension: uniqueness
        severity: error
        arguments:
          properties: [${key}]
        mustBe: 0
        unit: rows
`;
}

const INDENT = " ".repeat(8);

function fieldText(field: Field, isKey: boolean): string {
  const entity = ENTITIES.find(({ name }) => name === field.name)?.entity;
  const lines = [
    `logicalType: ${field.logicalType}`,
    `physicalType: ${field.physicalType}`,
    "required: true",
    ...(isKey ? ["unique: true", "primaryKey: true", "primaryKeyPosition: 1", "criticalDataElement: true"] : []),
    `classification: ${field.classification}`,
    ...(field.personal ? ["tags: [personal]"] : []),
    `description: ${field.description}`,
    ...(field.example === undefined ? [] : [`examples: [${exampleText(field)}]`]),
    ...(field.values === undefined ? [] : ["enum:", ...field.values.map((value) => `  - value: ${value}`)]),
    ...(entity === undefined ? [] : definitionLines(entity)),
  ];
  return `      - name: ${field.name}\n${lines.map((line) => `${INDENT}${line}\n`).join("")}`;
}

function exampleText({ logicalType, example }: Field): string {
  return logicalType === "string" ? JSON.stringify(example) : String(example);
}

function definitionLines(entity: string): readonly string[] {
  return ["authoritativeDefinitions:", "  - type: businessDefinition", `    url: ${definitionOf(entity)}`];
}

/** Where the guild defines an identifier that all domains share. */
export function definitionOf(entity: string): string {
  return `https://daff.example/glossary/${entity}-id`;
}
