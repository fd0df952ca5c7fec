import { isBlank } from "../../model/blank.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { isList, isObject, own } from "../../model/json.ts";
import type { Result } from "./result.ts";
import { failed, value } from "./result.ts";

/** What an expression sees while it is evaluated. */
export interface Scope {
  readonly facts: JsonObject;
  readonly params: JsonObject;
  /** The element that is judged. */
  readonly it: Located;
  /** The element of the innermost quantifier. */
  readonly item?: Located;
  readonly budget: Budget;
}

export interface Located {
  readonly value: Json | undefined;
  /** From the root of the facts; absent when the value stands nowhere in them. */
  readonly path?: JsonPath | undefined;
}

/** Steps that an evaluation may still take. Shared by all scopes of one evaluation. */
export interface Budget {
  left: number;
}

export const MAX_STEPS = 100_000;
/** Longest text, in UTF-16 code units, and longest list that an operator accepts. */
export const MAX_TEXT = 65_536;
export const MAX_LIST = 10_000;

/** Takes `steps` from the budget; an error once it is used up. */
export function charge(budget: Budget, steps: number): Result | undefined {
  budget.left -= steps;
  return budget.left < 0 ? failed(`the rule takes more than ${MAX_STEPS} steps on this data`) : undefined;
}

/** The value at `steps`; own members only, so nothing of a prototype is ever read. Null counts as absent. */
export function lookup(start: Json | undefined, steps: JsonPath): Json | undefined {
  let current = start;
  for (const step of steps) {
    current = typeof step === "string" ? own(current, step) : isList(current) ? current[step] : undefined;
  }
  return current ?? undefined;
}

/** The value a rule's path names, without insisting on it. */
export function peek(scope: Scope, steps: JsonPath): Json | undefined {
  const [root, ...rest] = steps;
  if (root === "it") return lookup(scope.it.value, rest);
  if (root === "item") return lookup(scope.item?.value, rest);
  if (root === "params") return lookup(scope.params, rest);
  return lookup(scope.facts, steps);
}

/** The value a rule's path names, or that it is missing. */
export function read(scope: Scope, steps: JsonPath): Result {
  const found = peek(scope, steps);
  return charge(scope.budget, 1) ?? (found === undefined ? { kind: "missing", steps } : value(found));
}

/** Is there anything at the rule's path? */
export function present(scope: Scope, steps: JsonPath): Result {
  return charge(scope.budget, 1) ?? value(peek(scope, steps) !== undefined);
}

/** Is what stands at the rule's path missing or without content? */
export function blank(scope: Scope, steps: JsonPath): Result {
  return charge(scope.budget, 1) ?? value(isEmpty(peek(scope, steps)));
}

function isEmpty(content: Json | undefined): boolean {
  if (typeof content === "string") return isBlank(content);
  if (isList(content)) return content.length === 0;
  return content === undefined || (isObject(content) && Object.keys(content).length === 0);
}

/** Where the rule's path leads in the facts; undefined for what is not a fact (`params`). */
export function factPath(scope: Scope, steps: JsonPath): JsonPath | undefined {
  const [root, ...rest] = steps;
  if (root === "params") return undefined;
  if (root === "it") return scope.it.path && [...scope.it.path, ...rest];
  if (root === "item") return scope.item?.path && [...scope.item.path, ...rest];
  return steps;
}

/** The elements a quantifier goes through, each to become the `item` of its own scope. */
export function elements(scope: Scope, list: Json): readonly Json[] | Result {
  if (!isList(list)) return failed("a quantifier expects a list");
  if (list.length > MAX_LIST) return failed(`a list has more than ${MAX_LIST} elements`);
  return charge(scope.budget, list.length) ?? list;
}
