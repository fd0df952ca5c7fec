import { defineOperator } from "../language/operator.ts";
import { RANGE, VERSION } from "../language/types.ts";

export const semverSatisfies = defineOperator({
  name: "semverSatisfies",
  summary:
    "True when the version lies in the range, as npm reads it: a pre-release only where the range names one of its version.",
  examples: [
    [{ semverSatisfies: [{ var: "it.a" }, "^1.2.0"] }, { it: { a: "1.10.0" } }, true],
    [{ semverSatisfies: [{ var: "it.a" }, "^1.2.0"] }, { it: { a: "2.0.0" } }, false],
    [{ semverSatisfies: [{ var: "it.a" }, ">=1.0.0 <2.0.0 || 3.x"] }, { it: { a: "v3.1.4" } }, true],
    [{ semverSatisfies: [{ var: "it.a" }, ">=1.0.0"] }, { it: { a: "1.1.0-rc.1" } }, false],
    [{ semverSatisfies: [{ var: "it.a" }, ">=1.1.0-rc.0"] }, { it: { a: "1.1.0-rc.1" } }, true],
    [{ semverSatisfies: [{ var: "it.a" }, "^1.2.0"] }, { it: {} }, "missing"],
    [{ semverSatisfies: [{ var: "it.a" }, "^1.2.0"] }, { it: { a: "1.2" } }, "error"],
  ],
  arguments: [
    { name: "version", type: VERSION },
    { name: "range", type: RANGE, form: "literal" },
  ],
  result: "boolean",
  apply: (version, range) => range.test(version),
});
