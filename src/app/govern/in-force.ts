import type { Day } from "../../model/day.ts";
import { levelAt, weight } from "../../model/enforcement.ts";
import type { Level } from "../../model/finding.ts";
import { compareText } from "../../model/order.ts";
import { helpAt } from "../../model/policy-docs.ts";
import type { ReportPolicy } from "../../model/report.ts";
import { readsDay } from "../../policy/clock.ts";
import { digestOf } from "../../policy/digest.ts";
import { readsFar } from "../../policy/far.ts";
import { isInScope } from "../../policy/policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { guildValue } from "./ground.ts";
import type { Rules } from "./rules.ts";

/** A policy that is not off, with what it weighs. */
export interface InForce {
  readonly policy: Policy;
  readonly level: Level;
}

/** Policies that are judged together, and what their judgement depends on beside the facts. */
export interface Part {
  readonly policies: readonly InForce[];
  /** Equal keys judge equally, whatever the policies weigh. */
  readonly key: string;
  /** They read facts that look further than one hop. */
  readonly isFar: boolean;
}

/** What judges the subjects of one domain on one day. */
export interface PolicySet {
  readonly policies: readonly InForce[];
  /** Those that judge what stands: apart are the ones that say the same on every day, and the ones that look far. */
  readonly parts: readonly Part[];
  /** Those that judge what a change does. */
  readonly changes: readonly InForce[];
}

/** The policies for a domain; `undefined` for what no domain owns. */
export type Rulebook = (domain: string | undefined) => PolicySet;

/** The policies in force on a day, domain by domain. */
export function rulebookOf(rules: Pick<Rules, "policies" | "guild">, asOf: Day): Rulebook {
  return rulebookWith(rules, asOf, inForceOn(rules.policies, asOf));
}

/**
 * The policies that are in force on `start` or will be on any later day, as they judge on `asOf`: the same ones on each
 * of those days, so that what no clock changes is judged once. What they weigh has to be looked up.
 */
export function rulebookFrom(rules: Pick<Rules, "policies" | "guild">, start: Day, asOf: Day): Rulebook {
  return rulebookWith(
    rules,
    asOf,
    rules.policies
      .filter((policy) => isEverInForce(policy, start))
      .map((policy) => ({ policy, level: levelAt(policy.schedule, asOf) })),
  );
}

/** Whether a policy is in force on a day or will be on any later one. */
export function isEverInForce({ schedule }: Policy, start: Day): boolean {
  return levelAt(schedule, start) !== "off" || schedule.some(({ from, level }) => from > start && level !== "off");
}

function rulebookWith(
  { policies, guild }: Pick<Rules, "policies" | "guild">,
  asOf: Day,
  all: readonly InForce[],
): Rulebook {
  const bound = new Set(policies.flatMap(({ scope }) => ("only" in scope ? [scope.only] : scope.except)));
  const ground = guildValue(guild);
  const sets = new Map<string | undefined, PolicySet>();
  return (domain) => {
    // Domains without policies or bindings of their own share one set.
    const key = domain !== undefined && bound.has(domain) ? domain : undefined;
    const known = sets.get(key);
    if (known !== undefined) return known;
    const own = all.filter(({ policy }) => isInScope(policy.scope, key));
    const standing = own.filter(({ policy }) => policy.type !== "change");
    const part = (isFar: boolean, daily: boolean): Part => {
      const inPart = standing.filter(({ policy }) => readsFar(policy) === isFar && readsDay(policy) === daily);
      const asked = inPart.map(({ policy }) => `${policy.id} ${policy.major} ${policy.asks}`).sort();
      return { policies: inPart, isFar, key: digestOf([asked, ground, daily ? asOf : ""]) };
    };
    const set: PolicySet = {
      policies: own,
      parts: [part(false, false), part(false, true), part(true, false), part(true, true)].filter(
        (one) => one.policies.length > 0,
      ),
      changes: own.filter(({ policy }) => policy.type === "change"),
    };
    sets.set(key, set);
    return set;
  };
}

/** Those of the policies that are not off on a day. */
export function inForceOn(policies: readonly Policy[], asOf: Day): readonly InForce[] {
  return policies
    .map((policy) => ({ policy, level: levelAt(policy.schedule, asOf) }))
    .filter(({ level }) => level !== "off");
}

/** The policies in force on a day, each once whatever forms domains have of it; sorted by id. */
export function listInForce(
  { policies, settings }: Pick<Rules, "policies" | "settings">,
  asOf: Day,
): readonly ReportPolicy[] {
  const { url } = settings.docs;
  const byId = new Map<string, ReportPolicy>();
  for (const { policy, level } of inForceOn(policies, asOf)) {
    const { id, title } = policy;
    const known = byId.get(id);
    if (known !== undefined && weight(known.level) >= weight(level)) continue;
    byId.set(id, { id, title, level, ...(url !== undefined && { help: helpAt(url, id) }) });
  }
  return [...byId.values()].sort((one, other) => compareText(one.id, other.id));
}
