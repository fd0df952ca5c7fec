import type { SourceDocument } from "../../model/document.ts";
import type { Json } from "../../model/json.ts";
import { own, text } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { compare } from "semver";
import { describe, enumerate, quote } from "../../source/words.ts";
import type { TablePlace } from "./place.ts";
import { admits, caseFields, placeAt } from "./place.ts";
import type { Cases, RecordShape, Version } from "./shape.ts";
import { fieldsOf, isRequired, reached, resolve } from "./span.ts";

/** The standard, and the version of it that a document is checked by. */
export interface Rules {
  readonly title: string;
  readonly shape: RecordShape;
  readonly version: Version;
}

type Better = Pick<TextProblem, "code" | "message"> | undefined;

/**
 * Says what a schema of one version cannot know: that a key or word came with a later version, that it belongs to
 * another type, or where it belongs. Problems it knows nothing of stay as they are.
 */
export function explainProblem(problem: TextProblem, document: SourceDocument, rules: Rules): TextProblem {
  const place = placeAt(rules.shape, rules.version, document.value, problem.path);
  const better = place && betterWords(problem, place, rules);
  return better === undefined ? problem : { ...problem, ...better };
}

function betterWords(problem: TextProblem, place: TablePlace, rules: Rules): Better {
  switch (problem.code) {
    case "unknown-key":
      return laterKey(place, rules) ?? keyOfOtherCase(place, rules) ?? hintedKey(place);
    case "not-allowed":
      return laterWord(place, rules);
    case "missing-key":
      return missingInCase(place, rules);
    case "wrong-type":
      return otherForm(place, rules) ?? laterVariable(place, rules);
    default:
      return undefined;
  }
}

function laterKey(place: TablePlace, rules: Rules): Better {
  const since = place.field?.since ?? sinceOfCase(place);
  if (since === undefined || reached(rules.version, since)) return undefined;
  return later(`Key ${quote(place.key)}`, since, "remove the key", rules);
}

/** The version of the word that gives the object this key. */
function sinceOfCase({ record, owner, key }: TablePlace): Version | undefined {
  const { cases } = record;
  const word = cases && text(own(owner, cases.by));
  const words = cases && record.fields[cases.by]?.shape;
  if (word === undefined || words?.is !== "choice" || !Object.hasOwn(caseFields(record, owner) ?? {}, key))
    return undefined;
  return words.words.get(word);
}

function later(what: string, since: Version, otherwise: string, { title, version }: Rules): Better {
  return {
    code: "later-version",
    message: `${what} came with ${title} ${since}; this document says ${version}. Raise apiVersion, or ${otherwise}.`,
  };
}

function hintedKey({ record, key, field }: TablePlace): Better {
  const hint = record.hints?.[key];
  if (hint === undefined || field !== undefined) return undefined;
  return { code: "unknown-key", message: `Key ${quote(key)} is not known here; ${hint}.` };
}

function keyOfOtherCase({ record, owner, key, field }: TablePlace, rules: Rules): Better {
  const { cases } = record;
  const mine = caseFields(record, owner);
  if (cases === undefined || mine === undefined || field === undefined) return undefined;
  if (Object.hasOwn(record.fields, key) || Object.hasOwn(mine, key)) return undefined;
  const word = own(owner, cases.by);
  if (word === undefined) return keyWithoutCase(cases, key);
  const known = fieldsOf(mine, rules.version).map(([name]) => name);
  const advice = known.length === 0 ? "remove it" : `there it may have ${enumerate(known, "and")}`;
  const message = `Key ${quote(key)} does not belong to ${cases.noun} ${describe(word)}; ${advice}.`;
  return { code: "unknown-key", message };
}

function keyWithoutCase({ by, noun, of }: Cases, key: string): Better {
  const words = [...of].filter(([, fields]) => Object.hasOwn(fields, key)).map(([word]) => quote(word));
  const message = `Key ${quote(key)} belongs to ${noun} ${enumerate(words, "or")}; add ${by}, or remove the key.`;
  return { code: "unknown-key", message };
}

/** A key that only this case asks for. */
function missingInCase({ record, owner, key }: TablePlace, rules: Rules): Better {
  const mine = caseFields(record, owner);
  const word = record.cases && own(owner, record.cases.by);
  if (record.cases === undefined || mine === undefined || word === undefined || !Object.hasOwn(mine, key))
    return undefined;
  const needed = fieldsOf(mine, rules.version).filter(([, field]) => isRequired(field, rules.version));
  const names = enumerate(
    needed.map(([name]) => name),
    "and",
  );
  const message = `Key ${quote(key)} is missing; ${record.cases.noun} ${describe(word)} needs ${names}.`;
  return { code: "missing-key", message };
}

function laterWord({ owner, key, field }: TablePlace, rules: Rules): Better {
  const shape = field && resolve(field.shape, rules.version);
  const word = text(own(owner, key));
  if (shape?.is !== "choice" || word === undefined) return undefined;
  const since = shape.words.get(word);
  if (since === undefined || reached(rules.version, since)) return undefined;
  return later(`The word ${quote(word)} for ${quote(key)}`, since, "use another value", rules);
}

/** A value in the form that another version of the standard has here. */
function otherForm({ owner, key, field }: TablePlace, rules: Rules): Better {
  const value = own(owner, key);
  if (field?.shape.is !== "varying" || value === undefined) return undefined;
  const other = field.shape.by.findLast(([since, shape]) => admits(shape, since, value));
  if (other === undefined) return undefined;
  const [since] = other;
  const form = `Key ${quote(key)} is ${describe(value)}`;
  if (!reached(rules.version, since))
    return later(`Key ${quote(key)} as ${describe(value)}`, since, "use the older form", rules);
  const now = field.shape.by.findLast(([from]) => reached(rules.version, from))?.[0] ?? since;
  return {
    code: "wrong-type",
    message: `${form}, as ${rules.title} wrote it before ${now}; this document says ${rules.version}, expected ${expected(field.shape, rules.version)}.`,
  };
}

function expected(shape: RecordShape["fields"][string]["shape"], version: Version): string {
  const now = resolve(shape, version);
  if (now?.is === "record") return `an object with ${enumerate(Object.keys(now.fields), "and")}`;
  return now?.is === "text" ? "text" : now?.is === "number" ? "a number" : "another form";
}

function laterVariable({ owner, key, field }: TablePlace, rules: Rules): Better {
  const shape = field && resolve(field.shape, rules.version);
  const value: Json | undefined = own(owner, key);
  if (shape?.is !== "number" || shape.variableSince === undefined || typeof value !== "string") return undefined;
  if (!/^\$\{[^{}]+\}$/u.test(value) || compare(rules.version, shape.variableSince) >= 0) return undefined;
  return later(`A variable in place of a number, ${quote(value)},`, shape.variableSince, "write the number", rules);
}
