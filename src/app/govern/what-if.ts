import type { Day } from "../../model/day.ts";
import { levelAt, turningDays } from "../../model/enforcement.ts";
import type { Finding, Level } from "../../model/finding.ts";
import { compareText } from "../../model/order.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { STATES } from "../../model/policy-preview.ts";
import type { Altered, PreviewedDay, State, Tally } from "../../model/policy-preview.ts";
import type { Blobs } from "../../model/tree.ts";
import { judgeSide, NO_COMPARISON } from "./compare.ts";
import type { Looked } from "./discovered.ts";
import { excuse } from "./excuse.ts";
import { differing, rulebookFrom } from "./in-force.ts";
import type { GovernInput } from "./input.ts";
import type { Judgement, Recall, Terms } from "./judge.ts";
import { isContract } from "./kinds.ts";
import { planWhole } from "./plan.ts";
import type { Plan, Subject, SurveyedSide } from "./plan.ts";
import type { Rules } from "./rules.ts";
import { candidates } from "./scope.ts";
import { documentShelf } from "./shelf.ts";
import type { Contents, Shelf } from "./shelf.ts";
import { surveyTree } from "./survey.ts";
import { termsOf } from "./terms.ts";
import { worldOf } from "./world.ts";

/** A preview that knows what it will judge, and waits for the bytes of `blobs`. */
export interface PreparedWhatIf {
  readonly blobs: Plan["blobs"];
  readonly looked: Looked;
  run(blobs: Blobs, contents?: Contents): readonly PreviewedDay[];
}

/** Judges all of head by the rules in force and by the proposed ones, today and on every day on which a level changes. */
export function prepareWhatIf(input: GovernInput, proposed: Rules): PreparedWhatIf {
  const shelf = documentShelf();
  const recall = layered(input.recall);
  const days = daysOf(input.asOf, input.rules, proposed);
  const apart = differing(input.rules, proposed, "asks");
  const sides = [input.rules, proposed].map((rules) => sideOf({ ...input, recall }, rules, { days, apart }, shelf));
  const [before, after] = sides;
  if (before === undefined || after === undefined) throw new Error("there are two sets of rules");
  return {
    blobs: new Set([...before.blobs, ...after.blobs]),
    looked: { now: before.side, then: after.side },
    run(blobs, contents) {
      shelf.stock(blobs, contents);
      return days.map((day) => compareDay(day, before.on(day), after.on(day)));
    },
  };
}

/** Today, and every later day on which a level of either set of rules changes. */
export function daysOf(asOf: Day, ...rules: readonly Rules[]): readonly Day[] {
  const turning = rules.flatMap(({ policies }) => policies.flatMap(({ schedule }) => turningDays(schedule)));
  return [...new Set([asOf, ...turning.filter((day) => day > asOf)])].sort();
}

/** What was judged in this run is known on the next day too. */
function layered(recall: Recall = new Map<string, Judgement>()): Recall {
  const own = new Map<string, Judgement>();
  return {
    get: (key) => own.get(key) ?? recall.get(key),
    set(key, judgement) {
      own.set(key, judgement);
      recall.set(key, judgement);
    },
  };
}

/** What is in a state: a product with the contracts it hands out, a consumer, a contract that nobody hands out. */
interface Unit {
  readonly kind: Altered["kind"];
  readonly id: string;
  readonly domain: string;
  readonly owners: readonly string[];
  readonly subjects: readonly Subject[];
}

type States = ReadonlyMap<string, State>;

/** Of one unit on one day: what each policy says of it. */
interface Judged {
  readonly unit: Unit;
  readonly states: States;
}

interface WhatIfSide {
  readonly blobs: Plan["blobs"];
  readonly side: SurveyedSide;
  on(day: Day): ReadonlyMap<string, Judged>;
}

function sideOf(
  input: GovernInput,
  rules: Rules,
  { days, apart }: { readonly days: readonly Day[]; readonly apart: ReadonlySet<string> },
  shelf: Shelf,
): WhatIfSide {
  const survey = surveyTree(candidates(input.head.tree, rules), input.readings, rules);
  const side: SurveyedSide = { survey, world: worldOf(survey, rules, shelf) };
  const termsOn = (day: Day): Terms => ({
    ...termsOf({ ...input, asOf: day }, rules),
    rulebook: rulebookFrom(rules, input.asOf, day, apart),
  });
  const plans = new Map(days.map((day) => [day, planWhole(termsOn(day), side)]));
  return {
    blobs: new Set([...plans.values()].flatMap(({ blobs }) => [...blobs])),
    side,
    on(day) {
      const terms = termsOn(day);
      const units = unitsOf(side, plans.get(day)?.subjects ?? []);
      return new Map(units.map((unit) => [keyOf(unit), { unit, states: statesOf(unit, terms, side, rules, day) }]));
    },
  };
}

function keyOf({ kind, id }: Pick<Unit, "kind" | "id">): string {
  return `${kind} ${id}`;
}

