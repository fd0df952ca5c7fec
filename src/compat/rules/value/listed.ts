import type { Json } from "../../../model/json.ts";
import { canonical } from "../../../model/json.ts";
import type { FieldForm } from "../../form/contract.ts";
import { validValue } from "../../witness.ts";

/** Listed values as they were before they became canonical texts. */
export function valuesOf(texts: readonly string[]): readonly Json[] {
  return texts.map((text) => JSON.parse(text) as Json);
}

/** Values of the kind of a field that are not in a list. */
export function without(values: readonly string[], field: FieldForm): readonly Json[] {
  return [validValue(field) ?? null, "other", "x", 0, -1, 999, true, false].filter(
    (value) => !values.includes(canonical(value)),
  );
}

/** Values that stand in one list and not in another; none where one of them has no list. */
export function missing(values: readonly string[] | undefined, from: readonly string[] | undefined): readonly string[] {
  if (values === undefined || from === undefined) return [];
  const known = new Set(from);
  return [...new Set(values)].filter((value) => !known.has(value));
}
