import { claimsByName } from "../../descriptor/discover.ts";
import type { Binding, BoundPolicy } from "../../model/binding.ts";
import type { SourceDocument } from "../../model/document.ts";
import { levelAt, turningDays, weight } from "../../model/enforcement.ts";
import { canonical, isObject, pointer } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import type { Location, RepoPath } from "../../model/location.ts";
import { at } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import { compilePolicy } from "../../policy/compile.ts";
import { show } from "../../policy/language/show.ts";
import type { Layer } from "../../policy/layer.ts";
import type { Param } from "../../policy/params.ts";
import { isWithin, strictnessOf } from "../../policy/params.ts";
import type { Policy } from "../../policy/policy.ts";
import { readBinding } from "../../settings/binding.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "../../source/words.ts";
import { factTreesOf } from "./facts.ts";
import type { Files, Ground } from "./ground.ts";
import { read, soleDocument } from "./ground.ts";
import { strangeDomain } from "./policies.ts";
import type { ReadPolicy } from "./policies.ts";

/** A policy in the form that a domain has of it. */
export interface Bound {
  readonly domain: string;
  readonly read: ReadPolicy;
  readonly policy: Policy;
  /** What the domain asks besides. */
  readonly addition?: Policy;
}

/** What a domain wanted and does not get, because it would be looser than what the guild has. */
export interface Refused extends Bound {
  /** Where the problem is told that says so. */
  readonly location: Location;
}

export interface Bindings {
  readonly bound: readonly Bound[];
  readonly refused: readonly Refused[];
}

/**
 * Reads what the domains set for policies that bind everybody, and holds them to it that a domain can only be stricter:
 * in every part, on every day, for every descriptor that there could be. What cannot be proved is refused.
 */
export function readBindings(
  files: Files,
  policies: readonly ReadPolicy[],
  ground: Ground,
  problems: Problem[],
): Bindings {
  const found = [...files].flatMap(([file, bytes]): readonly Bindings[] => {
    // A descriptor that stands here is told as such.
    if (!file.startsWith("bindings/") || claimsByName(file)) return [];
    if (isTwin(file, files, problems)) return [];
    const document = soleDocument(file, bytes, problems);
    if (document === undefined) return [];
    const { binding, problems: own } = read(file, readBinding(document), problems);
    if (own.length > 0) return [];
    const strange = domainProblem(file, binding, files, ground);
    if (strange !== undefined) {
      problems.push(problemAt({ file, document }, ["domain"], "binding-scope", strange));
      return [];
    }
    return binding.policies.map((entry) => bind({ file, document }, binding.domain, entry, policies, ground, problems));
  });
  return { bound: found.flatMap(({ bound }) => bound), refused: found.flatMap(({ refused }) => refused) };
}

interface Source {
  readonly file: RepoPath;
  readonly document: SourceDocument;
}

function problemAt({ file, document }: Source, path: JsonPath, code: string, message: string): Problem {
  return { severity: "error", code, message, path: pointer(path), location: at(file, document.range(path, "key")) };
}

/** Whether a file stands there in both spellings. Then neither is in force: which one is meant, nobody can know. */
function isTwin(file: RepoPath, files: Files, problems: Problem[]): boolean {
  const [stem = ""] = file.split(/\.ya?ml$/);
  const [first, second] = [`${stem}.yaml`, `${stem}.yml`];
  if (!files.has(first) || !files.has(second)) return false;
  const message = `The bindings of a domain stand in one file, and there is ${first} too: neither is in force. Move everything to one of them.`;
  if (file === second)
    problems.push({ severity: "error", code: "binding-scope", message, path: "", location: at(file) });
  return true;
}

/** A domain has one file, of its name, so that nothing depends on an order of files. */
function domainProblem(
  file: RepoPath,
  { domain }: Binding,
  files: Files,
  { guild, hasGuild }: Ground,
): string | undefined {
  if (!hasGuild) return undefined;
  const ids = guild.domains.map(({ id }) => id);
  if (!ids.includes(domain)) return strangeDomain(domain, ids);
  const [usual, other] = [`bindings/${domain}.yaml`, `bindings/${domain}.yml`];
  if (file === usual || file === other) return undefined;
  return `The bindings of domain ${domain} stand in ${files.has(other) ? other : usual}, all of them. Move these there.`;
}

const NONE: Bindings = { bound: [], refused: [] };

