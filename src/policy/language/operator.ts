import type { Json, JsonPath } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import type { Failed, Missing, Result } from "./result.ts";
import { failed, value } from "./result.ts";
import type { Budget, Scope } from "./scope.ts";
import { charge, MAX_LIST, MAX_TEXT } from "./scope.ts";
import { quote } from "./show.ts";
import type { StaticType, ValueType } from "./types.ts";
import { because } from "./types.ts";

/** A checked rule, or a part of one. `place` is where it stands in the policy document. */
export type Expression = Literal | Read | Call;

export interface Literal {
  readonly kind: "literal";
  readonly value: Json;
  readonly type: StaticType;
  readonly place: JsonPath;
}

export interface Read {
  readonly kind: "read";
  /** From a root: `["it", "contractId"]`. */
  readonly steps: JsonPath;
  readonly type: StaticType;
  readonly place: JsonPath;
}

export interface Call {
  readonly kind: "call";
  readonly operator: Operator;
  readonly args: readonly Expression[];
  readonly type: StaticType;
  readonly place: JsonPath;
}

/** What evaluating an expression came to, and why. Arguments without a step were not evaluated. */
export interface Trace {
  readonly expression: Expression;
  readonly result: Result;
  readonly steps: readonly Trace[];
  /** The steps that decided the result. */
  readonly deciding: readonly Trace[];
  /** Where the value stands in the facts, when it was read there and not computed. */
  readonly path?: JsonPath | undefined;
}

export type Tracer = (expression: Expression, scope: Scope) => Trace;

/** A rule as json-logic-js runs it. */
export type Logic = Json;
export type Lowering = (expression: Expression) => Logic;

/**
 * How the result of an operator moves when one argument becomes larger and all else stays: it never falls (`up`), or it
 * never rises (`down`). False is below true; numbers, dates, durations, quantities of one kind, versions and
 * classifications have their own order; a list is larger when it holds more beside what it held; texts have no order.
 * Nothing is said of results that are missing or an error.
 */
export type Polarity = "up" | "down";

export interface Argument<T = unknown> {
  readonly name: string;
  readonly type: ValueType<T>;
  /**
   * `read`: a `{var: …}`, whose path matters and not only its value. `literal`: written out in the rule.
   * `condition`: evaluated for each element, which it reads as `item`. `schema`: a JSON Schema for the first argument,
   * written out. `subject`: a read of the subject itself, whatever is judged in it, that names no position in a list.
   */
  readonly form?: "read" | "literal" | "condition" | "schema" | "subject";
  /** Absent: nothing is known of how the result moves with this argument. */
  readonly polarity?: Polarity;
  /** A literal that is the name of a member of this fact, which is checked as soon as the members are known. */
  readonly names?: JsonPath;
  /** Empty, it would decide the outcome whatever the other arguments are: not as a literal. */
  readonly filled?: true;
  /** Not written by the author: the engine adds a read of this fact. */
  readonly fact?: JsonPath;
}

