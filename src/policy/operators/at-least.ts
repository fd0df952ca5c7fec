import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { quote, show } from "../language/show.ts";
import { CLASSIFICATION, SCALARS } from "../language/types.ts";

const LEVELS = ["public", "internal", "personal"];

export const atLeast = defineOperator({
  name: "atLeast",
  summary:
    "True when the classification is as sensitive as the minimum or more, by the order in guild.classifications.",
  examples: [
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: { a: "personal" }, guild: { classifications: LEVELS } }, true],
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: { a: "internal" }, guild: { classifications: LEVELS } }, true],
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: { a: "public" }, guild: { classifications: LEVELS } }, false],
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: {}, guild: { classifications: LEVELS } }, "missing"],
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: { a: "public" } }, "missing"],
    [{ atLeast: [{ var: "it.a" }, "internal"] }, { it: { a: "secret" }, guild: { classifications: LEVELS } }, "error"],
  ],
  arguments: [
    { name: "classification", type: CLASSIFICATION, polarity: "up" },
    { name: "minimum", type: CLASSIFICATION, polarity: "down" },
    { name: "order", type: SCALARS, fact: ["guild", "classifications"] },
  ],
  result: "boolean",
  apply(classification, minimum, order) {
    const unknown = [classification, minimum].find((level) => !order.includes(level));
    if (unknown === undefined) return order.indexOf(classification) >= order.indexOf(minimum);
    return failed(`atLeast knows no classification ${quote(unknown)}; the guild has ${show([...order])}`);
  },
});
