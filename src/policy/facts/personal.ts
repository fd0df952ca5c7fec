import type { Json, JsonObject } from "../../model/json.ts";
import { list, own, text } from "../../model/json.ts";
import { customOf } from "./custom.ts";

const PROPERTIES = new Set(["personal", "pii", "meshgate.personal"]);
const YES = new Set(["true", "yes", "y", "1"]);
const WORDS = new Set(["personal", "personal-data", "pii"]);

/** The standards have no key for personal data; these are the spellings in use. */
export function isPersonal(field: JsonObject): boolean {
  const marked = Object.entries(customOf(field)).some(
    ([name, value]) => PROPERTIES.has(name.toLowerCase()) && isYes(value),
  );
  return marked || [...list(own(field, "tags")), own(field, "classification")].some(isWord);
}

function isYes(value: Json): boolean {
  return typeof value !== "object" && YES.has(String(value).trim().toLowerCase());
}

function isWord(value: Json | undefined): boolean {
  const word = text(value)
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
  return word !== undefined && WORDS.has(word);
}
