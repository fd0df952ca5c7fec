import type { Example } from "../example.ts";

const levels = (...entries: readonly string[]): string =>
  `slaProperties: [${entries.map((one) => `{ ${one} }`).join(", ")}]`;
const level = (property: string, value: string, more = ""): string =>
  levels(`property: ${property}, value: ${value}${more === "" ? "" : `, ${more}`}`);

const WEAKER = ["serviceLevel.weakened broken ok breaking major"];
const STRONGER = ["serviceLevel.strengthened ok broken safe minor"];
const REMOVED = "serviceLevel.removed broken ok breaking major";
const ADDED = "serviceLevel.added ok broken safe minor";
const UNKNOWN = ["serviceLevel.changed unknown unknown risky minor"];
const REWRITTEN = ["serviceLevel.rewritten ok ok docs patch"];

/** Values from weak to strong. */
const LADDERS: readonly (readonly [property: string, weak: string, strong: string])[] = [
  ["availability", "99 %", "99.9 %"],
  ["throughput", "100 rows/s", "200 rows/s"],
  ["errorRate", "2 %", "1 %"],
  ["generalAvailability", "2027-01-01", "2026-01-01"],
  ["frequency", "1 d", "90 min"],
  ["latency", "2 h", "90 min"],
  ["freshness", "1 d", "23 h"],
  ["timeToDetect", "2 h", "1 h"],
  ["timeToNotify", "2 h", "1 h"],
  ["timeToRepair", "P1D", "PT12H"],
  ["timeOfAvailability", "10:00+00:00", "10:00+02:00"],
];

const of = (property: string, written: string): string => {
  const [value = "", unit] = written.split(" ");
  return level(property, `"${value}"`, unit === undefined ? "" : `unit: "${unit}"`);
};

/** Pairs for the rules in src/compat/rules/service-level. */
export const SERVICE_LEVEL_PAIRS: readonly Example[] = [
  ...LADDERS.flatMap(([property, weak, strong]): readonly Example[] => [
    { title: `${property} gets worse`, before: of(property, strong), after: of(property, weak), told: WEAKER },
    { title: `${property} gets better`, before: of(property, weak), after: of(property, strong), told: STRONGER },
  ]),
  {
    title: "a unit that is called as what every object has",
    before: of("latency", "2 constructor"),
    after: `${of("latency", "2 constructor")}\nversion: 2.0.0`,
    told: [],
  },
  {
    title: "a property that is called as what every object has",
    before: of("constructor", "2 h"),
    after: of("constructor", "3 h"),
    told: UNKNOWN,
  },
  { title: "a level goes", before: of("latency", "2 h"), after: levels(), told: [REMOVED] },
  { title: "a level comes", before: levels(), after: of("latency", "2 h"), told: [ADDED] },
  {
    title: "a level holds for less data",
    before: level("latency", "2", "unit: h, element: 'orders.a, orders.b'"),
    after: level("latency", "2", "unit: h, element: orders.a"),
    told: [REMOVED],
  },
  {
    title: "a level holds for all data",
    before: level("latency", "2", "unit: h, element: orders.a"),
    after: level("latency", "2", "unit: h"),
    told: [ADDED],
  },
  {
    title: "a weaker level holds for all data",
    before: level("latency", "2", "unit: h, element: orders.a"),
    after: level("latency", "3", "unit: h"),
    told: [ADDED, REMOVED],
  },
  {
    title: "the element of all, written out until 3.1",
    before: `slaDefaultElement: orders.a\n${level("latency", "2", "unit: h")}`,
    after: level("latency", "2", "unit: h, element: orders.a"),
    told: [],
  },
  {
    title: "another driver",
    before: level("latency", "2", "unit: h, driver: analytics"),
    after: level("latency", "2", "unit: h, driver: regulatory"),
    told: ["serviceLevel.words.changed ok ok docs patch"],
  },
  {
    title: "one of two drivers gets worse",
    before: levels(
      "property: latency, value: 1, unit: h, driver: analytics",
      "property: latency, value: 2, unit: h, driver: regulatory",
    ),
    after: levels(
      "property: latency, value: 2, unit: h, driver: regulatory",
      "property: latency, value: 3, unit: h, driver: analytics",
    ),
    told: WEAKER,
  },
  {
    title: "data is kept shorter",
    before: of("retention", "1 y"),
    after: of("retention", "11 months"),
    told: ["serviceLevel.retention.shortened broken ok breaking major"],
  },
  {
    title: "data is kept longer",
    before: of("retention", "1 y"),
    after: of("retention", "2 y"),
    told: ["serviceLevel.retention.extended ok broken safe minor"],
  },
  { title: "a day in hours", before: of("latency", "24 h"), after: of("latency", "1 d"), told: REWRITTEN },
  { title: "a year in months", before: of("retention", "1 y"), after: of("retention", "12 months"), told: REWRITTEN },
  { title: "a duration", before: of("latency", "90 min"), after: of("latency", "PT1H30M"), told: REWRITTEN },
  { title: "a share", before: of("availability", "99.9"), after: of("availability", "99.9 %"), told: REWRITTEN },
  { title: "a short name", before: of("ly", "2 h"), after: of("Latency", "2 h"), told: [] },
  {
    title: "the end comes earlier",
    before: of("endOfLife", "2027-01-01"),
    after: of("endOfLife", "2026-12-31T00:00:00Z"),
    told: ["serviceLevel.end.earlier broken ok breaking major"],
  },
  {
    title: "the end comes later",
    before: of("endOfSupport", "2027-01-01"),
    after: of("endOfSupport", "2028-01-01"),
    told: ["serviceLevel.end.later ok broken safe minor"],
  },
  {
    title: "the end is announced",
    before: levels(),
    after: of("endOfLife", "2027-01-01"),
    told: ["serviceLevel.end.announced ok ok safe minor"],
  },
  {
    title: "the end is withdrawn",
    before: of("endOfLife", "2027-01-01"),
    after: levels(),
    told: ["serviceLevel.end.withdrawn ok ok safe minor"],
  },
  {
    title: "the end is no day any more",
    before: of("endOfLife", "2027-01-01"),
    after: of("endOfLife", "soon"),
    told: UNKNOWN,
  },
  {
    title: "another schedule",
    before: level("latency", "2", "unit: h, scheduler: cron, schedule: '0 20 * * *'"),
    after: level("latency", "2", "unit: h, scheduler: cron, schedule: '0 21 * * *'"),
    told: ["serviceLevel.schedule.changed unknown unknown risky minor"],
  },
  { title: "a level nobody knows", before: of("beauty", "2 h"), after: of("beauty", "3 h"), told: UNKNOWN },
  { title: "hours and nothing", before: of("latency", "2 h"), after: of("latency", "2"), told: UNKNOWN },
  {
    title: "times a day are no hours",
    before: of("frequency", "2 times"),
    after: of("frequency", "3 times"),
    told: UNKNOWN,
  },
  {
    title: "a second value",
    before: level("latency", "2", "unit: h"),
    after: level("latency", "2", "unit: h, valueExt: 3"),
    told: UNKNOWN,
  },
  {
    title: "other words",
    before: level("latency", "2", "unit: h"),
    after: level("latency", "2", "unit: h, description: quick"),
    told: ["serviceLevel.words.changed ok ok docs patch"],
  },
];
