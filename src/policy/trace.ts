import type { JsonPath } from "../model/json.ts";
import type { Expression, Trace } from "./language/operator.ts";
import { value } from "./language/result.ts";
import type { Scope } from "./language/scope.ts";
import { factPath, read } from "./language/scope.ts";

/** Evaluates a checked rule like json-logic-js does, and keeps what it did and why. Never throws. */
export function trace(expression: Expression, scope: Scope): Trace {
  switch (expression.kind) {
    case "literal":
      return { expression, result: value(expression.value), steps: [], deciding: [] };
    case "read":
      return {
        expression,
        result: read(scope, expression.steps),
        steps: [],
        deciding: [],
        path: factPath(scope, expression.steps),
      };
    case "call":
      return expression.operator.trace(expression, scope, trace);
  }
}

/** Facts that stand in no descriptor of the subject: never the place to point at while there is another. */
const AMBIENT: ReadonlySet<string | number> = new Set(["guild", "asOf", "change"]);

/** The deepest fact that decided the result: the first of those with the longest path. */
export function decidingPath(root: Trace): JsonPath | undefined {
  const paths = decidingPaths(root);
  const own = paths.filter(([first = ""]) => !AMBIENT.has(first));
  return (own.length > 0 ? own : paths).reduce<JsonPath | undefined>(
    (deepest, path) => (deepest === undefined || path.length > deepest.length ? path : deepest),
    undefined,
  );
}

function decidingPaths(root: Trace): readonly JsonPath[] {
  const below = root.deciding.flatMap(decidingPaths);
  return below.length > 0 || root.path === undefined ? below : [root.path];
}
