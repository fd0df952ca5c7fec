import { expect, test } from "vitest";
import { TYPE_RULES } from "../../../src/compat/rules/type/index.ts";
import { differences } from "./example.ts";
import { tellEach } from "./pairs.ts";
import { physical, TYPE_PAIRS } from "./pairs/type.ts";

tellEach(TYPE_PAIRS, TYPE_RULES);

test.each([
  ["int", "bigint", 2 ** 31, undefined],
  ["bigint", "int", undefined, 2 ** 31],
  ["varchar(3)", "varchar(9)", "xxxx", undefined],
  ["int", "varchar(9)", "x", 1],
  ["'decimal(4,2)'", "'decimal(6,2)'", 100, undefined],
  ["'decimal(4,2)'", "'decimal(8,4)'", 100, undefined],
  ["geography", "geometry", undefined, undefined],
  ["int\nlogicalType: integer", "''\nlogicalType: integer", 2 ** 31, undefined],
])("rows show that %s and %s differ", (before, after, arrives, stored) => {
  const [found] = differences(physical(before), physical(after));
  const row = (value: unknown): unknown => (value === undefined ? undefined : { orders: { id: 1, f: value } });
  expect(found?.axes.consumer.witness).toEqual(row(arrives));
  expect(found?.axes.producer.witness).toEqual(row(stored));
});

test("the texts of both types differ", () => {
  const told = TYPE_PAIRS.flatMap(({ before, after }) => differences(before, after));
  expect(told.filter((one) => one.before === one.after).map(({ message }) => message)).toEqual([]);
});
