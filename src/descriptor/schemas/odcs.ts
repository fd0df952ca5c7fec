import { API_VERSION } from "./api-version.ts";
import { DEFINITION_TYPES, commonFields } from "./common.ts";
import { connections, serverType } from "./odcs-servers.ts";
import { propertyShapes, relationshipShapes } from "./odcs-properties.ts";
import { qualityRule } from "./odcs-quality.ts";
import {
  SCALAR,
  TEXT,
  TIMESTAMP,
  choice,
  either,
  field,
  listOf,
  matching,
  open,
  record,
  required,
  varying,
} from "./shape.ts";

/** Bitol Open Data Contract Standard, oldest first. Many objects of 3.0 are open; 3.1 closed them. */
export const ODCS_VERSIONS = ["3.0.0", "3.0.1", "3.0.2", "3.1.0", "3.2.0"] as const;

const closedSince = "3.1.0";
const STATUSES = open("proposed", "draft", "active", "deprecated", "retired");

const common = commonFields({
  ids: "3.1.0",
  id: varying(
    ["3.1.0", matching("^[A-Za-z0-9_-]+$", "text of letters, digits, - and _")],
    ["3.2.0", matching("^[^\\s.#/\\\\@!%&^]+$", "text without white space and without . # / \\ @ ! % & ^")],
  ),
  semantics: "3.2.0",
  closedSince,
  pairsSince: "3.1.0",
  definitionType: open(...DEFINITION_TYPES),
  definitionUrl: { is: "text", format: "uri" },
});
const { id, labels, customProperties, authoritativeDefinitions } = common;
const context = field(either(TEXT, common.context), "Guidance for assistants, in words or as an object.", {
  since: "3.2.0",
});

const relationships = relationshipShapes(common);
const { properties, element } = propertyShapes(common, qualityRule(common), relationships.ofProperty);

const schemaObject = record(
  "SchemaObject",
  {
    name: required(TEXT, "Name, unique within the contract."),
    logicalType: field(choice({ "3.0.0": ["object"] }), "Always object."),
    dataGranularityDescription: field(TEXT, "What one row or record stands for."),
    properties: field(properties, "Fields of the object."),
    relationships: field(listOf(relationships.ofObject), "Foreign keys between objects.", { since: "3.1.0" }),
    context,
    ...element,
  },
  {
    closedSince: "3.0.0",
    hints: {
      classification: "classifications stand on properties, not on objects",
      columns: "since 3.0 columns are called `properties`",
      fields: "fields are called `properties`",
    },
  },
);

const role = record(
  "Role",
  {
    id,
    role: required(TEXT, "Name of the role that gives access."),
    description: field(TEXT, "What the role is for."),
    access: field(open("read", "write"), "Access it gives."),
    firstLevelApprovers: field(TEXT, "Who approves first."),
    secondLevelApprovers: field(TEXT, "Who approves second."),
    customProperties,
  },
  { closedSince },
);

const server = record(
  "Server",
  {
    id,
    server: required(TEXT, "Name of the server within this contract."),
    type: required(serverType, "What kind of server it is."),
    description: field(TEXT, "About the server."),
    environment: field(open("prod", "preprod", "dev", "uat"), "Environment it belongs to."),
    roles: field(listOf(role), "Roles with access to it."),
    customProperties,
  },
  { closedSince, cases: { by: "type", noun: "a server of type", of: connections, otherwise: {} } },
);

const support = record(
  "Support",
  {
    id,
    channel: required(TEXT, "Name of the channel."),
    url: field(TEXT, "Address of the channel: https, mailto, …", { requiredUntil: "3.1.0" }),
    description: field(TEXT, "What the channel is for."),
    tool: field(open("email", "slack", "teams", "discord", "ticket", "googlechat", "other"), "What it runs on."),
    scope: field(open("interactive", "announcements", "issues", "notifications"), "What it is used for."),
    invitationUrl: field(TEXT, "Where to ask for access."),
    customProperties,
  },
  { closedSince },
);