/** How many arguments an author writes; with `step`, only every so many from `min` on. */
export interface Arity {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** A rule, the data it is given, and its value, `missing` or `error`. */
export type Example = readonly [rule: Json, data: Json, result: Json];

interface Described {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One sentence for the reference page. */
  readonly summary: string;
  /** It compares with base, which only policies of type change can ask. */
  readonly ofChange?: boolean;
  /** The truth table. At least four rows, with missing data and an error among them. */
  readonly examples: readonly Example[];
}

/** Something a rule can do. Every operator has two independent meanings: `lower` for json-logic-js and `trace` for ours. */
export interface Operator extends Required<Described> {
  readonly arity: Arity;
  /** The argument at `index` of `count`, those that the engine adds included. */
  argument(index: number, count: number): Argument;
  /** Facts that the engine adds after the author's arguments. */
  readonly facts: readonly JsonPath[];
  result(types: readonly StaticType[]): StaticType;
  /** Which texts the result can be, where not any. */
  readonly gives?: KeyTree;
  /** Why these argument types can never work together. */
  conflict(types: readonly StaticType[]): string | undefined;
  lower(call: Call, lowering: Lowering): Logic;
  trace(call: Call, scope: Scope, tracer: Tracer): Trace;
  /** The computation of an operator that evaluates all its arguments; absent for those that decide what to evaluate. */
  readonly apply?: Apply;
}

export type Apply = (values: readonly Json[], budget: Budget) => Result;

/** json-logic-js has one operator table per process: ours live in it under a name that no other rule uses. */
export const PREFIX = "meshgate:";

/** A call of one of our operators in json-logic-js. */
export function logic(name: string, ...args: readonly Logic[]): Logic {
  return { [PREFIX + name]: args };
}

type Values<A extends readonly Argument[]> = {
  readonly [K in keyof A]: A[K] extends Argument<infer T> ? T : never;
};

interface ValueOperator<A extends readonly Argument[]> extends Described {
  readonly arguments: A;
  readonly result: StaticType;
  readonly gives?: KeyTree;
  readonly conflict?: (types: readonly StaticType[]) => string | undefined;
  /** Steps beside the one that every call costs. */
  readonly cost?: (...values: Values<A>) => number;
  readonly apply: (...values: Values<A>) => boolean | number | string | Missing | Failed;
}

/** An operator that computes a value from the values of all its arguments. */
export function defineOperator<const A extends readonly Argument[]>(definition: ValueOperator<A>): Operator {
  const { name, aliases = [], summary, ofChange = false, examples, arguments: args } = definition;
  const written = args.filter((argument) => argument.fact === undefined).length;
  const apply: Apply = (values, budget) => {
    const typed = readArguments(name, args, values);
    if ("kind" in typed) return typed;
    // The one place that trusts: readArguments has read each value by the type of its own argument.
    const checked = typed.values as unknown as Values<A>;
    const spent = charge(budget, 1 + (definition.cost?.(...checked) ?? 0));
    if (spent !== undefined) return spent;
    const result = definition.apply(...checked);
    return typeof result === "object" ? result : value(result);
  };
  return {
    name,
    aliases,
    summary,
    ofChange,
    examples,
    arity: { min: written, max: written },
    argument: (index) => nth(args, index),
    facts: args.flatMap((argument) => (argument.fact === undefined ? [] : [argument.fact])),
    result: () => definition.result,
    ...(definition.gives && { gives: definition.gives }),
    conflict: definition.conflict ?? (() => undefined),
    lower: (call, lowering) => logic(name, ...call.args.map(lowering)),
    trace: (call, scope, tracer) => traceApply(call, apply, scope, tracer),
    apply,
  };
}

type Form = Described & Pick<Operator, "arity" | "argument" | "result" | "lower" | "trace">;

/** An operator that decides itself which of its arguments are evaluated, and on what. */
export function defineForm(definition: Form): Operator {
  return { aliases: [], ofChange: false, facts: [], conflict: () => undefined, ...definition };
}

function nth<T>(items: readonly T[], index: number): T {
  const item = items[Math.min(index, items.length - 1)];
  if (item === undefined) throw new Error("an operator needs at least one argument");
  return item;
}

function readArguments(
  name: string,
  args: readonly Argument[],
  values: readonly Json[],
): { readonly values: readonly unknown[] } | Failed {
  const typed: unknown[] = [];
  for (const [index, argument] of args.entries()) {
    const given = values[index] ?? null;
    if (typeof given === "string" && given.length > MAX_TEXT)
      return failed(`${name}: a text is longer than ${MAX_TEXT} characters`);
    if (isList(given) && given.length > MAX_LIST) return failed(`${name}: a list has more than ${MAX_LIST} elements`);
    const content = argument.type.read(given);
    if (content === undefined)
      return failed(
        `${name} expects ${argument.type.expects} and found ${quote(given)}${because(argument.type, given)}`,
      );
    typed.push(content);
  }
  return { values: typed };
}

function traceApply(call: Call, apply: Apply, scope: Scope, tracer: Tracer): Trace {
  const steps: Trace[] = [];
  const values: Json[] = [];
  for (const argument of call.args) {
    const step = tracer(argument, scope);
    steps.push(step);
    if (step.result.kind !== "value") return { expression: call, result: step.result, steps, deciding: [step] };
    values.push(step.result.value);
  }
  const result = apply(values, scope.budget);
  // What an operator finds missing is not among its arguments.
  if (result.kind === "missing") return { expression: call, result, steps, deciding: [], path: result.steps };
  return { expression: call, result, steps, deciding: steps };
}
