import { canonical, isList } from "../../model/json.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import type { Fault } from "./fault.ts";
import type { Call, Expression, Operator, Read } from "./operator.ts";

/** Every read that a value hangs on. `item` stands for what its list reads. */
export function sourcesOf(expression: Expression): readonly Read[] {
  if (expression.kind === "read") return [expression];
  if (expression.kind === "literal") return [];
  const { operator, args } = expression;
  return args.flatMap((argument, index) => {
    const isCondition = operator.argument(index, args.length).form === "condition";
    return sourcesOf(argument).filter(({ steps: [root] }) => !isCondition || root !== "item");
  });
}

/** Parts of a checked rule that read something and yet always come to the same. Fine in a mutant, never meant by an author. */
export function constantFaults(expression: Expression, roots: ReadonlyMap<string, KeyTree>): readonly Fault[] {
  if (expression.kind !== "call") return [];
  const why = sameness(expression, roots);
  const below = expression.args.flatMap((argument) => constantFaults(argument, roots));
  if (why === undefined) return below;
  const message = `${why}: it always comes to the same`;
  return [{ code: "rule-constant", message, path: expression.place, part: "key" }, ...below];
}

function sameness({ operator, args }: Call, roots: ReadonlyMap<string, KeyTree>): string | undefined {
  const { name } = operator;
  const blank = args.findIndex((argument, index) => operator.argument(index, args.length).filled && isBlank(argument));
  if (blank >= 0) return `${name}: the ${operator.argument(blank, args.length).name} is written out and empty`;
  const [one, other] = args;
  if (one?.kind === "read" && isAlwaysThere(operator, one, roots))
    return `${name}: {var: ${one.steps.join(".")}} is always there`;
  if (one === undefined || other === undefined) return undefined;
  if (operator.apply !== undefined && canonical(written(one)) === canonical(written(other)))
    return `${name} compares a value with itself`;
  return isBelowZero(name, one, other) ? `${name}: what is counted is never below 0` : undefined;
}

function isBlank(expression: Expression): boolean {
  if (expression.kind !== "literal") return false;
  const { value } = expression;
  return value === "" || (isList(value) && value.length === 0);
}

const GIVEN: ReadonlySet<unknown> = new Set(["product", "contract", "consumer", "mesh", "guild", "asOf"]);

/** What a rule judges is there; an element of a list may be null. */
function isAlwaysThere(operator: Operator, { steps }: Read, roots: ReadonlyMap<string, KeyTree>): boolean {
  const [root, ...rest] = steps;
  if (operator.argument(0, 1).form !== "read" || rest.length > 0) return false;
  return GIVEN.has(root) || (root === "it" && [...GIVEN].some((subject) => isSubject(String(subject), roots)));
}

function isSubject(name: string, roots: ReadonlyMap<string, KeyTree>): boolean {
  return roots.has(name) && roots.get(name) === roots.get("it");
}

/** An expression without its places. */
function written(expression: Expression): Parameters<typeof canonical>[0] {
  if (expression.kind === "literal") return { literal: expression.value };
  if (expression.kind === "read") return { read: expression.steps };
  return { call: expression.operator.name, args: expression.args.map(written) };
}

const MIRRORED: Readonly<Record<string, string>> = { lt: "gt", gt: "lt", lte: "gte", gte: "lte" };

/** Is a count compared with a bound that it is always on the same side of? */
function isBelowZero(name: string, one: Expression, other: Expression): boolean {
  const mirrored = MIRRORED[name];
  if (mirrored === undefined) return false;
  if (one.kind === "literal") return isBelowZero(mirrored, other, one);
  if (one.kind !== "call" || !["count", "words"].includes(one.operator.name)) return false;
  if (other.kind !== "literal" || typeof other.value !== "number") return false;
  return name === "gte" || name === "lt" ? other.value <= 0 : other.value < 0;
}
