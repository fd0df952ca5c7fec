import { compareText } from "../../model/order.ts";
import { at } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import { pointer } from "../../model/json.ts";
import { SETTINGS_FILE } from "../../model/settings.ts";
import { digestOf } from "../../policy/digest.ts";
import { policySetDigest } from "../../policy/policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { nearest } from "../../source/suggest.ts";
import { RULE_IDS } from "../../compat/rule-ids.ts";
import type { Bindings, Bound, Refused } from "./bindings.ts";
import { readBindings } from "./bindings.ts";
import { compatibilityValue, guildValue, readGround } from "./ground.ts";
import type { Files, Ground, Read } from "./ground.ts";
import type { Packs } from "./packs.ts";
import { readPolicies } from "./policies.ts";
import type { ReadPolicy } from "./policies.ts";
import { readWaivers } from "./waivers.ts";
import type { WaiverFile } from "./waivers.ts";

export { isRuleFile } from "./ground.ts";
export type { Files } from "./ground.ts";
export type { Packs } from "./packs.ts";

/** Everything that judges: configuration, guild, policies in every form that a domain has of them, and waivers. */
export interface Rules extends Ground {
  /** Sorted by id, then by whom they are for; also those that are off for now. */
  readonly policies: readonly Policy[];
  /** Bindings that would be looser than what the guild has, and so are not in force. */
  readonly refused: readonly Refused[];
  readonly waivers: readonly WaiverFile[];
  /** The files that they come from, each with the policy as the guild has it. */
  readonly read: readonly ReadPolicy[];
  /** Ids of those that come with a pack. */
  readonly shipped: ReadonlySet<string>;
  /** By policy id a digest of what it asks, whatever its level, parameters and words. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Digest of the policies with their settings, of the guild, of compatibility and of the waivers: equal digests judge equally. */
  readonly digest: string;
}

/** Reads everything that judges. All problems at once; a rule with a problem is not in force, which is an `error`. */
export function readRules(files: Files, packs: Packs, readText?: Read): Rules {
  const ground = readGround(files);
  const problems = [...ground.problems];
  // Without configuration policies/ may belong to something else, and one line tells what is missing.
  const layered = files.has(SETTINGS_FILE) ? files : new Map<string, Uint8Array>();
  const found = uniquePolicies(readPolicies(layered, packs, ground, problems, readText), problems);
  reportUnusedSettings(ground, new Set(found.map(({ id }) => id)), problems);
  reportUnknownRules(ground, problems);
  const bindings = readBindings(layered, found, ground, problems);
  const policies = formsOf(found, bindings);
  const waivers = readWaivers(layered, policies, ground);
  return {
    ...ground,
    policies,
    refused: bindings.refused,
    waivers,
    read: found,
    shipped: new Set(found.flatMap(({ id, isShipped }) => (isShipped ? [id] : []))),
    bodies: new Map(found.map(({ id, body }) => [id, body])),
    digest: digestOf([
      policySetDigest(policies),
      guildValue(ground.guild),
      waivers.map(waiverValue),
      compatibilityValue(ground.settings.compatibility),
    ]),
    problems,
  };
}

/** Every policy as everybody has it, and as those domains have it that bind it. */
function formsOf(found: readonly ReadPolicy[], { bound }: Bindings): readonly Policy[] {
  const forms = found.flatMap(({ id, policy }): readonly Policy[] => {
    if (policy === undefined) return [];
    const own = bound.filter(({ read }) => read.id === id);
    const general = own.length === 0 ? policy : { ...policy, scope: { except: own.map(domainOf).sort() } };
    return [general, ...own.flatMap((one) => [one.policy, ...(one.addition ? [one.addition] : [])])];
  });
  return forms.sort((one, other) => compareText(one.id, other.id) || compareText(scopeKey(one), scopeKey(other)));
}

function domainOf({ domain }: Bound): string {
  return domain;
}

function scopeKey({ scope }: Policy): string {
  return "only" in scope ? scope.only : "";
}

function waiverValue({ file, waiver, faults }: WaiverFile): Record<string, string> {
  const { id = "", expires = "", target = "" } = waiver ?? {};
  return { file, id, expires, target, faults: String(faults.length) };
}

function uniquePolicies(policies: readonly ReadPolicy[], problems: Problem[]): readonly ReadPolicy[] {
  const byId = new Map<string, ReadPolicy>();
  for (const policy of policies) {
    const first = policy.policy && byId.get(policy.id);
    if (first?.policy === undefined) byId.set(policy.policy ? policy.id : policy.file, policy);
    else {
      const message = `Policy id "${policy.id}" is already taken by ${first.file}. Give this policy an id of its own.`;
      problems.push({ severity: "error", code: "duplicate-policy", message, path: "/id", location: at(policy.file) });
    }
  }
  return [...byId.values()];
}

/** A setting for a policy that does not exist would silently do nothing. In a broken file any policy may stand, and in an unknown pack. */
function reportUnusedSettings({ settings, locate }: Ground, ids: ReadonlySet<string>, problems: Problem[]): void {
  const isBroken = ({ severity, code, location }: Problem): boolean =>
    code === "unknown-pack" ||
    code === "pack-version" ||
    (severity === "error" && location.file !== SETTINGS_FILE && !location.file.startsWith("bindings/"));
  if (problems.some(isBroken)) return;
  for (const id of settings.policies.keys()) {
    if (ids.has(id)) continue;
    const close = nearest(id, ids);
    const message = `Policy "${id}" is set here, but no such policy exists. ${close === undefined ? "Remove the setting or add its pack." : `Did you mean "${close}"?`}`;
    const path = ["policies", id];
    problems.push({
      severity: "error",
      code: "unknown-policy",
      message,
      path: pointer(path),
      location: locate(path),
    });
  }
}

/** A severity for a rule that does not exist would silently do nothing, too. */
function reportUnknownRules({ settings, locate }: Ground, problems: Problem[]): void {
  for (const id of settings.compatibility.severity.keys()) {
    if (RULE_IDS.has(id)) continue;
    const close = nearest(id, RULE_IDS);
    const message = `Rule "${id}" is set here, but no such rule exists. ${close === undefined ? "Remove the line." : `Did you mean "${close}"?`}`;
    const path = ["compatibility", "severity", id];
    problems.push({
      severity: "error",
      code: "unknown-rule",
      message,
      path: pointer(path),
      location: locate(path),
    });
  }
}
