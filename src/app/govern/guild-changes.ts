import { canonical, isList, isObject } from "../../model/json.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import type { Guild, Quorum } from "../../model/settings.ts";
import { enumerate, quote } from "../../source/words.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Rules } from "./rules.ts";
import type { GroundStep, Step } from "./strictness.ts";

interface GuildStep extends Omit<GroundStep, "location"> {
  /** Where in `guild.yaml` it is said. */
  readonly path: JsonPath;
}

/** What a change does to what the guild has laid down: its words, and the terms of its own work. */
export function guildSteps(before: Rules, after: Rules): readonly GroundStep[] {
  const [was, is] = [before.guild, after.guild];
  const steps = [
    ...wordSteps(was, is),
    ...noticeSteps(was, is),
    ...waiverSteps(was, is, after.policies),
    ...quorumSteps(was, is),
  ];
  return steps.map(({ path, ...step }) => ({ ...step, location: after.locateInGuild(path) }));
}

const KEEP =
  "Keep the old beside the new until the policies that need it have had their notice, or give the reason under emergency in guild.yaml.";

/** Words of one kind that a change does the same to. */
interface Line {
  readonly what: string;
  readonly names: readonly string[];
  readonly key: keyof Guild;
  readonly class: Step["class"];
  readonly remedy?: string;
}

/**
 * Whoever uses a word that is taken out, or comes to mean something else, may fail from the merge on. A new word that no
 * rule can know yet changes nothing; one more value of a set may move a rule either way, and mostly lets more pass.
 */
function wordSteps(before: Guild, after: Guild): readonly GuildStep[] {
  const owners = compareById(before.domains, after.domains, (domain) => [...domain.owners]);
  const paths = compareById(before.domains, after.domains, (domain) => [...domain.paths]);
  const entities = compareById(before.entities, after.entities, (entity) => ({ ...entity }));
  const [was, is] = [before.classifications, after.classifications];
  const line =
    (sort: Pick<Line, "class" | "remedy">) =>
    (what: string, names: readonly string[], key: keyof Guild): Line => ({ what, names, key, ...sort });
  const gone = line({ class: "unknown", remedy: KEEP });
  const open = line({ class: "unknown" });
  const more = line({ class: "neutral" });
  const owned = (id: string): readonly string[] => before.domains.find((domain) => domain.id === id)?.owners ?? [];
  const isLeft = (id: string): boolean =>
    after.domains.some((domain) => domain.id === id && without(owned(id), domain.owners).length > 0);
  const lines: readonly Line[] = [
    gone("Domains taken out", owners.removed, "domains"),
    gone("Domains with other owners", owners.changed.filter(isLeft), "domains"),
    open("Domains with more owners", without(owners.changed, owners.changed.filter(isLeft)), "domains"),
    // Whom that gives another domain is told by what the mesh holds.
    open("Domains with other paths", paths.changed, "domains"),
    more("Domains added", owners.added, "domains"),
    gone("Entities taken out", entities.removed, "entities"),
    gone("Entities with another meaning", entities.changed, "entities"),
    // A field of that name is asked for the meaning from now on.
    open("Entities added", entities.added, "entities"),
    gone("Classifications taken out", without(was, is), "classifications"),
    more("Classifications added", without(is, was), "classifications"),
    gone("Classifications in another order", newOrder(was, is), "classifications"),
    ...contentLines("valueSets", ["Value sets", "values"], before, after),
    ...contentLines("tables", ["Tables", "rows"], before, after),
    gone("Teams taken out", without(before.teams, after.teams), "teams"),
    more("Teams added", teamsAdded(before, after), "teams"),
  ];
  return lines
    .filter(({ names }) => names.length > 0)
    .map(({ what, names, key, ...rest }) => ({
      ...rest,
      message: `${what}: ${enumerate(names.map(quote), "and")}.`,
      path: [key],
    }));
}

function contentLines(
  key: "valueSets" | "tables",
  [noun, parts]: readonly [noun: string, parts: string],
  before: Guild,
  after: Guild,
): readonly Line[] {
  const { removed, changed, added } = compareById(named(before[key]), named(after[key]), ({ content }) => content);
  const isKept = (name: string): boolean => {
    const kept = new Set(partsOf(after[key][name]));
    return partsOf(before[key][name]).every((part) => kept.has(part));
  };
  const [grown, other] = [changed.filter(isKept), changed.filter((name) => !isKept(name))];
  return [
    { what: `${noun} taken out`, names: removed, key, class: "unknown", remedy: KEEP },
    { what: `${noun} with other ${parts}`, names: other, key, class: "unknown", remedy: KEEP },
    { what: `${noun} with more ${parts}`, names: grown, key, class: "unknown" },
    { what: `${noun} added`, names: added, key, class: "neutral" },
  ];
}

