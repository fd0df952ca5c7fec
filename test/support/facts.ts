import type { SourceDocument } from "../../src/model/document.ts";
import type { Facts } from "../../src/model/facts.ts";
import type { SubjectKind } from "../../src/model/finding.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { isObject } from "../../src/model/json.ts";
import { at } from "../../src/model/location.ts";
import { readSource } from "../../src/source/read.ts";

const FILE = "subject.yaml";

/** The only document of a YAML text that has no problems. */
export function yamlDocument(text: string): SourceDocument {
  const { documents, problems } = readSource(new TextEncoder().encode(text));
  const [document] = documents;
  if (document === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return document;
}

/** Facts of one subject: its descriptor as YAML in `subject.yaml`, and whatever else stands beside it. */
export function factsOf(kind: SubjectKind, yaml: string, beside: JsonObject = {}): Facts {
  const document = yamlDocument(yaml);
  return {
    kind,
    id: "subject",
    owners: [],
    value: { asOf: "2026-11-20", ...beside, [kind]: document.value },
    locate: ([root, ...rest]) => at(FILE, document.range(root === kind ? rest : [])),
  };
}

/** Facts of any shape, for tests that do not look at places. */
export function looseFacts(kind: SubjectKind, value: JsonObject): Facts {
  return { kind, id: "subject", owners: [], value, locate: () => at(FILE) };
}

/** The same value the way the readers make it: objects without a prototype. */
export function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare);
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [key, member] of Object.entries(value)) copy[key] = bare(member);
  return copy;
}
