import { DEFINITION_TYPES, commonFields } from "./common.ts";
import { API_VERSION } from "./api-version.ts";
import { FLAG, TEXT, TIMESTAMP, URI, choice, field, listOf, open, record, required, varying } from "./shape.ts";

/** Bitol Open Data Product Standard, oldest first. Every object is closed in every version. */
export const ODPS_VERSIONS = ["0.9.0", "1.0.0", "1.1.0"] as const;

const closedSince = "0.9.0";
const LABELS_ON_PORTS = "1.0.0";
const STATUSES = open("proposed", "draft", "active", "deprecated", "retired");

const common = commonFields({
  ids: "1.1.0",
  id: TEXT,
  semantics: "1.1.0",
  closedSince,
  pairsSince: "0.9.0",
  // The text of 0.9 closes the list; 1.0 opened it.
  definitionType: varying(
    ["0.9.0", choice({ "0.9.0": DEFINITION_TYPES.slice(0, 5) })],
    ["1.0.0", open(...DEFINITION_TYPES)],
  ),
  definitionUrl: URI,
});
const { id, labels, tags, customProperties, authoritativeDefinitions, synonyms } = common;

const portLabels = {
  tags: { ...tags, since: LABELS_ON_PORTS },
  customProperties: { ...customProperties, since: LABELS_ON_PORTS },
  authoritativeDefinitions: { ...authoritativeDefinitions, since: LABELS_ON_PORTS },
};

const deprecated = field(FLAG, "Whether new uses are discouraged; default false.", { since: "1.1.0" });
const context = field(common.context, "Guidance for assistants and semantic tools.", { since: "1.1.0" });

export const inputPort = record(
  "InputPort",
  {
    id,
    name: required(TEXT, "Name of the port; name and version together identify it."),
    version: field(TEXT, "Version of the data contract that is read; becomes the version of the port.", {
      requiredUntil: "1.1.0",
    }),
    contractId: field(TEXT, "Id of the data contract that is read.", { requiredUntil: "1.1.0" }),
    deprecated,
    ...portLabels,
  },
  { closedSince },
);

const inputContract = record(
  "InputContract",
  {
    id: required(TEXT, "Id of a data contract that feeds this port."),
    version: required(TEXT, "Its version."),
  },
  { closedSince },
);

const sbom = record(
  "Sbom",
  {
    id,
    type: field(open("external"), "Where the bill of materials is kept; default external."),
    url: field(URI, "Where it is.", { requiredUntil: "1.1.0" }),
    tags: { ...tags, since: "1.1.0" },
    customProperties: { ...customProperties, since: "1.1.0" },
    authoritativeDefinitions: { ...authoritativeDefinitions, since: "1.1.0" },
  },
  { closedSince },
);

const outputPort = record(
  "OutputPort",
  {
    id,
    name: required(TEXT, "Name of the port; name and version together identify it."),
    version: field(TEXT, "Version of the data contract; a new major is one more entry with the same name.", {
      requiredUntil: "1.1.0",
    }),
    contractId: field(TEXT, "Id of the data contract that governs this port."),
    type: field(open("tables", "topic", "files", "api"), "How the data is offered."),
    description: field(TEXT, "What the port offers."),
    inputContracts: field(listOf(inputContract), "Input contracts that feed this port; none listed = all of them."),
    sbom: field(listOf(sbom), "Software bills of materials."),
    deprecated,
    synonyms,
    context,
    ...portLabels,
  },
  { closedSince, hints: { contract: "`contractId` names the contract and `version` its version" } },
);

const managementPort = record(
  "ManagementPort",
  {
    id,
    name: required(TEXT, "Name of the endpoint."),
    content: required(open("discoverability", "observability", "control", "dictionary"), "What it gives access to."),
    type: field(open("rest", "topic"), "How it is reached; default rest."),
    url: field(URI, "Address of the endpoint."),
    channel: field(TEXT, "Channel to talk to the product."),
    description: field(TEXT, "What it is for."),
    deprecated,
    ...labels,
  },
  { closedSince },
);

const support = record(
  "Support",
  {
    id,
    channel: required(TEXT, "Name of the channel."),
    url: required(URI, "Address of the channel: https, mailto, …"),
    description: field(TEXT, "What the channel is for."),
    tool: field(open("email", "slack", "teams", "discord", "ticket", "other"), "What it runs on."),
    scope: field(open("interactive", "announcements", "issues"), "What it is used for."),
    invitationUrl: field(URI, "Where to ask for access."),
    ...labels,
  },
  { closedSince },
);

export const supportChannels = field(listOf(support), "Where consumers get help.");

/** ODPS 1.1 team; 0.9 had a plain list of members. */
export const team = record(
  common.team.name,
  Object.fromEntries(Object.entries(common.team.fields).filter(([key]) => key !== "id")),
  { closedSince },
);

export const description = record(
  "Description",
  {
    purpose: field(TEXT, "What the data is for."),
    limitations: field(TEXT, "Technical, legal and compliance limits of its use."),
    usage: field(TEXT, "How to use it well."),
    authoritativeDefinitions,
    customProperties,
  },
  { closedSince },
);

export const ODPS = record(
  "DataProduct",
  {
    apiVersion: required(API_VERSION, "Version of the standard this file follows."),
    kind: required(choice({ "0.9.0": ["DataProduct"] }), "Always DataProduct."),
    id: required(TEXT, "Unique, opaque and case-sensitive id of the product."),
    name: field(TEXT, "Display name."),
    version: field(TEXT, "Version of the product; quote it, or YAML reads 1.10 as the number 1.1."),
    status: field(STATUSES, "Where the product is in its life.", { requiredUntil: "1.1.0" }),
    domain: field(TEXT, "Business domain the product claims to belong to."),
    tenant: field(TEXT, "Organisation."),
    type: field(open("sourceAligned", "aggregate", "consumerAligned"), "Kind of product.", { since: "1.1.0" }),
    deprecated,
    context,
    synonyms,
    description: field(description, "Purpose, limits and use."),
    inputPorts: field(listOf(inputPort), "What the product reads."),
    outputPorts: field(listOf(outputPort), "What the product offers."),
    managementPorts: field(listOf(managementPort), "Endpoints to manage the product."),
    support: supportChannels,
    team: field(varying(["0.9.0", listOf(common.teamMember)], ["1.0.0", team]), "Who is accountable."),
    productCreatedTs: field(TIMESTAMP, "When the product was created, in UTC."),
    ...labels,
  },
  {
    closedSince,
    hints: {
      owner: "the owner is `team.name`, or a member of `team` with the role owner",
      owners: "the owner is `team.name`, or a member of `team` with the role owner",
      managementInterface: "an early draft called `managementPorts` so",
      slaProperties: "service levels stand in the data contract of an output port",
      schema: "the schema stands in the data contract of an output port",
      classification: "classifications stand on the fields of a data contract",
    },
  },
);

export const odpsCommon = common;
