import type { Level } from "../../model/finding.ts";
import type { CaseResult } from "../cases.ts";
import { caseResult, unfit } from "../cases.ts";
import { decide } from "../decide.ts";
import { answer, evaluatePolicy } from "../evaluate.ts";
import type { Trace } from "../language/operator.ts";
import type { CaseOutcome, Policy, PolicyCase } from "../policy.ts";
import type { Coverage } from "./coverage.ts";
import { coverageOf } from "./coverage.ts";
import { readEquivalents } from "./equivalents.ts";
import type { Fixture, Staged } from "./fixture.ts";
import { promotion } from "./gates.ts";
import type { Answered, Answers } from "./kill.ts";
import { isKilled } from "./kill.ts";
import type { Mutant, Subject } from "./mutants.ts";
import { mutantsOf, nameOf } from "./mutants.ts";
import type { Row } from "./panel.ts";
import { openPanel } from "./panel.ts";
import type { Patience, Searching, Suggestion, Surroundings } from "./search/search.ts";
import { openSearch } from "./search/search.ts";

/** What the tests of a policy show, and what they do not. */
export interface Trial {
  readonly results: readonly CaseResult[];
  readonly coverage: Coverage;
  readonly mutants: {
    readonly total: number;
    /** Those that no case tells from the policy. */
    readonly survivors: readonly Survivor[];
    /** How many more mean the same by their author's word, which no search has disproved. */
    readonly equivalent: number;
  };
  /** Up to which level it may be raised, and what it lacks for the next. */
  readonly promotable: Level;
  readonly lacks: readonly string[];
  /** What is wrong under `equivalentMutants`. */
  readonly faults: readonly string[];
}

export interface Survivor {
  readonly mutant: Mutant;
  /** Absent: none was found. */
  readonly suggestion?: Suggestion;
  /** Whether the search went as far as it can. */
  readonly isSearched: boolean;
}

/** Tries a policy on its own cases: whether they hold, what they cover, and which mutants they cannot tell from it. */
export function tryPolicy(subject: Subject, around: Surroundings): Trial {
  const { fixture } = around;
  const { policy, document } = subject;
  const panel = openPanel(policy);
  const runs = policy.cases.map((test) => runCase(policy, test, fixture));
  const cases = runs.flatMap(({ test, staged }): readonly Answered[] =>
    staged === undefined ? [] : [{ test, ...panel.ask(staged) }],
  );
  const { answers, traces, missing } = answerAll(policy, panel.rows);
  const mutants = mutantsOf(subject);
  const named = readEquivalents(document);
  const isNamed = ({ mutant }: Pick<Survivor, "mutant">): boolean => named.includes(nameOf(mutant));
  const survivors = searched(
    mutants.filter((mutant) => !isKilled(policy, mutant, cases, answers)),
    openSearch(subject, around),
    isNamed,
    around.patience,
  );
  const left = survivors.filter((survivor) => !isNamed(survivor) || survivor.suggestion !== undefined);
  const held = runs.filter(({ result }) => result.passed);
  const { level, lacks } = promotion({
    outcomes: new Set(held.map(({ result }) => result.expected)),
    missing: held.some(
      ({ test }) =>
        takesAway(test) || cases.some((sheet) => sheet.test === test && sheet.rows.some((row) => missing.has(row))),
    ),
    survivors: left.length,
  });
  return {
    results: runs.map(({ result }) => result),
    coverage: coverageOf(policy, document, traces, panel.rows),
    mutants: { total: mutants.length, survivors: left, equivalent: survivors.length - left.length },
    promotable: level,
    lacks,
    faults: [
      ...named
        .filter((name) => !survivors.some(({ mutant }) => nameOf(mutant) === name))
        .map((name) => `equivalentMutants names "${name}", which is no mutant that survives`),
      ...left
        .filter(isNamed)
        .map(({ mutant }) => `equivalentMutants names "${nameOf(mutant)}", but a case tells it from the policy`),
    ],
  };
}

/** Where one step does not tell a mutant from its policy, one from a case that was found for another may. */
function searched(
  mutants: readonly Mutant[],
  search: Searching,
  isNamed: (survivor: Pick<Survivor, "mutant">) => boolean,
  patience: Patience,
): readonly Survivor[] {
  const first = mutants.map((mutant) => ({ mutant, suggestion: search(mutant, { brief: isNamed({ mutant }) }) }));
  const found = first.flatMap(({ suggestion }) => suggestion ?? []);
  return first.map(({ mutant, suggestion: known }) => {
    const suggestion = known ?? search(mutant, { from: found, brief: isNamed({ mutant }) });
    return { mutant, ...(suggestion && { suggestion }), isSearched: patience.left > 0 };
  });
}

interface Run {
  readonly test: PolicyCase;
  readonly result: CaseResult;
  /** Absent when the case does not fit its fixture. */
  readonly staged?: Staged;
}

function runCase(policy: Policy, test: PolicyCase, fixture: Fixture): Run {
  const staged = fixture.stage(policy, test);
  if ("fault" in staged) return { test, result: unfit(test, staged.fault) };
  const outcomes = staged.facts.flatMap((facts) => evaluatePolicy(policy, facts));
  return { test, result: caseResult(test, staged.files, outcomes, staged.open), staged };
}

/** A case of missing data takes something away, and that does not pass. */
function takesAway({ given, expect }: PolicyCase): boolean {
  return given.remove.length + given.delete.length > 0 && expect !== "pass";
}

interface Answering {
  readonly answers: Answers;
  readonly traces: readonly Trace[];
  /** Rows on which a rule came upon something that is not there. */
  readonly missing: ReadonlySet<Row>;
}

function answerAll(policy: Policy, rows: readonly Row[]): Answering {
  const answers = new Map<Row, CaseOutcome>();
  const traces: Trace[] = [];
  const missing = new Set<Row>();
  for (const row of rows) {
    const { outcome } = answer(policy, row.facts, row.question, (rule, scope) => {
      const decision = decide(rule, scope);
      traces.push(decision.trace);
      if (decision.result.kind === "missing") missing.add(row);
      return decision;
    });
    answers.set(row, outcome);
  }
  return { answers, traces, missing };
}
