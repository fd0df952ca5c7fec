import type { Example } from "../example.ts";

export const fields = (...entries: readonly string[]): string => `
schema:
  - name: orders
    properties:
      - { name: id, logicalType: integer, required: true }
${entries.map((entry) => `      - { ${entry} }`).join("\n")}
`;
export const email = (said = ""): string => fields(`name: email, logicalType: string${said === "" ? "" : `, ${said}`}`);
const ZIP = "{ name: zip, id: z1, logicalType: string }";
export const RENAMED_FROM = "customProperties: [{ property: meshgate.renamedFrom, value: email }]";

/** Pairs for the rules in src/compat/rules/field. */
export const FIELD_PAIRS: readonly Example[] = [
  { title: "an optional field comes", before: fields(), after: email(), told: ["field.added ok ok safe minor"] },
  {
    title: "a required field comes",
    before: fields(),
    after: email("required: true"),
    told: ["field.added.required ok broken safe minor"],
  },
  {
    title: "an optional field goes",
    before: email(),
    after: fields(),
    told: ["field.removed broken ok breaking major"],
  },
  {
    title: "a required field goes",
    before: email("required: true"),
    after: fields(),
    told: ["field.removed.required broken ok breaking major"],
  },
  {
    title: "of a new object of fields only the object is told",
    before: fields(),
    after: fields(`name: address, logicalType: object, properties: [${ZIP}]`),
    told: ["field.added ok ok safe minor"],
  },
  {
    title: "a field comes at any depth",
    before: fields("name: lines, logicalType: array, items: { logicalType: object, properties: [{ name: sku }] }"),
    after: fields(
      "name: lines, logicalType: array, items: { logicalType: object, properties: [{ name: sku }, { name: n }] }",
    ),
    told: ["field.added ok ok safe minor"],
  },
  {
    title: "a field is renamed by its id",
    before: email("id: e1"),
    after: fields("name: mail, id: e1, logicalType: string"),
    told: ["field.renamed broken broken breaking major"],
  },
  {
    title: "only the logical name changes",
    before: fields("name: email, id: e1, physicalName: EM, logicalType: string"),
    after: fields("name: mail, id: e1, physicalName: EM, logicalType: string"),
    told: ["field.name.changed unknown unknown risky minor"],
  },
  {
    title: "only the physical name changes",
    before: email("physicalName: EM"),
    after: email("physicalName: EMAIL"),
    told: ["field.physicalName.changed broken broken breaking major"],
  },
  { title: "the physical name is the name", before: email(), after: email("physicalName: email"), told: [] },
  {
    title: "a nested field is flattened, its parent stays",
    before: fields(`name: address, logicalType: object, properties: [{ name: city }, ${ZIP}]`),
    after: fields("name: address, logicalType: object, properties: [{ name: city }]", ZIP.slice(1, -1)),
    told: ["field.moved broken broken breaking major"],
  },
  {
    title: "a nested field is flattened, its parent goes",
    before: fields(`name: address, logicalType: object, properties: [${ZIP}]`),
    after: fields(ZIP.slice(1, -1)),
    told: ["field.moved broken broken breaking major", "field.removed broken ok breaking major"],
  },
  {
    title: "without an id a moved field is another field",
    before: fields("name: address, logicalType: object, properties: [{ name: city }, { name: zip }]"),
    after: fields("name: address, logicalType: object, properties: [{ name: city }]", "name: zip"),
    told: ["field.added ok ok safe minor", "field.removed broken ok breaking major"],
  },
  {
    title: "a column becomes a measure",
    before: email(),
    after: email("semanticType: measure"),
    told: ["field.semanticType.changed broken broken breaking major"],
  },
  {
    title: "a column becomes a dimension",
    before: email("semanticType: column"),
    after: email("semanticType: dimension"),
    told: ["field.semanticType.changed unknown unknown risky minor"],
  },
  { title: "column is the default", before: email(), after: email("semanticType: column"), told: [] },
  {
    title: "a field is derived otherwise",
    before: email("transformLogic: lower(mail)"),
    after: email("transformLogic: trim(mail)"),
    told: ["field.derivation.changed unknown unknown risky minor"],
  },
  {
    title: "it is said how a field is derived",
    before: email(),
    after: email("transformSourceObjects: [crm.mails]"),
    told: ["field.derivation.added ok unknown safe minor"],
  },
  {
    title: "it is not said any more how a field is derived",
    before: email("transformSourceObjects: [crm.mails]"),
    after: email(),
    told: ["field.derivation.dropped unknown ok risky minor"],
  },
  {
    title: "sources have no order",
    before: email("transformSourceObjects: [a, b]"),
    after: email("transformSourceObjects: [b, a]"),
    told: [],
  },
  {
    title: "the encrypted twin has another name",
    before: email("encryptedName: email_x"),
    after: email("encryptedName: email_y"),
    told: ["field.encryptedName.changed broken broken risky minor"],
  },
  {
    title: "an encrypted twin comes",
    before: email(),
    after: email("encryptedName: email_x"),
    told: ["field.encryptedName.added ok broken safe minor"],
  },
  {
    title: "the encrypted twin goes",
    before: email("encryptedName: email_x"),
    after: email(),
    told: ["field.encryptedName.dropped broken ok risky minor"],
  },
  {
    title: "a field becomes critical",
    before: email(),
    after: email("criticalDataElement: true"),
    told: ["field.critical.added ok ok safe minor"],
  },
  {
    title: "a field is critical no more",
    before: email("criticalDataElement: true"),
    after: email("criticalDataElement: false"),
    told: ["field.critical.dropped ok ok safe minor"],
  },
  { title: "not critical is the default", before: email(), after: email("criticalDataElement: false"), told: [] },
  {
    title: "a field is deprecated",
    before: email(),
    after: email("deprecated: true"),
    told: ["field.deprecated.added ok ok safe minor"],
  },
  {
    title: "a field is not deprecated any more",
    before: email("deprecated: true"),
    after: email(),
    told: ["field.deprecated.dropped ok ok safe minor"],
  },
  { title: "not deprecated is the default", before: email(), after: email("deprecated: false"), told: [] },
  {
    title: "a description goes",
    before: email("description: Where to write to"),
    after: email(),
    told: ["field.words.changed ok ok docs patch"],
  },
  { title: "tags have no order", before: email("tags: [a, b]"), after: email("tags: [b, a]"), told: [] },
  {
    title: "fields have no order",
    before: fields("name: a", "name: b"),
    after: fields("name: b", "name: a"),
    told: [],
  },
];
