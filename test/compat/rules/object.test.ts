import { expect, test } from "vitest";
import { OBJECT_RULES } from "../../../src/compat/rules/object/index.ts";
import { differences } from "./example.ts";
import { tellEach } from "./pairs.ts";
import { FIELDS, OBJECT_PAIRS, objects } from "./pairs/object.ts";

tellEach(OBJECT_PAIRS, OBJECT_RULES);

test("an object that looks like a rename is hinted at", () => {
  const found = differences(objects(`name: orders, ${FIELDS}`), objects(`name: orders_v2, ${FIELDS}`));
  expect(found.map(({ remedy }) => remedy)).toContain(
    "orders_v2 looks like a rename of orders: give it `meshgate.renamedFrom: orders`.",
  );
});
