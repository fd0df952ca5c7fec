import type { Facts } from "../../../model/facts.ts";
import type { JsonPath } from "../../../model/json.ts";
import { isObject, pointer } from "../../../model/json.ts";
import { once } from "../../../model/once.ts";
import { worst } from "../../cases.ts";
import { answer, pointedAt, questionsOf, scopeOf } from "../../evaluate.ts";
import type { Scope } from "../../language/scope.ts";
import { MAX_STEPS } from "../../language/scope.ts";
import type { CaseOutcome, Policy } from "../../policy.ts";
import type { Fixture, Scenario, Staged } from "../fixture.ts";
import { UNCHANGED } from "../fixture.ts";
import type { Mutant, Subject } from "../mutants.ts";
import type { Row } from "../panel.ts";
import { openPanel, outcomeOf } from "../panel.ts";
import { replaced } from "../replaced.ts";
import type { Edit } from "./edit.ts";
import { edited, sourceOf } from "./edit.ts";
import { focusOf } from "./focus.ts";
import type { Wish } from "./wishes.ts";
import { wishesOf } from "./wishes.ts";

/** A case that tells a mutant from its policy. It was run on both. */
export interface Suggestion extends Scenario {
  /** What the policy says, and the mutant does not, or not of the same targets. */
  readonly expect: CaseOutcome;
  /** Where it fails; empty when it does not. */
  readonly at: readonly string[];
}

/** How much searching is left: one for every file that is looked at again. */
export interface Patience {
  left: number;
}

/** Scenarios that are tried for one mutant. */
const MAX_TRIES = 60;

/** What is known around a policy that is tried. */
export interface Surroundings {
  readonly fixture: Fixture;
  /** Cases of other policies on the same fixture: many a mutant that a policy's own cases miss is killed by one. */
  readonly others: readonly Scenario[];
  readonly patience: Patience;
}

interface Search extends Surroundings {
  readonly subject: Subject;
  readonly mutant: Mutant;
  tries: number;
}

const PLAIN: Scenario = { given: UNCHANGED, before: UNCHANGED };

/**
 * Looks for a case that tells a mutant from its policy: first other values of what the mutated part reads, near those
 * that the rule speaks of, then files that go or move, then the cases of other policies.
 */
export function openSearch(subject: Subject, around: Surroundings): (mutant: Mutant) => Suggestion | undefined {
  const starts = [PLAIN, ...subject.policy.cases];
  const borrowed = once(() => askOthers(subject.policy, around));
  return (mutant) => {
    const work: Search = { ...around, subject, mutant, tries: MAX_TRIES };
    return (
      firstOf(starts, (start) => nearby(work, start)) ??
      firstOf(starts, (start) => rearranged(work, start)) ??
      borrowedFrom(borrowed(), work)
    );
  };
}

/** What the policy says of the cases of others. */
interface Borrowed {
  readonly answers: ReadonlyMap<Row, CaseOutcome>;
  readonly byRow: ReadonlyMap<Row, Scenario>;
}

function askOthers(policy: Policy, { fixture, others }: Surroundings): Borrowed {
  const panel = openPanel(policy);
  const byRow = new Map<Row, Scenario>();
  for (const scenario of others) {
    const staged = fixture.stage(policy, scenario);
    if ("fault" in staged) continue;
    for (const row of panel.ask(staged).rows) if (!byRow.has(row)) byRow.set(row, scenario);
  }
  return { byRow, answers: new Map(panel.rows.map((row) => [row, outcomeOf(policy, row)])) };
}

/** Of each question that is answered differently, the first case that asks it. */
function borrowedFrom({ answers, byRow }: Borrowed, work: Search): Suggestion | undefined {
  const telling = [...answers].filter(([row, outcome]) => outcomeOf(work.mutant.policy, row) !== outcome);
  return firstOf(telling, ([row]) => {
    const scenario = byRow.get(row);
    return scenario && verdict(work, scenario);
  });
}

