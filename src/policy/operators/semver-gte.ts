import { defineOperator } from "../language/operator.ts";
import { VERSION } from "../language/types.ts";

export const semverGte = defineOperator({
  name: "semverGte",
  summary: "True when the first version is the second or a later one, by the order of Semantic Versioning.",
  examples: [
    [{ semverGte: [{ var: "it.a" }, "1.9.0"] }, { it: { a: "1.10.0" } }, true],
    [{ semverGte: [{ var: "it.a" }, "1.0.0"] }, { it: { a: "1.0.0-rc.1" } }, false],
    [{ semverGte: [{ var: "it.a" }, "v1.0.0"] }, { it: { a: "1.0.0+build.7" } }, true],
    [{ semverGte: [{ var: "it.a" }, "1.0.0"] }, { it: {} }, "missing"],
    [{ semverGte: [{ var: "it.a" }, "1.0.0"] }, { it: { a: "1.0" } }, "error"],
  ],
  arguments: [
    { name: "left", type: VERSION, polarity: "up" },
    { name: "right", type: VERSION, polarity: "down" },
  ],
  result: "boolean",
  apply: (left, right) => left.compare(right) >= 0,
});
