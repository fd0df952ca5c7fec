import type { JsonObject, JsonPath } from "../model/json.ts";
import { canonical, text } from "../model/json.ts";
import { readsOf } from "./language/check.ts";
import type { Expression } from "./language/operator.ts";
import type { Rule } from "./decide.ts";
import type { Policy } from "./policy.ts";
import type { Template } from "./template.ts";

/** The parts of a policy that can change what it says of a subject. */
export type Asking = Pick<Policy, "applies" | "body" | "at" | "message" | "fix">;

/**
 * Whether a policy may read a fact of one of these names. Paths are literal, so that is known before it runs. Wide
 * rather than narrow.
 */
export function readsAny({ applies, body, at, message, fix }: Asking, names: readonly string[]): boolean {
  const rules = [applies, body.kind === "rule" ? body.rule : undefined].flatMap((rule) => rule ?? []);
  const paths = [...rules.flatMap(rulePaths), ...templatePaths(message), ...templatePaths(fix), ...(at ? [at] : [])];
  const schemas = [
    ...(body.kind === "schema" ? [textOf(body.schema)] : []),
    ...rules.flatMap(({ expression }) => schemasIn(expression)),
  ];
  return (
    paths.some((path) => path.some((step) => names.includes(String(step)))) ||
    schemas.some((schema) => [...names, ...ANY_NAME].some((name) => schema.includes(`"${name}"`)))
  );
}

/** Keywords of a schema that judge members whatever they are called. */
const ANY_NAME = ["additionalProperties", "patternProperties", "unevaluatedProperties"];

function textOf(schema: JsonObject): string {
  return canonical(schema);
}

function schemasIn(expression: Expression): readonly string[] {
  if (expression.kind !== "call") return [];
  const { operator, args } = expression;
  return args.flatMap((argument, index) =>
    argument.kind === "literal" && operator.argument(index, args.length).form === "schema"
      ? [text(argument.value) ?? ""]
      : schemasIn(argument),
  );
}

function rulePaths({ expression }: Rule): readonly JsonPath[] {
  return readsOf(expression).map(({ steps }) => steps);
}

function templatePaths(template: Template): readonly JsonPath[] {
  return template.filter((part) => typeof part !== "string");
}
