import { canonical } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { LEVELS } from "../../model/finding.ts";
import type { Level } from "../../model/finding.ts";
import { at } from "../../model/location.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import { GUILD_FILE } from "../../model/settings.ts";
import type { Guild } from "../../model/settings.ts";
import type { Policy } from "../../policy/policy.ts";
import { enumerate, printable, quote, shorten } from "../../source/words.ts";
import type { Rules } from "./rules.ts";

type RuleSet = Pick<Rules, "policies" | "bodies" | "shipped" | "guild" | "settings" | "locate">;

/** One line on what a change does to the rules. */
interface Remark {
  readonly message: string;
  readonly location: Location;
}

/** Of more policies than this one line tells what happens to them all. */
const MOST = 10;
/** How many of them that line names. */
const FEW = 3;

/** What a change does to the rules, for those who approve it: nothing of it counts before it is merged. */
export function ruleChanges(before: RuleSet, after: RuleSet): readonly Problem[] {
  const remarks = [...policyRemarks(before, after), ...guildRemarks(before.guild, after.guild)];
  return remarks.map((remark) => ({ severity: "warning", code: "rules-change", path: "", ...remark }));
}

interface Move {
  readonly before: Policy;
  readonly after: Policy;
}

/** A sort of change to policies: which ones it meets, and how one of them and many of them are told. */
interface Sort<T> {
  readonly items: readonly T[];
  readonly policyOf: (item: T) => Policy;
  readonly one: (item: T) => string;
  /** Follows `41 policies`. */
  readonly many: string;
}

function policyRemarks(before: RuleSet, after: RuleSet): readonly Remark[] {
  const [earlier, later] = [byId(before), byId(after)];
  const moves = before.policies.flatMap((policy) => {
    const now = later.get(policy.id);
    return now === undefined ? [] : [{ before: policy, after: now }];
  });
  const tell = <T>(sort: Sort<T>): readonly Remark[] => tellSort(sort, before, after);
  const itself = (policy: Policy): Policy => policy;
  const proposed = ({ after: policy }: Move): Policy => policy;
  const levels = ({ before: { level: from }, after: { id, level: to } }: Move): string =>
    `Policy ${id} is ${rank(to) < rank(from) ? "lowered" : "raised"} from ${from} to ${to}.`;
  return [
    ...tell({
      items: before.policies.filter(({ id }) => !later.has(id)),
      policyOf: itself,
      one: ({ id, level }) => `Policy ${id} is taken out of force; it is at ${level} now.`,
      many: "are taken out of force",
    }),
    ...tell({
      items: moves.filter((move) => rank(move.after.level) < rank(move.before.level)),
      policyOf: proposed,
      one: levels,
      many: "are lowered",
    }),
    ...tell({
      items: moves.filter((move) => canonical(move.before.params) !== canonical(move.after.params)),
      policyOf: proposed,
      one: (move) => `Policy ${move.after.id} gets other parameters: ${changedParams(move)}.`,
      many: "get other parameters",
    }),
    ...tell({
      items: moves.filter(({ after: { id } }) => before.bodies.get(id) !== after.bodies.get(id)),
      policyOf: proposed,
      one: ({ after: { id } }) =>
        `Policy ${id} asks something else than before: its target, condition or rule changes.`,
      many: "ask something else than before",
    }),
    ...tell({
      items: moves.filter((move) => rank(move.after.level) > rank(move.before.level)),
      policyOf: proposed,
      one: levels,
      many: "are raised",
    }),
    ...tell({
      items: after.policies.filter(({ id }) => !earlier.has(id)),
      policyOf: itself,
      one: ({ id, level }) => `Policy ${id} is put in force at ${level}.`,
      many: "are put in force",
    }),
    ...(before.policies.length > 0 && after.policies.length === 0
      ? [{ message: "No policy at all would be in force after this change.", location: after.locate(["packs"]) }]
      : []),
  ];
}

function tellSort<T>({ items, policyOf, one, many }: Sort<T>, before: RuleSet, after: RuleSet): readonly Remark[] {
  if (items.length <= MOST)
    return items.map((item) => ({ message: one(item), location: placeOf(policyOf(item), before, after) }));
  const ids = items.map((item) => policyOf(item).id);
  const blocking = items.filter((item) => policyOf(item).level === "block").length;
  const message = `${items.length} policies ${many}, ${blocking} of them at block: ${firstOf(ids)}.`;
  return [{ message, location: after.locate(["packs"]) }];
}

/** A policy of the mesh's own stands in its file; of one that ships the mesh only has the setting. */
function placeOf({ id, file }: Policy, before: RuleSet, { settings, shipped, locate }: RuleSet): Location {
  if (settings.policies.has(id)) return locate(["policies", id]);
  return before.shipped.has(id) || shipped.has(id) ? locate(["packs"]) : at(file);
}

function changedParams({ before, after }: Move): string {
  const names = [...new Set([...Object.keys(before.params), ...Object.keys(after.params)])];
  const changed = names.filter(
    (name) => canonical(before.params[name] ?? null) !== canonical(after.params[name] ?? null),
  );
  return changed.map((name) => `${name} from ${show(before.params[name])} to ${show(after.params[name])}`).join(", ");
}

function show(value: Json | undefined): string {
  return value === undefined ? "nothing" : printable(shorten(canonical(value)));
}

function guildRemarks(before: Guild, after: Guild): readonly Remark[] {
  const domains = compareById(before.domains, after.domains, ({ owners, paths }) => ({
    owners: [...owners],
    paths: [...paths],
  }));
  const entities = compareById(before.entities, after.entities, (entity) => ({ ...entity }));
  const [was, is] = [before.classifications, after.classifications];
  const lines: readonly (readonly [what: string, names: readonly string[]])[] = [
    ["Domains taken out", domains.removed],
    ["Domains with other owners or paths", domains.changed],
    ["Domains added", domains.added],
    ["Entities taken out", entities.removed],
    ["Entities with another meaning", entities.changed],
    ["Entities added", entities.added],
    ["Classifications taken out", was.filter((name) => !is.includes(name))],
    ["Classifications added", is.filter((name) => !was.includes(name))],
    ["Classifications in another order", newOrder(was, is)],
  ];
  return lines
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => ({ message: `${what}: ${enumerate(names.map(quote), "and")}.`, location: at(GUILD_FILE) }));
}

interface Difference {
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

function compareById<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  content: (item: T) => Json,
): Difference {
  const texts = (items: readonly T[]): ReadonlyMap<string, string> =>
    new Map(items.map((item) => [item.id, canonical(content(item))]));
  const [earlier, later] = [texts(before), texts(after)];
  return {
    removed: [...earlier.keys()].filter((id) => !later.has(id)),
    changed: [...later].flatMap(([id, text]) => (earlier.has(id) && earlier.get(id) !== text ? [id] : [])),
    added: [...later.keys()].filter((id) => !earlier.has(id)),
  };
}

/** The order that is proposed, where those names that stay change theirs. */
function newOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const was = before.filter((name) => after.includes(name));
  const is = after.filter((name) => before.includes(name));
  return is.every((name, index) => name === was[index]) ? [] : is;
}

function byId({ policies }: RuleSet): ReadonlyMap<string, Policy> {
  return new Map(policies.map((policy) => [policy.id, policy]));
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

function firstOf(ids: readonly string[]): string {
  return `${ids.slice(0, FEW).join(", ")} and ${ids.length - FEW} more`;
}
