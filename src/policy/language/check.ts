import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { isList, isObject, own, text } from "../../model/json.ts";
import { follow, OPEN } from "../../model/key-tree.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import { nearest } from "../../source/suggest.ts";
import { schemaFaults } from "../schema-body.ts";
import { operatorNamed, operatorNames } from "../operators/index.ts";
import { sourcesOf } from "./constant.ts";
import type { Fault } from "./fault.ts";
import type { Argument, Call, Expression, Literal, Operator, Read } from "./operator.ts";
import { parsePath } from "./path.ts";
import { quote } from "./show.ts";
import type { StaticType } from "./types.ts";
import { because, CLASSIFICATION, isScalar, staticTypeOf } from "./types.ts";
import { UNSUPPORTED } from "./unsupported.ts";
import { classificationsIn, partsOf, strangeClassification, textsOf, wordFaults } from "./words.ts";

const MAX_DEPTH = 64;
const MAX_NODES = 2_000;
const SIZE_MESSAGE = `a rule has at most ${MAX_NODES} parts: split the policy`;

/** What a rule may refer to. */
export interface Vocabulary {
  /** What paths may start with and then name, `item` excepted. */
  readonly roots: ReadonlyMap<string, KeyTree>;
  /** Parameters with the values in force. */
  readonly params: JsonObject;
}

export interface Checked {
  /** Absent when there are faults. */
  readonly expression?: Expression;
  readonly faults: readonly Fault[];
}

/** What one check has seen so far. */
interface Work {
  readonly vocabulary: Vocabulary;
  readonly faults: Fault[];
  nodes: number;
}

/** Where in the rule the check stands. */
interface Position {
  readonly path: JsonPath;
  readonly depth: number;
  /** What `item` may name, inside the condition of a quantifier. */
  readonly item?: KeyTree;
}

/** Checks a rule: the strict profile, and that its result is true or false and depends on the facts. */
export function checkRule(rule: Json, path: JsonPath, vocabulary: Vocabulary): Checked {
  const { expression, faults } = checkExpression(rule, path, vocabulary);
  if (expression === undefined) return { faults };
  const fault = truthFault(expression) ?? factFault(expression);
  return fault === undefined ? { expression, faults } : { faults: [{ ...fault, path }] };
}

/** Checks an expression of any type against the strict profile. All faults at once. */
export function checkExpression(rule: Json, path: JsonPath, vocabulary: Vocabulary): Checked {
  const work: Work = { vocabulary, faults: [], nodes: 0 };
  const expression = parse(work, rule, { path, depth: 1 });
  const faultless = work.faults.length === 0 && expression !== null;
  return faultless ? { expression, faults: [] } : { faults: work.faults };
}

function truthFault(expression: Expression): Omit<Fault, "path"> | undefined {
  if (expression.type === "boolean") return undefined;
  const remedy =
    expression.kind === "read" ? "compare it, like {eq: [{var: …}, true]}" : "end in a comparison or a condition";
  return {
    code: "rule-result",
    message: `a rule comes to true or false, and this comes to ${expression.type}: ${remedy}`,
  };
}

function factFault(expression: Expression): Omit<Fault, "path"> | undefined {
  const reads = sourcesOf(expression).some(
    ({ steps: [root = ""] }) => !["params", "guild", "asOf"].includes(String(root)),
  );
  return reads
    ? undefined
    : { code: "rule-constant", message: "the rule reads nothing of what it judges: its outcome is always the same" };
}

/** Every read in an expression, in the order of the rule. */
export function readsOf(expression: Expression): readonly Read[] {
  if (expression.kind === "read") return [expression];
  return expression.kind === "call" ? expression.args.flatMap(readsOf) : [];
}

/** Notes a fault and gives what a part of a rule becomes that has one. */
function fault(work: Work, code: string, message: string, path: JsonPath, part?: "key"): null {
  work.faults.push(part === undefined ? { code, message, path } : { code, message, path, part });
  return null;
}

