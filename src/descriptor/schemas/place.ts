import type { Json } from "../../model/json.ts";
import { isList, isObject, own, text } from "../../model/json.ts";
import type { Field, RecordShape, Shape, Version } from "./shape.ts";
import { resolve } from "./span.ts";

/** What a table says of a place in a document. */
export interface TablePlace {
  /** The record that the key stands in, and the object written there. */
  readonly record: RecordShape;
  readonly owner: Json;
  readonly key: string;
  /** Absent: the record has no such key, in no version and no case. */
  readonly field?: Field;
}

/** The place that an RFC 6901 pointer names. Undefined when it leaves the table, or ends inside of a list. */
export function placeAt(root: RecordShape, version: Version, value: Json, pointer: string): TablePlace | undefined {
  let shape: Shape | undefined = root;
  let at: Json | undefined = value;
  let place: TablePlace | undefined;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const now: Shape | undefined = shape && choose(shape, version, at);
    place = undefined;
    if (now?.is === "list" && isList(at)) {
      [shape, at] = [now.of, at[Number(key)]];
    } else if (now?.is === "record" && isObject(at)) {
      const field = fieldOf(now, at, key);
      place = { record: now, owner: at, key, ...(field && { field }) };
      [shape, at] = [field?.shape, own(at, key)];
    } else {
      return undefined;
    }
  }
  return place;
}

/** The shape as `version` has it for this value. */
export function choose(shape: Shape, version: Version, value: Json | undefined): Shape | undefined {
  const now = resolve(shape, version);
  if (now?.is !== "either") return now;
  const option = now.options.find((each) => admits(each, version, value));
  return option && choose(option, version, value);
}

/** Whether a value has the JSON type that a shape wants. */
export function admits(shape: Shape, version: Version, value: Json | undefined): boolean {
  const now = resolve(shape, version);
  switch (now?.is) {
    case "text":
    case "choice":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "list":
      return isList(value);
    case "record":
    case "bag":
      return isObject(value);
    case "either":
      return now.options.some((option) => admits(option, version, value));
    case "scalar":
      return !isList(value) && !isObject(value);
    case "any":
      return true;
    case "lazy":
    case "varying":
    case "named":
    case undefined:
      return false;
  }
}

/** The field `key` of a record: its own, else that of the case the object is, else that of any other case. */
export function fieldOf(record: RecordShape, owner: Json, key: string): Field | undefined {
  const { cases, fields } = record;
  if (Object.hasOwn(fields, key)) return fields[key];
  if (cases === undefined) return undefined;
  const own = caseFields(record, owner);
  if (own !== undefined && Object.hasOwn(own, key)) return own[key];
  return [...cases.of.values(), cases.otherwise].find((each) => Object.hasOwn(each, key))?.[key];
}

/** The fields that the object has besides, by the word under `cases.by`. */
export function caseFields(record: RecordShape, owner: Json): RecordShape["fields"] | undefined {
  const { cases } = record;
  if (cases === undefined) return undefined;
  const word = own(owner, cases.by);
  return word === undefined ? cases.otherwise : cases.of.get(text(word) ?? "");
}