/** The values of a set, or the rows of a table. */
function partsOf(content: Json | undefined): readonly string[] {
  if (isList(content)) return content.map(canonical);
  return isObject(content) ? Object.entries(content).map((row) => canonical(row)) : [];
}

function named(members: Readonly<Record<string, Json>>): readonly { readonly id: string; readonly content: Json }[] {
  return Object.entries(members).map(([id, content]) => ({ id, content }));
}

/** Teams that only the later guild knows; of owners the domain tells already. */
function teamsAdded({ teams: known }: Guild, { teams, domains }: Guild): readonly string[] {
  return without(teams, known).filter((team) => !domains.some(({ owners }) => owners.includes(team)));
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
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

/** How a change of a number is told, and which way it moves the rules. */
interface Move {
  readonly path: JsonPath;
  readonly values: readonly [was: number, is: number];
  /** Which way a larger number moves them. */
  readonly larger: "tighten" | "loosen" | "neutral";
  readonly remedy?: string;
}

function moved({ path, values: [was, is], larger, remedy }: Move): readonly GuildStep[] {
  if (was === is) return [];
  const opposite = { tighten: "loosen", loosen: "tighten", neutral: "neutral" } as const;
  const message = `${path.join(".")} goes from ${count(was)} to ${count(is)}.`;
  return [{ class: is > was ? larger : opposite[larger], message, path, ...(remedy !== undefined && { remedy }) }];
}

function count(value: number): string {
  return value === Infinity ? "no limit" : String(value);
}

function noticeSteps({ notice: was }: Guild, { notice: is }: Guild): readonly GuildStep[] {
  return [
    ...moved({ path: ["notice", "days"], values: [was.days, is.days], larger: "tighten" }),
    ...moved({
      path: ["notice", "horizonDays"],
      values: [was.horizonDays ?? Infinity, is.horizonDays ?? Infinity],
      larger: "loosen",
    }),
  ];
}

/** A shorter limit ends waivers at once, where a policy allows longer ones. */
function waiverSteps(
  { waivers: was }: Guild,
  { waivers: is }: Guild,
  policies: readonly Policy[],
): readonly GuildStep[] {
  const bites =
    is.maxDays < was.maxDays && policies.some(({ waiver }) => waiver.allowed && waiver.maxDays > is.maxDays);
  return [
    ...moved({
      path: ["waivers", "maxDays"],
      values: [was.maxDays, is.maxDays],
      larger: "loosen",
      ...(bites && { remedy: NO_DATE }),
    }),
    ...moved({ path: ["waivers", "expiringDays"], values: [was.expiringDays, is.expiringDays], larger: "neutral" }),
  ];
}

const NO_DATE = "Waiver terms have no date: give the reason under emergency in guild.yaml.";

function quorumSteps({ quorums: was }: Guild, { quorums: is }: Guild): readonly GuildStep[] {
  const earlier = new Map(was.map((quorum) => [quorum.id, quorum]));
  const gone = was.filter(({ id }) => !is.some((quorum) => quorum.id === id));
  return [
    ...gone.map(({ id, count: needed }): GuildStep => ({
      class: "loosen",
      message: `Quorum ${quote(id)} of ${needed} is taken out.`,
      path: ["quorums"],
    })),
    ...is.flatMap((quorum, index): readonly GuildStep[] => {
      const former = earlier.get(quorum.id);
      const path = ["quorums", index];
      if (former === undefined)
        return [{ class: "tighten", message: `Quorum ${quote(quorum.id)} of ${quorum.count} is added.`, path }];
      return [...countSteps(former, quorum, [...path, "count"]), ...voterSteps(former, quorum, path)];
    }),
  ];
}

function countSteps({ count: was }: Quorum, { id, count: is }: Quorum, path: JsonPath): readonly GuildStep[] {
  if (was === is) return [];
  const message = `Quorum ${quote(id)} goes from ${was} to ${is}.`;
  return [{ class: is > was ? "tighten" : "loosen", message, path }];
}

/** Which approvals count, and which are one. */
function voterSteps(was: Quorum, is: Quorum, path: JsonPath): readonly GuildStep[] {
  const terms = ({ distinctBy = "", seats }: Quorum): Json => [
    distinctBy,
    seats === undefined ? null : [...seats].sort(),
  ];
  if (canonical(terms(was)) === canonical(terms(is))) return [];
  return [{ class: "unknown", message: `Quorum ${quote(is.id)} counts other approvals.`, path }];
}
