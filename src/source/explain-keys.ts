import { isObject, list, own, text } from "../model/json.ts";
import type { Explanation, Reader } from "./explanation.ts";
import { placeName } from "./explanation.ts";
import { expectation, legalKeys, memberSchemas } from "./schema.ts";
import type { Failure } from "./shape.ts";
import { nearest } from "./suggest.ts";
import { enumerate, printable, quote, shorten } from "./words.ts";

export function unknownKey(failure: Failure, param: string, { root }: Reader): Explanation {
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

export function wrongKey(failure: Failure, { root }: Reader): Explanation {
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

export function missingKey(failure: Failure, because: string, { root }: Reader): Explanation {
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

function firstSentence(description: string): string {
  const end = /[.;:](\s|$)/.exec(description)?.index ?? description.length;
  return printable(shorten(description.slice(0, end), 100));
}