function bind(
  source: Source,
  domain: string,
  entry: BoundPolicy,
  policies: readonly ReadPolicy[],
  ground: Ground,
  problems: Problem[],
): Bindings {
  const path = ["policies", entry.key];
  const refuse = (message: string): Bindings => {
    problems.push(problemAt(source, path, "binding-policy", message));
    return NONE;
  };
  const common = policies.filter(({ domain: owner }) => owner === undefined);
  const found = common.find(({ id }) => id === entry.id);
  if (found === undefined) return refuse(unknownPolicy(entry.id, domain, policies, problems));
  const { policy } = found;
  // What is wrong with the policy is told at its file.
  if (policy === undefined) return NONE;
  if (policy.major !== entry.major) {
    return refuse(
      `${entry.id} is in version ${policy.version}, and this binds ${entry.key}. Read what changed, then bind ${entry.id}@${policy.major}.`,
    );
  }
  if (policy.target.kind === "mesh")
    return refuse(`${entry.id} judges the mesh as a whole, which belongs to no domain: nothing of it can be bound.`);
  const layer: Layer = {
    name: `domain ${domain}`,
    setting: entry.setting,
    locate(below) {
      const place = [...path, ...below];
      return { path: pointer(place), location: at(source.file, source.document.range(place, "key")) };
    },
  };
  const compiled = compilePolicy(found.file, found.document, factTreesOf(ground.guild), [...found.layers, layer]);
  if (compiled.policy === undefined) {
    problems.push(...compiled.problems);
    return NONE;
  }
  const bound = { ...compiled.policy, scope: { only: domain } };
  const addition = entry.also && addedTo(found, source, domain, entry, ground, problems);
  const result: Bound = { domain, read: found, policy: bound, ...(addition && { addition }) };
  const looser = looserParts(policy, bound, entry, ground);
  problems.push(
    ...looser.map(({ below, message }) => problemAt(source, [...path, ...below], "binding-looser", message)),
  );
  const [first] = looser;
  if (first === undefined) return { bound: [result], refused: [] };
  return { bound: [], refused: [{ ...result, location: layer.locate(first.below).location }] };
}

function unknownPolicy(
  id: string,
  domain: string,
  policies: readonly ReadPolicy[],
  problems: readonly Problem[],
): string {
  const own = policies.find((policy) => policy.id === id);
  if (own?.domain !== undefined)
    return `${id} is a policy of domain ${own.domain}${own.domain === domain ? "" : ", not of everybody"}: change it in ${own.file}.`;
  const close = nearest(
    id,
    policies.map((policy) => policy.id),
  );
  const hint = close === undefined ? "Name a policy of the guild or of a pack." : `Did you mean "${close}"?`;
  return `There is no policy ${quote(id)}${problems.some(({ code }) => code === "unknown-pack") ? ", or its pack is missing" : ""}. ${hint}`;
}

interface Looser {
  readonly below: JsonPath;
  readonly message: string;
}

/** Where a domain's form of a policy is not at least as strict as the guild's, or cannot be proved to be. */
function looserParts(guilds: Policy, bound: Policy, { setting }: BoundPolicy, ground: Ground): readonly Looser[] {
  return [
    ...(setting.schedule ? looserLevels(guilds, bound) : []),
    ...(setting.existing ? looserGrace(guilds, bound) : []),
    ...[...setting.params.keys()].flatMap((name) => looserParam(name, guilds, bound, ground)),
    ...(setting.waiver ? looserWaivers(guilds, bound) : []),
  ];
}

function looserLevels(guilds: Policy, bound: Policy): readonly Looser[] {
  const days = ["0000-01-01", ...turningDays(guilds.schedule), ...turningDays(bound.schedule)].sort();
  const day = days.find((one) => weight(levelAt(bound.schedule, one)) < weight(levelAt(guilds.schedule, one)));
  if (day === undefined) return [];
  const [own, everybody] = [levelAt(bound.schedule, day), levelAt(guilds.schedule, day)];
  const since = day === "0000-01-01" ? "" : ` from ${day} on`;
  const message = `${guilds.id} is at ${everybody} for everybody${since}, and this makes it ${own}: a domain can only raise a level.`;
  return [{ below: [bound.schedule.length === 1 && days.length === 1 ? "level" : "rollout"], message }];
}

function looserGrace({ id, existing: everybody }: Policy, { existing: own }: Policy): readonly Looser[] {
  if (everybody === undefined || own === undefined) return [];
  const longer = own.until > everybody.until;
  const lighter = weight(own.level) < weight(everybody.level);
  if (!longer && !lighter) return [];
  const what = longer
    ? `until ${own.until}, and for everybody it ends on ${everybody.until}`
    : `at ${own.level}, and for everybody at ${everybody.level}`;
  return [{ below: ["existing"], message: `This has the grace of ${id} ${what}: a domain can only shorten it.` }];
}

function looserParam(name: string, guilds: Policy, bound: Policy, { guild }: Ground): readonly Looser[] {
  const [everybody, own] = [guilds.declared.get(name), bound.declared.get(name)];
  if (everybody === undefined || own === undefined) return [];
  const { classifications } = guild;
  if (everybody.domains && isWithin(everybody.domains, everybody.type, own.value, classifications)) return [];
  const strictness = strictnessOf(everybody, own.value, everybody.value, classifications);
  if (strictness === "same") return [];
  if (strictness === "stricter" && everybody.domains?.kind !== "values") {
    // Beyond the bound that is on the strict side nobody gets either.
    if (everybody.domains === undefined || !isBeyond(everybody, own.value, classifications)) return [];
  }
  return [{ below: ["params", name], message: looserMessage(name, guilds.id, everybody, own.value, strictness) }];
}

