import type { Json } from "../../model/json.ts";
import type { Call, Expression } from "../language/operator.ts";

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["eq", "neq"],
  ["neq", "eq"],
  ["any", "no"],
  ["no", "any"],
  ["lt", "gte"],
  ["gte", "lt"],
  ["lte", "gt"],
  ["gt", "lte"],
]);

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
  if (first !== undefined && args.length === 1) {
    if (name === "and" || name === "or") return normalForm(first);
    if (name === "not") return negated(first);
  }
  return { [name]: args.map(normalForm) };
}

function negated(expression: Expression): Json {
  if (expression.kind === "call") {
    const { operator, args } = expression;
    const opposite = OPPOSITES.get(operator.name);
    const [inner] = args;
    if (operator.name === "not" && inner !== undefined) return normalForm(inner);
    if (opposite !== undefined) return { [opposite]: args.map(normalForm) };
  }
  return { not: normalForm(expression) };
}
