import { pathsBelow } from "../model/aliases.ts";
import type { Paths } from "../model/aliases.ts";
import type { FieldForm, ObjectForm } from "./form/contract.ts";

/**
 * Every path that fields of an object go by, where they or what they stand in have aliases. Fields that go by their path
 * alone are left out. Where there are too many the name of the object stands for all.
 */
export function aliasedPaths(object: ObjectForm): ReadonlyMap<FieldForm, readonly string[]> {
  const known = new Map<FieldForm, readonly string[]>();
  if (!object.fields.some(hasAlias)) return known;
  const note = (field: FieldForm, paths: Paths): void => {
    if (paths?.length !== 1) known.set(field, paths ?? [field.path, object.name]);
    for (const one of field.fields) note(one, pathsBelow(paths, [one.name, ...one.aliases]));
    for (const part of [field.items, field.key, field.value])
      if (part !== undefined)
        note(
          part,
          paths?.map((path) => `${path}${part.name}`),
        );
  };
  for (const field of object.fields) note(field, pathsBelow([object.name], [field.name, ...field.aliases]));
  return known;
}

function hasAlias({ aliases, fields, items, key, value }: FieldForm): boolean {
  return aliases.length > 0 || [...fields, items, key, value].some((part) => part !== undefined && hasAlias(part));
}
