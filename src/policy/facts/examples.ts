import { canonical, isList, isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { parseInstant } from "../values/date.ts";
import { compilePattern } from "../values/pattern.ts";

/** Whether a field has examples, and a type that they can be held against. */
export function canBeTried(field: JsonObject): boolean {
  return list(own(field, "examples")).length > 0 && fitsOf(field) !== undefined;
}

function fitsOf(field: JsonObject): Fits | undefined {
  return FITS.get(text(own(field, "logicalType")) ?? "");
}

/**
 * Examples of a field that are not what its logical type and the limits beside it allow, as texts. A text that can be
 * read as the type is of it; what nobody can decide is.
 */
export function invalidExamples(field: JsonObject): readonly string[] {
  const fits = fitsOf(field) ?? (() => true);
  const options = own(field, "logicalTypeOptions");
  const words = list(own(field, "enum")).map((entry) => shown(own(entry, "value") ?? entry));
  const isAllowed = (example: Json): boolean => words.length === 0 || words.includes(shown(example));
  return list(own(field, "examples"))
    .filter((example) => !fits(example, options) || !isAllowed(example))
    .map(shown);
}

function shown(value: Json): string {
  return typeof value === "string" ? value : canonical(value);
}

type Fits = (example: Json, options: Json | undefined) => boolean;

const FITS: ReadonlyMap<string, Fits> = new Map(
  Object.entries<Fits>({
    string: (example, options) => typeof example === "string" && isWithinText(example, options),
    integer: (example, options) => isNumber(example, /^[+-]?\d+$/, options) && Number.isInteger(Number(example)),
    number: (example, options) => isNumber(example, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, options),
    boolean: (example) => ["true", "false"].includes(shown(example).toLowerCase()),
    array: (example) => isList(readJson(example)),
    object: (example) => isObject(readJson(example)),
    date: (example, options) => isMoment(example, options, /^$/, ""),
    timestamp: (example, options) => isMoment(example, options, /^[Tt ]/, ""),
    time: (example, options) => isMoment(example, options, /^/, "2000-01-01T"),
  }),
);

function readJson(example: Json): Json {
  if (typeof example !== "string") return example;
  try {
    return JSON.parse(example) as Json;
  } catch {
    return null;
  }
}

/** Pattern instructions times characters. */
const MOST_WORK = 100_000;

function isWithinText(example: string, options: Json | undefined): boolean {
  const length = Array.from(example).length;
  const pattern = text(own(options, "pattern"));
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  // A pattern of another dialect decides nothing here, nor one that would take long.
  const isUsable = typeof compiled === "object" && compiled.size * example.length <= MOST_WORK;
  const matches = !isUsable || compiled.finds(example);
  return matches && length >= limit(options, "minLength", 0) && length <= limit(options, "maxLength", Infinity);
}

function isNumber(example: Json, form: RegExp, options: Json | undefined): boolean {
  if (typeof example !== "number" && !(typeof example === "string" && form.test(example))) return false;
  const number = Number(example);
  return (
    isAbove(number, options, 1, "minimum", "exclusiveMinimum") &&
    isAbove(-number, options, -1, "maximum", "exclusiveMaximum")
  );
}

/** A bound of its own, or in ODCS 3.0 whether the other bound is excluded. */
function isAbove(
  number: number,
  options: Json | undefined,
  sign: 1 | -1,
  inclusive: string,
  exclusive: string,
): boolean {
  const bound = sign * limit(options, inclusive, -sign * Infinity);
  const open = sign * limit(options, exclusive, -sign * Infinity);
  return number >= bound && number > open && !(own(options, exclusive) === true && number === bound);
}

function limit(options: Json | undefined, name: string, fallback: number): number {
  const bound = own(options, name);
  return typeof bound === "number" ? bound : fallback;
}

/** Days and times that exist. A format of its own, in the letters of Java, decides nothing here. */
function isMoment(example: Json, options: Json | undefined, rest: RegExp, before: string): boolean {
  if (typeof example !== "string") return false;
  if (own(options, "format") !== undefined) return true;
  const written = before + example;
  if (!rest.test(written.slice(10))) return false;
  if (written.length === 10) return parseInstant(written) !== undefined;
  const [, day = "", time = "", seconds = ":00", fraction = "", zone = "Z"] =
    /^(.{10})[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d+)?([Zz]|[+-]\d{2}:?\d{2})?$/.exec(written) ?? [];
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  return parseInstant(`${day}T${time}${seconds}${fraction}${offset}`) !== undefined;
}
