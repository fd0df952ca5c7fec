import type { Json } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";
import type { ServiceLevelForm } from "./contract.ts";
import { entryOf, word, wordsOf } from "./text.ts";

/** Seconds of each unit, by its spellings. A year has 365 days and twelve equal months, so that all units convert. */
const SECONDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [0.001, "ms msec millis millisecond milliseconds"],
      [1, "s sec secs second seconds"],
      [60, "m min mins minute minutes"],
      [3600, "h hr hrs hour hours"],
      [86_400, "d day days"],
      [604_800, "w week weeks"],
      [2_628_000, "mo month months"],
      [7_884_000, "q quarter quarters"],
      [31_536_000, "y yr yrs year years"],
    ] as const
  ).flatMap(([seconds, names]) => names.split(" ").map((name) => [name, seconds] as const)),
);

/**
 * ODCS section Service-level agreement properties, one for each element that it holds for. `slaDefaultElement` (until
 * 3.1) stands for elements left out.
 */
export function readServiceLevels(contract: Json): readonly ServiceLevelForm[] {
  const standard = word(contract, "slaDefaultElement");
  return list(own(contract, "slaProperties")).flatMap((level, index) => {
    const [value, unit, name] = [word(level, "value"), word(level, "unit"), word(level, "property")];
    const property = entryOf(NAMES, name.toLowerCase()) ?? name;
    const elements = (word(level, "element") || standard).split(",").map((element) => element.trim());
    return [...new Set(elements)].map((element) => ({
      property,
      element,
      driver: word(level, "driver"),
      ...amountOf(value.trim(), unit.trim().toLowerCase(), property),
      written: unit === "" ? value : `${value} ${unit}`,
      extension: word(level, "valueExt"),
      schedule: [word(level, "scheduler"), word(level, "schedule")].filter((part) => part !== "").join(" "),
      words: wordsOf(level, ["description", "driver", "authoritativeDefinitions", "customProperties"]),
      place: ["slaProperties", index],
    }));
  });
}

/** Names ignore case, and the standard's have short ones. */
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "availability av",
    "throughput th",
    "errorRate er",
    "generalAvailability ga",
    "endOfSupport es",
    "endOfLife el",
    "retention re",
    "frequency fy",
    "latency ly",
    "freshness",
    "timeToDetect td",
    "timeToNotify tn ft",
    "timeToRepair tr",
    "timeOfAvailability",
  ].flatMap((names) => {
    const [name = "", ...short] = names.split(" ");
    return [name.toLowerCase(), ...short].map((key) => [key, name] as const);
  }),
);

/** A value in the base unit of its kind. Of a unit that is not known the number is kept as it is. */
function amountOf(value: string, unit: string, property: string): Pick<ServiceLevelForm, "value" | "unit"> {
  const [, written = value, sign = ""] = /^(-?\d+(?:\.\d+)?) ?(%?)$/u.exec(value) ?? [];
  const number = written === "" ? NaN : Number(written);
  if (!Number.isFinite(number)) return timeOf(value) ?? { value: undefined, unit };
  const isShare = sign === "%" || unit === "%" || unit === "percent";
  // Nobody is available for more than all of the time.
  if (isShare || (unit === "" && property === "availability" && number > 1))
    return { value: number / 100, unit: "share" };
  if (unit === "" && property === "availability") return { value: number, unit: "share" };
  const seconds = entryOf(SECONDS, unit);
  return seconds === undefined ? { value: number, unit } : { value: number * seconds, unit: "second" };
}

/** A duration, a day or moment, or a time of day, as ISO 8601 writes them. */
function timeOf(value: string): Pick<ServiceLevelForm, "value" | "unit"> | undefined {
  const duration =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u.exec(value);
  if (duration !== null && /\d/u.test(value)) {
    const units = ["y", "mo", "w", "d", "h", "m", "s"].map((unit) => SECONDS[unit] ?? 0);
    return {
      value: units.reduce((sum, unit, index) => sum + unit * Number(duration[index + 1] ?? 0), 0),
      unit: "second",
    };
  }
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/u.test(value)) {
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? undefined : { value: moment / 1000, unit: "moment" };
  }
  const clock = /^(\d\d):(\d\d)(?::(\d\d))?(?:(Z)|([+-])(\d\d):(\d\d))?$/u.exec(value);
  if (clock === null) return undefined;
  const [, hour, minute, second = 0, zulu, sign, hours = 0, minutes = 0] = clock;
  const offset = (sign === "-" ? -1 : 1) * (3600 * Number(hours) + 60 * Number(minutes));
  const isPlaced = zulu !== undefined || sign !== undefined;
  return {
    value: 3600 * Number(hour) + 60 * Number(minute) + Number(second) - offset,
    unit: isPlaced ? "time of day" : "local time of day",
  };
}
