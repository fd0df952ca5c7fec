import type { Json } from "../../../model/json.ts";
import type { FieldForm } from "../../form/contract.ts";
import { valueOutside } from "../../outside.ts";
import type { Both, Surroundings } from "../../rule.ts";
import { rowWith } from "../../witness.ts";

/** A row that can arrive now and that readers were not promised. */
export function newRow({ before, after }: Both<FieldForm>, around: Surroundings): Json | undefined {
  const value = valueOutside(after, before.type);
  return value === undefined ? undefined : rowWith(around, after, value);
}

/** A row that may be stored and is not valid any more. */
export function oldRow({ before, after }: Both<FieldForm>, around: Surroundings): Json | undefined {
  const value = valueOutside(before, after.type);
  return value === undefined ? undefined : rowWith(around, before, value);
}
