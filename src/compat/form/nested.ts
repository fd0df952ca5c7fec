import type { Json } from "../../model/json.ts";
import { isObject, list, own, text } from "../../model/json.ts";
import { entryOf } from "./text.ts";

/** Types that are longer or deeper are kept as text. */
const LONGEST = 10_000;
const DEEPEST = 30;

/** What a physical type says of what is inside: the types of items, of keys and values, or of fields by name. */
type Inside =
  | { readonly kind: "array"; readonly items: string }
  | { readonly kind: "map"; readonly key: string; readonly value: string }
  | { readonly kind: "object"; readonly fields: readonly (readonly [name: string, type: string])[] };

/**
 * A field with what its physical type says of what is inside, such as `array<int>`, `map(varchar, bigint)`,
 * `struct<a: int>` or `int[]`, as if it were written at `items`, `map` and `properties`. What is written there stays.
 */
export function spelledOut(node: Json): Json {
  const inside =
    isObject(node) && own(node, "logicalType") !== "vector" ? insideOf(text(own(node, "physicalType"))) : undefined;
  if (inside === undefined || !isObject(node)) return node;
  if (inside.kind === "array") return { ...node, items: typed(own(node, "items"), inside.items) };
  if (inside.kind === "map") {
    const map = own(node, "map");
    return { ...node, map: { key: typed(own(map, "key"), inside.key), value: typed(own(map, "value"), inside.value) } };
  }
  const types = new Map(inside.fields.map(([name, type]) => [name.toLowerCase(), type]));
  const written = list(own(node, "properties")).map((field) => {
    const name = (text(own(field, "physicalName")) ?? text(own(field, "name")) ?? "").toLowerCase();
    const type = types.get(name);
    types.delete(name);
    return type === undefined ? field : typed(field, type);
  });
  const more = inside.fields
    .filter(([name]) => types.has(name.toLowerCase()))
    .map(([name, type]) => typed({ name }, type));
  return { ...node, properties: [...written, ...more] };
}

/** A part with its physical type, if it does not say one itself. */
function typed(part: Json | undefined, type: string): Json {
  const [, bare = type, isRequired] = /^(.*?)( not null)?$/isu.exec(type) ?? [];
  const said = isObject(part) ? part : {};
  return { physicalType: bare, ...(isRequired !== undefined && { required: true }), ...said };
}

function insideOf(written = ""): Inside | undefined {
  const type = written.trim();
  if (type.length > LONGEST) return undefined;
  const items = /^(.+?)\s*\[\d*\]$/su.exec(type)?.[1];
  if (items !== undefined) return { kind: "array", items };
  const [, name = "", within = ""] = /^([a-z]+)\s*[<(](.*)[>)]$/isu.exec(type) ?? [];
  const kind = entryOf(KINDS, name.toLowerCase());
  const parts = kind === undefined ? undefined : apart(within);
  const [first, second, ...more] = parts ?? [];
  if (parts === undefined || first === undefined) return undefined;
  if (kind === "array") return second === undefined ? { kind, items: first } : undefined;
  if (kind === "map") {
    return second === undefined || more.length > 0 ? undefined : { kind, key: first, value: second };
  }
  const fields = parts.map(fieldOf);
  return kind === undefined || fields.includes(undefined)
    ? undefined
    : { kind, fields: fields.filter((field) => field !== undefined) };
}

const KINDS: Readonly<Record<string, Inside["kind"]>> = {
  array: "array",
  list: "array",
  map: "map",
  struct: "object",
  row: "object",
  record: "object",
  object: "object",
};

/** `a: int`, `a int`, `"a b" int`. What Spark says in a comment is left out. */
function fieldOf(part: string): readonly [name: string, type: string] | undefined {
  const [, bare = "", quoted = "", type = ""] = /^(?:(\w+)|["`]([^"`]+)["`])(?:\s*:\s*|\s+)(.+)$/su.exec(part) ?? [];
  const name = bare === "" ? quoted : bare;
  return name === "" ? undefined : [name, type.replace(/\s+comment\s+'[^']*'$/iu, "").trim()];
}

/** What stands between the commas that are in no brackets and no quotes; undefined where brackets do not match. */
function apart(within: string): readonly string[] | undefined {
  const parts: string[] = [];
  let [depth, start, isQuoted] = [0, 0, false];
  for (let at = 0; at < within.length; at++) {
    const letter = within[at] ?? "";
    if (letter === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (letter === "<" || letter === "(") depth++;
    if (letter === ">" || letter === ")") depth--;
    if (depth < 0 || depth > DEEPEST) return undefined;
    if (letter !== "," || depth > 0) continue;
    parts.push(within.slice(start, at).trim());
    start = at + 1;
  }
  parts.push(within.slice(start).trim());
  return depth === 0 && !isQuoted && !parts.includes("") ? parts : undefined;
}
