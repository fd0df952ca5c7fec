import { aliasesIn } from "../../model/aliases.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { canonical, isObject, list, own, text } from "../../model/json.ts";
import type {
  Binding,
  ContractForm,
  Custom,
  FieldForm,
  ObjectForm,
  RelationshipForm,
  RoleForm,
  ServerForm,
  VectorForm,
} from "./contract.ts";
import { readDomain } from "./domain.ts";
import { foldPromises, readPromises } from "./promise.ts";
import { readServiceLevels } from "./service-level.ts";
import { spelledOut } from "./nested.ts";
import { customOf, flag, plainText, tagsOf, word, wordsOf } from "./text.ts";
import { DIALECTS, fieldType } from "./type.ts";

/** A contract of any version of ODCS 3 in the form that is compared. Never throws: what it does not understand it keeps as text. */
export function contractForm(contract: Json): ContractForm {
  const servers = list(own(contract, "servers")).map((server, index) => readServer(server, ["servers", index]));
  const binding = bindingOf(servers);
  const dialect = dialectOf(servers);
  const describes = own(contract, "description");
  const said = (key: string): string => text(own(describes, key)) ?? "";
  return {
    id: word(contract, "id"),
    version: word(contract, "version"),
    status: word(contract, "status"),
    domain: word(contract, "domain"),
    tenant: word(contract, "tenant"),
    binding,
    objects: list(own(contract, "schema")).map((object, index) => readObject(object, ["schema", index], dialect)),
    serviceLevels: readServiceLevels(contract),
    servers,
    roles: [
      ...readRoles(contract, [], ""),
      ...list(own(contract, "servers")).flatMap((server, index) =>
        readRoles(server, ["servers", index], ` of ${word(server, "server")}`),
      ),
    ],
    price: objectOr(own(contract, "price")),
    support: list(own(contract, "support")).map(canonical).sort(),
    team: own(contract, "team") ?? null,
    terms: { purpose: said("purpose"), limitations: said("limitations"), usage: said("usage") },
    custom: customOf(contract),
    tags: tagsOf(contract),
    words: wordsOf(contract, ["name", "dataProduct", "tags", "authoritativeDefinitions", "contractCreatedTs"]),
    place: [],
  };
}

/** Servers that hold what readers read: all but those that name another environment than production. */
export function published(servers: readonly ServerForm[]): readonly ServerForm[] {
  const live = servers.filter(
    ({ environment }) => environment === "" || /^(prod|production|live)$/iu.test(environment),
  );
  return live.length > 0 ? live : servers;
}

/** The server type whose words for types hold. Of several, the first by name: the order of servers means nothing. */
function dialectOf(servers: readonly ServerForm[]): string | undefined {
  return published(servers)
    .map(({ type, encoding }) => (/^delta$/iu.test(encoding["format"] ?? "") ? "databricks" : type))
    .filter((type) => Object.hasOwn(DIALECTS, type))
    .sort()[0];
}

/** Sources whose readers are built for a schema: they read new bytes with old code. */
const EARLY = /^(kafka|kinesis|pubsub|api|s3|gcs|azure|sftp|local|file|stream)/iu;
/** Table formats resolve the schema at the query, wherever their files lie. */
const LATE_FORMATS = /^(delta|iceberg)$/iu;

function bindingOf(servers: readonly ServerForm[]): Binding {
  const isEarly = ({ type, encoding }: ServerForm): boolean =>
    EARLY.test(type) && !LATE_FORMATS.test(encoding["format"] ?? "");
  return published(servers).some(isEarly) ? "early" : "late";
}

function readObject(object: Json, place: JsonPath, dialect: string | undefined): ObjectForm {
  const name = word(object, "name");
  const fields = readFields(object, name, place, dialect);
  const keyed = fields.filter(({ place: at }) => flag(nodeAt(object, place, at), "primaryKey"));
  const position = (field: FieldForm): number => {
    const value = own(nodeAt(object, place, field.place), "primaryKeyPosition");
    return typeof value === "number" && value > 0 ? value : Infinity;
  };
  const ordered = keyed
    .map((field) => ({ name: field.name, position: position(field) }))
    // The order of fields means nothing, so without positions the names give the order.
    .sort((one, other) =>
      one.position === other.position ? (one.name < other.name ? -1 : 1) : one.position - other.position,
    );
  const custom = customOf(object);
  return {
    id: text(own(object, "id")),
    renamedFrom: text(custom.get("meshgate.renamedFrom")),
    name,
    physicalName: word(object, "physicalName") || name,
    physicalType: word(object, "physicalType").toLowerCase(),
    granularity: word(object, "dataGranularityDescription").trim(),
    deprecated: flag(object, "deprecated"),
    fields,
    primaryKey: ordered.map((field) => field.name),
    relationships: readRelationships(object, name, place),
    promises: readPromises(object, place),
    custom,
    tags: tagsOf(object),
    words: wordsOf(object, WORDS),
    place,
  };
}

const WORDS = ["description", "businessName", "synonyms", "context", "tags", "examples", "authoritativeDefinitions"];
const FIELD_WORDS = [...WORDS, "transformDescription"];

function readFields(parent: Json, prefix: string, place: JsonPath, dialect: string | undefined): readonly FieldForm[] {
  const required = new Set(list(own(own(parent, "logicalTypeOptions"), "required")));
  const nodes = list(own(parent, "properties"));
  const aliases = aliasesIn(nodes);
  return nodes.map((node, index) => {
    const name = word(node, "name");
    const at = [...place, "properties", index];
    const field = readField(node, name, `${prefix}.${name}`, at, dialect, aliases[index]);
    const isRequired = required.size > 0 && [name, ...field.aliases].some((one) => required.has(one));
    return isRequired ? { ...field, required: true } : field;
  });
}

