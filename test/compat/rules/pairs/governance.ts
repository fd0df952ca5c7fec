import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const field = (lines = ""): string => withField(`logicalType: string\n${lines}`);
const custom = (name: string, value: string): string => `customProperties: [{ property: ${name}, value: ${value} }]`;
const object = (lines: string): string => `schema:\n  - name: orders\n    ${lines}`;
const price = (amount: string, more = "priceCurrency: EUR, priceUnit: gigabyte"): string =>
  `price: { priceAmount: ${amount}, ${more} }`;
const role = (more = ""): string => `roles: [{ role: reader, access: read${more} }]`;
const server = (more = ""): string => `servers: [{ server: a, type: kafka, host: b${more} }]`;

const RAISED = ["field.classification.raised unknown ok risky minor"];
const META = "contract.custom.changed ok ok docs patch";

/** Pairs for the rules in src/compat/rules/governance. */
export const GOVERNANCE_PAIRS: readonly Example[] = [
  {
    title: "a field is guarded more",
    before: field("classification: internal"),
    after: field("classification: Confidential"),
    told: RAISED,
  },
  { title: "a field is classified", before: field(), after: field("classification: restricted"), told: RAISED },
  {
    title: "a field is guarded less",
    before: field("classification: restricted"),
    after: field("classification: public"),
    told: ["field.classification.lowered ok unknown safe minor"],
  },
  {
    title: "a class that nobody knows",
    before: field("classification: public"),
    after: field("classification: c3"),
    told: ["field.classification.changed unknown unknown risky minor"],
  },
  {
    title: "what is not classified is public",
    before: field(),
    after: field("classification: public"),
    told: ["field.classification.changed ok ok docs patch"],
  },
  {
    title: "a field is about people",
    before: field(),
    after: field(custom("meshgate.personal", "true")),
    told: ["field.personal.added unknown ok risky minor"],
  },
  {
    title: "a field is not about people any more",
    before: field("tags: [PII]"),
    after: field("tags: []"),
    told: ["field.personal.dropped ok unknown safe minor", "field.words.changed ok ok docs patch"],
  },
  {
    title: "another mark for data about people",
    before: field(custom("pii", "true")),
    after: field(custom("personal", "true")),
    told: [],
  },
  { title: "a role comes", before: "id: a", after: role(), told: ["role.added ok broken safe minor"] },
  { title: "a role goes", before: role(), after: "id: a", told: ["role.removed broken ok risky minor"] },
  {
    title: "a role of a server goes",
    before: server(", roles: [{ role: reader }]"),
    after: server(),
    told: ["role.removed broken ok risky minor"],
  },
  {
    title: "a role has another name",
    before: "roles: [{ id: r, role: reader }]",
    after: "roles: [{ id: r, role: viewer }]",
    told: ["role.renamed broken broken risky minor"],
  },
  {
    title: "a role gives other access",
    before: role(),
    after: role().replace("read }", "write }"),
    told: ["role.access.changed unknown unknown risky minor"],
  },
  {
    title: "others approve",
    before: role(),
    after: role(", firstLevelApprovers: ann"),
    told: ["role.approvers.changed ok ok docs patch"],
  },
  {
    title: "a role in other words",
    before: role(),
    after: role(", description: reads"),
    told: ["role.words.changed ok ok docs patch"],
  },
  { title: "a higher price", before: price("5"), after: price("6"), told: ["contract.price.raised ok ok risky minor"] },
  { title: "a price at all", before: "id: a", after: price("5"), told: ["contract.price.raised ok ok risky minor"] },
  { title: "a lower price", before: price("5"), after: price("4"), told: ["contract.price.lowered ok ok safe minor"] },
  { title: "the same price", before: price("5"), after: price("5.0"), told: [] },
  {
    title: "another currency",
    before: price("5"),
    after: price("4", "priceCurrency: USD, priceUnit: gigabyte"),
    told: ["contract.price.changed ok ok risky minor"],
  },
  {
    title: "other limitations and usage",
    before: "description: { limitations: none, usage: a, purpose: p }",
    after: "description: { limitations: some, usage: b, purpose: p }",
    told: ["contract.terms.changed ok ok docs patch", "contract.terms.changed ok ok docs patch"],
  },
  {
    title: "another team",
    before: "team: { name: a }",
    after: "team: { name: b }",
    told: ["contract.team.changed ok ok docs patch"],
  },
  {
    title: "a key of the team that is called as one of ours",
    isOdd: true,
    before: "team: { place: a }",
    after: "team: { place: b }",
    told: ["contract.team.changed ok ok docs patch"],
  },
  {
    title: "another channel",
    before: "support: [{ channel: a }]",
    after: "support: [{ channel: a, url: 'https://a' }]",
    told: ["contract.support.changed ok ok docs patch"],
  },
  {
    title: "channels in another order",
    before: "support: [{ channel: a }, { channel: b }]",
    after: "support: [{ channel: b }, { channel: a }]",
    told: [],
  },
  {
    title: "the last channel goes",
    before: "support: [{ channel: a }]",
    after: "support: []",
    told: ["contract.support.lost ok ok risky patch"],
  },
  {
    title: "a channel comes",
    before: "support: []",
    after: "support: [{ channel: a }]",
    told: ["contract.support.gained ok ok docs patch"],
  },
  {
    title: "another domain",
    before: "domain: a",
    after: "domain: b",
    told: ["contract.domain.changed unknown unknown risky minor"],
  },
  {
    title: "another tenant",
    before: "tenant: a",
    after: "tenant: b",
    told: ["contract.tenant.changed unknown unknown risky minor"],
  },
  {
    title: "another name of the contract",
    before: "name: a",
    after: "name: b",
    told: ["contract.words.changed ok ok docs patch"],
  },
  { title: "a custom property", before: custom("color", "1"), after: custom("color", "2"), told: [META] },
  {
    title: "custom properties in another order",
    before: "customProperties: [{ property: a, value: 1 }, { property: b, value: 2 }]",
    after: "customProperties: [{ property: b, value: 2 }, { property: a, value: 1 }]",
    told: [],
  },
  {
    title: "a custom property of an object",
    before: object(custom("color", "1")),
    after: object(custom("color", "2")),
    told: ["object.custom.changed ok ok docs patch"],
  },
  {
    title: "a custom property of a field",
    before: field(custom("color", "1")),
    after: field(custom("color", "2")),
    told: ["field.custom.changed ok ok docs patch"],
  },
  {
    title: "another unit",
    before: field(custom("Unit", "m")),
    after: field(custom("Unit", "km")),
    told: ["field.meaning.changed unknown unknown risky minor"],
  },
  {
    title: "another currency of an object",
    before: object(custom("currency", "EUR")),
    after: object(custom("currency", "USD")),
    told: ["object.meaning.changed unknown unknown risky minor"],
  },
  {
    title: "another time zone of everything",
    before: custom("timezone", "UTC"),
    after: custom("timezone", "CET"),
    told: ["contract.meaning.changed unknown unknown risky minor"],
  },
];
