import type { JsonPath } from "../../model/json.ts";
import type { FactRow } from "../facts/shape.ts";
import { FACTS_SHAPE } from "../facts/shape.ts";
import type { Expression } from "../language/operator.ts";
import type { Policy } from "../policy.ts";

/** Operators that ask whether the fact is there, and those whose first argument may be missing. */
const ASKING: ReadonlySet<string> = new Set(["has", "empty"]);

/** Whether the rule of a policy can come upon a fact that is not there. A schema is not asked about what is missing. */
export function mayMiss({ body, target }: Policy): boolean {
  if (body.kind === "schema") return false;
  const lists = target.lists.map((list) => `${list.join(".")}[*]`).join(".");
  return misses(body.rule.expression, target.kind, lists);
}

type Kind = Policy["target"]["kind"];

function misses(expression: Expression, kind: Kind, lists: string): boolean {
  switch (expression.kind) {
    case "literal":
      return false;
    case "read":
      return !isAlwaysThere(expression.steps, kind, lists);
    case "call": {
      const { operator, args } = expression;
      if (ASKING.has(operator.name)) return false;
      const asked = operator.name === "default" ? args.slice(1) : args;
      return asked.some((argument) => misses(argument, kind, lists));
    }
  }
}

/** Facts that the engine gives to everything it judges, together with all that they stand in. */
function isAlwaysThere([root = "", ...steps]: JsonPath, kind: Kind, lists: string): boolean {
  const given = steps.map((_, index) => steps.slice(0, index + 1).join("."));
  switch (root) {
    case "params":
    case "asOf":
      return true;
    case kind:
      return given.every((path) => isGiven(FACTS_SHAPE[kind], path));
    case "it":
      return given.every((path) => isGiven(FACTS_SHAPE[kind], lists === "" ? path : `${lists}.${path}`));
    case "guild":
    case "change":
      // A policy that reads the change is asked only where there is one.
      return given.every((path) => isGiven(FACTS_SHAPE.common, `${root}.${path}`));
    default:
      return false;
  }
}

function isGiven(rows: readonly FactRow[], path: string): boolean {
  return rows.some((row) => row.path === path && row.absent === undefined);
}
