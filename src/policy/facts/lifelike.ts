import type { Json, JsonObject } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import { once } from "../../model/once.ts";
import type { Pattern } from "../values/pattern.ts";
import { compilePattern } from "../values/pattern.ts";

const IBAN_COUNTRIES =
  "AD|AE|AL|AT|AZ|BA|BE|BG|BH|BR|BY|CH|CR|CY|CZ|DE|DK|DO|EE|EG|ES|FI|FO|FR|GB|GE|GI|GL|GR|GT|HR|HU|IE|IL|IQ|IS|IT|JO|KW|KZ|LB|LC|LI|LT|LU|LV|MC|MD|ME|MK|MR|MT|MU|NL|NO|PK|PL|PS|PT|QA|RO|RS|SA|SC|SE|SI|SK|SM|TN|TR|UA|VA|VG|XK";

/** What could belong to somebody, and how the ones look that are kept for examples. */
const kinds = once(() => [
  {
    name: "mail address",
    looks: pattern(String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`),
    madeUp: pattern(
      String.raw`^[^@]*@([A-Za-z0-9-]+\.)*(example\.(com|org|net)|[A-Za-z0-9-]+\.(example|test|invalid))[^@A-Za-z0-9.-]*([^@A-Za-z0-9.-][^@]*)?$`,
    ),
  },
  {
    name: "telephone number",
    looks: pattern(String.raw`\+[1-9][0-9 ().-]{6,16}[0-9]`),
    madeUp: pattern("555[ .-]?01[0-9][0-9]|7700[ .-]?900[ .-]?[0-9]{3}|0{6}"),
  },
  {
    name: "account number",
    looks: pattern(String.raw`\b(${IBAN_COUNTRIES})[0-9]{2} ?([A-Z0-9]{4} ?){2}[A-Z0-9]{3}[A-Z0-9 ]*\b`),
    madeUp: pattern(String.raw`\b[A-Z]{2}00 ?[A-Z0-9]{4}`),
  },
]);

/** RE2, so that no text takes long. */
function pattern(source: string): Pattern {
  const compiled = compilePattern(source);
  if (typeof compiled === "string") throw new Error(`${source}: ${compiled}`);
  return compiled;
}

/** Texts anywhere in the examples of a field that could belong to somebody, each with what it looks like. */
export function lifelikeExamples(field: JsonObject): readonly string[] {
  return list(own(field, "examples"))
    .flatMap(textsIn)
    .flatMap((text) => {
      const kind = kinds().find(({ looks, madeUp }) => looks.finds(text) && !madeUp.finds(text));
      return kind === undefined ? [] : [`${text} (${kind.name})`];
    });
}

function textsIn(example: Json): readonly string[] {
  if (typeof example === "string") return [example];
  return typeof example === "object" && example !== null ? Object.values<Json>(example).flatMap(textsIn) : [];
}
