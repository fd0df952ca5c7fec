import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { isBlank } from "../../model/blank.ts";
import { dayOf } from "../../model/day.ts";
import { isList, list, own, text } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { nearest } from "../../source/suggest.ts";
import { describe, enumerate, quote } from "../../source/words.ts";
import { PREFIX } from "../custom.ts";
import { ENUM_HANDLING } from "../summary.ts";
import { problemAt } from "../problem.ts";

/** What can carry extensions. */
export type Bearer = "product" | "consumer" | "input port" | "output port";

interface Extension {
  readonly on: readonly Bearer[];
  /** What the value must be, in words. */
  readonly expects: string;
  readonly accepts: (value: Json) => boolean;
}

const CLASSES: readonly Json[] = ["core", "domain"];
const LISTINGS: readonly Json[] = ["curated", "known"];
const ACCESS: readonly Json[] = ["open", "request", "restricted"];

/** A wrong value is an error: each of these changes what is governed, and a default would hide the slip. */
const EXTENSIONS: Readonly<Record<string, Extension>> = {
  "meshgate.class": {
    on: ["product"],
    expects: "core or domain",
    accepts: (value) => CLASSES.includes(value),
  },
  "meshgate.dataType": {
    on: ["product"],
    expects: "a word such as events, entities or aggregates",
    accepts: isWord,
  },
  "meshgate.preconditions": {
    on: ["product"],
    expects: "what must be true in words before the data is made",
    accepts: isWord,
  },
  "meshgate.listing": {
    on: ["product"],
    expects: "curated or known",
    accepts: (value) => LISTINGS.includes(value),
  },
  "meshgate.kpis": {
    on: ["product"],
    expects: "a list of the numbers in words that show whether the product succeeds",
    accepts: isWordList,
  },
  "meshgate.interfaceClass": {
    on: ["output port"],
    expects: "a word such as sql, programmatic, stream or file",
    accepts: isWord,
  },
  "meshgate.privacyLevel": {
    on: ["output port"],
    expects: "one of the classifications in guild.yaml, such as confidential",
    accepts: isWord,
  },
  "meshgate.access": {
    on: ["output port"],
    expects: "open, request or restricted",
    accepts: (value) => ACCESS.includes(value),
  },
  "meshgate.uses": {
    on: ["input port"],
    expects: "a list of the fields that are read, such as [orders.customer_id]; leave it out when all are",
    accepts: isWordList,
  },
  "meshgate.expects": {
    on: ["input port"],
    expects: "the path of a contract in this repository, such as expectations/orders.odcs.yaml",
    accepts: isRepositoryPath,
  },
  "meshgate.enumHandling": {
    on: ["input port"],
    expects: "exhaustive, where every value of a list must be known, or tolerant",
    accepts: (value) => ENUM_HANDLING.some((one) => one === value),
  },
  "meshgate.renamedFrom": {
    on: ["product", "input port", "output port"],
    expects: "the id or name that it had",
    accepts: isWord,
  },
  "meshgate.sunset": {
    on: ["product", "output port"],
    expects: "the day on which it ends, such as 2026-10-01",
    accepts: (value) => typeof value === "string" && dayOf(value.trim()) !== undefined,
  },
  "meshgate.declassification": {
    on: ["output port"],
    expects: "the reason in words why the port hands out data that is less protected than its sources",
    accepts: isWord,
  },
  "meshgate.external": {
    on: ["input port"],
    expects: "true or false",
    accepts: (value) => typeof value === "boolean",
  },
};

function isWord(value: Json): boolean {
  return typeof value === "string" && !isBlank(value);
}

function isWordList(value: Json): boolean {
  return isList(value) && value.length > 0 && value.every(isWord);
}

function isRepositoryPath(value: Json): boolean {
  if (typeof value !== "string" || value === "" || /^\/|\\|^[a-z][a-z0-9+.-]*:/iu.test(value)) return false;
  return value.split("/").every((step) => step !== ".." && step !== "");
}

/** Custom properties of a product, consumer or port: those of Meshgate by their shape, all of them for doubles. */
export function checkExtensions(
  document: SourceDocument,
  path: JsonPath,
  element: Json | undefined,
  bearer: Bearer,
): readonly TextProblem[] {
  const seen = new Set<string>();
  return list(own(element, "customProperties")).flatMap((entry, index) => {
    const name = text(own(entry, "property"));
    if (name === undefined) return [];
    const at = [...path, "customProperties", index];
    const key = JSON.stringify([own(entry, "vendor") ?? null, name]);
    const double = seen.has(key) ? [doubled(document, at, name)] : [];
    seen.add(key);
    return name.startsWith(PREFIX) ? [...double, ...checkExtension(document, at, entry, name, bearer)] : double;
  });
}

function doubled(document: SourceDocument, at: JsonPath, name: string): TextProblem {
  const ours = name.startsWith(PREFIX);
  const message = `The custom property ${quote(name)} stands here twice; ${ours ? "keep one" : "the last value counts, keep one"}.`;
  return problemAt(document, [...at, "property"], ours ? "error" : "warning", "duplicate-custom-property", message);
}

function checkExtension(
  document: SourceDocument,
  at: JsonPath,
  entry: Json,
  name: string,
  bearer: Bearer,
): readonly TextProblem[] {
  const extension = Object.hasOwn(EXTENSIONS, name) ? EXTENSIONS[name] : undefined;
  if (extension === undefined) return [unknown(document, at, name)];
  if (!extension.on.includes(bearer)) {
    const message = `${name} has no effect on ${withArticle(bearer)}; it belongs on ${enumerate(extension.on.map(withArticle), "or")}.`;
    return [problemAt(document, [...at, "property"], "warning", "misplaced-extension", message)];
  }
  const value = own(entry, "value");
  if (value !== undefined && extension.accepts(value)) return [];
  const message = `${name} is ${describe(value)}; expected ${extension.expects}.`;
  return [problemAt(document, [...at, "value"], "error", "extension-value", message)];
}

function unknown(document: SourceDocument, at: JsonPath, name: string): TextProblem {
  const near = nearest(name, Object.keys(EXTENSIONS));
  const hint = near === undefined ? `known are ${enumerate(Object.keys(EXTENSIONS), "and")}` : `did you mean ${near}?`;
  return problemAt(
    document,
    [...at, "property"],
    "warning",
    "unknown-extension",
    `Meshgate does not know the custom property ${quote(name)}; ${hint}${near === undefined ? "." : ""}`,
  );
}

function withArticle(bearer: Bearer): string {
  return /^[aeiou]/u.test(bearer) ? `an ${bearer}` : `a ${bearer}`;
}
