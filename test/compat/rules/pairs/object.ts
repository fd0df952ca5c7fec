import type { Example } from "../example.ts";

export const FIELDS = "properties: [{ name: a, logicalType: string }, { name: b, logicalType: string }]";
export const objects = (...entries: readonly string[]): string => `
schema:
  - { name: customers, ${FIELDS} }
${entries.map((entry) => `  - { ${entry} }`).join("\n")}
`;
const orders = (said = ""): string => objects(`name: orders, ${FIELDS}${said === "" ? "" : `, ${said}`}`);
const csv = (format: string, ...names: readonly string[]): string => `
servers: [{ server: prod, type: s3, location: "s3://orders", format: ${format} }]
schema:
  - name: orders
    properties: [${names.map((name) => `{ name: ${name}, logicalType: string }`).join(", ")}]
`;

/** Pairs for the rules in src/compat/rules/object. */
export const OBJECT_PAIRS: readonly Example[] = [
  { title: "an object comes", before: objects(), after: orders(), told: ["object.added ok ok safe minor"] },
  { title: "an object goes", before: orders(), after: objects(), told: ["object.removed broken ok breaking major"] },
  {
    title: "an object is renamed by its id",
    before: orders("id: o1"),
    after: objects(`name: purchases, id: o1, ${FIELDS}`),
    told: ["object.renamed broken broken breaking major"],
  },
  {
    title: "another object has another id",
    before: orders("id: o1"),
    after: objects(`name: purchases, id: o2, ${FIELDS}`),
    told: ["object.added ok ok safe minor", "object.removed broken ok breaking major"],
  },
  {
    title: "only the logical name changes",
    before: objects(`name: orders, id: o1, physicalName: ORD, ${FIELDS}`),
    after: objects(`name: purchases, id: o1, physicalName: ORD, ${FIELDS}`),
    told: ["object.name.changed unknown unknown risky minor"],
  },
  {
    title: "only the physical name changes",
    before: orders("physicalName: ORD"),
    after: orders("physicalName: ORD_V2"),
    told: ["object.physicalName.changed broken broken breaking major"],
  },
  { title: "the physical name is the name", before: orders(), after: orders("physicalName: orders"), told: [] },
  {
    title: "a table becomes a view",
    before: orders("physicalType: table"),
    after: orders("physicalType: view"),
    told: ["object.physicalType.changed unknown unknown risky minor"],
  },
  {
    title: "a table becomes a topic",
    before: orders("physicalType: table"),
    after: orders("physicalType: topic"),
    told: ["object.physicalType.changed broken broken breaking major"],
  },
  {
    title: "a topic is said where nothing was",
    before: orders(),
    after: orders("physicalType: topic"),
    told: ["object.physicalType.changed unknown unknown risky minor"],
  },
  {
    title: "only the case of the physical type differs",
    before: orders("physicalType: TABLE"),
    after: orders("physicalType: table"),
    told: [],
  },
  {
    title: "the grain is another one",
    before: orders("dataGranularityDescription: one row per order"),
    after: orders("dataGranularityDescription: one row per line"),
    told: ["object.granularity.changed unknown unknown risky minor"],
  },
  {
    title: "the grain is said",
    before: orders(),
    after: orders("dataGranularityDescription: one row per line"),
    told: ["object.granularity.added ok unknown safe minor"],
  },
  {
    title: "the grain is not said any more",
    before: orders("dataGranularityDescription: one row per line"),
    after: orders(),
    told: ["object.granularity.dropped unknown ok risky minor"],
  },
  {
    title: "columns of a file that may have no header are exchanged",
    before: csv("csv", "a", "b"),
    after: csv("csv", "b", "a"),
    told: ["object.order.changed unknown unknown risky minor"],
  },
  {
    title: "columns with names are exchanged",
    before: csv("parquet", "a", "b"),
    after: csv("parquet", "b", "a"),
    told: [],
  },
  {
    title: "an object is deprecated",
    before: orders(),
    after: orders("deprecated: true"),
    told: ["object.deprecated.added ok ok safe minor"],
  },
  {
    title: "an object is not deprecated any more",
    before: orders("deprecated: true"),
    after: orders("deprecated: false"),
    told: ["object.deprecated.dropped ok ok safe minor"],
  },
  { title: "deprecated: false is the default", before: orders(), after: orders("deprecated: false"), told: [] },
  {
    title: "other words",
    before: orders("description: Orders"),
    after: orders("businessName: Orders"),
    told: ["object.words.changed ok ok docs patch"],
  },
  {
    title: "tags have no order",
    before: orders("tags: [a, b]"),
    after: orders("tags: [b, a]"),
    told: [],
  },
];
