import type { SourceDocument } from "../../model/document.ts";
import { canonical, own } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { describe } from "../../source/words.ts";
import type { SchemaPlaces } from "./schema-places.ts";
import { checkUnique } from "./unique.ts";

/** ODCS 3.2 section Enumerations: every allowed value is listed once. */
export function checkEnumValues(document: SourceDocument, { elements }: SchemaPlaces): readonly TextProblem[] {
  return elements.flatMap(({ path, value: property }) =>
    checkUnique(document, [...path, "enum"], own(property, "enum"), (entry) => {
      const value = own(entry, "value");
      if (value === undefined) return undefined;
      return { key: canonical(value), noun: `the allowed value ${describe(value)}`, at: ["value"] };
    }),
  );
}
