import { own, text } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
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
