import type { Json } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import type { ServiceLevelForm } from "./contract.ts";
import { word, wordsOf } from "./text.ts";

/** Seconds of each unit, by its spellings; a month and a year are as long as they are on average. */
const SECONDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [1, "s sec secs second seconds"],
      [60, "m min mins minute minutes"],
      [3600, "h hr hrs hour hours"],
      [86_400, "d day days"],
      [604_800, "w week weeks"],
      [2_629_746, "mo month months"],
      [7_889_238, "q quarter quarters"],
      [31_556_952, "y yr yrs year years"],
    ] as const
  ).flatMap(([seconds, names]) => names.split(" ").map((name) => [name, seconds] as const)),
);

/** ODCS section Service-level agreement properties. `slaDefaultElement` (until 3.1) stands for elements left out. */
export function readServiceLevels(contract: Json): readonly ServiceLevelForm[] {
  const standard = word(contract, "slaDefaultElement");
  return list(own(contract, "slaProperties")).map((level, index) => {
    const [value, unit] = [word(level, "value"), word(level, "unit")];
    return {
      property: PROPERTIES[word(level, "property")] ?? word(level, "property"),
      element: word(level, "element") || standard,
      driver: word(level, "driver"),
      value: amountOf(value, unit),
      written: unit === "" ? value : `${value} ${unit}`,
      schedule: [word(level, "scheduler"), word(level, "schedule")].filter((part) => part !== "").join(" "),
      words: wordsOf(level, ["description", "valueExt"]),
      place: ["slaProperties", index],
    };
  });
}

/** The standard's short names. */
const PROPERTIES: Readonly<Record<string, string>> = {
  av: "availability",
  th: "throughput",
  er: "errorRate",
  ga: "generalAvailability",
  es: "endOfSupport",
  el: "endOfLife",
  re: "retention",
  fy: "frequency",
  ly: "latency",
  ft: "timeToNotify",
  tr: "timeToRepair",
  td: "timeToDetect",
  tn: "timeToNotify",
};

function amountOf(value: string, unit: string): number | undefined {
  const [, written = value, sign = ""] = /^(-?\d+(?:\.\d+)?)\s*(%?)$/u.exec(value.trim()) ?? [];
  const number = Number(written);
  if (value.trim() === "" || !Number.isFinite(number)) return undefined;
  const name = unit.trim().toLowerCase();
  if (sign === "%" || name === "%" || name === "percent") return number / 100;
  const seconds = SECONDS[name];
  if (seconds !== undefined) return number * seconds;
  return name === "" ? number : undefined;
}
