import type { Day } from "../../model/day.ts";
import { levelAt, weight } from "../../model/enforcement.ts";
import type { Level, SubjectKind } from "../../model/finding.ts";
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
  /**
   * Those that judge what stands of a kind, by what makes a judgement void: apart are the ones that read the day, the
   * ones that look far, and the ones that a change rewrites.
   */
  readonly parts: (kind: SubjectKind) => readonly Part[];
  /** Those that judge what a change does. */
  readonly changes: readonly InForce[];
}

/** The policies for a domain; `undefined` for what no domain owns. */
export type Rulebook = (domain: string | undefined) => PolicySet;

/** Ids of policies. */
type Ids = ReadonlySet<string>;
const NONE: Ids = new Set();

/**
 * The policies in force on a day, domain by domain.
 *
 * @param apart those that other rules, which judge in the same run, have otherwise: what the rest says is known of both
 */
export function rulebookOf(rules: Pick<Rules, "policies" | "guild">, asOf: Day, apart = NONE): Rulebook {
  return rulebookWith(rules, asOf, inForceOn(rules.policies, asOf), apart);
}

/**
 * The policies that are in force on `start` or will be on any later day, as they judge on `asOf`: the same ones on each
 * of those days, so that what no clock changes is judged once. What they weigh has to be looked up.
 */
export function rulebookFrom(rules: Pick<Rules, "policies" | "guild">, start: Day, asOf: Day, apart = NONE): Rulebook {
  return rulebookWith(
    rules,
    asOf,
    rules.policies
      .filter((policy) => isEverInForce(policy, start))
      .map((policy) => ({ policy, level: levelAt(policy.schedule, asOf) })),
    apart,
  );
}

/**
 * Ids of the policies that two sets of rules have in different forms, for anybody: by what they ask, whatever they weigh,
 * or by everything (`digest`).
 */
export function differing(one: Pick<Rules, "policies">, other: Pick<Rules, "policies">, by: "asks" | "digest"): Ids {
  const forms = ({ policies }: Pick<Rules, "policies">): ReadonlyMap<string, string> => {
    const texts = new Map<string, string>();
    for (const { id, scope, [by]: form } of policies) {
      texts.set(id, `${texts.get(id) ?? ""} ${JSON.stringify([scope, form])}`);
    }
    return texts;
  };
  const [earlier, later] = [forms(one), forms(other)];
  return new Set([...earlier.keys(), ...later.keys()].filter((id) => earlier.get(id) !== later.get(id)));
}

const EITHER = [false, true] as const;

/** Whether a policy is in force on a day or will be on any later one. */
export function isEverInForce({ schedule }: Policy, start: Day): boolean {
  return levelAt(schedule, start) !== "off" || schedule.some(({ from, level }) => from > start && level !== "off");
}

function rulebookWith(
  { policies, guild }: Pick<Rules, "policies" | "guild">,
  asOf: Day,
  all: readonly InForce[],
  apart: Ids,
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
    const part = (kind: SubjectKind, isApart: boolean, isFar: boolean, daily: boolean): Part => {
      const inPart = standing.filter(
        ({ policy }) =>
          policy.target.kind === kind &&
          apart.has(policy.id) === isApart &&
          readsFar(policy) === isFar &&
          readsDay(policy) === daily,
      );
      const asked = inPart.map(({ policy }) => `${policy.id} ${policy.major} ${policy.asks}`).sort();
      return { policies: inPart, isFar, key: digestOf([asked, ground, daily ? asOf : ""]) };
    };
    const partsOf = (kind: SubjectKind): readonly Part[] =>
      EITHER.flatMap((isApart) =>
        EITHER.flatMap((isFar) => EITHER.map((daily) => part(kind, isApart, isFar, daily))),
      ).filter((one) => one.policies.length > 0);
    const parts = new Map<SubjectKind, readonly Part[]>();
    const set: PolicySet = {
      policies: own,
      parts(kind) {
        const found = parts.get(kind) ?? partsOf(kind);
        parts.set(kind, found);
        return found;
      },
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