function readField(
  written: Json,
  name: string,
  path: string,
  place: JsonPath,
  dialect: string | undefined,
  aliases: readonly string[] = [],
): FieldForm {
  const node = spelledOut(written);
  const below = (key: string, mark: string, ...steps: readonly string[]): FieldForm | undefined => {
    const value = steps.reduce<Json | undefined>((at, step) => own(at, step), own(node, key));
    return value === undefined
      ? undefined
      : readField(value, mark, `${path}${mark}`, [...place, key, ...steps], dialect);
  };
  const custom = customOf(node);
  const { type, logical, physical, logicalType, physicalType } = fieldType(node, dialect);
  const { required, unique, domain, promises } = foldPromises({
    required: flag(node, "required"),
    unique: flag(node, "unique"),
    domain: readDomain(node),
    promises: readPromises(node, place),
  });
  // Every key is written out: an object of this size that is spread together costs ten times as much.
  return {
    id: text(own(node, "id")),
    renamedFrom: text(custom.get("meshgate.renamedFrom")),
    name,
    path,
    physicalName: word(node, "physicalName") || name,
    aliases,
    type,
    logical,
    physical,
    logicalType,
    physicalType,
    required,
    unique,
    domain,
    deprecated: flag(node, "deprecated"),
    classification: word(node, "classification"),
    personal: isPersonal(node, custom),
    critical: flag(node, "criticalDataElement"),
    encryptedName: word(node, "encryptedName"),
    semanticType: word(node, "semanticType") || "column",
    vector: readVector(node),
    partition: flag(node, "partitioned") ? Math.max(1, positive(node, "partitionKeyPosition")) : 0,
    derivation: wordsOf(node, ["transformLogic", "transformSourceObjects"]),
    relationships: readRelationships(node, "", place),
    promises,
    custom,
    tags: tagsOf(node),
    words: wordsOf(node, FIELD_WORDS),
    fields: readFields(node, path, place, dialect),
    items: below("items", "[]"),
    key: below("map", "{key}", "key"),
    value: below("map", "{}", "value"),
    place,
  };
}

function readRelationships(node: Json, from: string, place: JsonPath): readonly RelationshipForm[] {
  return list(own(node, "relationships")).map((relationship, index) => {
    const id = text(own(relationship, "id"));
    const ends = (key: string): string => {
      const end = own(relationship, key);
      return end === undefined ? from : (typeof end === "string" ? [end] : list(end)).map(plainText).join(", ");
    };
    return {
      ...(id !== undefined && { id }),
      from: ends("from"),
      to: ends("to"),
      place: [...place, "relationships", index],
    };
  });
}

const ENCODING = ["format", "delimiter", "encoding", "catalog"];
const SERVER_WORDS = ["description", "roles", "customProperties", "id", "server", "environment", "type"];

function readServer(server: Json, place: JsonPath): ServerForm {
  const id = text(own(server, "id"));
  const parts = isObject(server) ? Object.entries(server) : [];
  const chosen = (test: (key: string) => boolean): Readonly<Record<string, string>> =>
    Object.fromEntries(parts.filter(([key]) => test(key)).map(([key, value]) => [key, plainText(value)]));
  return {
    ...(id !== undefined && { id }),
    name: word(server, "server"),
    environment: word(server, "environment"),
    type: word(server, "type").toLowerCase(),
    location: chosen((key) => !ENCODING.includes(key) && !SERVER_WORDS.includes(key)),
    encoding: chosen((key) => ENCODING.includes(key)),
    words: wordsOf(server, ["server", "description", "customProperties"]),
    place,
  };
}

function readRoles(node: Json, place: JsonPath, of: string): readonly RoleForm[] {
  return list(own(node, "roles")).map((role, index) => {
    const id = text(own(role, "id"));
    return {
      ...(id !== undefined && { id }),
      name: `${word(role, "role")}${of}`,
      access: word(role, "access"),
      approvers: canonical([own(role, "firstLevelApprovers") ?? null, own(role, "secondLevelApprovers") ?? null]),
      words: wordsOf(role, ["description", "customProperties"]),
      place: [...place, "roles", index],
    };
  });
}

function nodeAt(object: Json, base: JsonPath, place: JsonPath): Json {
  return place
    .slice(base.length)
    .reduce<Json>((node, step) => (typeof step === "number" ? list(node)[step] : own(node, step)) ?? null, object);
}

function objectOr(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function positive(node: Json, key: string): number {
  const value = own(node, key);
  return typeof value === "number" && value > 0 ? value : 0;
}

function readVector(node: Json): VectorForm | undefined {
  if (own(node, "logicalType") !== "vector") return undefined;
  const options = own(node, "logicalTypeOptions") ?? null;
  return {
    model: word(options, "embeddingModel"),
    modelVersion: word(options, "embeddingModelVersion"),
    normalized: flag(options, "normalized"),
    metric: word(options, "distanceMetric"),
  };
}

const PERSONAL = new Set(["personal", "personal-data", "pii"]);

/** The standards have no key for personal data; these are the spellings in use. */
function isPersonal(node: Json, custom: Custom): boolean {
  const isMarked = ["personal", "pii", "meshgate.personal"].some((name) => custom.get(name) === true);
  return isMarked || list(own(node, "tags")).some((tag) => typeof tag === "string" && PERSONAL.has(tag.toLowerCase()));
}
