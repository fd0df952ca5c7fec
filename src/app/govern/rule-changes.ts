import { canonical } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import { at } from "../../model/location.ts";
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import type { RuleChange, RuleClass } from "../../model/report.ts";
import { GUILD_FILE } from "../../model/settings.ts";
import type { Guild } from "../../model/settings.ts";
import type { Waiver } from "../../model/waiver.ts";
import { enumerate, quote } from "../../source/words.ts";
import { noticeProblems } from "./notice.ts";
import type { Rules } from "./rules.ts";
import { classOf, stepsBetween } from "./strictness.ts";
import type { Step } from "./strictness.ts";

/** One line on what a change does to the rules. */
interface Remark {
  readonly message: string;
  readonly location: Location;
}

/** Of more policies than this one line tells what happens to them all. */
const MOST = 10;
/** How many of them that line names. */
const FEW = 3;

/** What a change does to the rules: for those who approve it, in lines, and as a whole. */
export interface RuleChanges {
  readonly class: RuleClass;
  readonly changes: readonly RuleChange[];
  readonly problems: readonly Problem[];
}

/** What a change does to the rules from `asOf` on. Nothing of it counts before it is merged, but notice does. */
export function ruleChanges(before: Rules, after: Rules, asOf: Day): RuleChanges {
  const steps = stepsBetween(before, after, asOf);
  const guild = guildRemarks(before.guild, after.guild);
  const waivers = waiverChanges(before, after, asOf);
  const remarks = [...policyRemarks(steps, before, after), ...waivers, ...guild];
  const told = remarks.map((remark): Problem => ({ severity: "warning", code: "rules-change", path: "", ...remark }));
  // Without rules there was nobody to promise a notice to.
  const notice = before.policies.length === 0 ? { days: 0 } : before.guild.notice;
  return {
    class: classOf([...steps, ...waivers, ...guild.map(() => ({ class: "unknown" as const }))]),
    changes: [
      ...steps.map((step) => ({
        policy: step.policy,
        ...(step.domain !== undefined && { domain: step.domain }),
        class: step.class,
        from: step.from,
        message: sentence(step),
        location: placeOf(step, before, after),
      })),
      ...waivers,
    ],
    problems: [...told, ...noticeProblems(steps, notice, asOf, (step) => placeOf(step, before, after))],
  };
}

/** A waiver is a loosening for one subject, and its end the opposite; one that has expired is neither. */
function waiverChanges(
  before: Rules,
  after: Rules,
  asOf: Day,
): readonly (RuleChange & { readonly class: Step["class"] })[] {
  const holding = ({ waivers }: Rules): ReadonlyMap<string, Waiver> =>
    new Map(
      waivers.flatMap(({ waiver, faults }) =>
        waiver && faults.length === 0 && !hasCome(waiver.expires, asOf) ? [[waiver.id, waiver] as const] : [],
      ),
    );
  const [earlier, later] = [holding(before), holding(after)];
  const content = ({ policy, subject, target = "", from, expires }: Waiver): string =>
    canonical([policy.id, policy.major, subject.kind, subject.id, target, from, expires]);
  const change = (
    waiver: Waiver,
    sort: Step["class"],
    verb: string,
  ): RuleChange & { readonly class: Step["class"] } => {
    const { id, domain, policy, subject, target, from, expires, location } = waiver;
    const what = `${policy.id} at ${subject.kind} ${subject.id}${target === undefined ? "" : `, ${target}`}`;
    const message = `Waiver ${id} ${verb} ${what}, from ${from} until ${expires}.`;
    return { policy: policy.id, domain, class: sort, from: hasCome(from, asOf) ? asOf : from, message, location };
  };
  return [
    ...[...earlier.values()]
      .filter(({ id }) => !later.has(id))
      .map((one) => change(one, "tighten", "no longer excuses")),
    ...[...later.values()].flatMap((one) => {
      const former = earlier.get(one.id);
      if (former === undefined) return [change(one, "loosen", "excuses")];
      return content(former) === content(one) ? [] : [change(one, "unknown", "is another one, and excuses")];
    }),
  ];
}

