import jsonLogic from "json-logic-js";
import type { Json, JsonPath } from "../model/json.ts";
import type { Expression, Logic } from "./language/operator.ts";
import { added, changed, removed } from "./language/difference.ts";
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
  add_operation(name: string, code: (this: Run, ...values: Json[]) => unknown): void;
  apply(rule: Logic, run: Run): unknown;
}

/** A scope for json-logic-js, with room for a result that ends the run. */
interface Run extends Scope {
  readonly end: { result?: Result };
}

const engine: Engine = jsonLogic;

for (const { name, apply } of OPERATORS) {
  if (apply === undefined) continue;
  engine.add_operation(PREFIX + name, function (...values) {
    return settle(this, apply(values, this.budget));
  });
}

for (const [name, probe] of Object.entries({ read, present, blank, added, removed, changed })) {
  engine.add_operation(PREFIX + name, function (path) {
    return settle(this, probe(this, asPath(path)));
  });
}

engine.add_operation(`${PREFIX}scopes`, function (list = null) {
  const items = elements(this, list);
  return "kind" in items ? settle(this, items) : items.map((item): Run => ({ ...this, item: { value: item } }));
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
  const end: Run["end"] = {};
  try {
    const content = engine.apply(rule, { ...scope, end });
    return isJson(content) ? value(content) : failed("json-logic-js returned no value");
  } catch (error) {
    if (error === END && end.result !== undefined) return end.result;
    return failed(`json-logic-js failed: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

/** Thrown through json-logic-js, whose operators know no other result than a value. One for all: its stack costs most. */
const END = new Error("the run has ended");

function settle({ end }: Run, result: Result): Json {
  if (result.kind === "value") return result.value;
  end.result = result;
  throw END;
}

function asPath(path: Json | undefined): JsonPath {
  return Array.isArray(path) ? (path as JsonPath) : [];
}

function isJson(content: unknown): content is Json {
  return content !== undefined && typeof content !== "function";
}
