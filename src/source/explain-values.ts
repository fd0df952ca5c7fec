import type { Json } from "../model/json.ts";
import { isList, isObject, list, text } from "../model/json.ts";
import type { Explanation, Reader } from "./explanation.ts";
import { subject } from "./explanation.ts";
import { expectation, literal, oneOf } from "./schema.ts";
import type { Failure } from "./shape.ts";
import { nearest } from "./suggest.ts";
import { describe, printable, quote, shorten } from "./words.ts";

export function wrongType(failure: Failure, reader: Reader): Explanation {
  const { path, schema, value } = failure;
  const wanted = expectation(schema, reader.root) || "another type";
  const written = reader.written(path);
  return {
    code: "wrong-type",
    path,
    message: `${subject(path)} is ${found(value, written)}; expected ${wanted}${typeRemedy(failure, written)}.`,
  };
}

/** `the number 1.1 (written 1.10)`: the author does not see what YAML reads. */
function found(value: Json, written: string | undefined): string {
  const plain = describe(value);
  const differs = typeof value === "number" && written !== undefined && written !== String(value);
  return differs ? `${plain} (written ${printable(shorten(written))})` : plain;
}

function typeRemedy({ operand, value, schema }: Failure, written: string | undefined): string {
  const wants = (type: string): boolean => operand === type || list(operand).includes(type);
  if (value === null) return "; give it a value or remove the key";
  const unit = text(schema["x-unit"]);
  // A number in quotes would still lack its unit.
  if (unit !== undefined && typeof value === "number") {
    return Number.isInteger(value) && value >= 0 ? `; write ${quote(`${String(value)}${unit}`)}` : "";
  }
  if (wants("string") && (typeof value === "number" || typeof value === "boolean")) {
    return `; put it in quotes: ${quote(written ?? String(value))}`;
  }
  if ((wants("number") || wants("integer")) && isNumeric(value)) return "; remove the quotes";
  if (wants("boolean") && typeof value === "string" && BOOLEAN_WORDS.has(value.toLowerCase())) {
    return `; write ${BOOLEAN_WORDS.get(value.toLowerCase()) ?? ""} without quotes`;
  }
  return wants("array") && !wants("object") && !isList(value) ? '; write each element behind "- "' : "";
}

/** Booleans of YAML 1.1, which are text in YAML 1.2, and those in quotes. */
const BOOLEAN_WORDS: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "on", "true"].map((word) => [word, "true"] as const),
  ...["no", "n", "off", "false"].map((word) => [word, "false"] as const),
]);

function isNumeric(value: Json): boolean {
  return typeof value === "string" && /^-?[0-9]+(\.[0-9]+)?$/.test(value);
}

export function notAllowed(failure: Failure, values: readonly Json[], reader: Reader): Explanation {
  const { path, schema, value } = failure;
  const written = reader.written(path);
  const wanted = text(schema["x-expected"]) ?? oneOf(values);
  const advice = wordRemedy(value, values, written);
  return {
    code: "not-allowed",
    path,
    message: `${subject(path)} is ${found(value, written)}; expected ${wanted}${advice}`,
  };
}

function wordRemedy(value: Json, values: readonly Json[], written: string | undefined): string {
  const words = values.filter((word) => typeof word === "string");
  if (typeof value !== "string") {
    return written !== undefined && words.includes(written) ? `; put it in quotes: ${quote(written)}.` : ".";
  }
  const near = values.length > 1 ? nearest(value, words) : undefined;
  return near === undefined ? "." : `; did you mean ${quote(near)}?`;
}

export function forbidden({ path, schema, value }: Failure, { root }: Reader): Explanation {
  const wanted = expectation(schema, root) || "another value, or none";
  return {
    code: "not-allowed",
    path,
    message: `${subject(path)} is ${describe(value)}, which is not allowed here; expected ${wanted}.`,
  };
}

export function wrongForm({ path, schema }: Failure, { root }: Reader, seen: string): Explanation {
  const wanted = expectation(schema, root) || "text";
  return { code: "wrong-form", path, message: `${subject(path)} is ${seen}; expected ${wanted}.` };
}

export function bound({ path, value }: Failure, code: string, wanted: string): Explanation {
  return { code, path, message: `${subject(path)} is ${describe(value)}; expected ${wanted}.` };
}

export function count(operand: Json, noun: string): string {
  return `${literal(operand)} ${noun}${operand === 1 ? "" : "s"}`;
}

export function duplicate({ path, params, value }: Failure): Explanation {
  const [one, other] = [Number(params["i"]), Number(params["j"])].sort((a, b) => a - b);
  const [first, second] = [one ?? 0, other ?? 0];
  const element = describe(list(value)[second]);
  return {
    code: "duplicate-element",
    path: [...path, second],
    message: `${subject([...path, second])} repeats element ${first + 1}, ${element}; remove one.`,
  };
}

export function missingElement({ path, operand }: Failure, { root }: Reader): Explanation {
  const wanted = (isObject(operand) && expectation(operand, root)) || "a certain element";
  return { code: "missing-element", path, message: `${subject(path)} lacks an element that is ${wanted}; add one.` };
}
