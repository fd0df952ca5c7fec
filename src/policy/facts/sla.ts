import type { SourceDocument } from "../../model/document.ts";
import { isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { facts } from "./custom.ts";
import { parseDuration } from "../values/duration.ts";

/** ODCS 3.x, "Service-Level Agreement": recommended names are case-insensitive and have two-letter synonyms. */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    availability: ["av"],
    throughput: ["th"],
    errorRate: ["er"],
    generalAvailability: ["ga"],
    endOfSupport: ["es"],
    endOfLife: ["el"],
    retention: ["re"],
    frequency: ["fy"],
    latency: ["ly"],
    freshness: ["fr"],
    timeToDetect: ["td"],
    timeToNotify: ["tn"],
    timeToRepair: ["tr"],
  }).flatMap(([name, synonyms]) => [name, ...synonyms].map((word) => [word.toLowerCase(), name] as const)),
);

/** A service level as its contract states it; `index` is its place among them. */
export interface ServiceLevel {
  readonly index: number;
  readonly value: Record<string, Json>;
}

const known = new WeakMap<SourceDocument, ReadonlyMap<string, ServiceLevel>>();

/**
 * The service levels of a contract by name. Of one that is stated for several elements or drivers the weakest counts,
 * whatever their order: it is all that the contract promises as a whole.
 */
export function slaOf(document: SourceDocument): ReadonlyMap<string, ServiceLevel> {
  const found = known.get(document) ?? readSla(document.value);
  known.set(document, found);
  return found;
}

function readSla(contract: Json): ReadonlyMap<string, ServiceLevel> {
  const levels = new Map<string, ServiceLevel>();
  list(own(contract, "slaProperties")).forEach((property, index) => {
    const written = text(own(property, "property"));
    const name = written === undefined ? undefined : canonicalSla(written);
    if (name === undefined || !isObject(property)) return;
    const level = { index, value: facts(property, { duration: slaDuration(property) }) };
    const other = levels.get(name);
    if (other === undefined || isWeaker(name, level, other)) levels.set(name, level);
  });
  return levels;
}

/** Of which less is a weaker promise; of all others more is: longer times, more errors. */
const LESS_IS_WEAKER = new Set(["availability", "throughput", "endOfSupport", "endOfLife"]);

/** What is no length of time and no number, such as `forever`, promises nothing that could be relied on. */
function isWeaker(name: string, level: ServiceLevel, than: ServiceLevel): boolean {
  const [one, other] = [amountOf(level), amountOf(than)];
  if (one === undefined || other === undefined) return one === undefined && other !== undefined;
  return LESS_IS_WEAKER.has(name) ? one < other : one > other;
}

/** A number for what can be compared: nanoseconds of a length of time, a number as it is, milliseconds of a date. */
function amountOf({ value: { duration, value } }: ServiceLevel): number | undefined {
  const length = typeof duration === "string" ? parseDuration(duration) : undefined;
  if (length !== undefined) return Number(length);
  const number = typeof value === "number" ? value : Number.parseFloat(text(value) ?? "");
  const isDate = /^\d{4}-\d{2}-\d{2}/.test(text(value) ?? "");
  const amount = isDate ? Date.parse((text(value) ?? "").slice(0, 10)) : number;
  return Number.isFinite(amount) ? amount : undefined;
}

/** The service levels in short, for those who read the contract from elsewhere. */
export function slaInShort(document: SourceDocument): JsonObject {
  const result = facts();
  for (const [name, { value }] of slaOf(document)) {
    const { value: amount, unit, duration } = value;
    result[name] = facts({ value: amount, unit, duration });
  }
  return result;
}

/** The standard's name of a service level, or the author's own word for one the standard does not list. */
export function canonicalSla(name: string): string {
  return CANONICAL.get(name.trim().toLowerCase()) ?? name.trim();
}

type Unit = readonly [prefix: "P" | "PT", designator: string];

/** Designators of ISO 8601 by the spellings that ODCS documents use. `m` is left out: minutes or months. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      [
        ["PT", "S"],
        ["s", "sec", "second", "seconds"],
      ],
      [
        ["PT", "M"],
        ["min", "minute", "minutes"],
      ],
      [
        ["PT", "H"],
        ["h", "hr", "hour", "hours"],
      ],
      [
        ["P", "D"],
        ["d", "day", "days"],
      ],
      [
        ["P", "W"],
        ["w", "week", "weeks"],
      ],
      [
        ["P", "M"],
        ["mo", "month", "months"],
      ],
      [
        ["P", "Y"],
        ["y", "yr", "year", "years"],
      ],
    ] as const
  ).flatMap(([unit, spellings]) => spellings.map((spelling): [string, Unit] => [spelling, unit])),
);

/** ISO 8601 duration of a service level's value and unit; undefined when they are not a length of time. */
export function slaDuration(property: Json): string | undefined {
  const value = own(property, "value");
  const unit = UNITS.get((text(own(property, "unit")) ?? "").trim().toLowerCase());
  const written = typeof value === "number" ? String(value) : text(value)?.trim();
  const candidates = [written, unit && `${unit[0]}${written ?? ""}${unit[1]}`];
  return candidates.find((candidate) => candidate !== undefined && parseDuration(candidate) !== undefined);
}
