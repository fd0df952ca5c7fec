import type { Json, JsonPath } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import type { Argument, Call, Expression } from "../language/operator.ts";
import type { Trees } from "./trees.ts";
import { withItem } from "./trees.ts";

/** A part of a rule, with what its author wrote for it. */
export interface Site {
  readonly expression: Expression;
  readonly written: Json;
  /** From the root of the policy file. */
  readonly path: JsonPath;
  /** What is known of the facts that it may read. */
  readonly trees: Trees;
  /** What it is an argument of; absent for a whole rule. */
  readonly under?: Call;
  /** What it is used as: of an operator that hands its argument on, what that one is for. */
  readonly argument?: Argument;
}

/** Something else in place of a part of a rule. */
export interface Change {
  readonly written: Json;
  /** In words: `lte -> lt`. */
  readonly change: string;
  /** Where what the words are about stands, when it is only a part of the part. */
  readonly at?: JsonPath;
}

/** A kind of slip that an author may make. What it gives need not be a rule: the checker says what is. */
export type Mutation = (site: Site) => readonly Change[];

/** Every part of a checked rule that its author wrote, each before its own parts. */
export function sitesOf(site: Site): readonly Site[] {
  const { expression, written, path, trees, argument } = site;
  if (expression.kind !== "call") return [site];
  const { name, argument: operand, items } = operationOf(written);
  const below = expression.args.slice(0, items.length).flatMap((part, index) => {
    const own = expression.operator.argument(index, expression.args.length);
    return sitesOf({
      expression: part,
      written: items[index] ?? null,
      path: [...path, name, ...(isList(operand) ? [index] : [])],
      trees: own.form === "condition" ? withItem(trees, expression.args[0]) : trees,
      under: expression,
      argument: own.type.name === "any" && argument !== undefined ? { ...argument, name: own.name } : own,
    });
  });
  return [site, ...below];
}

export interface Operation {
  /** As its author wrote it: an alias stays one. */
  readonly name: string;
  readonly argument: Json;
  /** The arguments; one may be written without its list. */
  readonly items: readonly Json[];
}

export function operationOf(written: Json): Operation {
  const [[name, argument] = ["", null]] = isObject(written) ? Object.entries(written) : [];
  return { name, argument, items: isList(argument) ? argument : [argument] };
}

/** The call of a site, when it is one of an operator in the list. */
export function callOf({ expression }: Site, operators?: ReadonlySet<string>): Call | undefined {
  if (expression.kind !== "call") return undefined;
  return operators === undefined || operators.has(expression.operator.name) ? expression : undefined;
}

/** A condition: a call that comes to true or false. */
export function conditionOf(site: Site): Call | undefined {
  const call = callOf(site);
  return call?.type === "boolean" ? call : undefined;
}
