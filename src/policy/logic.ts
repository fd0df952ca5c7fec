import jsonLogic from "json-logic-js";
import type { Json, JsonPath } from "../model/json.ts";
import type { Expression, Logic } from "./language/operator.ts";
import { logic, PREFIX } from "./language/operator.ts";
import type { Result } from "./language/result.ts";
import { failed, value } from "./language/result.ts";
import type { Scope } from "./language/scope.ts";
import { blank, elements, present, read } from "./language/scope.ts";
import { OPERATORS } from "./operators/index.ts";

// json-logic-js keeps one operator table per process. Ours go in once, under a prefix, and a rule uses nothing else of
// that table; `if`, `and`, `or`, `some` and `none` are built into its evaluator and cannot be replaced. So neither a
// host application nor Meshgate can change what the other's rules mean.
interface Engine {
  add_operation(name: string, code: (this: Scope, ...values: Json[]) => unknown): void;
  apply(rule: Logic, scope: Scope): unknown;
}

const engine: Engine = jsonLogic;

for (const { name, apply } of OPERATORS) {
  if (apply === undefined) continue;
  engine.add_operation(PREFIX + name, function (...values) {
    return settle(apply(values, this.budget));
  });
}

for (const [name, probe] of Object.entries({ read, present, blank })) {
  engine.add_operation(PREFIX + name, function (path) {
    return settle(probe(this, asPath(path)));
  });
}

engine.add_operation(`${PREFIX}scopes`, function (list = null) {
  const items = elements(this, list);
  return "kind" in items ? settle(items) : items.map((item): Scope => ({ ...this, item: { value: item } }));
});

/** A checked rule in the form that json-logic-js runs: literal reads, our operators, its own control flow. */
export function lower(expression: Expression): Logic {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "read":
      return logic("read", [...expression.steps]);
    case "call":
      return expression.operator.lower(expression, lower);
  }
}

/** Runs a lowered rule on json-logic-js. Never throws. */
export function run(rule: Logic, scope: Scope): Result {
  try {
    const content = engine.apply(rule, scope);
    return isJson(content) ? value(content) : failed("json-logic-js returned no value");
  } catch (error) {
    return resultOf(error) ?? failed(`json-logic-js failed: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

const RESULT = Symbol("result");

/** Passes a value on to json-logic-js; everything else ends the run, since its operators know no other result. */
function settle(result: Result): Json {
  if (result.kind === "value") return result.value;
  throw Object.assign(new Error(result.kind), { [RESULT]: result });
}

function resultOf(error: unknown): Result | undefined {
  return error instanceof Error && RESULT in error ? (error[RESULT] as Result) : undefined;
}

function asPath(path: Json | undefined): JsonPath {
  return Array.isArray(path) ? (path as JsonPath) : [];
}

function isJson(content: unknown): content is Json {
  return content !== undefined && typeof content !== "function";
}
