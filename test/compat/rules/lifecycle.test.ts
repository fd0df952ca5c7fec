import { expect, test } from "vitest";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { LIFECYCLE_RULES } from "../../../src/compat/rules/lifecycle/index.ts";
import { tellEach } from "./pairs.ts";
import { LIFECYCLE_PAIRS } from "./pairs/lifecycle.ts";

/** That a contract comes or goes as a whole no pair of documents shows. */
const OF_WHOLE = ["contract.added", "contract.removed"];

tellEach(
  LIFECYCLE_PAIRS,
  LIFECYCLE_RULES.filter(({ id }) => !OF_WHOLE.includes(id)),
);

test("a contract comes and goes as a whole", () => {
  const form = contractForm({ id: "orders", version: "1.0.0", schema: [{ name: "orders" }] });
  expect(compareContracts(form, undefined).map(({ ruleId, kind, class: weight }) => [ruleId, kind, weight])).toEqual([
    ["contract.removed", "remove", "breaking"],
  ]);
  expect(compareContracts(undefined, form).map(({ ruleId, kind, class: weight }) => [ruleId, kind, weight])).toEqual([
    ["contract.added", "add", "safe"],
  ]);
});
