import type { Json } from "../../../model/json.ts";
import { canonical } from "../../../model/json.ts";
import type { Custom } from "../../form/contract.ts";
import type { Both } from "../../rule.ts";

interface CustomChange {
  readonly name: string;
  readonly before: Json;
  readonly after: Json;
}

/** Properties that say what the numbers and moments mean: another value of them changes every row without a trace. */
export const MEANINGS = /^(meshgate\.)?(unit|currency|time_?zone)$/iu;
/** Properties that rules of their own tell of, or that only help to compare. */
const TOLD = new Set([
  "meshgate.renamedFrom",
  "meshgate.enumClosed",
  "meshgate.default",
  "meshgate.sunset",
  "meshgate.aliases",
]);
const PERSONAL = new Set(["personal", "pii", "meshgate.personal"]);

export function valueText(value: Json): string {
  return value === null ? "not given" : canonical(value);
}

/** Custom properties that differ: those that say what the data means, or all others. */
export function customChanges(
  { before, after }: Both<{ readonly custom: Custom }>,
  isMeant: boolean,
): readonly CustomChange[] {
  const names = [...new Set([...before.custom.keys(), ...after.custom.keys()])];
  return names
    .filter((name) => MEANINGS.test(name) === isMeant && !TOLD.has(name) && !PERSONAL.has(name))
    .map((name) => ({ name, before: before.custom.get(name) ?? null, after: after.custom.get(name) ?? null }))
    .filter((change) => canonical(change.before) !== canonical(change.after));
}
