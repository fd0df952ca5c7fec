import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list, own, text } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { quote } from "../../source/words.ts";
import { checkPrintable } from "./printable.ts";
import type { SchemaPlaces } from "./schema-places.ts";
import { checkUnique } from "./unique.ts";

/** ODCS sections Schema and References: objects, and properties within their list, are told apart by name and by id. */
export function checkSchemaNames(document: SourceDocument, { lists }: SchemaPlaces): readonly TextProblem[] {
  return lists.flatMap(({ path, value }) =>
    checkList(document, path, value, path.length === 1 ? "a schema object" : "a property"),
  );
}

function checkList(document: SourceDocument, path: JsonPath, elements: Json | undefined, noun: string): TextProblem[] {
  return ["name", "id"].flatMap((key) => [
    ...checkUnique(document, path, elements, (element) => {
      const value = text(own(element, key));
      const words = key === "id" ? `${noun} with the id` : noun;
      return value === undefined ? undefined : { key: value, noun: `${words} ${quote(value)}`, at: [key] };
    }),
    ...list(elements).flatMap((element, index) => checkPrintable(document, [...path, index, key], own(element, key))),
  ]);
}
