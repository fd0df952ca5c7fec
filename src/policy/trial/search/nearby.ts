import type { Facts } from "../../../model/facts.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, isObject } from "../../../model/json.ts";
import type { Question } from "../../evaluate.ts";
import { questionsOf, scopeOf } from "../../evaluate.ts";
import type { Scope } from "../../language/scope.ts";
import { lookup, MAX_STEPS } from "../../language/scope.ts";
import type { Files } from "../../patch.ts";
import type { Policy } from "../../policy.ts";
import type { Staged } from "../fixture.ts";
import { isFinding } from "../kill.ts";
import type { Mutant, Subject } from "../mutants.ts";
import { outcomeOf } from "../panel.ts";
import { replaced } from "../replaced.ts";
import { alikePlaces } from "./alike.ts";
import type { Edit } from "./edit.ts";
import { sourceOf } from "./edit.ts";
import { focusOf } from "./focus.ts";
import { schemaWishes } from "./schema-wishes.ts";
import { valueAt } from "./place.ts";
import type { Wish } from "./wishes.ts";
import { renamedLike, wishesOf } from "./wishes.ts";

/** Edits that may tell a mutant from its policy, from the likeliest to the least. */
export interface Nearby {
  /** A fact becomes another, and the policy or the mutant finds something. */
  readonly telling: readonly Edit[];
  /** A fact becomes another, and the two differ in whether the policy applies. */
  readonly quiet: readonly Edit[];
  /** What such a fact may be made of, where it stands in no file itself. */
  readonly alike: () => readonly Edit[];
}

/** Other values of facts on which a mutant and its policy differ. */
interface Promising {
  readonly facts: Facts;
  readonly telling: readonly Wish[];
  readonly quiet: readonly Wish[];
}

/** Of a large mesh the first subjects are enough: what differs in one will differ in most. */
const MAX_SUBJECTS = 12;

/** Other values of what the mutated part reads, near those that the rule speaks of. */
export function nearbyEdits(subject: Subject, mutant: Mutant, { facts: all, files }: Staged): Nearby {
  const found = all.slice(0, MAX_SUBJECTS).map((facts) => wishesIn(subject, mutant, facts));
  const edits = (pick: (wishes: Promising) => readonly Wish[]): readonly Edit[] =>
    distinct(found.flatMap((wishes) => pick(wishes).flatMap((wish) => editOf(wishes.facts, wish, files) ?? [])));
  return {
    telling: edits(({ telling }) => telling),
    quiet: edits(({ quiet }) => [...quiet, ...listWishes(subject.policy)]),
    alike: () => distinct(found.flatMap(({ telling }) => telling.flatMap((wish) => alikeEdits(wish, files)))),
  };
}

function wishesIn(subject: Subject, mutant: Mutant, facts: Facts): Promising {
  const { policy } = subject;
  const focus = focusOf(subject, mutant);
  const seen = new Set<string>();
  const telling: Wish[] = [];
  const quiet: Wish[] = [];
  for (const question of questionsOf(policy, facts)) {
    const { path } = question.element;
    const scope: Scope = { ...scopeOf(policy, facts, question.element), budget: { left: MAX_STEPS } };
    for (const wish of [...focus.flatMap((one) => wishesOf(one, scope)), ...inSchema(policy, mutant, path)]) {
      const key = JSON.stringify([wish.path, wish.value ?? null]);
      if (seen.has(key)) continue;
      seen.add(key);
      const effect = effectOf(policy, mutant, withFact(facts, wish), question);
      if (effect !== "none") (effect === "telling" ? telling : quiet).push(wish);
    }
  }
  return { facts, telling, quiet };
}

function inSchema({ body }: Policy, { place: [member, ...rest] }: Mutant, element: JsonPath): readonly Wish[] {
  return member === "schema" && body.kind === "schema" ? schemaWishes(body.schema, rest, element) : [];
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
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

/** What a question comes to on other facts. */
function effectOf(policy: Policy, mutant: Mutant, facts: Facts, question: Question): "telling" | "quiet" | "none" {
  const element = { ...question.element, value: lookup(facts.value, question.element.path) };
  const row = { facts, question: { ...question, element }, key: "" };
  const [one, other] = [outcomeOf(policy, row), outcomeOf(mutant.policy, row)];
  if (one === other) return "none";
  return isFinding(one) || isFinding(other) ? "telling" : "quiet";
}

function editOf({ place, value: facts }: Facts, { path, value }: Wish, files: Files): Edit | undefined {
  if (place === undefined) return undefined;
  const source = sourceOf(path, value, place);
  if (!isList(value) || !value.some(isObject)) return { side: sideOf(path), ...source };
  const written = asWritten(value, lookup(facts, path), valueAt(source.place, files));
  return written === undefined ? undefined : { side: sideOf(path), ...source, value: written };
}

/** Facts hold more than the file: elements of a list are put into the file as they stand there. */
function asWritten(wished: readonly Json[], current: Json | undefined, inFile: Json | undefined): Json | undefined {
  if (!isList(current) || !isList(inFile) || current.length !== inFile.length) return undefined;
  const last = inFile.at(-1);
  return wished.map((element) => {
    const same = inFile[current.indexOf(element)];
    return same ?? (last === undefined ? element : renamedLike(last, element));
  });
}

function alikeEdits({ path, value }: Wish, files: Files): readonly Edit[] {
  const values = isList(value) ? value : [value];
  return alikePlaces(path, files).flatMap((place) => values.map((one) => ({ side: sideOf(path), place, value: one })));
}

function sideOf([root]: JsonPath): "given" | "before" {
  return root === "before" ? "before" : "given";
}
