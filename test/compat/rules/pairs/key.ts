import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const text = (lines = ""): string => withField(`logicalType: string\n${lines}`);
const fields = (...lines: readonly string[]): string => `
schema:
  - name: orders
    properties: [${lines.map((line) => `{ logicalType: string, ${line} }`).join(", ")}]
`;
const related = (relationship: string): string => text(`relationships: [${relationship}]`);
const between = (from: string, to: string): string => `
schema:
  - name: orders
    properties: [{ name: a, logicalType: string }, { name: b, logicalType: string }]
    relationships: [{ from: [${from}], to: [${to}] }]
`;

/** Pairs for the rules in src/compat/rules/key. */
export const KEY_PAIRS: readonly Example[] = [
  {
    title: "unique goes",
    before: text("unique: true"),
    after: text("unique: false"),
    told: ["field.unique.dropped broken ok breaking major"],
  },
  {
    title: "unique goes from a field that is the key",
    before: fields("name: a, unique: true, primaryKey: true"),
    after: fields("name: a, primaryKey: true"),
    told: [],
  },
  {
    title: "unique as a rule on quality",
    before: text("unique: true"),
    after: text("quality: [{ metric: duplicateValues, mustBe: 0 }]"),
    told: [],
  },
  {
    title: "unique comes",
    before: text(),
    after: text("unique: true"),
    told: ["field.unique.added ok broken safe minor"],
  },
  {
    title: "a key grows",
    before: fields("name: a, primaryKey: true", "name: b"),
    after: fields("name: a, primaryKey: true", "name: b, primaryKey: true"),
    told: ["object.primaryKey.loosened broken ok breaking major"],
  },
  {
    title: "a key grows beside a field that is unique",
    before: fields("name: a, primaryKey: true", "name: b"),
    after: fields("name: a, primaryKey: true, unique: true", "name: b, primaryKey: true"),
    told: ["object.primaryKey.reordered ok ok docs patch"],
  },
  {
    title: "a key goes",
    before: fields("name: a, primaryKey: true"),
    after: fields("name: a"),
    told: ["object.primaryKey.loosened broken ok breaking major"],
  },
  {
    title: "a key goes and its field is unique",
    before: fields("name: a, primaryKey: true"),
    after: fields("name: a, unique: true"),
    told: ["object.primaryKey.reordered ok ok docs patch"],
  },
  {
    title: "a key shrinks",
    before: fields("name: a, primaryKey: true", "name: b, primaryKey: true"),
    after: fields("name: a, primaryKey: true", "name: b"),
    told: ["object.primaryKey.tightened ok broken safe minor"],
  },
  {
    title: "another key",
    before: fields("name: a, primaryKey: true", "name: b"),
    after: fields("name: a", "name: b, primaryKey: true"),
    told: ["object.primaryKey.replaced broken broken breaking major"],
  },
  {
    title: "a key in another order",
    before: fields(
      "name: a, primaryKey: true, primaryKeyPosition: 1",
      "name: b, primaryKey: true, primaryKeyPosition: 2",
    ),
    after: fields(
      "name: a, primaryKey: true, primaryKeyPosition: 2",
      "name: b, primaryKey: true, primaryKeyPosition: 1",
    ),
    told: ["object.primaryKey.reordered ok ok docs patch"],
  },
  {
    title: "a key of a renamed field is the same key",
    before: fields("id: i, name: a, primaryKey: true"),
    after: fields("id: i, name: b, physicalName: a, primaryKey: true"),
    told: ["field.name.changed unknown unknown risky minor"],
  },
  {
    title: "a partition key comes",
    before: text(),
    after: text("partitioned: true\npartitionKeyPosition: 1"),
    told: ["field.partition.changed unknown unknown risky minor"],
  },
  {
    title: "the first position, written out",
    before: text("partitioned: true"),
    after: text("partitioned: true\npartitionKeyPosition: 1"),
    told: [],
  },
  {
    title: "a reference comes",
    before: related(""),
    after: related("{ to: customers.id }"),
    told: ["relationship.added ok broken safe minor"],
  },
  {
    title: "a reference goes",
    before: between("orders.a, orders.b", "c.a, c.b"),
    after:
      "schema: [{ name: orders, properties: [{ name: a, logicalType: string }, { name: b, logicalType: string }] }]",
    told: ["relationship.removed broken ok risky minor"],
  },
  {
    title: "a reference without id leads elsewhere",
    before: related("{ to: customers.id }"),
    after: related("{ to: clients.id }"),
    told: ["relationship.added ok broken safe minor", "relationship.removed broken ok risky minor"],
  },
  {
    title: "a reference with an id leads elsewhere",
    before: related("{ id: r, to: customers.id }"),
    after: related("{ id: r, to: clients.id }"),
    told: ["relationship.retargeted broken broken breaking major"],
  },
  {
    title: "the type of a reference, written out",
    before: related("{ to: customers.id }"),
    after: related("{ type: foreignKey, to: customers.id }"),
    told: [],
  },
];
