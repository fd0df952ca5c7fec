import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { isList, list, own, text } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "../../source/words.ts";
import { problemAt } from "../problem.ts";
import type { SchemaPlaces } from "./schema-places.ts";

/**
 * ODCS 3.1 section Relationships. Both ends have the same form and number. What a reference names inside this contract
 * should exist; references to other files are never followed.
 */
export function checkRelationships(
  document: SourceDocument,
  { objects, elements }: SchemaPlaces,
): readonly TextProblem[] {
  const names = objects.flatMap(({ value }) => text(own(value, "name")) ?? []);
  return elements.flatMap((place) =>
    list(own(place.value, "relationships")).flatMap((relationship, index) => {
      const path = [...place.path, "relationships", index];
      return [
        ...checkEnds(document, path, relationship),
        ...["from", "to"].flatMap((end) => checkTargets(document, [...path, end], own(relationship, end), names)),
      ];
    }),
  );
}

function checkEnds(document: SourceDocument, path: JsonPath, relationship: Json): readonly TextProblem[] {
  const [from, to] = [own(relationship, "from"), own(relationship, "to")];
  if (from === undefined || to === undefined) return [];
  const [left, right] = [sizeOf(from), sizeOf(to)];
  if (left === right) return [];
  const message = `from names ${words(left)} and to names ${words(right)}; name as many on both sides.`;
  return [problemAt(document, [...path, "to"], "error", "relationship-ends", message)];
}

/** Number of references; 0 stands for a single one outside of a list. */
function sizeOf(end: Json): number {
  return isList(end) ? end.length : 0;
}

function words(size: number): string {
  return size === 0 ? "one property" : `a list of ${size}`;
}

function checkTargets(
  document: SourceDocument,
  path: JsonPath,
  end: Json | undefined,
  names: readonly string[],
): readonly TextProblem[] {
  if (!isList(end)) return checkTarget(document, path, end, names);
  return end.flatMap((reference, index) => checkTarget(document, [...path, index], reference, names));
}

function checkTarget(
  document: SourceDocument,
  path: JsonPath,
  value: Json | undefined,
  names: readonly string[],
): readonly TextProblem[] {
  const reference = text(value);
  // A slash means ids or another file, `#` another file.
  if (reference === undefined || /[/#]|\$\{/u.test(reference) || !reference.includes(".")) return [];
  // Names may hold dots themselves, so a name is looked for as a start, not as a segment.
  if (names.some((name) => reference.startsWith(`${name}.`))) return [];
  const near = nearest(reference.slice(0, reference.indexOf(".")), names);
  const advice = near === undefined ? "name one, or prefix the file it is in." : `did you mean ${quote(near)}?`;
  const message = `The reference ${quote(reference)} names no object of this contract; ${advice}`;
  return [problemAt(document, path, "warning", "unknown-reference", message)];
}
