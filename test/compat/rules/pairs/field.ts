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
const aliases = (...names: readonly string[]): string =>
  `customProperties: [{ property: meshgate.aliases, value: [${names.join(", ")}] }]`;
const mail = (said: string): string => fields(`name: mail, logicalType: string${said === "" ? "" : `, ${said}`}`);
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
  {
    title: "a renamed field goes on under its old name",
    before: email(),
    after: mail(aliases("email")),
    told: ["field.renamed.aliased ok broken safe minor"],
  },
  {
    title: "a field that is renamed by its id goes on under its old name",
    before: email("id: e1"),
    after: mail(`id: e1, ${aliases("email")}`),
    told: ["field.renamed.aliased ok broken safe minor"],
  },
  {
    title: "a field keeps only what was an alias",
    before: email(aliases("mail")),
    after: mail(""),
    told: ["field.renamed.toAlias broken ok breaking major"],
  },
  {
    title: "a field is called as it is stored, which was an alias",
    before: email(`physicalName: mail, ${aliases("mail")}`),
    after: mail(""),
    told: ["field.renamed.toAlias unknown ok risky minor"],
  },
  {
    title: "name and alias change places",
    before: email(aliases("mail")),
    after: mail(aliases("email")),
    told: ["field.renamed.swapped ok ok docs patch"],
  },
  {
    title: "one alias may be a text",
    before: email(aliases("mail")),
    after: email("customProperties: [{ property: meshgate.aliases, value: mail }]"),
    told: [],
  },
  {
    title: "a field gets another alias",
    before: email(aliases("mail")),
    after: email(aliases("mail", "e_mail")),
    told: ["field.alias.added ok broken safe minor"],
  },
  {
    title: "aliases have no order, and none is the name",
    before: email(aliases("mail", "e_mail", "email")),
    after: email(aliases("e_mail", "mail", "mail")),
    told: [],
  },
  {
    title: "the old name goes on, and another alias goes",
    before: email(aliases("e_mail")),
    after: mail(aliases("email")),
    told: ["field.renamed.aliased ok broken safe minor", "field.alias.removed broken ok breaking major"],
  },
  {
    title: "a field that is renamed by its id keeps only another alias",
    before: email(`id: e1, ${aliases("x")}`),
    after: mail(`id: e1, ${aliases("x")}`),
    told: ["field.renamed broken broken breaking major"],
  },
  {
    title: "a field is stored under another name, and goes on under the old one",
    before: email("physicalName: EM"),
    after: email(`physicalName: EMAIL, ${aliases("EM")}`),
    told: ["field.renamed.aliased ok broken safe minor"],
  },
  {
    title: "the alias is the name, not what it was stored as",
    before: email("physicalName: EM"),
    after: mail(`physicalName: EMAIL, ${aliases("email")}`),
    told: ["field.renamed.aliased ok broken safe minor", "field.physicalName.changed broken broken breaking major"],
  },
  {
    title: "the alias is what it was stored as, not the name",
    before: email("id: e1, physicalName: EM"),
    after: mail(`id: e1, physicalName: EMAIL, ${aliases("EM")}`),
    told: ["field.name.changed unknown unknown risky minor", "field.renamed.aliased ok broken safe minor"],
  },
  {
    title: "both names go on",
    before: email("physicalName: EM"),
    after: mail(`physicalName: EMAIL, ${aliases("EM", "email")}`),
    told: ["field.renamed.aliased ok broken safe minor", "field.renamed.aliased ok broken safe minor"],
  },
  {
    title: "a field is called otherwise, and the name that it is stored as is an alias",
    before: email(),
    after: mail(`physicalName: email, ${aliases("email")}`),
    told: ["field.renamed.aliased ok unknown safe minor"],
  },
  {
    title: "what was delivered as an alias is only called so now",
    before: email(`physicalName: EM, ${aliases("mail")}`),
    after: mail(`physicalName: EM, ${aliases("email")}`),
    told: [
      "field.renamed.swapped ok ok docs patch",
      "field.alias.added ok broken safe minor",
      "field.alias.removed broken ok breaking major",
    ],
  },
  {
    title: "an alias becomes a field",
    before: email(aliases("mail")),
    after: fields("name: email, logicalType: string", "name: mail, logicalType: string"),
    told: ["field.alias.removed broken ok breaking major", "field.added ok ok safe minor"],
  },
  {
    title: "what two fields go by names none of them",
    before: fields("name: email"),
    after: fields(`name: mail, ${aliases("email")}`, `name: post, ${aliases("email")}`),
    told: ["field.removed broken ok breaking major", "field.added ok ok safe minor", "field.added ok ok safe minor"],
  },
  {
    title: "two fields do not become one by its aliases",
    before: fields("name: a", "name: b"),
    after: fields(`name: c, ${aliases("a", "b")}`),
    told: [
      "field.removed broken ok breaking major",
      "field.removed broken ok breaking major",
      "field.added ok ok safe minor",
    ],
  },
  {
    title: "what is no list of names is no alias",
    before: email(),
    after: mail("customProperties: [{ property: meshgate.aliases, value: { email: true } }]"),
    told: ["field.removed broken ok breaking major", "field.added ok ok safe minor"],
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