function parse(work: Work, rule: Json, at: Position): Expression | null {
  work.nodes += 1;
  if (work.nodes === MAX_NODES + 1) return fault(work, "rule-size", SIZE_MESSAGE, at.path);
  if (work.nodes > MAX_NODES) return null;
  if (at.depth > MAX_DEPTH)
    return fault(work, "rule-size", `a rule is at most ${MAX_DEPTH} levels deep: flatten it`, at.path);
  if (isObject(rule)) return parseOperation(work, rule, at);
  return parseLiteral(work, rule, at);
}

function parseLiteral(work: Work, literal: Json, at: Position): Literal | null {
  if (literal === null) {
    return fault(work, "rule-literal", "null is never equal to anything: ask with has, empty or default", at.path);
  }
  if (isList(literal)) {
    work.nodes += literal.length;
    if (work.nodes > MAX_NODES) return fault(work, "rule-size", SIZE_MESSAGE, at.path);
    const odd = literal.findIndex((item) => !isScalar(item));
    if (odd >= 0) {
      const message =
        literal[odd] === null
          ? `a list in a rule holds texts, numbers and booleans; found ${quote(literal)}`
          : "a list in a rule is a literal of texts, numbers and booleans; conditions are joined with and, or";
      return fault(work, "rule-literal", message, [...at.path, odd]);
    }
  }
  return { kind: "literal", value: literal, type: staticTypeOf(literal), place: at.path };
}

/** A JSON Schema that is handed on as its text: json-logic-js takes every object for an operation. */
function parseSchema(
  work: Work,
  schema: Json,
  { path, judges }: Position & { readonly judges: KeyTree },
): Literal | null {
  if (!isObject(schema))
    return fault(work, "rule-literal", `the schema is a JSON Schema, written out; found ${quote(schema)}`, path);
  const faults = schemaFaults(schema, path, judges);
  work.faults.push(...faults);
  return faults.length > 0 ? null : { kind: "literal", value: JSON.stringify(schema), type: "text", place: path };
}

function parseOperation(work: Work, rule: JsonObject, at: Position): Expression | null {
  const [name, ...others] = Object.keys(rule);
  if (name === undefined)
    return fault(work, "rule-operation", "an operation is missing: expected one operator, like eq", at.path);
  if (others.length > 0) {
    const names = [name, ...others].slice(0, 5).map(quote).join(", ");
    const message = `an operation has exactly one operator; found ${names}. Join conditions with {and: [{…}, {…}]}`;
    return fault(work, "rule-operation", message, at.path);
  }
  const argument = own(rule, name) ?? null;
  const inside: Position = { ...at, path: [...at.path, name], depth: at.depth + 1 };
  if (name === "var") return parseRead(work, argument, inside);
  const operator = operatorNamed(name);
  return operator === undefined ? unknownOperator(work, name, inside) : parseCall(work, operator, argument, inside);
}

function unknownOperator(work: Work, name: string, at: Position): null {
  const advice = UNSUPPORTED.get(name);
  if (advice !== undefined)
    return fault(work, "rule-operator", `the operator ${name} is not allowed: ${advice}`, at.path, "key");
  const near = nearest(name, operatorNames());
  const hint = near === undefined ? `the operators are ${operatorNames().join(" ")}` : `did you mean "${near}"?`;
  return fault(work, "rule-operator", `there is no operator ${quote(name)}: ${hint}`, at.path, "key");
}

function parseRead(work: Work, written: Json, at: Position): Read | null {
  const { params } = work.vocabulary;
  const names = rootsAt(work, at);
  const parsed = parsePath(written, { names, params: new Set(Object.keys(params)) });
  if ("fault" in parsed) return fault(work, "rule-path", parsed.fault, at.path);
  return { kind: "read", steps: parsed.steps, type: typeOfRead(parsed.steps, params), place: at.path };
}

