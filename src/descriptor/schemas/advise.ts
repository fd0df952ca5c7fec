import type { SourceDocument } from "../../model/document.ts";
import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "../../source/words.ts";
import { problemAt } from "../problem.ts";
import { choose, fieldOf } from "./place.ts";
import type { RecordShape, Shape, TextShape, Version } from "./shape.ts";
import { isClosed } from "./span.ts";

interface Walk {
  readonly document: SourceDocument;
  readonly version: Version;
  readonly path: (string | number)[];
  readonly warnings: TextProblem[];
}

/**
 * What is allowed but hardly meant: a date or address that cannot be one, a key next to a known one in an object that
 * the standard leaves open. Never more than warnings.
 */
export function advise(document: SourceDocument, shape: RecordShape, version: Version): readonly TextProblem[] {
  const walk: Walk = { document, version, path: [], warnings: [] };
  visit(shape, document.value, walk);
  return walk.warnings;
}

function visit(shape: Shape, value: Json, walk: Walk): void {
  const now = choose(shape, walk.version, value);
  if (now?.is === "text" && typeof value === "string") visitText(now, value, walk);
  if (now?.is === "list" && isList(value)) {
    for (const [index, element] of value.entries()) descend(index, now.of, element, walk);
  }
  if (now?.is === "record" && isObject(value)) {
    for (const key of Object.keys(value)) {
      const field = fieldOf(now, value, key);
      if (field === undefined) visitUnknown(now, value, key, walk);
      else descend(key, field.shape, value[key] ?? null, walk);
    }
  }
}

function descend(step: string | number, shape: Shape, value: Json, walk: Walk): void {
  walk.path.push(step);
  visit(shape, value, walk);
  walk.path.pop();
}

function visitUnknown(shape: RecordShape, owner: Json, key: string, walk: Walk): void {
  if (isClosed(shape, walk.version)) return;
  const near = nearest(
    key,
    Object.keys(shape.fields).filter((name) => !Object.hasOwn(owner as object, name)),
  );
  if (near === undefined) return;
  const message = `Key ${quote(key)} is allowed here but has no meaning; did you mean ${quote(near)}?`;
  walk.warnings.push(problemAt(walk.document, [...walk.path, key], "warning", "likely-misspelt-key", message, "key"));
}

const FORMS: Readonly<Record<NonNullable<TextShape["format"]>, { readonly pattern: RegExp; readonly like: string }>> = {
  uri: { pattern: /^[^\s\p{Cc}]+$/u, like: "an address or path without white space" },
  date: { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, like: "a date such as 2026-01-31" },
  "date-time": {
    pattern:
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/iu,
    like: "a time such as 2026-01-31T08:00:00Z",
  },
};

function visitText(shape: TextShape, value: string, walk: Walk): void {
  if (shape.format === undefined) return;
  const { pattern, like } = FORMS[shape.format];
  // What a variable stands for is not known here.
  if (value.includes("${") || pattern.test(value)) return;
  const message = `${quote(String(walk.path.at(-1)))} is ${quote(value)}; expected ${like}.`;
  walk.warnings.push(problemAt(walk.document, walk.path, "warning", "odd-format", message));
}
