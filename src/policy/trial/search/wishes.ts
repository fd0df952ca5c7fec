import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, isObject, own, text } from "../../../model/json.ts";
import type { Call, Expression, Read } from "../../language/operator.ts";
import type { Scope } from "../../language/scope.ts";
import { factPath, peek } from "../../language/scope.ts";
import { neighboursOf, without } from "../near.ts";

/** A fact that could be another: undefined where it could be missing. */
export interface Wish {
  /** From the root of the facts. */
  readonly path: JsonPath;
  readonly value: Json | undefined;
}

type Wanted = readonly (Json | undefined)[];

interface View {
  readonly scope: Scope;
  /** The list whose elements a condition is asked of. */
  readonly items?: JsonPath;
}

/** How many elements of a list are tried. */
const ELEMENTS = 2;

/** Other values of the facts that an expression reads, first those that the rule itself speaks of. */
export function wishesOf(expression: Expression, scope: Scope): readonly Wish[] {
  return wishes(expression, [], "any", { scope });
}

function wishes(expression: Expression, wanted: Wanted, type: string, view: View): readonly Wish[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "read":
      return pathsOf(expression, view).flatMap((path) => {
        const current = peek(view.scope, path);
        return [...wanted, ...around(current, type), undefined].map((value) => ({ path, value }));
      });
    case "call":
      return callWishes(expression, wanted, type, view);
  }
}

function pathsOf({ steps }: Read, { scope, items }: View): readonly JsonPath[] {
  const [root, ...rest] = steps;
  if (root === "item") {
    return items === undefined ? [] : Array.from({ length: ELEMENTS }, (_, index) => [...items, index, ...rest]);
  }
  const path = factPath(scope, steps);
  return path === undefined ? [] : [path];
}

/** What a value becomes by a small step, and what is blank in its place. */
function around(current: Json | undefined, type: string): Wanted {
  if (current === undefined) return ["x"];
  const blank: Wanted = typeof current === "string" ? [""] : isList(current) ? [[]] : [];
  return [...neighboursOf(current, type), ...blank];
}

/** Operators that hand on what they are asked for in another form. */
const FORMS: Readonly<Record<string, (wanted: Json, current: Json | undefined) => readonly Json[]>> = {
  words: (count) => (typeof count === "number" && count >= 0 && count < 500 ? [wordsOf(count)] : []),
  count: (count, current) => (typeof count === "number" && count >= 0 && count < 50 ? [listOf(count, current)] : []),
  lower: (text) => (typeof text === "string" ? [text, text.toUpperCase()] : []),
};

function wordsOf(count: number): string {
  return Array<string>(count).fill("word").join(" ");
}

/** As many elements, those that are missing like the last one under another name. */
function listOf(count: number, current: Json | undefined): Json {
  const elements = isList(current) ? current : [];
  const last = elements.at(-1) ?? "x";
  return Array.from({ length: count }, (_, index) => elements[index] ?? renamed(last, "x".repeat(index)));
}

/** What usually tells elements apart. */
const NAMES = ["name", "id", "property", "channel", "username"];

/** An element under the name that another one has. */
export function renamedLike(element: Json, other: Json): Json {
  const name = NAMES.find((one) => text(own(other, one)) !== undefined);
  return isObject(element) && name !== undefined ? { ...element, [name]: own(other, name) ?? "" } : element;
}

function renamed(element: Json, suffix: string): Json {
  if (typeof element === "string") return element + suffix;
  const name = NAMES.find((one) => text(own(element, one)) !== undefined);
  if (!isObject(element) || name === undefined) return element;
  return { ...element, [name]: `${text(element[name]) ?? ""}${suffix}` };
}

function callWishes(call: Call, wanted: Wanted, type: string, view: View): readonly Wish[] {
  const { operator, args } = call;
  const form = FORMS[operator.name];
  return args.flatMap((part, index) => {
    const argument = operator.argument(index, args.length);
    if (argument.form === "condition") return wishes(part, [], "any", withItems(view, args[0]));
    if (form !== undefined) {
      const current = valueOf(part, view.scope);
      const formed = wanted.flatMap((value) => (value === undefined ? [] : form(value, current)));
      return wishes(part, formed, argument.type.name, view);
    }
    const isHandedOn = argument.type.name === "any";
    const others = args.filter((other) => other !== part);
    return wishes(
      part,
      isHandedOn ? wanted : others.flatMap((other) => spokenOf(other, argument.type.name, view)),
      isHandedOn ? type : argument.type.name,
      view,
    );
  });
}

function withItems(view: View, list: Expression | undefined): View {
  const path = list?.kind === "read" ? factPath(view.scope, list.steps) : undefined;
  return path === undefined ? view : { ...view, items: path };
}

/** Values that an argument could have because another one has them, or has them in its list. */
function spokenOf(other: Expression, type: string, { scope }: View): Wanted {
  const value = valueOf(other, scope);
  if (value === undefined) return [];
  if (!isList(value)) return [value, ...neighboursOf(value, type)];
  if (type.startsWith("list")) return [value, ...value.map((_, index) => without(value, index)), [...value, "x"]];
  return [...value, "x"];
}

function valueOf(expression: Expression, scope: Scope): Json | undefined {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "read") {
    const [root, name] = expression.steps;
    return root === "params" ? own(scope.params, String(name)) : peek(scope, expression.steps);
  }
  // A fallback or a text in lower case stands for what it is made of.
  return expression.args.map((part) => valueOf(part, scope)).find((value) => value !== undefined);
}
