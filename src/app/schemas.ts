import { FORMATS } from "../descriptor/formats/index.ts";
import { schemaFor } from "../descriptor/schemas/index.ts";
import type { JsonObject } from "../model/json.ts";
import { factsSchema } from "../policy/facts/json-schema.ts";
import { POLICY_SHAPE } from "../policy/schemas/policy.ts";
import { DIFF_SCHEMA } from "../report/schemas/diff.ts";
import { EXPLANATION_SCHEMA } from "../report/schemas/explanation.ts";
import { GRAPH_SCHEMA } from "../report/schemas/graph.ts";
import { IMPACT_SCHEMA } from "../report/schemas/impact.ts";
import { POLICY_TEST_SCHEMA } from "../report/schemas/policy-test.ts";
import { POLICY_LIST_SCHEMA } from "../report/schemas/policy-list.ts";
import { POLICY_PREVIEW_SCHEMA } from "../report/schemas/policy-preview.ts";
import { REPORT_SCHEMA } from "../report/schemas/report.ts";
import { VALIDATION_SCHEMA } from "../report/schemas/validation.ts";
import { BINDING_SCHEMA } from "../settings/schemas/binding.ts";
import { GUILD_SCHEMA } from "../settings/schemas/guild.ts";
import { SETTINGS_SCHEMA } from "../settings/schemas/settings.ts";
import { WAIVER_SCHEMA } from "../settings/schemas/waiver.ts";
import { nearest } from "../source/suggest.ts";
import { FACT_TREES } from "./govern/facts.ts";

/** A JSON Schema that ships: of a file that people write, or of a document that a command prints. */
export interface NamedSchema {
  readonly name: string;
  readonly summary: string;
  readonly schema: JsonObject;
}

export const SCHEMAS: readonly NamedSchema[] = [
  ...FORMATS.flatMap(descriptorSchemas),
  { name: "policy", summary: "a policy file", schema: POLICY_SHAPE },
  { name: "binding", summary: "a binding of a domain", schema: BINDING_SCHEMA },
  { name: "waiver", summary: "a waiver", schema: WAIVER_SCHEMA },
  { name: "mesh", summary: "meshgate.yaml", schema: SETTINGS_SCHEMA },
  { name: "guild", summary: "guild.yaml", schema: GUILD_SCHEMA },
  { name: "facts", summary: "what a policy may read", schema: factsSchema(FACT_TREES) },
  { name: "report", summary: "what `check --format json` prints", schema: REPORT_SCHEMA },
  { name: "explanation", summary: "what `explain --format json` prints", schema: EXPLANATION_SCHEMA },
  { name: "policy-list", summary: "what `policy list --format json` prints", schema: POLICY_LIST_SCHEMA },
  {
    name: "policy-preview",
    summary: "what `policy preview --format json` prints",
    schema: POLICY_PREVIEW_SCHEMA,
  },
  { name: "validation", summary: "what `validate --format json` prints", schema: VALIDATION_SCHEMA },
  { name: "graph", summary: "what `graph --format json` prints", schema: GRAPH_SCHEMA },
  { name: "impact", summary: "what `impact --format json` prints", schema: IMPACT_SCHEMA },
  { name: "diff", summary: "what `diff --format json` prints", schema: DIFF_SCHEMA },
  { name: "policy-test", summary: "what `policy test --format json` prints", schema: POLICY_TEST_SCHEMA },
];

type Format = (typeof FORMATS)[number];

/** `odps` is the newest version, `odps-1.0.0` a certain one; a format that has only one has no need to name it. */
function descriptorSchemas(format: Format): readonly NamedSchema[] {
  const { id, title } = format;
  const [newest, ...older] = [...format.versions].reverse();
  if (newest === undefined) return [];
  if (older.length === 0) return [descriptorSchema(format, newest, id, title)];
  const versions = [newest, ...older].map((version) =>
    descriptorSchema(format, version, `${id}-${version}`, `${title} ${version}`),
  );
  return [
    { ...descriptorSchema(format, newest, id, `${title} ${newest}`), summary: `${title} ${newest}, the newest` },
    ...versions,
  ];
}

function descriptorSchema(format: Format, version: string, name: string, title: string): NamedSchema {
  const drawn = schemaFor(format, version);
  const head: JsonObject = {
    $schema: drawn["$schema"] ?? null,
    $id: `meshgate/${name}`,
    title,
    description: `The structure that Meshgate asks of ${title} files.`,
  };
  return { name, summary: title, schema: { ...head, ...drawn, title } };
}

export function findSchema(name: string): NamedSchema | { readonly nearest: string | undefined } {
  return (
    SCHEMAS.find((schema) => schema.name === name) ?? {
      nearest: nearest(
        name,
        SCHEMAS.map((schema) => schema.name),
      ),
    }
  );
}
