import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { checkExpression } from "../../src/policy/language/check.ts";
import type { Argument, Operator, Polarity } from "../../src/policy/language/operator.ts";
import { MAX_STEPS } from "../../src/policy/language/scope.ts";
import { lower, run } from "../../src/policy/logic.ts";
import { OPERATORS, operatorNamed } from "../../src/policy/operators/index.ts";
import { openRoots } from "../support/fact-trees.ts";
import { bare } from "../support/facts.ts";

const SEED = 20_261_121;
const LEVELS = ["public", "internal", "confidential", "restricted"];
const VOCABULARY = { roots: openRoots("it", "guild", "asOf"), params: {} };

/** Values of each type from small to large, and as texts that are written in several ways. */
const ORDERED: Readonly<Record<string, readonly Json[]>> = {
  boolean: [false, true],
  number: [-3, 0, 1, 1.5, 2, 40],
  date: ["2026-01-30", "2026-01-31", "2026-01-31T23:30:00+01:00", "2026-02-28", "2026-03-01", "2028-02-29"],
  duration: ["PT0S", "PT36H", "P2D", "P1M", "P31D", "P1Y"],
  period: ["P0D", "P28D", "P30D", "P1M", "P31D", "P1Y"],
  quantity: [0, 5, "99.9", "100"],
  version: ["1.0.0-rc.1", "1.0.0", "1.9.0", "1.10.0", "2.0.0-0", "2.0.0"],
  classification: LEVELS,
  scalar: [1, 2, 3, 4],
  any: [0, 1, 2, 3],
};

/** Two values of a type, the first at most as large as the second. */
function pair({ type, form }: Argument): fc.Arbitrary<readonly [Json, Json]> {
  if (form === "condition")
    return fc.constantFrom<readonly [Json, Json]>(["item.low", "item.high"], ["item.low", "item.low"]);
  if (form === "read") return fc.constantFrom<readonly [Json, Json]>([null, null], [1, 1]);
  if (type.name === "list") return listPair(fc.constantFrom(...CONDITIONS));
  if (type.name === "list of scalars") return listPair(fc.constantFrom<Json>(1, 2, 3, 4));
  if (type.name === "list of classifications") return listPair(fc.constantFrom(...LEVELS));
  const values = ORDERED[type.name] ?? [];
  if (values.length === 0) throw new Error(`no values of type ${type.name}`);
  const index = fc.nat(values.length - 1);
  return fc.tuple(index, index).map(([a, b]) => [values[Math.min(a, b)] ?? null, values[Math.max(a, b)] ?? null]);
}

/** Elements for quantifiers, whose condition reads `low` or `high`: whatever is true of low is true of high. */
const CONDITIONS: readonly Json[] = [
  { low: false, high: false },
  { low: false, high: true },
  { low: true, high: true },
];

function listPair(element: fc.Arbitrary<Json>): fc.Arbitrary<readonly [Json, Json]> {
  const some = fc.array(element, { maxLength: 3 });
  return fc
    .tuple(some, some)
    .chain(([few, more]) =>
      fc.shuffledSubarray([...few, ...more], { minLength: few.length + more.length }).map((all) => [few, all] as const),
    );
}

/** For each argument of a call the value it has and the one that it is raised to. */
type Trial = readonly (readonly [Json, Json])[];

function trials(operator: Operator): fc.Arbitrary<Trial> {
  const { min, max, step = 1 } = operator.arity;
  const counts = [min, min + step].filter((count) => count <= max);
  return fc
    .constantFrom(...counts)
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => pair(operator.argument(index, count)))));
}

