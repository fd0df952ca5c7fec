import { expect, test } from "vitest";
import { FIELD_RULES } from "../../../src/compat/rules/field/index.ts";
import { differences } from "./example.ts";
import { tellEach } from "./pairs.ts";
import { email, FIELD_PAIRS, fields, RENAMED_FROM } from "./pairs/field.ts";

tellEach(FIELD_PAIRS, FIELD_RULES);

test("a field that says what it was called is renamed", () => {
  const found = differences(email(), fields(`name: mail, logicalType: string, ${RENAMED_FROM}`));
  expect(found.map(({ ruleId, kind, path, fields: told }) => [ruleId, kind, path, told])).toEqual([
    ["field.renamed", "rename", "/schema[orders]/properties[mail]/name", ["orders.email", "orders.mail"]],
  ]);
});

test("a field that has said before what it was called is known by its name", () => {
  const renamed = `name: mail, logicalType: string, ${RENAMED_FROM}`;
  const rules = (before: string, after: string): readonly string[] =>
    differences(before, after).map(({ ruleId }) => ruleId);
  const both = `${email()}      - { ${renamed} }\n`;
  expect(rules(both, both)).toEqual([]);
  expect(rules(both, fields(renamed))).toEqual(["field.removed"]);
});

test.each([
  ["email", "email_address"],
  ["customerId", "customer_id"],
  ["amount", "ammount"],
])("%s looks like %s", (before, after) => {
  const found = differences(fields(`name: ${before}`), fields(`name: ${after}`));
  expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(["field.added", "field.removed"]);
  expect(found.map(({ remedy }) => remedy)).toContain(
    `${after} looks like a rename of ${before}: give it \`meshgate.renamedFrom: ${before}\`.`,
  );
});

test("what looks otherwise is not hinted at", () => {
  const found = differences(fields("name: email"), fields("name: phone"));
  expect(found.map(({ remedy }) => remedy)).toContain("Keep orders.email, and write `deprecated: true` on it first.");
});
