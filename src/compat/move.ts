import type { FieldForm, ObjectForm } from "./form/contract.ts";

/**
 * Fields that are known by a stable id and may stand under another parent now, by their forms on both sides. Ids that
 * name several fields of an object tell nothing.
 */
export function movesOf(before: ObjectForm, after: ObjectForm): ReadonlyMap<FieldForm, FieldForm> {
  const [then, now] = [byId(before.fields), byId(after.fields)];
  return new Map(
    [...then].flatMap(([id, field]) => {
      const other = now.get(id);
      return field === undefined || other === undefined ? [] : [[field, other] as const, [other, field] as const];
    }),
  );
}

function byId(fields: readonly FieldForm[]): ReadonlyMap<string, FieldForm | undefined> {
  const known = new Map<string, FieldForm | undefined>();
  const add = (field: FieldForm): void => {
    if (field.id !== undefined) known.set(field.id, known.has(field.id) ? undefined : field);
    field.fields.forEach(add);
    for (const part of [field.items, field.key, field.value]) if (part !== undefined) add(part);
  };
  fields.forEach(add);
  return known;
}
