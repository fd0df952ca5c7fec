import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { prepare } from "../../src/policy/decide.ts";
import type { Rule } from "../../src/policy/decide.ts";
import { evaluatePolicy } from "../../src/policy/evaluate.ts";
import type { Expression } from "../../src/policy/language/operator.ts";
import { checkRule } from "../../src/policy/language/check.ts";
import type { ParamType } from "../../src/policy/param-types.ts";
import { orderOf, paramType } from "../../src/policy/param-types.ts";
import type { Direction } from "../../src/policy/polarity.ts";
import { directionOf } from "../../src/policy/polarity.ts";
import { openRoots } from "../support/fact-trees.ts";
import { bare, looseFacts } from "../support/facts.ts";
import { samplePolicy } from "../support/policy.ts";

/** Rules, each on several subjects. More on demand: `MESHGATE_RULES=50000 npx vitest run test/policy/polarity`. */
const RULES = Number(process.env["MESHGATE_RULES"] ?? 2_000);
const SEED = 20_261_121;
const CLASSIFICATIONS = ["public", "internal", "restricted"];
const GUILD = { classifications: CLASSIFICATIONS };
const ROOTS = openRoots("it", "product", "params", "guild", "asOf");
const PLAIN = samplePolicy({ rule: { has: { var: "it.a" } } });

/** Values of each type from small to large, and the operators whose second argument takes them. */
const KINDS: readonly {
  readonly type: string;
  readonly values: readonly Json[];
  readonly operators: readonly string[];
}[] = [
  { type: "number", values: [-1, 0, 1, 2.5, 3], operators: ["lt", "lte", "gt", "gte", "<", ">="] },
  {
    type: "date",
    values: ["2025-12-31", "2026-01-01", "2026-06-01"],
    operators: ["before", "after", "notBefore", "notAfter"],
  },
  { type: "duration", values: ["PT1H", "P1D", "PT36H"], operators: ["durationLte"] },
  { type: "quantity", values: ["1h", "24h", "P2D"], operators: ["quantityLte"] },
  { type: "version", values: ["0.9.0", "1.0.0", "2.0.0"], operators: ["semverGte"] },
  { type: "classification", values: CLASSIFICATIONS, operators: ["atLeast"] },
  {
    type: "list",
    values: [[], ["x"], ["x", "public"], ["x", "public", ""]],
    operators: ["in", "subset", "intersects", "disjoint"],
  },
];

type Kind = (typeof KINDS)[number];

interface Parametric {
  readonly rule: Json;
  readonly type: ParamType;
  readonly low: Json;
  readonly high: Json;
  readonly subjects: readonly Json[];
}

/** A random rule that compares with a parameter here and there, and subjects with such values, others and none. */
const parametric: fc.Arbitrary<Parametric> = fc.constantFrom(...KINDS).chain((kind) =>
  fc
    .tuple(condition(kind, 3, false), fc.array(subject(kind), { minLength: 10, maxLength: 10 }), fc.nat(), fc.nat())
    .map(([rule, subjects, one, other]) => {
      const { values } = kind;
      const places = [one % values.length, other % values.length].sort((a, b) => a - b);
      const [low = null, high = null] = places.map((at) => values[at] ?? null);
      const type = paramType(kind.type);
      if (type === undefined) throw new Error(`no type ${kind.type}`);
      return { rule, type, low, high, subjects };
    }),
);

function subject({ values }: Kind): fc.Arbitrary<Json> {
  const value = fc.oneof(
    { arbitrary: fc.constantFrom(...values), weight: 6 },
    { arbitrary: fc.constantFrom<Json>("public", "x", 1, true), weight: 1 },
  );
  return fc
    .record({ a: value, b: value, c: value, l: fc.array(value, { maxLength: 3 }) }, { requiredKeys: [] })
    .map(bare);
}

function condition(kind: Kind, depth: number, inList: boolean): fc.Arbitrary<Json> {
  const names = ["it.a", "it.b", "it.c", ...(inList ? ["item", "item"] : [])];
  const fact = fc.constantFrom(...names).map((name) => ({ var: name }));
  const value = fc.constantFrom(...kind.values);
  const param = fc.constant({ var: "params.p" });
  const leaf = fc.oneof(
    fc.tuple(fc.constantFrom(...kind.operators), fact, param).map(([name, one, other]) => ({ [name]: [one, other] })),
    fc.tuple(fc.constantFrom(...kind.operators), param, fact).map(([name, one, other]) => ({ [name]: [one, other] })),
    fc.tuple(fc.constantFrom(...kind.operators), fact, value).map(([name, one, other]) => ({ [name]: [one, other] })),
    fc.tuple(fact, fc.constantFrom("public", "x")).map((pair) => ({ eq: pair })),
    fact.map((one) => ({ has: one })),
  );
  if (depth === 0) return leaf;
  const below = condition(kind, depth - 1, inList);
  const list = { var: "it.l" };
  return fc.oneof(
    leaf,
    fc.array(below, { minLength: 2, maxLength: 3 }).map((and) => ({ and })),
    fc.array(below, { minLength: 2, maxLength: 3 }).map((or) => ({ or })),
    below.map((not) => ({ not })),
    fc.tuple(below, below, below).map((parts) => ({ if: parts })),
    fc
      .tuple(fc.constantFrom("every", "any", "no"), condition(kind, depth - 1, true))
      .map(([name, inner]) => ({ [name]: [list, inner] })),
  );
}