/** The value of a call whose argument at `raised` is the larger one of its pair; undefined when it has none. */
function evaluate(operator: Operator, pairs: Trial, raised: number | undefined): Json | undefined {
  const values = pairs.map(([small, large], index) => (index === raised ? large : small));
  const written = values.map((content, index) => write(operator.argument(index, pairs.length), content, index));
  const { expression, faults } = checkExpression({ [operator.name]: written }, [], VOCABULARY);
  if (expression === undefined) throw new Error(faults.map(({ message }) => message).join("\n"));
  const it = Object.fromEntries(values.map((content, index) => [`a${index}`, content]));
  const facts = bare({ it, guild: { classifications: LEVELS }, asOf: "2026-11-20" }) as JsonObject;
  const result = run(lower(expression), {
    facts,
    params: {},
    it: { value: facts["it"], path: ["it"] },
    budget: { left: MAX_STEPS },
  });
  return result.kind === "value" ? result.value : undefined;
}

function write({ type, form }: Argument, content: Json, index: number): Json {
  if (form === "condition") return { eq: [{ var: content }, true] };
  if (form === "literal") return content;
  const read = { var: `it.a${index}` };
  return type.name === "boolean" ? { eq: [read, true] } : read;
}

/** Where a value stands among those of its kind. */
function rank(content: Json): number {
  if (typeof content !== "string") return Number(content);
  return LEVELS.includes(content) ? LEVELS.indexOf(content) : Date.parse(content);
}

/** Raises an argument of this name in random calls, and tells which ways the result went. */
function directions(operator: Operator, name: string): readonly Polarity[] {
  const raised = fc.nat();
  const seen = new Set<Polarity>();
  for (const [trial, choice] of fc.sample(fc.tuple(trials(operator), raised), { numRuns: 1_000, seed: SEED })) {
    const positions = positionsOf(operator, trial.length, name);
    const before = evaluate(operator, trial, undefined);
    const after = evaluate(operator, trial, positions[choice % positions.length]);
    if (before === undefined || after === undefined || rank(before) === rank(after)) continue;
    seen.add(rank(after) > rank(before) ? "up" : "down");
  }
  return [...seen].sort();
}

function positionsOf(operator: Operator, count: number, name: string): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => operator.argument(index, count).name === name,
  );
}

/** What an operator declares of the arguments that an author writes. */
function declared(operator: Operator): ReadonlyMap<string, Polarity> {
  const { min } = operator.arity;
  const args = Array.from({ length: min }, (_, index) => operator.argument(index, min));
  return new Map(args.flatMap(({ name, polarity }) => (polarity === undefined ? [] : [[name, polarity] as const])));
}

/** Declarations that the result goes against, or that nothing shows because the result never moves. */
function refuted(operator: Operator): readonly string[] {
  return [...declared(operator)].flatMap(([name, polarity]) => {
    const seen = directions(operator, name).join(" and ");
    return seen === polarity ? [] : [`${name} is declared ${polarity} and moves the result ${seen || "nowhere"}`];
  });
}

/** An operator with another declaration for one of its arguments. */
function planted(name: string, position: number, polarity: Polarity): Operator {
  const operator = operatorNamed(name);
  if (operator === undefined) throw new Error(`there is no operator ${name}`);
  return {
    ...operator,
    argument(index, count) {
      const argument = operator.argument(index, count);
      return index === position ? { ...argument, polarity } : argument;
    },
  };
}

const DECLARING = OPERATORS.filter((operator) => declared(operator).size > 0);

describe("raising one argument", () => {
  it.each(DECLARING.map((operator) => [operator.name, operator] as const))(
    "of %s moves it as declared",
    (_, operator) => {
      expect(refuted(operator)).toEqual([]);
    },
  );

  it("refutes a wrong declaration", () => {
    expect(refuted(planted("lt", 0, "up"))).toEqual(["left is declared up and moves the result down"]);
    expect(refuted(planted("any", 0, "down"))).toEqual(["list is declared down and moves the result up"]);
    expect(refuted(planted("if", 0, "up"))).toEqual(["condition is declared up and moves the result down and up"]);
    expect(refuted(planted("eq", 0, "up"))).toEqual(["left is declared up and moves the result down and up"]);
    // Periods are sorted by their mean length here.
    expect(refuted(planted("addTime", 1, "up"))).toEqual(["period is declared up and moves the result down and up"]);
  });
});
