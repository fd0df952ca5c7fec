import type { Day } from "../../model/day.ts";
import { levelAt } from "../../model/enforcement.ts";
import type { Level } from "../../model/finding.ts";
import { digestOf } from "../../policy/digest.ts";
import { isInScope, policySetDigest } from "../../policy/policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { guildValue } from "./ground.ts";
import type { Rules } from "./rules.ts";

/** A policy that is not off, with what it weighs today. */
export interface InForce {
  readonly policy: Policy;
  readonly level: Level;
}

/** What judges the subjects of one domain on one day. */
export interface PolicySet {
  readonly policies: readonly InForce[];
  /** Equal digests judge equally on the same day. */
  readonly digest: string;
}

/** The policies for a domain; `undefined` for what no domain owns. */
export type Rulebook = (domain: string | undefined) => PolicySet;

/** The policies in force on a day, domain by domain. */
export function rulebookOf({ policies, guild }: Rules, asOf: Day): Rulebook {
  const today = inForceOn(policies, asOf);
  const bound = new Set(policies.flatMap(({ scope }) => ("only" in scope ? [scope.only] : scope.except)));
  const sets = new Map<string | undefined, PolicySet>();
  return (domain) => {
    // Domains without policies or bindings of their own share one set.
    const key = domain !== undefined && bound.has(domain) ? domain : undefined;
    const known = sets.get(key);
    if (known !== undefined) return known;
    const own = today.filter(({ policy }) => isInScope(policy.scope, key));
    const set = {
      policies: own,
      digest: digestOf([policySetDigest(own.map(({ policy }) => policy)), guildValue(guild)]),
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

/** How many policies are in force on a day, each counted once whatever forms domains have of it. */
export function countInForce({ policies }: Rules, asOf: Day): number {
  return new Set(inForceOn(policies, asOf).map(({ policy }) => policy.id)).size;
}
