import type { Json } from "../model/json.ts";
import { canonical, isObject } from "../model/json.ts";

/** Which words differ between two texts of `wordsOf`, with what they were and are. */
export function wordsChanged(before: string, after: string): readonly [keys: readonly string[], then: Json, now: Json] {
  if (before === after) return [[], null, null];
  const [then, now] = [read(before), read(after)];
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
    (key) => canonical(then[key] ?? null) !== canonical(now[key] ?? null),
  );
  const chosen = (words: Readonly<Record<string, Json>>): Json =>
    Object.fromEntries(keys.flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])));
  return [keys, chosen(then), chosen(now)];
}

function read(words: string): Readonly<Record<string, Json>> {
  const value = words === "" ? {} : (JSON.parse(words) as Json);
  return isObject(value) ? value : {};
}
