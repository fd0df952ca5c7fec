import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { quote, show } from "../language/show.ts";
import { CLASSIFICATIONS, SCALARS } from "../language/types.ts";

const LEVELS = ["public", "internal", "personal"];

export const maxLevel = defineOperator({
  name: "maxLevel",
  summary:
    "The most sensitive classification of a list, by the order in guild.classifications. An empty list has none.",
  examples: [
    [
      { maxLevel: { var: "it.a" } },
      { it: { a: ["internal", "personal", "public"] }, guild: { classifications: LEVELS } },
      "personal",
    ],
    [{ maxLevel: [{ var: "it.a" }] }, { it: { a: ["public"] }, guild: { classifications: LEVELS } }, "public"],
    [
      { atLeast: [{ maxLevel: { var: "it.a" } }, "internal"] },
      { it: { a: ["public"] }, guild: { classifications: LEVELS } },
      false,
    ],
    [{ maxLevel: { var: "it.a" } }, { it: {}, guild: { classifications: LEVELS } }, "missing"],
    [{ maxLevel: { var: "it.a" } }, { it: { a: ["secret"] }, guild: { classifications: LEVELS } }, "error"],
    [{ maxLevel: { var: "it.a" } }, { it: { a: [] }, guild: { classifications: LEVELS } }, "error"],
  ],
  arguments: [
    { name: "list", type: CLASSIFICATIONS, polarity: "up" },
    { name: "order", type: SCALARS, fact: ["guild", "classifications"] },
  ],
  result: "text",
  cost: (list, order) => (list.length * order.length) / 10,
  apply(list, order) {
    const unknown = list.find((level) => !order.includes(level));
    if (unknown !== undefined)
      return failed(`maxLevel knows no classification ${quote(unknown)}; the guild has ${show([...order])}`);
    const highest = [...order].reverse().find((level) => list.some((one) => one === level));
    return highest ?? failed("maxLevel finds nothing in an empty list");
  },
});
