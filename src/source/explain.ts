import { isList, isObject, list, own, text } from "../model/json.ts";
import { alternativeKeys } from "./branches.ts";
import { missingKey, unknownKey, wrongKey } from "./explain-keys.ts";
import {
  bound,
  count,
  duplicate,
  forbidden,
  missingElement,
  notAllowed,
  wrongForm,
  wrongType,
} from "./explain-values.ts";
import type { Explanation, Reader } from "./explanation.ts";
import { placeName, subject } from "./explanation.ts";
import { expectation, literal } from "./schema.ts";
import type { Failure } from "./shape.ts";
import { describe, enumerate, quote } from "./words.ts";

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
