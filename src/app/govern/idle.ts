import type { Day } from "../../model/day.ts";
import { at } from "../../model/location.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import { inForceOn } from "./in-force.ts";
import type { Rules } from "./rules.ts";

/**
 * A policy of the mesh's own that applies to nothing in all of it probably does not say what its authors mean. Packs
 * are written for meshes of every kind.
 */
export function idlePolicies(
  { policies, shipped }: Rules,
  asOf: Day,
  applied: ReadonlySet<string>,
): readonly Problem[] {
  const own = inForceOn(policies, asOf).filter(({ policy }) => policy.type !== "change" && !shipped.has(policy.id));
  const seen = new Set(applied);
  return own.flatMap(({ policy }): readonly Problem[] => {
    if (seen.has(policy.id)) return [];
    seen.add(policy.id);
    const message = `Policy ${policy.id} applies to nothing in the whole mesh. Correct its target or applies, or remove it.`;
    return [{ severity: "warning", code: "policy-applies-nowhere", message, path: "", location: at(policy.file) }];
  });
}

/** Without policies every check passes. Where the rules cannot be read, that is said already. */
export function missingPolicies({ policies, problems, locate }: Rules, asOf: Day): readonly Problem[] {
  if (inForceOn(policies, asOf).length > 0 || hasError(problems)) return [];
  const message =
    "No policy is in force, so nothing can fail. Name a pack in meshgate.yaml, such as packs: [baseline].";
  return [{ severity: "warning", code: "no-policies", message, path: "/packs", location: locate(["packs"]) }];
}