function isBeyond({ type, stricter, domains }: Param, value: Json, classifications: readonly string[]): boolean {
  if (domains?.kind !== "range") return false;
  const bound = stricter === "lower" || stricter === "fewer" ? domains.min : domains.max;
  return (
    bound !== undefined &&
    strictnessOf({ type, ...(stricter && { stricter }) }, value, bound, classifications) === "stricter"
  );
}

function looserMessage(name: string, id: string, param: Param, value: Json, strictness: string): string {
  const { stricter, domains } = param;
  const set = `${name} of ${id} is ${show(param.value)} for everybody, and this binds ${show(value)}`;
  if (domains?.kind === "values") return `${set}. A domain chooses one of ${domains.values.map(show).join(", ")}.`;
  if (domains?.kind === "range") {
    const { min, max } = domains;
    const [from, to] = [min === undefined ? "" : ` from ${show(min)}`, max === undefined ? "" : ` up to ${show(max)}`];
    return `${set}. The guild leaves values${from}${to} to the domains.`;
  }
  if (stricter === undefined)
    return `${set}. Whether that is stricter cannot be proved. Ask the guild to list the values that domains may choose under domains.values.`;
  if (strictness === "unknown") return `${set}. The two cannot be compared, so this is not proved to be stricter.`;
  return `${set}, which is looser: ${stricter} is stricter. Bind ${show(param.value)} or a stricter value, or ask the guild to open it under domains.`;
}

function looserWaivers({ id, waiver: everybody }: Policy, { waiver: own }: Policy): readonly Looser[] {
  const parts: Looser[] = [];
  const looser = (key: string, what: string): void => {
    parts.push({
      below: ["waiver", key],
      message: `${what} for everybody: a domain can only narrow the waivers of ${id}.`,
    });
  };
  if (own.allowed && !everybody.allowed) looser("allowed", "Waivers are not allowed");
  if (own.maxDays > everybody.maxDays) looser("maxDays", `Waivers last at most ${everybody.maxDays} days`);
  if (own.whole && !everybody.whole) looser("whole", "Waivers name a target");
  return parts;
}

/** What a domain asks besides is a policy of its own beside the other, so it can take nothing away. */
function addedTo(
  found: ReadPolicy,
  { file, document }: Source,
  domain: string,
  { key, setting, also }: BoundPolicy,
  { guild }: Ground,
  problems: Problem[],
): Policy | undefined {
  if (also === undefined || !isObject(found.document.value)) return undefined;
  const rest = Object.entries(found.document.value).filter(([member]) => !OF_THE_RULE.has(member));
  const { params } = found.document.value;
  const { rule, message, fix } = also;
  const isRead = (name: string): boolean => canonical({ rule, message, fix }).includes(`params.${name}`);
  // Of a parameter the addition needs the value; how it moves the policy's own rule is no matter here.
  const read = Object.entries(isObject(params) ? params : {}).flatMap(([name, param]) =>
    isRead(name) && isObject(param) ? [[name, withoutBounds(param)] as const] : [],
  );
  const grafted: SourceDocument = {
    index: 0,
    value: { ...Object.fromEntries(rest), params: Object.fromEntries(read), rule, message, fix },
    range: (path, part) =>
      ADDED.includes(String(path[0]))
        ? document.range(["policies", key, "also", ...path], part)
        : found.document.range(path, part),
  };
  const layers = [
    ...found.layers,
    { name: `domain ${domain}`, setting, locate: () => ({ path: "", location: at(file) }) },
  ];
  const compiled = compilePolicy(
    found.file,
    grafted,
    factTreesOf(guild),
    layers.map((layer) => onlyParams(layer, isRead)),
  );
  const faults = compiled.problems.filter(({ path }) => ADDED.includes(path.split("/")[1] ?? ""));
  problems.push(
    ...faults.map(({ path, location, ...problem }) => ({
      ...problem,
      path: pointer(["policies", key, "also"]) + path,
      location: { ...location, file },
    })),
  );
  if (compiled.policy === undefined) return undefined;
  return { ...compiled.policy, file, id: `${found.id}+${domain}`, scope: { only: domain }, cases: [] };
}

const ADDED = ["rule", "message", "fix"];
/** What belongs to the rule that the policy has itself. */
const OF_THE_RULE: ReadonlySet<string> = new Set(["schema", "tests", "at", "params", "equivalentMutants"]);

function withoutBounds({ stricter: _stricter, domains: _domains, ...param }: JsonObject): JsonObject {
  return param;
}

function onlyParams(layer: Layer, isRead: (name: string) => boolean): Layer {
  const params = new Map([...layer.setting.params].filter(([name]) => isRead(name)));
  return { ...layer, setting: { ...layer.setting, params } };
}
