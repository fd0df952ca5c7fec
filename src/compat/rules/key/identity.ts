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
  const oldNames = oldNamesOf(both);
  const old = (name: string): string => oldNames.get(name) ?? name;
  const [then, now] = [before.primaryKey, after.primaryKey.map(old)];
  if (then.join() === now.join()) return undefined;
  return {
    isKept: isPromised(then, [now, ...uniqueFields(after).map((name) => [old(name)])]),
    wasKept: isPromised(now, [then, ...uniqueFields(before).map((name) => [name])]),
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
function isPromised(key: readonly string[], unique: readonly (readonly string[])[]): boolean {
  return key.length === 0 || unique.some((set) => set.length > 0 && set.every((name) => key.includes(name)));
}

function uniqueFields({ fields }: ObjectForm): readonly string[] {
  return fields.filter(({ unique }) => unique).map(({ name }) => name);
}

/** What fields were called before, by what they are called now. */
function oldNamesOf({ before, after }: Both<ObjectForm>): ReadonlyMap<string, string> {
  return new Map(
    pairUp(before.fields, after.fields, BY_IDENTITY).flatMap(({ before: then, after: now }) =>
      then === undefined || now === undefined ? [] : [[now.name, then.name] as const],
    ),
  );
}
