import { worst } from "../cases.ts";
import { answer, pointedAt } from "../evaluate.ts";
import type { CaseOutcome, Policy, PolicyCase } from "../policy.ts";
import type { Mutant } from "./mutants.ts";
import type { Row, Sheet } from "./panel.ts";
import { outcomeOf } from "./panel.ts";

/** What the policy itself says of a case. */
export interface Answered extends Sheet {
  /** Absent for a scenario that is no case. */
  readonly test?: PolicyCase;
}

/** The policy's own answers, by row. */
export type Answers = ReadonlyMap<Row, CaseOutcome>;

/**
 * Whether some case tells a mutant from its policy: by its worst outcome, by which targets fail or cannot be judged, or
 * where the case says so by the places that fail.
 */
export function isKilled(policy: Policy, mutant: Mutant, cases: readonly Answered[], answers: Answers): boolean {
  const changed = new Map<Row, CaseOutcome>();
  for (const [row, outcome] of answers) {
    const other = outcomeOf(mutant.policy, row);
    if (other === outcome) continue;
    if (isFinding(outcome) || isFinding(other)) return true;
    changed.set(row, other);
  }
  return cases.some(
    (sheet) => hasOtherWorst(sheet, answers, changed) || hasOtherPlaces(policy, mutant, sheet, answers),
  );
}

/** What people are told of. */
export function isFinding(outcome: CaseOutcome): boolean {
  return outcome === "fail" || outcome === "error";
}

function hasOtherWorst({ rows }: Answered, answers: Answers, changed: ReadonlyMap<Row, CaseOutcome>): boolean {
  if (!rows.some((row) => changed.has(row))) return false;
  const before = rows.map((row) => answers.get(row) ?? "not-applicable");
  return worst(before) !== worst(rows.map((row, index) => changed.get(row) ?? before[index] ?? "not-applicable"));
}

/** A policy that says where its findings point always points there. */
function hasOtherPlaces(
  policy: Policy,
  { policy: other }: Mutant,
  { rows, test }: Answered,
  answers: Answers,
): boolean {
  if (test?.at === undefined || policy.at !== undefined) return false;
  const { expect } = test;
  return rows.some((row) => answers.get(row) === expect && placeOf(policy, row) !== placeOf(other, row));
}

function placeOf(policy: Policy, { facts, question }: Row): string {
  const path = pointedAt(policy, facts, question, answer(policy, facts, question));
  const { file, line, column } = facts.locate(path);
  return `${file}:${line}:${column}`;
}
