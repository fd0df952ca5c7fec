import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const object = (more: string): string =>
  `schema: [{ name: orders, ${more}properties: [{ name: id, logicalType: integer }] }]`;
const derived = (more: string): string =>
  `schema: [{ name: orders, properties: [{ name: email, logicalType: string${more} }] }]`;

/** Pairs that touch the keys of rules that no other pair nearly hits. */
export const NEAR_PAIRS: readonly Example[] = [
  {
    title: "a vector becomes a list, with all that was said of it",
    before: withField(
      "logicalType: vector\nlogicalTypeOptions: { dimensions: 8, embeddingModel: a, embeddingModelVersion: '1', distanceMetric: cosine }",
    ),
    after: withField("logicalType: array\nlogicalTypeOptions: { maxItems: 8 }\nitems: { logicalType: number }"),
    told: ["field.type.reshaped broken broken breaking major", "field.bound.tightened ok broken safe minor"],
  },
  {
    title: "a map becomes an object",
    before: withField("logicalType: map\nmap: { key: { logicalType: string }, value: { logicalType: string } }"),
    after: withField("logicalType: object\nproperties: [{ name: a, logicalType: string }]"),
    told: ["field.type.reshaped broken broken breaking major"],
  },
  {
    title: "the logical type of keys is not said any more",
    before: withField(
      "logicalType: map\nmap: { key: { logicalType: string, physicalType: varchar }, value: { logicalType: string } }",
    ),
    after: withField("logicalType: map\nmap: { key: { physicalType: varchar }, value: { logicalType: string } }"),
    told: ["field.type.dropped unknown ok risky minor"],
  },
  {
    title: "tags of an object",
    before: object("tags: [a, b], "),
    after: object("tags: [a, c], "),
    told: ["object.words.changed ok ok docs patch"],
  },
  {
    title: "tags of an object in another order",
    before: object("tags: [a, b], "),
    after: object("tags: [b, a], "),
    told: [],
  },
  { title: "tags", before: "tags: [a, b]", after: "tags: [a, c]", told: ["contract.words.changed ok ok docs patch"] },
  { title: "tags in another order", before: "tags: [a, b]", after: "tags: [b, a]", told: [] },
  {
    title: "it is said how an existing field is made",
    before: derived(""),
    after: derived(", transformLogic: lower(a)"),
    told: ["field.derivation.added ok unknown safe minor"],
  },
  {
    title: "one rule for another",
    before: withField(
      "logicalType: string\nquality: [{ metric: nullValues, mustBeLessThan: 5, dimension: completeness }]",
    ),
    after: withField(
      "logicalType: string\nquality: [{ metric: duplicateValues, mustBeLessThan: 5, dimension: uniqueness }]",
    ),
    told: ["quality.added ok broken safe minor", "quality.removed broken ok risky minor"],
  },
  {
    title: "one service level for another",
    before: "slaProperties: [{ property: latency, value: 2, unit: h, scheduler: cron, schedule: '0 20 * * *' }]",
    after: "slaProperties: [{ property: frequency, value: 2, unit: h, scheduler: cron, schedule: '0 21 * * *' }]",
    told: ["serviceLevel.added ok broken safe minor", "serviceLevel.removed broken ok breaking major"],
  },
  {
    title: "one role for another",
    before: "roles: [{ role: reader, access: read, description: reads, firstLevelApprovers: ann }]",
    after: "roles: [{ role: writer, access: write, description: writes, firstLevelApprovers: bob }]",
    told: ["role.added ok broken safe minor", "role.removed broken ok risky minor"],
  },
  {
    title: "channels in another order",
    before: "support: [{ channel: a, url: 'https://a' }, { channel: b, url: 'https://b' }]",
    after: "support: [{ channel: b, url: 'https://b' }, { channel: a, url: 'https://a' }]",
    told: [],
  },
  {
    title: "nothing is said, in more words",
    before: "description: { purpose: p }",
    after: 'domain: ""\ntenant: ""\ndescription: { purpose: p, limitations: "", usage: "" }',
    told: [],
  },
];
