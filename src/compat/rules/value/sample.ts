import type { Json } from "../../../model/json.ts";
import { allows } from "../../allows.ts";
import type { FieldForm } from "../../form/contract.ts";
import type { Surroundings } from "../../rule.ts";
import { rowWith } from "../../witness.ts";

/** A row in which a field has the first of some values that it allows; undefined where it is not known to allow any. */
export function rowWithOneOf(around: Surroundings, field: FieldForm, values: readonly Json[]): Json | undefined {
  const value = values.find((one) => one !== null && allows(field, one));
  return value === undefined ? undefined : rowWith(around, field, value);
}
