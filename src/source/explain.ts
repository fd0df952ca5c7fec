import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { isList, isObject, list, own, text } from "../model/json.ts";
import { alternativeKeys } from "./branches.ts";
import { expectation, legalKeys, literal, memberSchemas, oneOf } from "./schema.ts";
import type { Failure } from "./shape.ts";
import { nearest } from "./suggest.ts";
import { describe, enumerate, printable, quote, shorten } from "./words.ts";

/** A failure in words: where it stands (a key that is missing has a path too) and what to say of it. */
export interface Explanation {
  readonly code: string;
  readonly path: JsonPath;
  readonly message: string;
  /** The path of the key that this one was probably meant to be. */
  readonly meant?: JsonPath;
}

export interface Reader {
  readonly root: JsonObject;
  /** A scalar as its author wrote it, see `SourceDocument.written`. */
  readonly written: (path: JsonPath) => string | undefined;
}

type Explain = (failure: Failure, reader: Reader) => Explanation;

/** The failures of each keyword. */
const KEYWORDS: Readonly<Record<string, Explain>> = {
  additionalProperties: (failure, reader) => unknownKey(failure, "additionalProperty", reader),
  unevaluatedProperties: (failure, reader) => unknownKey(failure, "unevaluatedProperty", reader),
  propertyNames: wrongKey,
  required: (failure, reader) => missingKey(failure, "", reader),
  dependentRequired: (failure, reader) => {
    const because = text(failure.params["property"]);
    return missingKey(failure, because === undefined ? "" : `, because ${quote(because)} is given`, reader);
  },
  type: wrongType,
  enum: (failure, reader) => notAllowed(failure, list(failure.operand), reader),
  const: (failure, reader) => notAllowed(failure, [failure.operand], reader),
  not: forbidden,
  "false schema": (failure) => ({
    code: "not-allowed",
    path: failure.path,
    message: `${subject(failure.path)} is not allowed here; remove it.`,
  }),
  pattern: (failure, reader) => wrongForm(failure, reader, describe(failure.value)),
  minLength: (failure, reader) =>
    failure.value === ""
      ? wrongForm(failure, reader, "empty text")
      : bound(failure, "wrong-length", `at least ${count(failure.operand, "character")}`),
  maxLength: (failure) => bound(failure, "wrong-length", `at most ${count(failure.operand, "character")}`),
  minItems: (failure) => bound(failure, "wrong-length", `at least ${count(failure.operand, "element")}`),
  maxItems: (failure) => bound(failure, "wrong-length", `at most ${count(failure.operand, "element")}`),
  minProperties: (failure) => bound(failure, "wrong-length", `at least ${count(failure.operand, "key")}`),
  maxProperties: (failure) => bound(failure, "wrong-length", `at most ${count(failure.operand, "key")}`),
  minimum: (failure) => bound(failure, "out-of-range", `at least ${literal(failure.operand)}`),
  maximum: (failure) => bound(failure, "out-of-range", `at most ${literal(failure.operand)}`),
  exclusiveMinimum: (failure) => bound(failure, "out-of-range", `more than ${literal(failure.operand)}`),
  exclusiveMaximum: (failure) => bound(failure, "out-of-range", `less than ${literal(failure.operand)}`),
  multipleOf: (failure) => bound(failure, "out-of-range", `a multiple of ${literal(failure.operand)}`),
  uniqueItems: duplicate,
  contains: missingElement,
  anyOf: wrongUnion,
  oneOf: wrongUnion,
};

export function explain(failure: Failure, reader: Reader): Explanation {
  return (KEYWORDS[failure.keyword] ?? wrongShape)(failure, reader);
}

/** `Key "status"`, `Element 3 of "tags"`, `The document`. */
function subject(path: JsonPath): string {
  const last = path.at(-1);
  if (last === undefined) return "The document";
  if (typeof last === "string") return `Key ${quote(last)}`;
  const owner = path.findLast((step) => typeof step === "string");
  return owner === undefined ? `Element ${last + 1}` : `Element ${last + 1} of ${quote(owner)}`;
}

function unknownKey(failure: Failure, param: string, { root }: Reader): Explanation {
  const key = text(failure.params[param]) ?? "";
  const legal = legalKeys(failure.schema, root).filter((name) => own(failure.value, name) === undefined);
  const near = nearest(key, legal);
  const advice = near !== undefined ? `did you mean ${quote(near)}?` : otherKeys(legal);
  return {
    code: "unknown-key",
    path: [...failure.path, key],
    message: `Key ${quote(key)} is not known here; ${advice}`,
    ...(near !== undefined && { meant: [...failure.path, near] }),
  };
}

function otherKeys(legal: readonly string[]): string {
  if (legal.length === 0) return "remove it.";
  return `remove it, or use ${legal.length === 1 ? "" : "one of "}${enumerate(legal.map(quote), "or")}.`;
}

