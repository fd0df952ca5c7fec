import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import type { Grace, Schedule, WaiverTerms } from "../../model/enforcement.ts";
import { levelAt, turningDays } from "../../model/enforcement.ts";
import type { Level, SubjectKind } from "../../model/finding.ts";
import type { Json } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import type { DocumentedPolicy } from "../../model/policy-docs.ts";
import { code, md } from "../escape/markdown.ts";
import { counted, listed } from "../words.ts";

/** What a finding does to a change. */
export const LEVEL_MEANINGS = {
  off: "nobody is judged by it",
  shadow: "it is counted, and shown to nobody",
  advisory: "a finding is a note",
  warn: "a finding is a warning and stops nothing",
  block: "a new finding stops the change",
} as const satisfies Record<Level, string>;

/** `warn`, since when, and what comes: `` `warn` since 2026-01-15, `block` from 2027-03-01 ``. */
export function scheduleWords(schedule: Schedule, asOf: Day): string {
  const days = new Set(turningDays(schedule));
  const since = schedule.findLast(({ from }) => hasCome(from, asOf))?.from;
  const now = `${code(levelAt(schedule, asOf))}${since !== undefined && days.has(since) ? ` since ${since}` : ""}`;
  return [now, ...comingStages(schedule, asOf)].join(", ");
}

/** What comes: `` `block` from 2027-03-01 ``. */
export function comingStages(schedule: Schedule, asOf: Day): readonly string[] {
  return schedule.filter(({ from }) => !hasCome(from, asOf)).map(({ from, level }) => `${code(level)} from ${from}`);
}

export function graceWords({ level, until }: Grace, asOf: Day): string {
  return hasCome(until, asOf) ? `ended on ${until}` : `at most ${code(level)} until ${until}`;
}

export function waiverWords({ allowed, maxDays, whole }: WaiverTerms): string {
  if (!allowed) return "not allowed";
  return `at most ${counted(maxDays, "day")}${whole ? ", also without naming a target" : ""}`;
}

/** Lists of the facts whose elements are called otherwise than the list. */
const ELEMENTS: Readonly<Record<string, string>> = {
  schema: "object",
  slaProperties: "service level",
};

/** `every output port of every product`. */
export function targetWords({ kind, lists }: DocumentedPolicy["target"]): string {
  const subject = lists.length === 0 && kind === "mesh" ? "the mesh as a whole" : SUBJECTS[kind];
  return [...lists.toReversed().map((list) => `every ${elementOf(list)}`), subject].join(" of ");
}

const SUBJECTS = {
  product: "every product",
  contract: "every contract",
  consumer: "every consumer",
  mesh: "the mesh",
} as const satisfies Record<SubjectKind, string>;

/** What an element of a list is called: `output port` of `outputPorts`. */
function elementOf(list: string): string {
  const name = list.slice(list.lastIndexOf(".") + 1);
  const known = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (known !== undefined) return known;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return md(words.replace(/ies$/, "y").replace(/s$/, ""));
}

/** A value as code. */
export function shown(value: Json): string {
  return code(plainValue(value), MAX_VALUE);
}

/** The same where a bar would end the cell of a table. */
export function cellValue(value: Json): string {
  const text = plainValue(value);
  return /[|\\`]/.test(text) ? md(text, MAX_VALUE) : code(text, MAX_VALUE);
}

const MAX_VALUE = 400;

function plainValue(value: Json): string {
  if (isList(value) && value.every((item) => typeof item === "string")) return value.join(", ") || "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Names as code, so that nobody is called. */
export function ownersWords(owners: readonly string[]): string {
  return owners.length === 0 ? "the guild" : listed(owners.map(cellValue));
}

/** A text of several paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((part) => md(part, 5000))
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A table of cells that are Markdown already; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The parts of a page that have something to say, one below the other. */
export function stacked(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** A section with its heading; nothing without a body. */
export function section(heading: string, ...parts: readonly string[]): string {
  const body = stacked(parts);
  return body === "" ? "" : `## ${heading}\n\n${body}`;
}