function rootsAt({ vocabulary: { roots } }: Work, { item }: Position): ReadonlyMap<string, KeyTree> {
  return item === undefined ? roots : new Map([...roots, ["item", item]]);
}

/** What the elements of a list may be asked for. */
function elementsOf(work: Work, at: Position, list: Expression | null | undefined): KeyTree {
  return treeOf(work, at, list).elements ?? OPEN;
}

/** What a value may be asked for; anything, when it is worked out. */
function treeOf(work: Work, at: Position, expression: Expression | null | undefined): KeyTree {
  return expression?.kind === "read" ? treeOfRead(work, at, expression) : OPEN;
}

function treeOfRead(work: Work, at: Position, { steps: [root = "", ...rest] }: Read): KeyTree {
  const found = follow(rootsAt(work, at).get(String(root)) ?? OPEN, rest);
  return "tree" in found ? found.tree : OPEN;
}

function typeOfRead([root, name]: JsonPath, params: JsonObject): StaticType {
  if (root === "params") return staticTypeOf(own(params, String(name)) ?? null);
  return root === "asOf" ? "text" : "unknown";
}

function parseCall(work: Work, operator: Operator, written: Json, at: Position): Call | null {
  const items = isList(written) ? written : [written];
  if (!arityFits(operator, items.length))
    return fault(work, "rule-arity", arityMessage(operator, items.length), at.path, "key");
  if (operator.ofChange && !work.vocabulary.roots.has("change"))
    return fault(
      work,
      "rule-operator",
      `${operator.name} compares with base: only a policy of type change can ask`,
      at.path,
      "key",
    );
  const parsed: (Expression | null)[] = [];
  for (const [index, item] of items.entries()) {
    const argument = operator.argument(index, items.length);
    const path = isList(written) ? [...at.path, index] : at.path;
    const inside: Position = { ...at, path, depth: at.depth + 1 };
    const elements = argument.form === "condition" ? { item: elementsOf(work, at, parsed[0]) } : {};
    const expression =
      argument.form === "schema"
        ? parseSchema(work, item, { ...inside, judges: treeOf(work, at, parsed[0]) })
        : parse(work, item, { ...inside, ...elements });
    const fits = expression !== null && argumentFits(work, operator, argument, { expression, path }, at);
    parsed.push(fits ? expression : null);
  }
  const added = operator.facts.map((steps): Read => ({ kind: "read", steps, type: "unknown", place: at.path }));
  const args = [...parsed, ...added].filter((expression) => expression !== null);
  if (args.length !== items.length + added.length) return null;
  return finishCall(work, operator, args, at);
}

/** Operators that look for equal values: a word that a fact can never be makes them a rule that says nothing. */
const COMPARING: ReadonlySet<string> = new Set(["eq", "neq", "in", "setEquals", "subset", "disjoint", "intersects"]);

/** The same for parts of texts. */
const SEARCHING: ReadonlySet<string> = new Set(["startsWith", "endsWith", "contains"]);

function reportStrangeWords(work: Work, { name }: Operator, args: readonly Expression[], at: Position): void {
  if (!COMPARING.has(name) && !SEARCHING.has(name)) return;
  for (const compared of args.filter((argument) => argument.kind !== "literal")) {
    const texts = textsOf(compared, (read) => treeOfRead(work, at, read));
    const what = compared.kind === "read" ? compared.steps.join(".") : `{${compared.operator.name}: …}`;
    for (const { value, place } of args.filter((argument) => argument.kind === "literal")) {
      const faults = wordFaults(what, SEARCHING.has(name) ? partsOf(texts) : texts, value);
      for (const message of faults) fault(work, "rule-word", message, place);
    }
  }
}

