import type { Day } from "./day.ts";
import { hasCome, isDay } from "./day.ts";
import type { Level } from "./finding.ts";
import { LEVELS } from "./finding.ts";
import type { Json, JsonObject, JsonPath } from "./json.ts";
import { isList, isObject, own, text } from "./json.ts";

/** How much a policy weighs from which day on; sorted by day. Before the first stage it is off. */
export type Schedule = readonly Stage[];

export interface Stage {
  readonly from: Day;
  readonly level: Level;
}

/** How much findings weigh that were there before a change, until they count like new ones. */
export interface Grace {
  readonly level: Level;
  /** The first day on which it is over. */
  readonly until: Day;
}

/** Under which terms findings of a policy may be waived. */
export interface WaiverTerms {
  readonly allowed: boolean;
  /** Longest time from the first day of a waiver to the day it expires. */
  readonly maxDays: number;
  /** Whether a waiver may leave the target out, and so cover a subject as a whole. */
  readonly whole: boolean;
}

/** How a policy is enforced, as far as a layer says so. */
export interface Enforcement {
  readonly schedule?: Schedule;
  readonly existing?: Grace;
  readonly waiver?: Partial<WaiverTerms>;
  /** Why it gets stricter without the guild's notice. */
  readonly emergency?: string;
}

const SINCE_EVER: Day = "0000-01-01";

/** One level, whatever the day. */
export function always(level: Level): Schedule {
  return [{ from: SINCE_EVER, level }];
}

export function levelAt(schedule: Schedule, asOf: Day): Level {
  return schedule.findLast(({ from }) => hasCome(from, asOf))?.level ?? "off";
}

/** The days on which a schedule changes its level. */
export function turningDays(schedule: Schedule): readonly Day[] {
  return schedule.flatMap(({ from }) => (from === SINCE_EVER ? [] : [from]));
}

export function weight(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Reads `level` or `rollout`, `existing` and `waiver` of a policy, setting or binding. What is not well formed is left out. */
export function readEnforcement(written: Json | undefined): Enforcement {
  const level = levelIn(own(written, "level"));
  const stages = own(written, "rollout");
  const existing = readGrace(own(written, "existing"));
  const waiver = own(written, "waiver");
  const emergency = text(own(written, "emergency"));
  return {
    ...(level !== undefined && { schedule: always(level) }),
    ...(isList(stages) && { schedule: stages.flatMap(readStage) }),
    ...(existing && { existing }),
    ...(isObject(waiver) && { waiver: readWaiverTerms(waiver) }),
    ...(emergency !== undefined && { emergency }),
  };
}

function readStage(stage: Json): readonly Stage[] {
  const [from, level] = [text(own(stage, "from")), levelIn(own(stage, "level"))];
  return from !== undefined && isDay(from) && level !== undefined ? [{ from, level }] : [];
}

function readGrace(written: Json | undefined): Grace | undefined {
  const [until, level] = [text(own(written, "until")), levelIn(own(written, "level"))];
  return until !== undefined && isDay(until) && level !== undefined ? { level, until } : undefined;
}

function readWaiverTerms(written: JsonObject): Partial<WaiverTerms> {
  const { allowed, maxDays, whole } = written;
  return {
    ...(typeof allowed === "boolean" && { allowed }),
    ...(typeof maxDays === "number" && { maxDays }),
    ...(typeof whole === "boolean" && { whole }),
  };
}

function levelIn(written: Json | undefined): Level | undefined {
  return LEVELS.find((level) => level === written);
}

/** Something wrong with a part of an enforcement; `path` leads to it from where `level` and `rollout` stand. */
export interface EnforcementFault {
  readonly message: string;
  readonly path: JsonPath;
}

/** What a schema cannot say of an enforcement: days that do not exist, and stages out of order. */
export function enforcementFaults(written: Json | undefined): readonly EnforcementFault[] {
  const stages = own(written, "rollout");
  const until = own(own(written, "existing"), "until");
  return [
    ...(isList(stages) ? stages.flatMap((stage, index) => stageFaults(stages[index - 1], stage, index)) : []),
    ...dayFaults(until, ["existing", "until"]),
  ];
}

function stageFaults(before: Json | undefined, stage: Json, index: number): readonly EnforcementFault[] {
  const [from, level] = [own(stage, "from"), levelIn(own(stage, "level"))];
  const faults = [...dayFaults(from, ["rollout", index, "from"])];
  const [former, earlier] = [text(own(before, "from")), levelIn(own(before, "level"))];
  if (former !== undefined && typeof from === "string" && from <= former) {
    const message = `stages stand in the order of their days, and ${from} is not after ${former}`;
    faults.push({ message, path: ["rollout", index, "from"] });
  }
  if (earlier !== undefined && level !== undefined && weight(level) < weight(earlier)) {
    const message = `a rollout only rises, and ${level} is less than ${earlier}: a policy is lowered by a change of its own`;
    faults.push({ message, path: ["rollout", index, "level"] });
  }
  return faults;
}

function dayFaults(day: Json | undefined, path: JsonPath): EnforcementFault[] {
  if (typeof day !== "string" || isDay(day)) return [];
  return [{ message: `there is no day ${day} in the calendar: expected YYYY-MM-DD`, path }];
}
