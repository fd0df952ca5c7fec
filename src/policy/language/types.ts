import type { Range, SemVer } from "semver";
import type { Json, JsonObject } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { parseInstant } from "../values/date.ts";
import { decimalFault } from "../values/decimal.ts";
import { parseDuration } from "../values/duration.ts";
import type { Pattern } from "../values/pattern.ts";
import { compilePattern } from "../values/pattern.ts";
import type { Period } from "../values/period.ts";
import { parsePeriod } from "../values/period.ts";
import type { Quantity } from "../values/quantity.ts";
import { parseQuantity } from "../values/quantity.ts";
import { parseSchema } from "../values/schema.ts";
import { parseRange, parseVersion } from "../values/version.ts";

/** What is known of an expression's value before there is data. `unknown`: a fact, checked when it is read. */
export type StaticType = "boolean" | "number" | "text" | "list" | "object" | "unknown";

export type Scalar = boolean | number | string;

/**
 * A type that an operator's argument may have. `read` gives the value in the form the operator works with, or
 * undefined when it is not of the type: for literals at load, for facts when the rule runs.
 */
export interface ValueType<T> {
  readonly name: string;
  /** Completes "expected …". */
  readonly expects: string;
  readonly accepts: readonly StaticType[];
  read(value: Json): T | undefined;
  /** Why a value is not of the type, where `expects` does not say it all. */
  explain?(value: Json): string | undefined;
}

export const BOOLEAN: ValueType<boolean> = {
  name: "boolean",
  expects: "true or false",
  accepts: ["boolean"],
  read: (value) => (typeof value === "boolean" ? value : undefined),
};

export const NUMBER: ValueType<number> = {
  name: "number",
  expects: "a number",
  accepts: ["number"],
  read: (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined),
};

export const TEXT: ValueType<string> = {
  name: "text",
  expects: "a text",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? value : undefined),
};

export const SCALAR: ValueType<Scalar> = {
  name: "scalar",
  expects: "a text, number or boolean",
  accepts: ["boolean", "number", "text"],
  read: (value) => (isScalar(value) ? value : undefined),
};

/** A list whose elements can be compared. */
export const SCALARS: ValueType<readonly Scalar[]> = {
  name: "list of scalars",
  expects: "a list of texts, numbers or booleans",
  accepts: ["list"],
  read: (value) => (isList(value) && value.every(isScalar) ? value.filter(isScalar) : undefined),
};

export const LIST: ValueType<readonly Json[]> = {
  name: "list",
  expects: "a list",
  accepts: ["list"],
  read: (value) => (isList(value) ? value : undefined),
};

export const OBJECT: ValueType<JsonObject> = {
  name: "object",
  expects: "an object",
  accepts: ["object"],
  read: (value) => (isObject(value) ? value : undefined),
};

export const ANY: ValueType<Json> = {
  name: "any",
  expects: "a value",
  accepts: ["boolean", "number", "text", "list", "object"],
  read: (value) => value,
};

export const DATE: ValueType<bigint> = {
  name: "date",
  expects: "a date (YYYY-MM-DD or RFC 3339, like 2026-11-20T09:00:00Z)",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parseInstant(value) : undefined),
};

export const DURATION: ValueType<bigint> = {
  name: "duration",
  expects: "an ISO 8601 duration (like P30D or PT24H)",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parseDuration(value) : undefined),
  explain: amountFault,
};

export const PERIOD: ValueType<Period> = {
  name: "period",
  expects: "an ISO 8601 duration in years, months, weeks and days (like P3M or P90D)",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parsePeriod(value) : undefined),
};

export const QUANTITY: ValueType<Quantity> = {
  name: "quantity",
  expects: "a quantity with its unit (like 99.9%, 24h or 10GB)",
  accepts: ["number", "text"],
  read: (value) => (typeof value === "string" || typeof value === "number" ? parseQuantity(value) : undefined),
  explain: amountFault,
};

export const VERSION: ValueType<SemVer> = {
  name: "version",
  expects: "a semantic version (like 1.4.0)",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parseVersion(value) : undefined),
};

export const RANGE: ValueType<Range> = {
  name: "range",
  expects: "a range of semantic versions (like ^1.2.0 or >=1.4.0 <3.0.0)",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parseRange(value) : undefined),
};

/** A text that the guild orders; whether it does is for the operator to find out. */
export const CLASSIFICATION: ValueType<string> = {
  ...TEXT,
  name: "classification",
  expects: "a classification of the guild",
};

export const CLASSIFICATIONS: ValueType<readonly string[]> = {
  name: "list of classifications",
  expects: "a list of classifications of the guild",
  accepts: ["list"],
  read: (value) => (isList(value) && value.every((item) => typeof item === "string") ? value : undefined),
};

/** A JSON Schema as its text, see `parseSchema` in check.ts: nothing else comes to this type. */
export const SCHEMA: ValueType<JsonObject> = {
  name: "schema",
  expects: "a JSON Schema",
  accepts: ["text"],
  read: (value) => (typeof value === "string" ? parseSchema(value) : undefined),
};

export const PATTERN: ValueType<Pattern> = {
  name: "pattern",
  expects: "an RE2 pattern",
  accepts: ["text"],
  read(value) {
    const pattern = typeof value === "string" ? compilePattern(value) : "";
    return typeof pattern === "string" ? undefined : pattern;
  },
  explain(value) {
    const pattern = typeof value === "string" ? compilePattern(value) : undefined;
    return typeof pattern === "string" ? pattern : undefined;
  },
};

/** What a message adds where a type says more of a value that is not of it. */
export function because(type: ValueType<unknown>, value: Json): string {
  const why = type.explain?.(value);
  return why === undefined ? "" : ` (${why})`;
}

function amountFault(value: Json): string | undefined {
  return typeof value === "string" || typeof value === "number" ? decimalFault(String(value)) : undefined;
}

export function isScalar(value: Json): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function staticTypeOf(value: Json): StaticType {
  if (value === null) return "unknown";
  if (isList(value)) return "list";
  if (isObject(value)) return "object";
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}
