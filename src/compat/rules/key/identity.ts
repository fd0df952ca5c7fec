import type { FieldForm, ObjectForm } from "../../form/contract.ts";
import { BY_IDENTITY, pairUp } from "../../pair.ts";
import type { Both, Surroundings } from "../../rule.ts";

/** How the key of an object differs, by what of the old promise and of the new one holds on the other side. */
export interface KeyChange {
  /** Whether rows are still told apart by what told them apart before. */
  readonly isKept: boolean;
  /** Whether rows were told apart before by what tells them apart now. */
  readonly wasKept: boolean;
}

/** Undefined where the key is written as before. Keys are sets: their order is only written down. */
export function keyChange(both: Both<ObjectForm>): KeyChange | undefined {
  const { before, after } = both;
  const partner = partnersOf(both);
  const then = fieldsOf(before, before.primaryKey);
  const now = fieldsOf(after, after.primaryKey).map(partner);
  if (then.length === now.length && then.every((field, index) => field === now[index])) return undefined;
  return {
    isKept: isPromised(then, [now, ...uniqueFields(after).map((field) => [partner(field)])]),
    wasKept: isPromised(now, [then, ...uniqueFields(before).map((field) => [field])]),
  };
}

export function keyText(key: readonly string[]): string {
  return key.length === 0 ? "no field" : key.join(", ");
}

/** Whether a field tells rows apart alone, as the whole key of its object or by `unique`. */
export function isUnique(field: FieldForm, side: "before" | "after", { object }: Surroundings): boolean {
  const [only, ...more] = object?.[side].primaryKey ?? [];
  const isKey = only !== undefined && more.length === 0 && field.path === `${object?.[side].name ?? ""}.${only}`;
  return field.unique || isKey;
}

/** Rows that differ in some fields differ in all fields that these are among. */
function isPromised(key: readonly FieldForm[], unique: readonly (readonly FieldForm[])[]): boolean {
  return key.length === 0 || unique.some((set) => set.length > 0 && set.every((field) => key.includes(field)));
}

function uniqueFields({ fields }: ObjectForm): readonly FieldForm[] {
  return fields.filter(({ unique }) => unique);
}

function fieldsOf({ fields }: ObjectForm, names: readonly string[]): readonly FieldForm[] {
  return names.flatMap((name) => fields.find((field) => field.name === name) ?? []);
}

/** What a field was before; one that is new is itself. */
function partnersOf({ before, after }: Both<ObjectForm>): (field: FieldForm) => FieldForm {
  const partners = new Map(
    pairUp(before.fields, after.fields, BY_IDENTITY).map(({ before: then, after: now }) => [now, then]),
  );
  return (field) => partners.get(field) ?? field;
}
