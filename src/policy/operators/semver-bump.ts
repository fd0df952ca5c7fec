import { defineOperator } from "../language/operator.ts";
import { VERSION } from "../language/types.ts";
import { bumpBetween } from "../values/version.ts";

export const semverBump = defineOperator({
  name: "semverBump",
  summary: "Which part of a version rose from the first to the second: none, patch, minor, major, or lowered.",
  examples: [
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "2.0.0" } }, "major"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "1.3.0" } }, "minor"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "1.2.4" } }, "patch"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "1.2.3+build.2" } }, "none"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "1.2.3-rc.1" } }, "lowered"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: {} }, "missing"],
    [{ semverBump: ["1.2.3", { var: "it.a" }] }, { it: { a: "two" } }, "error"],
  ],
  arguments: [
    { name: "before", type: VERSION },
    { name: "after", type: VERSION },
  ],
  result: "text",
  gives: { words: ["none", "patch", "minor", "major", "lowered"] },
  apply: bumpBetween,
});