function firstOf<T>(values: readonly T[], find: (value: T) => Suggestion | undefined): Suggestion | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nearby(work: Search, start: Scenario): Suggestion | undefined {
  const { subject, mutant, fixture } = work;
  const staged = fixture.stage(subject.policy, start);
  if ("fault" in staged) return undefined;
  const focus = focusOf(subject, mutant);
  return firstOf(staged.facts, (facts) => {
    const scopes = questionsOf(subject.policy, facts).map(({ element }): Scope => {
      return { ...scopeOf(subject.policy, facts, element), budget: { left: MAX_STEPS } };
    });
    const wishes = distinct(scopes.flatMap((scope) => focus.flatMap((expression) => wishesOf(expression, scope))));
    const promising = wishes.filter((wish) => differs(work, withFact(facts, wish)));
    return firstOf([...promising, ...listWishes(subject.policy)], (wish) => {
      const edit = editOf(facts, wish);
      return edit === undefined ? undefined : attempt(work, start, edit, staged);
    });
  });
}

function distinct(wishes: readonly Wish[]): readonly Wish[] {
  return [...new Map(wishes.map((wish) => [JSON.stringify([wish.path, wish.value ?? null]), wish])).values()];
}

/** Without a list there are no targets. */
function listWishes({ target }: Policy): readonly Wish[] {
  const [first] = target.lists;
  return first === undefined ? [] : [{ path: [target.kind, ...first], value: undefined }];
}

/** The facts as they would be if one of them was another, whatever that one is made of. */
function withFact(facts: Facts, { path, value }: Wish): Facts {
  const changed = replaced(facts.value, path, value);
  return isObject(changed) ? { ...facts, value: changed } : facts;
}

function differs({ subject: { policy }, mutant }: Search, facts: Facts): boolean {
  return questionsOf(policy, facts).some((question) => {
    const row = { facts, question, key: "" };
    return outcomeOf(policy, row) !== outcomeOf(mutant.policy, row);
  });
}

function editOf(facts: Facts, { path, value }: Wish): Edit | undefined {
  if (facts.place === undefined) return undefined;
  const source = sourceOf(path, value, facts.place);
  return { side: path[0] === "before" ? "before" : "given", ...source };
}

/** Files that go, and for a change those that move. */
function rearranged(work: Search, start: Scenario): Suggestion | undefined {
  const { policy } = work.subject;
  const staged = work.fixture.stage(policy, start);
  if ("fault" in staged) return undefined;
  const files = [...new Set(staged.facts.map((facts) => facts.locate([facts.kind]).file))];
  const edits = files.flatMap((file): readonly Edit[] =>
    policy.type === "change" ? [{ moved: file }, { gone: file }] : [{ gone: file }],
  );
  return firstOf(edits, (edit) => attempt(work, start, edit, staged));
}

function attempt(work: Search, start: Scenario, edit: Edit, { files }: Staged): Suggestion | undefined {
  if (work.tries === 0 || work.patience.left <= 0) return undefined;
  work.tries -= 1;
  work.patience.left -= files.size;
  return verdict(work, edited(start, edit, files));
}

/** The case that a scenario makes, if it tells the mutant from the policy. */
function verdict({ subject: { policy }, mutant, fixture }: Search, scenario: Scenario): Suggestion | undefined {
  const staged = fixture.stage(policy, scenario);
  if ("fault" in staged) return undefined;
  const found = staged.facts.flatMap((facts) =>
    questionsOf(policy, facts).map((question) => {
      const ruling = answer(policy, facts, question);
      const other = outcomeOf(mutant.policy, { facts, question, key: "" });
      return { ...ruling, other, place: placeOf(facts, pointedAt(policy, facts, question, ruling)) };
    }),
  );
  const expect = worst(found.map(({ outcome }) => outcome));
  const isOther = expect !== worst(found.map(({ other }) => other));
  const isElsewhere = found.some(({ outcome, other }) => outcome !== other && (isFound(outcome) || isFound(other)));
  if (!isOther && !isElsewhere) return undefined;
  const places = expect === "fail" ? found.filter(({ outcome }) => outcome === "fail").map(({ place }) => place) : [];
  return { given: scenario.given, before: scenario.before, expect, at: [...new Set(places)] };
}

function isFound(outcome: CaseOutcome): boolean {
  return outcome === "fail" || outcome === "error";
}

function placeOf({ place, locate }: Facts, path: JsonPath): string {
  const found = place?.(path) ?? { file: locate(path).file, path: [] };
  return `${found.file}#${pointer(found.path)}`;
}