const price = record(
  "Price",
  {
    id,
    priceAmount: field({ is: "number", variableSince: "3.2.0" }, "Price per unit."),
    priceCurrency: field(TEXT, "Currency of the price."),
    priceUnit: field(open("megabyte", "gigabyte"), "What is paid for."),
  },
  { closedSince },
);

const slaProperty = record(
  "SlaProperty",
  {
    id,
    property: required(
      open(
        "availability",
        "throughput",
        "errorRate",
        "generalAvailability",
        "endOfSupport",
        "endOfLife",
        "retention",
        "frequency",
        "latency",
        "timeToDetect",
        "timeToNotify",
        "timeToRepair",
      ),
      "What is promised; names ignore case and have two-letter synonyms.",
    ),
    value: required(SCALAR, "The promised value."),
    valueExt: field(SCALAR, "Second value where the promise needs one."),
    unit: field(open("d", "day", "y", "yr", "ISO"), "Unit of the value."),
    element: field(TEXT, "Element it holds for, as object.property; several separated by commas."),
    driver: field(open("regulatory", "analytics", "operational"), "Why it is promised."),
    description: field(TEXT, "The promise in words."),
    scheduler: field(open("cron"), "What checks it."),
    schedule: field(TEXT, "When it is checked."),
    customProperties: { ...customProperties, since: "3.2.0" },
    authoritativeDefinitions: { ...authoritativeDefinitions, since: "3.2.0" },
  },
  { closedSince },
);

const description = record("Description", {
  purpose: field(TEXT, "What the data is for."),
  usage: field(TEXT, "How to use it well."),
  limitations: field(TEXT, "Technical, legal and compliance limits of its use."),
  authoritativeDefinitions,
  customProperties,
});

const members = listOf(common.teamMember);

export const ODCS = record(
  "DataContract",
  {
    apiVersion: required(API_VERSION, "Version of the standard this file follows."),
    kind: required(choice({ "3.0.0": ["DataContract"] }), "Always DataContract."),
    id: required(TEXT, "Unique, opaque and case-sensitive id of the contract."),
    version: required(TEXT, "Version of the contract; quote it, or YAML reads 1.10 as the number 1.1."),
    status: field(STATUSES, "Where the contract is in its life.", { requiredUntil: "3.2.0" }),
    name: field(TEXT, "Display name."),
    tenant: field(TEXT, "Organisation."),
    domain: field(TEXT, "Business domain the contract claims to belong to."),
    dataProduct: field(TEXT, "Name of the data product.", { deprecatedSince: "3.1.0" }),
    description: field(description, "Purpose, limits and use."),
    context,
    schema: field(listOf(schemaObject), "Objects the contract promises."),
    servers: field(listOf(server), "Where the data is."),
    support: field(listOf(support), "Where consumers get help."),
    price: field(price, "What the data costs."),
    team: field(varying(["3.0.0", members], ["3.1.0", either(common.team, members)]), "Who is accountable."),
    roles: field(listOf(role), "Roles that give access."),
    slaDefaultElement: field(TEXT, "Element that service levels hold for by default.", { deprecatedSince: "3.1.0" }),
    slaProperties: field(listOf(slaProperty), "Service levels."),
    contractCreatedTs: field(TIMESTAMP, "When the contract was created, in UTC."),
    ...labels,
  },
  {
    closedSince: "3.0.0",
    hints: {
      quality: "quality rules stand on objects and properties of `schema`",
      classification: "classifications stand on properties of `schema`",
      owner: "the owner is `team.name`, or a member of `team` with the role owner",
      retention: "retention is a service level: an entry of `slaProperties`",
      terms: "terms of use stand in `description.usage` and `description.limitations`",
      dataset: "since 3.0 `dataset` is called `schema`",
      stakeholders: "since 3.0 `stakeholders` is called `team`",
      uuid: "since 3.0 `uuid` is called `id`",
      models: "`models` belongs to the Data Contract Specification; ODCS has `schema`",
    },
  },
);
