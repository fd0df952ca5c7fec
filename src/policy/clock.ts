import type { JsonPath } from "../model/json.ts";
import { canonical } from "../model/json.ts";
import { readsOf } from "./language/check.ts";
import type { Rule } from "./decide.ts";
import { CLOCKED } from "./facts/clocked.ts";
import type { Policy } from "./policy.ts";
import type { Template } from "./template.ts";

/**
 * Whether a policy may say something else of the same descriptors on another day: it reads the day, or a fact that
 * depends on it. Paths are literal, so that is known before it runs. Wide rather than narrow.
 */
export function readsClock({
  applies,
  body,
  at,
  message,
  fix,
}: Pick<Policy, "applies" | "body" | "at" | "message" | "fix">): boolean {
  const paths = [...rulePaths(applies), ...templatePaths(message), ...templatePaths(fix), ...(at ? [at] : [])];
  if (body.kind === "schema")
    return paths.some(isClocked) || CLOCKED.some((name) => canonical(body.schema).includes(name));
  return [...paths, ...rulePaths(body.rule)].some(isClocked);
}

function rulePaths(rule: Rule | undefined): readonly JsonPath[] {
  return rule === undefined ? [] : readsOf(rule.expression).map(({ steps }) => steps);
}

function templatePaths(template: Template): readonly JsonPath[] {
  return template.filter((part) => typeof part !== "string");
}

function isClocked(path: JsonPath): boolean {
  return path.some((step) => CLOCKED.includes(String(step)));
}
