import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { enumerate } from "../../source/words.ts";
import { problemAt } from "../problem.ts";
import { OPERATORS } from "../schemas/odcs-quality.ts";
import type { SchemaPlaces } from "./schema-places.ts";

/**
 * ODCS 3.1 section Data quality: a library or SQL rule compares by exactly one operator. The text calls mustBeBetween
 * equal to two of them, yet the standard's own negative test refuses two.
 */
export function checkQuality(document: SourceDocument, { elements }: SchemaPlaces): readonly TextProblem[] {
  return elements.flatMap(({ path, value }) => checkRules(document, path, value));
}

function checkRules(document: SourceDocument, path: JsonPath, element: Json): readonly TextProblem[] {
  return list(own(element, "quality")).flatMap((rule, index) => {
    if (!compares(rule)) return [];
    const used = OPERATORS.filter((operator) => own(rule, operator) !== undefined);
    if (used.length === 1) return [];
    const message =
      used.length === 0
        ? `The quality rule compares with nothing; add one of ${enumerate(OPERATORS, "or")}.`
        : `The quality rule has ${used.length} operators (${enumerate(used, "and")}); keep one, or write two rules.`;
    return [problemAt(document, [...path, "quality", index], "error", "quality-operator", message, "key")];
  });
}

function compares(rule: Json): boolean {
  const type = own(rule, "type");
  return type === "library" || type === "sql" || (type === undefined && own(rule, "metric") !== undefined);
}