function sentence({ policy, domain, what }: Step): string {
  return `Policy ${policy} ${domain === undefined ? "" : `in domain ${domain} `}${what}.`;
}

/** Sorts of steps in the order in which they are told, the ones that take something away first. */
const SORTS: readonly (readonly [kind: Step["kind"], many: string])[] = [
  ["removed", "are taken out of force"],
  ["lowered", "are lowered"],
  ["parameters", "get other parameters"],
  ["body", "ask something else than before"],
  ["raised", "are raised"],
  ["added", "are put in force"],
  ["grace", "get another grace for what was there before"],
  ["waivers", "get other terms for waivers"],
];

function policyRemarks(steps: readonly Step[], before: Rules, after: Rules): readonly Remark[] {
  const remarks = SORTS.flatMap(([kind, many]) => {
    const alike = steps.filter((step) => step.kind === kind);
    if (alike.length <= MOST)
      return alike.map((step) => ({ message: sentence(step), location: placeOf(step, before, after) }));
    const blocking = alike.filter(({ levels }) => levels[kind === "removed" ? 0 : 1] === "block").length;
    const message = `${alike.length} policies ${many}, ${blocking} of them at block: ${firstOf(alike)}.`;
    return [{ message, location: after.locate(["packs"]) }];
  });
  if (before.policies.length === 0 || after.policies.length > 0) return remarks;
  return [
    ...remarks,
    { message: "No policy at all would be in force after this change.", location: after.locate(["packs"]) },
  ];
}

/** A policy of the mesh's own stands in its file; of one that ships the mesh only has the setting, and a domain its binding. */
function placeOf(
  { policy: id, domain, before, after }: Step,
  was: Rules,
  { settings, shipped, locate }: Rules,
): Location {
  const source =
    domain === undefined
      ? undefined
      : [...((after ?? before)?.sources.values() ?? [])].find(({ layer }) => layer === `domain ${domain}`);
  if (source !== undefined) return source.location;
  if (settings.policies.has(id)) return locate(["policies", id]);
  return was.shipped.has(id) || shipped.has(id) ? locate(["packs"]) : at((after ?? before)?.file ?? "");
}

function guildRemarks(before: Guild, after: Guild): readonly Remark[] {
  const domains = compareById(before.domains, after.domains, ({ owners, paths }) => ({
    owners: [...owners],
    paths: [...paths],
  }));
  const entities = compareById(before.entities, after.entities, (entity) => ({ ...entity }));
  const sets = compareById(named(before.valueSets), named(after.valueSets), ({ content }) => content);
  const tables = compareById(named(before.tables), named(after.tables), ({ content }) => content);
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
    ["Value sets taken out", sets.removed],
    ["Value sets with other values", sets.changed],
    ["Value sets added", sets.added],
    ["Tables taken out", tables.removed],
    ["Tables with other content", tables.changed],
    ["Tables added", tables.added],
    ["Teams taken out", otherTeams(before, after)],
    ["Teams added", otherTeams(after, before)],
  ];
  return lines
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => ({ message: `${what}: ${enumerate(names.map(quote), "and")}.`, location: at(GUILD_FILE) }));
}

function named(members: Readonly<Record<string, Json>>): readonly { readonly id: string; readonly content: Json }[] {
  return Object.entries(members).map(([id, content]) => ({ id, content }));
}

/** Teams that only one of two guilds knows; of owners the domain tells already. */
function otherTeams({ teams, domains }: Guild, { teams: others }: Guild): readonly string[] {
  return teams.filter((team) => !others.includes(team) && !domains.some(({ owners }) => owners.includes(team)));
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

function firstOf(steps: readonly Step[]): string {
  const ids = steps.map(({ policy }) => policy);
  return `${ids.slice(0, FEW).join(", ")} and ${ids.length - FEW} more`;
}
