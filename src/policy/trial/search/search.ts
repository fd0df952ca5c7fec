import { once } from "../../../model/once.ts";
import { worst } from "../../cases.ts";
import { answer, pointedAt, questionsOf } from "../../evaluate.ts";
import type { CaseOutcome, Policy } from "../../policy.ts";
import type { Fixture, Scenario, Staged } from "../fixture.ts";
import { UNCHANGED } from "../fixture.ts";
import { isFinding } from "../kill.ts";
import type { Mutant, Subject } from "../mutants.ts";
import type { Row } from "../panel.ts";
import { openPanel, outcomeOf } from "../panel.ts";
import type { Edit } from "./edit.ts";
import { edited } from "./edit.ts";
import type { Nearby } from "./nearby.ts";
import { nearbyEdits } from "./nearby.ts";
import { placeText } from "./place.ts";

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
const MAX_TRIES = 30;
const BRIEF_TRIES = 10;

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
  /** How many scenarios may still be tried. */
  tries: number;
}

const PLAIN: Scenario = { given: UNCHANGED, before: UNCHANGED };

/**
 * Looks for a case that tells a mutant from its policy: first other values of what the mutated part reads, near those
 * that the rule speaks of, then the cases of other policies, then guesses, and files that go or move.
 */
export function openSearch(subject: Subject, around: Surroundings): Searching {
  const borrowed = once(() => askOthers(subject.policy, around));
  return (mutant, { from = [PLAIN, ...subject.policy.cases], brief = false } = {}) => {
    const work: Search = { ...around, subject, mutant, tries: MAX_TRIES };
    const stages = from.flatMap((start): readonly Start[] => {
      const staged = around.fixture.stage(subject.policy, start);
      return "fault" in staged ? [] : [{ start, staged, nearby: once(() => nearbyEdits(subject, mutant, staged)) }];
    });
    const attempts = (pick: (start: Start) => readonly Edit[], tries: number): Suggestion | undefined => {
      work.tries = tries;
      return firstOf(stages, (stage) =>
        work.tries === 0 ? undefined : firstOf(pick(stage), (edit) => attempt(work, stage, edit)),
      );
    };
    const tries = brief ? BRIEF_TRIES : MAX_TRIES;
    const likely = attempts(({ nearby }) => nearby().telling, tries) ?? borrowedFrom(borrowed(), work);
    if (brief || likely !== undefined) return likely;
    return (
      attempts(({ nearby }) => nearby().quiet, MAX_TRIES / 2) ??
      attempts(({ nearby }) => nearby().alike(), MAX_TRIES) ??
      attempts(({ staged }) => rearranged(subject.policy, staged), MAX_TRIES)
    );
  };
}

interface Start {
  readonly start: Scenario;
  readonly staged: Staged;
  readonly nearby: () => Nearby;
}

/** How hard a case is looked for, and from where on: the cases of the policy unless other scenarios are given. */
interface Effort {
  readonly from?: readonly Scenario[];
  /** Only what is likeliest: to see whether somebody is wrong who says that there is none. */
  readonly brief?: boolean;
}

export type Searching = (mutant: Mutant, effort?: Effort) => Suggestion | undefined;

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

/** Files that go, and for a change those that move. */
function rearranged({ type }: Policy, { facts: all }: Staged): readonly Edit[] {
  const files = [...new Set(all.map((facts) => facts.locate([facts.kind]).file))];
  return files.flatMap((file) => (type === "change" ? [{ moved: file }, { gone: file }] : [{ gone: file }]));
}

function attempt(work: Search, { start, staged: { files } }: Start, edit: Edit): Suggestion | undefined {
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
      return { facts, outcome: ruling.outcome, other, path: pointedAt(policy, facts, question, ruling) };
    }),
  );
  const expect = worst(found.map(({ outcome }) => outcome));
  const isOther = expect !== worst(found.map(({ other }) => other));
  const isElsewhere = found.some(({ outcome, other }) => outcome !== other && (isFinding(outcome) || isFinding(other)));
  if (!isOther && !isElsewhere) return undefined;
  const failing = expect === "fail" ? found.filter(({ outcome }) => outcome === "fail") : [];
  const places = failing.map(({ facts, path }) => placeText(facts, path, staged.files));
  return { given: scenario.given, before: scenario.before, expect, at: [...new Set(places)] };
}
