import { among } from "../language/equality.ts";
import { defineOperator } from "../language/operator.ts";
import { SCALAR, SCALARS } from "../language/types.ts";

export const memberOf = defineOperator({
  name: "in",
  summary: "True when the list contains the value. For a part of a text use `contains`.",
  examples: [
    [{ in: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: "y" } }, true],
    [{ in: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: "z" } }, false],
    [{ in: ["x", { var: "it.list" }] }, { it: { list: [] } }, false],
    [{ in: [{ var: "it.a" }, ["x"]] }, { it: {} }, "missing"],
    [{ in: ["pii", { var: "it.a" }] }, { it: { a: "not-pii" } }, "error"],
    [{ in: [{ var: "it.a" }, ["1", "2"]] }, { it: { a: 1 } }, "error"],
  ],
  arguments: [
    { name: "value", type: SCALAR },
    { name: "list", type: SCALARS, filled: true, polarity: "up" },
  ],
  result: "boolean",
  cost: (_, list) => list.length / 10,
  apply: (value, list) => among("in", value, list),
});