function wrongKey(failure: Failure, { root }: Reader): Explanation {
  const key = text(failure.params["propertyName"]) ?? "";
  const schema = isObject(failure.operand) ? failure.operand : {};
  const near = nearest(
    key,
    list(own(schema, "enum")).filter((name) => typeof name === "string"),
  );
  const advice = near === undefined ? "" : `; did you mean ${quote(near)}?`;
  return {
    code: "unknown-key",
    path: [...failure.path, key],
    message: `Key ${quote(key)} is not allowed here; expected ${expectation(schema, root) || "another name"}${advice || "."}`,
  };
}

function missingKey(failure: Failure, because: string, { root }: Reader): Explanation {
  const key = text(failure.params["missingProperty"]) ?? "";
  const schemas = memberSchemas(failure.schema, key, root);
  const wanted = expectation({ anyOf: schemas }, root);
  const meaning = firstSentence(text(schemas[0]?.["description"]) ?? "");
  const place = failure.path.length === 0 ? "" : ` in ${quote(placeName(failure.path))}`;
  return {
    code: "missing-key",
    path: [...failure.path, key],
    message: `Key ${quote(key)} is missing${place}${because}; add it${wanted && `, expected ${wanted}`}${meaning && ` (${meaning})`}.`,
  };
}

/** `outputPorts[0].sbom`. */
function placeName(path: JsonPath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}

function firstSentence(description: string): string {
  const end = /[.;:](\s|$)/.exec(description)?.index ?? description.length;
  return printable(shorten(description.slice(0, end), 100));
}

function wrongType(failure: Failure, reader: Reader): Explanation {
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

function typeRemedy({ operand, value }: Failure, written: string | undefined): string {
  const wants = (type: string): boolean => operand === type || list(operand).includes(type);
  if (value === null) return "; give it a value or remove the key";
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

function notAllowed(failure: Failure, values: readonly Json[], reader: Reader): Explanation {
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

function forbidden({ path, schema, value }: Failure, { root }: Reader): Explanation {
  const wanted = expectation(schema, root) || "another value, or none";
  return {
    code: "not-allowed",
    path,
    message: `${subject(path)} is ${describe(value)}, which is not allowed here; expected ${wanted}.`,
  };
}

function wrongForm({ path, schema }: Failure, { root }: Reader, seen: string): Explanation {
  const wanted = expectation(schema, root) || "text";
  return { code: "wrong-form", path, message: `${subject(path)} is ${seen}; expected ${wanted}.` };
}

function bound({ path, value }: Failure, code: string, wanted: string): Explanation {
  return { code, path, message: `${subject(path)} is ${describe(value)}; expected ${wanted}.` };
}

function count(operand: Json, noun: string): string {
  return `${literal(operand)} ${noun}${operand === 1 ? "" : "s"}`;
}

function duplicate({ path, params, value }: Failure): Explanation {
  const [one, other] = [Number(params["i"]), Number(params["j"])].sort((a, b) => a - b);
  const [first, second] = [one ?? 0, other ?? 0];
  const element = describe(list(value)[second]);
  return {
    code: "duplicate-element",
    path: [...path, second],
    message: `${subject([...path, second])} repeats element ${first + 1}, ${element}; remove one.`,
  };
}

function missingElement({ path, operand }: Failure, { root }: Reader): Explanation {
  const wanted = (isObject(operand) && expectation(operand, root)) || "a certain element";
  return { code: "missing-element", path, message: `${subject(path)} lacks an element that is ${wanted}; add one.` };
}

/** Alternatives of which none, or more than one, holds. */
function wrongUnion({ path, operand, params, schema, value }: Failure, { root }: Reader): Explanation {
  const keys = list(operand)
    .filter(isObject)
    .map((branch) => alternativeKeys(branch, root));
  const names = keys.every((list) => list !== undefined) ? [...new Set(keys.flat())] : [];
  const place = path.length === 0 ? "" : ` in ${quote(placeName(path))}`;
  if (names.length > 0 && isList(params["passingSchemas"])) {
    const given = names.filter((name) => own(value, name) !== undefined);
    const second = given[1] ?? given[0] ?? "";
    return {
      code: "conflicting-keys",
      path: [...path, second],
      message: `Keys ${enumerate(given.map(quote), "and")} exclude each other${place}; keep one.`,
    };
  }
  if (names.length > 0) {
    return {
      code: "missing-key",
      path,
      message: `One of the keys ${enumerate(names.map(quote), "or")} is missing${place}; add one.`,
    };
  }
  const wanted = expectation(schema, root);
  return {
    code: "wrong-shape",
    path,
    message: `${subject(path)} is ${describe(value)}, which fits ${isList(params["passingSchemas"]) ? "more than one" : "none"} of the allowed forms${wanted && `; expected ${wanted}`}.`,
  };
}

function wrongShape({ path, keyword, schema, value }: Failure, { root }: Reader): Explanation {
  const wanted = expectation(schema, root);
  return {
    code: "wrong-shape",
    path,
    message: `${subject(path)} is ${describe(value)}, which breaks the rule ${quote(keyword)}${wanted && `; expected ${wanted}`}.`,
  };
}