function compile(rule: Json, params: JsonObject): Rule | undefined {
  const { expression } = checkRule(rule, ["rule"], { roots: ROOTS, params });
  return expression && prepare(expression);
}

function outcomeOf(rule: Rule, p: Json, product: Json): string {
  const policy = { ...PLAIN, params: { p }, body: { kind: "rule" as const, rule } };
  return evaluatePolicy(policy, looseFacts("product", { product, guild: GUILD, asOf: "2026-11-20" }))[0]?.outcome ?? "";
}

interface Tally {
  checked: number;
  violations: number;
  readonly seen: Map<Direction, number>;
}

/** How often a stricter value lets pass what a looser one does not, by the direction that `derive` claims. */
function tally(derive: typeof directionOf): Tally {
  const found: Tally = { checked: 0, violations: 0, seen: new Map() };
  const property = fc.property(parametric, ({ rule, type, low, high, subjects }) => {
    const compiled = compile(rule, { p: low });
    if (compiled === undefined || orderOf(type, CLASSIFICATIONS)(low, high) !== -1) return;
    const direction = derive(compiled.expression, "p", type);
    found.seen.set(direction, (found.seen.get(direction) ?? 0) + 1);
    if (direction !== "up" && direction !== "down") return;
    const [strict, loose] = direction === "up" ? [low, high] : [high, low];
    for (const one of subjects) {
      found.checked += 1;
      if (outcomeOf(compiled, strict, one) === "pass" && outcomeOf(compiled, loose, one) !== "pass")
        found.violations += 1;
    }
  });
  fc.assert(property, { numRuns: RULES, seed: SEED });
  return found;
}

/** The direction that signs alone would give: what a missing fact can uncover is left out of account. */
const bySigns: typeof directionOf = (expression, name, type): Direction => {
  const direction = directionOf(expression, name, type);
  return direction === "unknown" ? signOf(expression) : direction;
};

function signOf(expression: Expression): Direction {
  if (expression.kind === "read") return expression.steps[0] === "params" ? "up" : "none";
  if (expression.kind === "literal") return "none";
  const signs = expression.args.map((part, index): Direction => {
    const sign = signOf(part);
    const { polarity } = expression.operator.argument(index, expression.args.length);
    if (sign === "none" || sign === "unknown") return sign;
    return polarity === undefined ? "unknown" : polarity === "up" ? sign : sign === "up" ? "down" : "up";
  });
  const [first = "none", ...others] = new Set(signs.filter((sign) => sign !== "none"));
  return others.length > 0 ? "unknown" : first;
}

describe("the direction of a parameter", { timeout: 60_000 + 10 * RULES }, () => {
  it("is never wrong: what passes by a stricter value passes by a looser one", () => {
    const { checked, violations, seen } = tally(directionOf);
    expect(violations).toBe(0);
    // Of nothing but `unknown` the same could be said.
    for (const direction of ["up", "down", "unknown", "none"] as const)
      expect(seen.get(direction)).toBeGreaterThan(RULES / 50);
    expect(checked).toBeGreaterThan(RULES);
  });

  it("is noticed when it is turned around", () => {
    const turned: typeof directionOf = (...args) => {
      const direction = directionOf(...args);
      return direction === "up" ? "down" : direction === "down" ? "up" : direction;
    };
    expect(tally(turned).violations).toBeGreaterThan(RULES / 10);
  });

  it("needs more than signs: a missing fact that a looser value uncovers would be overlooked", () => {
    expect(tally(bySigns).violations).toBeGreaterThan(0);
  });
});

describe("the direction of a parameter in", () => {
  const date = paramType("number");
  const less = { lt: [{ var: "it.a" }, { var: "params.p" }] };
  const other = { eq: [{ var: "it.b" }, 1] };
  const there = { has: { var: "it.b" } };

  it.each<[what: string, rule: Json, direction: Direction]>([
    ["a bound above", less, "up"],
    ["a bound below", { gt: [{ var: "it.a" }, { var: "params.p" }] }, "down"],
    ["a negation", { not: less }, "down"],
    ["two negations", { not: { not: less } }, "up"],
    ["a conjunct", { and: [other, less] }, "up"],
    ["a conjunct before one that may be missing", { and: [less, other] }, "up"],
    ["a negated conjunct before one that may be missing", { not: { and: [less, other] } }, "down"],
    ["a disjunct that leads on to a missing one", { or: [{ and: [less, other] }, there] }, "unknown"],
    ["a disjunct that leads on to one that is never missing", { or: [{ and: [less, there] }, other] }, "up"],
    ["bounds on both sides", { and: [less, { gt: [{ var: "it.a" }, { var: "params.p" }] }] }, "unknown"],
    ["every element", { every: [{ var: "it.l" }, { lt: [{ var: "item" }, { var: "params.p" }] }] }, "up"],
    ["no element", { no: [{ var: "it.l" }, { lt: [{ var: "item" }, { var: "params.p" }] }] }, "down"],
    ["a branch", { if: [other, less, there] }, "up"],
    ["a condition of a branch", { if: [less, other, there] }, "unknown"],
    ["a fallback", { lt: [{ default: [{ var: "it.a" }, { var: "params.p" }] }, 5] }, "down"],
    ["an equality", { eq: [{ var: "it.a" }, { var: "params.p" }] }, "unknown"],
    ["nothing", other, "none"],
  ])("%s", (_, rule, direction) => {
    const compiled = compile(rule, { p: 1 });
    if (compiled === undefined || date === undefined) throw new Error("the rule does not compile");
    expect(directionOf(compiled.expression, "p", date)).toBe(direction);
  });
});
