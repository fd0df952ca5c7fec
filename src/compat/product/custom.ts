import type { Json } from "../../model/json.ts";
import { canonical } from "../../model/json.ts";
import type { Custom } from "../form/contract.ts";
import type { Both } from "../rule.ts";
import { MEANINGS } from "../rules/governance/custom.ts";

interface CustomChange {
  readonly name: string;
  readonly before: Json;
  readonly after: Json;
}

/** Custom properties that differ and that no rule of its own tells of: those that say what data means, or all others. */
export function customChanges(
  { before, after }: Both<{ readonly custom: Custom }>,
  isMeant: boolean,
): readonly CustomChange[] {
  return [...new Set([...before.custom.keys(), ...after.custom.keys()])]
    .filter((name) => MEANINGS.test(name) === isMeant)
    .sort()
    .map((name) => ({ name, before: before.custom.get(name) ?? null, after: after.custom.get(name) ?? null }))
    .filter((change) => canonical(change.before) !== canonical(change.after));
}