function unitsOf({ world }: SurveyedSide, subjects: readonly Subject[]): readonly Unit[] {
  const units = new Map<string, Unit & { readonly subjects: Subject[] }>();
  for (const subject of subjects) {
    const placed = subject.head?.placed;
    if (placed === undefined) continue;
    const holders = isContract(placed) ? world.mesh.exposing(placed.outline.id) : [];
    for (const holder of holders.length > 0 ? holders : [placed]) {
      const id = holder === placed ? subject.id : holder.outline.id;
      const { kind } = holder.outline;
      const unit = units.get(keyOf({ kind, id })) ?? newUnit(kind, id, holder);
      unit.subjects.push(subject);
      units.set(keyOf(unit), unit);
    }
  }
  return [...units.values()];
}

function newUnit(
  kind: Unit["kind"],
  id: string,
  { domain, owners }: PlacedDescriptor,
): Unit & { readonly subjects: Subject[] } {
  return { kind, id, domain: domain ?? "", owners, subjects: [] };
}

function statesOf(unit: Unit, terms: Terms, { world }: SurveyedSide, rules: Rules, day: Day): States {
  const states = new Map<string, State>();
  const note = (id: string, state: State): void => {
    const known = states.get(id);
    if (known === undefined || STATES.indexOf(state) < STATES.indexOf(known)) states.set(id, state);
  };
  for (const { head, id } of unit.subjects) {
    if (head === undefined) continue;
    const { policies } = terms.rulebook(head.domain);
    const levels = new Map(policies.map(({ policy }) => [policy.id, levelAt(policy.schedule, day)]));
    const judged = judgeSide(terms, world, head, id);
    const { findings } = excuse({ ...NO_COMPARISON, findings: judged.findings }, rules, day, { head: world.mesh });
    const isOn = (policy: string): boolean => (levels.get(policy) ?? "off") !== "off";
    for (const policy of judged.applied) if (isOn(policy)) note(policy, "passing");
    for (const finding of findings) if (isOn(finding.policy)) note(finding.policy, stateOf(finding, levels));
  }
  return states;
}

function stateOf({ outcome, policy }: Finding, levels: ReadonlyMap<string, Level>): State {
  const level = levels.get(policy);
  if (level === "shadow") return "passing";
  if (outcome === "error") return "error";
  if (outcome === "waived") return "waived";
  return level === "block" ? "blocked" : level === "warn" ? "warned" : "passing";
}

function worst(states: States): State {
  const found = new Set(states.values());
  return STATES.find((state) => found.has(state)) ?? "not-applicable";
}

function compareDay(day: Day, before: ReadonlyMap<string, Judged>, after: ReadonlyMap<string, Judged>): PreviewedDay {
  const pairs = [...after].map(([key, now]) => ({ unit: now.unit, now: now.states, then: before.get(key)?.states }));
  const compared = pairs.map(({ unit, now, then = new Map() as States }) => ({
    unit,
    before: worst(then),
    after: worst(now),
    now,
    then,
    policies: [...new Set([...now.keys(), ...then.keys()])].filter((id) => now.get(id) !== then.get(id)).sort(),
  }));
  const domains = [...new Set(compared.map(({ unit }) => unit.domain))].sort(compareText);
  return {
    day,
    tally: tallyOf(compared),
    domains: domains.map((domain) => ({
      domain,
      tally: tallyOf(compared.filter(({ unit }) => unit.domain === domain)),
    })),
    altered: compared
      .filter((one) => one.before !== one.after)
      .map(alteredOf)
      .sort((one, other) => STATES.indexOf(one.after) - STATES.indexOf(other.after) || compareText(one.id, other.id)),
    policies: policyCounts(compared),
  };
}

function alteredOf({ unit: { kind, id, domain, owners }, before, after, now, then, policies }: Compared): Altered {
  // Those that bring the new state about: by failing, or by no longer doing so.
  const isWorse = STATES.indexOf(after) < STATES.indexOf(before);
  const causes = policies.filter((policy) => (isWorse ? now.get(policy) === after : then.get(policy) === before));
  return { kind, id, domain, owners, before, after, policies: causes };
}

interface Compared {
  readonly unit: Unit;
  readonly before: State;
  readonly after: State;
  readonly now: States;
  readonly then: States;
  readonly policies: readonly string[];
}

function tallyOf(compared: readonly Compared[]): Tally {
  const count = (test: (one: Compared) => boolean): number => compared.filter(test).length;
  return Object.fromEntries(
    STATES.map((state) => [
      state,
      {
        before: count((one) => one.before === state),
        after: count((one) => one.after === state),
        newly: count((one) => one.after === state && one.before !== state),
      },
    ]),
  ) as Tally;
}

const FAILING: ReadonlySet<State | undefined> = new Set(["error", "blocked", "warned"]);

function policyCounts(compared: readonly Compared[]): PreviewedDay["policies"] {
  const ids = [...new Set(compared.flatMap(({ policies }) => policies))].sort();
  const fails = (states: States, id: string): boolean => FAILING.has(states.get(id));
  const counts = ids.map((id) => ({
    id,
    newlyFailing: compared.filter(({ now, then }) => fails(now, id) && !fails(then, id)).length,
    noLongerFailing: compared.filter(({ now, then }) => !fails(now, id) && fails(then, id)).length,
  }));
  return counts.filter(({ newlyFailing, noLongerFailing }) => newlyFailing + noLongerFailing > 0);
}
