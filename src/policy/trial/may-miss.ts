import type { Expression } from "../language/operator.ts";
import type { Trees } from "./trees.ts";
import { isAlwaysThere, withItem } from "./trees.ts";

/** Whether a rule about a kind of subject can come upon a fact that is not there. */
export function mayMiss(expression: Expression, trees: Trees, kind: string): boolean {
  switch (expression.kind) {
    case "literal":
      return false;
    case "read":
      return !isAlwaysThere(expression, trees, kind);
    case "call": {
      const { operator, args } = expression;
      return args.some((part, index) => {
        const { form } = operator.argument(index, args.length);
        // An operator that takes a path asks what stands there, if anything.
        if (form === "read" || form === "subject") return false;
        return mayMiss(part, form === "condition" ? withItem(trees, args[0]) : trees, kind);
      });
    }
  }
}
