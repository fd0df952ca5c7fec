import type { Json, JsonPath } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";

/** A value with another at a path inside it; undefined takes what stands there away. */
export function replaced(root: Json, [step, ...rest]: JsonPath, value: Json | undefined): Json {
  if (step === undefined) return value ?? null;
  if (isList(root)) {
    const position = Number(step);
    if (rest.length === 0 && value === undefined) return root.filter((_, index) => index !== position);
    return root.map((item, index) => (index === position ? replaced(item, rest, value) : item));
  }
  const members = isObject(root) ? Object.entries(root) : [];
  const isNew = rest.length === 0 && value !== undefined && !members.some(([key]) => key === String(step));
  if (isNew) return Object.fromEntries([...members, [String(step), value]]);
  return Object.fromEntries(
    members.flatMap(([key, member]) => {
      if (key !== String(step)) return [[key, member]];
      return rest.length === 0 && value === undefined ? [] : [[key, replaced(member, rest, value)]];
    }),
  );
}
