import { defineOperator } from "../language/operator.ts";
import { SCALAR } from "../language/types.ts";
import { parseVersion } from "../values/version.ts";

export const semverValid = defineOperator({
  name: "semverValid",
  summary: "True when the value is a semantic version. A leading `v` is ignored.",
  examples: [
    [{ semverValid: { var: "it.a" } }, { it: { a: "1.4.0-beta.1" } }, true],
    [{ semverValid: { var: "it.a" } }, { it: { a: "v1.4.0" } }, true],
    [{ semverValid: { var: "it.a" } }, { it: { a: "1.4" } }, false],
    [{ semverValid: { var: "it.a" } }, { it: { a: 1.4 } }, false],
    [{ semverValid: { var: "it.a" } }, { it: {} }, "missing"],
    [{ semverValid: { var: "it.a" } }, { it: { a: ["1.4.0"] } }, "error"],
  ],
  arguments: [{ name: "value", type: SCALAR }],
  result: "boolean",
  apply: (value) => typeof value === "string" && parseVersion(value) !== undefined,
});
