import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { own } from "../../src/model/json.ts";
import { prepare } from "../../src/policy/decide.ts";
import { evaluatePolicy } from "../../src/policy/evaluate.ts";
import { checkRule } from "../../src/policy/language/check.ts";
import type { Trace } from "../../src/policy/language/operator.ts";
import { MAX_STEPS } from "../../src/policy/language/scope.ts";
import { OPERATORS } from "../../src/policy/operators/index.ts";
import type { Policy, PolicyOutcome } from "../../src/policy/policy.ts";
import { trace } from "../../src/policy/trace.ts";
import { openRoots } from "../support/fact-trees.ts";
import { bare, looseFacts } from "../support/facts.ts";
import { samplePolicy } from "../support/policy.ts";
import { ARBITRARY_GUILD, arbitraryRule, arbitrarySubject } from "../support/rules.ts";

/** Rules, each on several subjects. `npm run test:engines` tries 100,000. */
const RULES = Number(process.env["MESHGATE_RULES"] ?? 600);
const SUBJECTS_PER_RULE = 10;
const SEED = 20_261_120;

const KINDS = ["added", "changed", "removed", "unchanged"];

const SUBJECTS = fc.sample(arbitrarySubject(), { numRuns: 400, seed: SEED }).map((subject, index, all) => {
  // What was there before is what another subject is now; of every fifth nothing is known.
  const past = { before: all[(index + 1) % all.length] ?? null, change: { kind: KINDS[index % 4] ?? "" } };
  const product = { product: subject, ...(index % 5 === 0 ? {} : past) };
  /** As JSON.parse makes it, and as the readers do: without prototypes, and here unchangeable too. */
  return { plain: product, bare: freeze(bare(product)) as JsonObject };
});

const PLAIN = samplePolicy({ rule: { has: { var: "it.a" } }, message: "{it.a} {it.b.c}", at: "it.list" });
const ROOTS = openRoots("it", "product", "before", "change", "params", "guild", "asOf");

/** The plain policy with another rule; going through a whole file for each would only cost time. */
function withRule(rule: Json): Policy {
  const { expression, faults } = checkRule(rule, ["rule"], { roots: ROOTS, params: {} });
  if (expression === undefined)
    throw new Error(`${JSON.stringify(rule)}: ${faults.map(({ message }) => message).join("; ")}`);
  return { ...PLAIN, body: { kind: "rule", rule: prepare(expression) } };
}

function factsAbout(subject: JsonObject): JsonObject {
  return { ...subject, guild: ARBITRARY_GUILD, asOf: "2026-11-20" };
}

function evaluate(rule: Json, subject: JsonObject): readonly PolicyOutcome[] {
  return evaluatePolicy(withRule(rule), looseFacts("product", factsAbout(subject)));
}

function freeze(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values<Json>(value)) freeze(member);
  return Object.freeze(value);
}

/** Asserts something of random rules, each on a few of the subjects. */
function forRules(
  presence: boolean,
  rules: number,
  assert: (rule: Json, subject: (typeof SUBJECTS)[number]) => void,
): void {
  const start = fc.nat(SUBJECTS.length - 1);
  const property = fc.property(arbitraryRule(presence), start, (rule, first) => {
    for (let i = 0; i < SUBJECTS_PER_RULE; i += 1) {
      const subject = SUBJECTS[(first + i) % SUBJECTS.length];
      if (subject !== undefined) assert(rule, subject);
    }
  });
  fc.assert(property, { numRuns: rules, seed: SEED });
}

describe("random rules on dirty data", { timeout: 60_000 + 10 * RULES }, () => {
  it("come to one outcome in one line, and the two engines agree", () => {
    const seen = new Map<string, number>();
    forRules(true, RULES, (rule, { bare: subject }) => {
      const [outcome, ...others] = evaluate(rule, subject);
      if (outcome === undefined || others.length > 0) throw new Error("a rule has one outcome");
      seen.set(outcome.outcome, (seen.get(outcome.outcome) ?? 0) + 1);
      if (/disagreement|json-logic-js|\n/.test(outcome.message)) throw new Error(outcome.message);
      if (outcome.message.length > 1_000) throw new Error(`${outcome.message.length} characters`);
    });
    for (const outcome of ["pass", "fail", "error"]) expect(seen.get(outcome)).toBeGreaterThan(RULES / 4);
  });

  it("bring every operator to a value, and to none", () => {
    const seen = new Map<string, Set<string>>();
    const note = ({ expression, result, steps }: Trace): void => {
      if (expression.kind === "call") {
        const { name } = expression.operator;
        seen.set(name, (seen.get(name) ?? new Set()).add(result.kind === "value" ? "value" : "none"));
      }
      steps.forEach(note);
    };
    forRules(true, 3_000, (rule, { bare: subject }) => {
      const { expression } = checkRule(rule, [], { roots: ROOTS, params: {} });
      const facts = factsAbout(subject);
      const it = { value: own(facts, "product"), path: ["product"] };
      if (expression !== undefined) note(trace(expression, { facts, params: {}, it, budget: { left: MAX_STEPS } }));
    });
    const always = ["has", "empty"];
    for (const { name } of OPERATORS) {
      expect([name, ...(seen.get(name) ?? [])].sort()).toEqual(
        [name, "value", ...(always.includes(name) ? [] : ["none"])].sort(),
      );
    }
  });

  it("never read a prototype: plain objects come to the same as objects without one", () => {
    forRules(true, RULES / 10, (rule, { plain, bare: subject }) => {
      expect(evaluate(rule, plain)).toEqual(evaluate(rule, subject));
    });
  });

  it("never pass where everything they read is missing, and neither do their negations", () => {
    fc.assert(
      fc.property(arbitraryRule(false), (rule) => {
        for (const negated of [rule, { not: rule }, { not: { not: [rule] } }]) {
          expect(evaluate(negated, { product: {} })[0]?.outcome).toBe("fail");
        }
      }),
      { numRuns: RULES / 4, seed: SEED },
    );
  });

  it("pass only where their negation fails, and are errors together with it", () => {
    forRules(true, RULES / 10, (rule, { bare: subject }) => {
      const [one] = evaluate(rule, subject);
      const [other] = evaluate({ not: rule }, subject);
      if (one?.outcome === "pass") expect(other?.outcome).toBe("fail");
      if (other?.outcome === "pass") expect(one?.outcome).toBe("fail");
      expect(one?.outcome === "error").toBe(other?.outcome === "error");
    });
  });
});