function finishCall(work: Work, operator: Operator, args: readonly Expression[], at: Position): Call | null {
  reportStrangeWords(work, operator, args, at);
  const types = args.map(({ type }) => type);
  const conflict = operator.conflict(args.map((part) => treeOf(work, at, part).type ?? part.type));
  if (conflict !== undefined) return fault(work, "rule-type", `${operator.name}: ${conflict}`, at.path, "key");
  const call: Call = { kind: "call", operator, args, type: operator.result(types), place: at.path };
  if (sourcesOf(call).length === 0) {
    return fault(work, "rule-constant", `${operator.name} reads no fact: it always comes to the same`, at.path, "key");
  }
  return call;
}

function arityFits({ arity }: Operator, count: number): boolean {
  return count >= arity.min && count <= arity.max && (count - arity.min) % (arity.step ?? 1) === 0;
}

function arityMessage(operator: Operator, count: number): string {
  const { min, max, step } = operator.arity;
  const names = Array.from({ length: min }, (_, index) => operator.argument(index, min).name).join(", ");
  const more = max === min ? "" : ", …";
  const expected =
    step === 2 ? `an odd number of arguments from ${min} on` : max === min ? String(min) : `at least ${min}`;
  return `${operator.name} takes ${expected}: [${names}${more}]; found ${count}`;
}

/** An argument as the author wrote it. */
interface Written {
  readonly expression: Expression;
  readonly path: JsonPath;
}

/** Reports what can be known to be wrong with an argument before there is data. */
function argumentFits(
  work: Work,
  { name }: Operator,
  argument: Argument,
  { expression, path }: Written,
  at: Position,
): boolean {
  const misfit = factTypeFault(work, argument, expression, at);
  const other = argumentFault(work.vocabulary, argument, expression);
  // Of a fact that is no condition its type says more than that it is not known to be one.
  const wrong = argument.type.name === "boolean" ? (misfit ?? other) : (other ?? misfit);
  if (wrong !== undefined) fault(work, wrong.code, `${name}: ${wrong.message}`, path);
  return wrong === undefined;
}

type Wrong = Pick<Fault, "code" | "message">;

function argumentFault(vocabulary: Vocabulary, argument: Argument, expression: Expression): Wrong | undefined {
  const { name, form } = argument;
  if (form === "read" && !isFactRead(expression)) {
    return { code: "rule-type", message: `the ${name} is a path, like {var: it.name}; found ${kindOf(expression)}` };
  }
  if (form === "subject") {
    const message = subjectFault(vocabulary, expression);
    if (message !== undefined) return { code: "rule-path", message: `the ${name} ${message}` };
  }
  if (form === "literal" && expression.kind !== "literal") {
    return { code: "rule-literal", message: `the ${name} is written out in the rule; found ${kindOf(expression)}` };
  }
  if (form === "condition" && !readsOf(expression).some(({ steps }) => steps[0] === "item")) {
    return { code: "rule-constant", message: "the condition does not read item: it is the same for every element" };
  }
  return (
    nameFault(vocabulary, argument, expression) ??
    classificationFault(vocabulary, argument, expression) ??
    typeFault(vocabulary, argument, expression)
  );
}

/** What is unknown to the guild's order is an error whatever it is compared with. A parameter is checked where it is set. */
function classificationFault(
  { roots }: Vocabulary,
  { name, type }: Argument,
  expression: Expression,
): Wrong | undefined {
  const known = classificationsIn(roots);
  const written =
    expression.kind === "literal" && type.name === CLASSIFICATION.name ? text(expression.value) : undefined;
  if (written === undefined || known === undefined || known.includes(written)) return undefined;
  return { code: "rule-word", message: `the ${name} ${strangeClassification(written, known)}` };
}

/** The guild may have sets and tables of other names than the rule asks for. */
function nameFault({ roots }: Vocabulary, { name, names }: Argument, expression: Expression): Wrong | undefined {
  const written = expression.kind === "literal" ? text(expression.value) : undefined;
  if (names === undefined || written === undefined) return undefined;
  const [root = "", ...steps] = names;
  const found = follow(roots.get(String(root)) ?? OPEN, [...steps, written]);
  if ("tree" in found) return undefined;
  const near = nearest(written, found.known);
  const hint = near === undefined ? `there are ${found.known.join(", ") || "none"}` : `did you mean "${near}"?`;
  return {
    code: "rule-word",
    message: `the ${name} ${quote(written)} is not among ${names.join(".")}: ${hint}`,
  };
}

