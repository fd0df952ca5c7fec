import { compare } from "semver";
import type { Cases, ChoiceShape, Field, Fields, RecordShape, Shape, Version } from "./shape.ts";

/** Everything that depends on the version a document follows is decided here. */
export function reached(version: Version, since: Version | undefined): boolean {
  if (since === undefined || version === since) return true;
  const key = `${version} ${since}`;
  const known = comparisons.get(key);
  if (known !== undefined) return known;
  const result = compare(version, since) >= 0;
  comparisons.set(key, result);
  return result;
}

/** Tables name few versions and are asked about them for every key. */
const comparisons = new Map<string, boolean>();

export function exists(field: Field, version: Version): boolean {
  return reached(version, field.since) && resolve(field.shape, version) !== undefined;
}

export function isRequired(field: Field, version: Version): boolean {
  if (field.required === true) return true;
  if (field.requiredSince !== undefined) return reached(version, field.requiredSince);
  return field.requiredUntil !== undefined && !reached(version, field.requiredUntil);
}

export function isClosed(shape: RecordShape, version: Version): boolean {
  return shape.closedSince !== undefined && reached(version, shape.closedSince);
}

export function isDeprecated(field: Field, version: Version): boolean {
  return field.deprecatedSince !== undefined && reached(version, field.deprecatedSince);
}

/** The words of a vocabulary that `version` has. */
export function wordsOf(shape: ChoiceShape, version: Version): readonly string[] {
  return [...shape.words].filter(([, since]) => reached(version, since)).map(([word]) => word);
}

/** The shape itself where it varies or is late; undefined when `version` has none. */
export function resolve(shape: Shape, version: Version): Shape | undefined {
  if (shape.is === "lazy") return shape.get();
  if (shape.is === "named") return resolve(shape.of, version);
  if (shape.is !== "varying") return shape;
  return shape.by.findLast(([since]) => reached(version, since))?.[1];
}

/** The fields that exist in `version`. */
export function fieldsOf(fields: Fields, version: Version): readonly (readonly [string, Field])[] {
  return Object.entries(fields).filter(([, field]) => exists(field, version));
}

/** The cases whose word `version` has. */
export function casesOf(shape: RecordShape, version: Version): Cases | undefined {
  const { cases } = shape;
  const words = cases && shape.fields[cases.by]?.shape;
  if (cases === undefined || words?.is !== "choice") return cases;
  return { ...cases, of: new Map([...cases.of].filter(([word]) => reached(version, words.words.get(word)))) };
}
