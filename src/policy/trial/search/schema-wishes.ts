import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, isObject, list, text } from "../../../model/json.ts";
import { neighboursOf } from "../near.ts";
import type { Wish } from "./wishes.ts";

/** Keywords whose schemas judge the same value. */
const SAME: ReadonlySet<string | number> = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "not"]);

/** Other values of the parts of an element that a keyword of a schema looks at. `place` leads to it from the root. */
export function schemaWishes(schema: Json, place: JsonPath, element: JsonPath): readonly Wish[] {
  let at: JsonPath = element;
  let node: Json = schema;
  for (const [index, step] of place.entries()) {
    const inner: Json | undefined = isList(node) ? node[Number(step)] : isObject(node) ? node[String(step)] : undefined;
    const isName = place[index - 1] === "properties";
    if (isName) at = [...at, step];
    else if (step === "items") at = [...at, 0];
    else if (!SAME.has(step) && typeof step === "string" && step !== "properties")
      return valuesFor(step, inner ?? null, at);
    node = inner ?? null;
  }
  return [{ path: at, value: undefined }];
}

const KINDS: readonly Json[] = ["x", 1, true, [], {}];

function valuesFor(keyword: string, operand: Json, path: JsonPath): readonly Wish[] {
  const values = (found: readonly Json[]): readonly Wish[] => found.map((value) => ({ path, value }));
  const count = typeof operand === "number" ? [operand - 1, operand, operand + 1].filter((one) => one >= 0) : [];
  switch (keyword) {
    case "required":
      return list(operand).map((name) => ({ path: [...path, text(name) ?? ""], value: undefined }));
    case "minLength":
    case "maxLength":
      return values(count.map((length) => "x".repeat(Math.min(length, 500))));
    case "minItems":
    case "maxItems":
      return values(count.map((length) => Array<Json>(Math.min(length, 50)).fill("x")));
    case "enum":
      return values([...list(operand), "x"]);
    case "additionalProperties":
      return [{ path: [...path, "x"], value: "x" }];
    default:
      return [...values([operand, ...neighboursOf(operand, "number"), ...KINDS]), { path, value: undefined }];
  }
}