function typeFault(vocabulary: Vocabulary, { name, type }: Argument, expression: Expression): Wrong | undefined {
  const known = knownValue(vocabulary, expression);
  if (type.name === "boolean" && expression.kind === "literal") {
    return { code: "rule-literal", message: `the ${name} is always ${quote(expression.value)}; expected a condition` };
  }
  if (known !== undefined) {
    if (type.read(known) !== undefined) return undefined;
    return {
      code: type.name === "pattern" ? "rule-pattern" : "rule-type",
      message: `the ${name} can never be right: expected ${type.expects}, found ${quote(known)}${because(type, known)}`,
    };
  }
  if (expression.type === "unknown" && type.name === "boolean") {
    return {
      code: "rule-type",
      message: `the ${name} is not known to be true or false: write {eq: [${kindOf(expression)}, true]}, or has`,
    };
  }
  if (expression.type === "unknown" || type.accepts.includes(expression.type)) return undefined;
  return {
    code: "rule-type",
    message: `the ${name} can never be right: expected ${type.expects}, found ${kindOf(expression)}`,
  };
}

/** A fact of a type that the standards or the engine fix, where another is needed, would always be an error. */
function factTypeFault(work: Work, { name, type }: Argument, expression: Expression, at: Position): Wrong | undefined {
  const known = treeOf(work, at, expression).type;
  if (known === undefined || type.accepts.includes(known)) return undefined;
  return {
    code: "rule-type",
    message: `the ${name} can never be right: expected ${type.expects}, found ${kindOf(expression)}, which is ${article(known)}${type.name === "boolean" ? `: write {has: ${kindOf(expression)}}` : ""}`,
  };
}

function article(type: string): string {
  return type === "object" ? "an object" : type === "boolean" ? "true or false" : `a ${type}`;
}

/** The value of what never changes: literals and parameters. */
function knownValue({ params }: Vocabulary, expression: Expression): Json | undefined {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "read" && expression.steps[0] === "params") return own(params, String(expression.steps[1]));
  return undefined;
}

const SUBJECTS = ["product", "contract", "consumer", "mesh"];

/** Facts that say themselves what became of something since base: they are never the same on both sides. */
const COMPARED: ReadonlySet<string | number | undefined> = new Set([
  "fields",
  "removedOutputPorts",
  "changes",
  "sunsets",
]);

/** Why a path does not lead to what one subject is on both sides of a change. */
function subjectFault({ roots }: Vocabulary, expression: Expression): string | undefined {
  const subjects = SUBJECTS.filter((subject) => roots.has(subject));
  const [root, first, ...rest] = expression.kind === "read" ? expression.steps : [];
  if (first === undefined || !subjects.includes(String(root)))
    return `is a path of the subject, like {var: ${subjects[0] ?? "product"}.name}; found ${kindOf(expression)}`;
  if ([first, ...rest].some((step) => typeof step === "number"))
    return `names a position in a list, where something else may have stood at base; found ${kindOf(expression)}`;
  if (COMPARED.has(first)) return `${String(first)} compares with base already; ask its elements what became of them`;
  return undefined;
}

function isFactRead(expression: Expression): boolean {
  return expression.kind === "read" && expression.steps[0] !== "params";
}

function kindOf(expression: Expression): string {
  if (expression.kind === "literal") return quote(expression.value);
  if (expression.kind === "read") return `{var: ${expression.steps.join(".")}}`;
  return `{${expression.operator.name}: …}, which is ${expression.type === "unknown" ? "a value" : `a ${expression.type}`}`;
}
