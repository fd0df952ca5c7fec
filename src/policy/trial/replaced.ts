import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { isList, isObject, own } from "../../model/json.ts";

/** A value with another at a path inside it, which may be a new member; undefined takes what stands there away. */
export function replaced(root: Json, [step, ...rest]: JsonPath, value: Json | undefined): Json {
  if (step === undefined) return value ?? null;
  if (isList(root)) return inList(root, Number(step), rest, value);
  const name = String(step);
  const members: JsonObject = isObject(root) ? root : {};
  const member = rest.length === 0 ? value : replacedMember(own(members, name), rest, value);
  if (member !== undefined) return { ...members, [name]: member };
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

function inList(list: readonly Json[], position: number, rest: JsonPath, value: Json | undefined): Json {
  if (rest.length === 0 && value === undefined) return list.filter((_, index) => index !== position);
  return list.map((item, index) => (index === position ? replaced(item, rest, value) : item));
}

/** What stands nowhere has no inside. */
function replacedMember(member: Json | undefined, rest: JsonPath, value: Json | undefined): Json | undefined {
  return member === undefined ? undefined : replaced(member, rest, value);
}
