import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, list, own } from "../model/json.ts";
import { admits, follow, typesOf, valuesOf } from "./schema.ts";
import type { Failure, Shape } from "./shape.ts";

/** Keywords that fail as a whole after the failures of the schemas inside them. */
const SUMMARIES: ReadonlySet<string> = new Set(["anyOf", "oneOf", "contains", "propertyNames"]);

/**
 * The failures of `value`, each fault once. Where alternatives failed, only the one that was meant counts: the one
 * whose constants or types fit, else the one that got furthest.
 */
export function failuresOf(shape: Shape, schema: JsonObject, value: Json, path: Failure["path"]): readonly Failure[] {
  const raw = shape.failures(schema, value, path);
  const kept: Failure[][] = [];
  // Backwards, because a summary stands behind the failures that it sums up.
  for (let i = raw.length - 1; i >= 0; i--) {
    const failure = raw[i];
    if (failure === undefined) break;
    if (failure.keyword === "if") continue;
    kept.push(isUnion(failure) ? [...choose(failure, shape)] : [failure]);
    if (SUMMARIES.has(failure.keyword)) {
      const reach = shape.reach(failure.operand);
      while (i > 0 && belongs(raw[i - 1], failure, reach)) i--;
    }
  }
  // A summary without anything to sum up is still a fault.
  return kept.length > 0 ? kept.reverse().flat() : raw;
}

function isUnion(failure: Failure): boolean {
  return failure.keyword === "anyOf" || failure.keyword === "oneOf";
}

function belongs(failure: Failure | undefined, summary: Failure, reach: ReadonlySet<JsonObject>): boolean {
  return (
    failure !== undefined &&
    (reach.has(failure.schema) || failure.keyword === "false schema") &&
    summary.path.every((step, index) => failure.path[index] === step)
  );
}

function choose(union: Failure, shape: Shape): readonly Failure[] {
  const { root } = shape;
  if (isList(union.params["passingSchemas"])) return [union];
  const branches = list(union.operand).filter(isObject);
  const fitting = branches.filter((branch) => admits(typesOf(branch, root), union.value));
  if (fitting.length === 0) return [{ ...union, keyword: "type", operand: typesOfAll(branches, root) }];
  const values = fitting.map((branch) => valuesOf(branch, root));
  if (values.every((list) => list !== undefined)) return [{ ...union, keyword: "enum", operand: values.flat() }];
  if (fitting.every((branch) => alternativeKeys(branch, root) !== undefined)) return [union];
  return byDiscriminator(union, fitting, shape) ?? furthest(union, fitting, shape);
}

function typesOfAll(branches: readonly JsonObject[], root: JsonObject): readonly string[] {
  return branches.flatMap((branch) => [...(typesOf(branch, root) ?? [])]);
}

/** The keys of a branch that only asks for keys: `{required: [rule]}`. */
export function alternativeKeys(branch: JsonObject, root: JsonObject): readonly string[] | undefined {
  const { required, ...others } = follow(branch, root);
  const annotations = new Set(["title", "description", "$comment"]);
  if (!isList(required) || Object.keys(others).some((key) => !annotations.has(key))) return undefined;
  return required.filter((key) => typeof key === "string");
}

/** By the keys that every branch fixes to constants of its own, such as `kind` or `type`. */
function byDiscriminator(
  union: Failure,
  branches: readonly JsonObject[],
  shape: Shape,
): readonly Failure[] | undefined {
  if (!isObject(union.value) || branches.length < 2) return undefined;
  for (const key of Object.keys(constantsOf(branches[0], shape.root))) {
    const constants = branches.map((branch) => constantsOf(branch, shape.root)[key]);
    if (constants.some((values) => values === undefined)) continue;
    const value = own(union.value, key);
    if (value === undefined) return [{ ...union, keyword: "required", params: { missingProperty: key } }];
    const meant = branches.filter((_, index) => constants[index]?.includes(value));
    if (meant.length > 0) return furthest(union, meant, shape);
    const operand = [...new Set(constants.flatMap((values) => values ?? []))];
    return [{ ...union, path: [...union.path, key], keyword: "enum", operand, schema: {}, value }];
  }
  return undefined;
}

function constantsOf(branch: JsonObject | undefined, root: JsonObject): Readonly<Record<string, readonly Json[]>> {
  const properties = branch && own(follow(branch, root), "properties");
  if (!isObject(properties)) return {};
  const entries = Object.entries(properties).flatMap(([key, schema]) => {
    const values = isObject(schema) ? valuesOf(schema, root) : undefined;
    return values === undefined ? [] : [[key, values] as const];
  });
  return Object.fromEntries(entries);
}

/** The failures of the branch whose faults lie deepest; of equally deep ones that with the fewest. */
function furthest(union: Failure, branches: readonly JsonObject[], shape: Shape): readonly Failure[] {
  let best: { readonly failures: readonly Failure[]; readonly depth: number } | undefined;
  for (const branch of branches) {
    const failures = failuresOf(shape, branch, union.value, union.path);
    if (failures.length === 0) continue;
    const depth = Math.min(...failures.slice(0, 100).map((failure) => failure.path.length));
    const nearer =
      best === undefined || depth > best.depth || (depth === best.depth && failures.length < best.failures.length);
    if (nearer) best = { failures, depth };
  }
  return best?.failures ?? [union];
}
