import type { Json } from "../../model/json.ts";
import type { Call, Expression } from "../language/operator.ts";
import { OPPOSITES } from "./opposites.ts";

/** One form for rules that are written differently and surely mean the same. For comparing only. */
export function normalForm(expression: Expression): Json {
  switch (expression.kind) {
    case "literal":
      return [expression.value];
    case "read":
      return { var: [...expression.steps] };
    case "call":
      return normalCall(expression);
  }
}

function normalCall({ operator: { name }, args }: Call): Json {
  const [first] = args;
  if (isAlone(name, args)) return normalForm(args[0]);
  return name === "not" && first !== undefined ? negated(first) : { [name]: args.map(normalForm) };
}

/** Whether a condition is joined with no other. */
function isAlone(name: string, args: readonly Expression[]): args is readonly [Expression] {
  return (name === "and" || name === "or") && args.length === 1;
}

function negated(expression: Expression): Json {
  if (expression.kind === "call") {
    const { operator, args } = expression;
    const opposite = OPPOSITES.get(operator.name);
    const [inner] = args;
    if (isAlone(operator.name, args)) return negated(args[0]);
    if (operator.name === "not" && inner !== undefined) return normalForm(inner);
    if (opposite !== undefined) return { [opposite]: args.map(normalForm) };
  }
  return { not: normalForm(expression) };
}
