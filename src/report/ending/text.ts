import type { AffectedReader } from "../../model/compatibility.ts";
import { daysBetween, hasCome } from "../../model/day.ts";
import type { Ending } from "../../model/ending.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { counted } from "../words.ts";

/** What was or would be written, when it may go, and who is left to move. */
export function endingText(ending: Ending, isDry: boolean, options: RenderOptions): string {
  const page = createPage(options);
  const { name, refusals, next, readers } = ending;
  const left = readers.filter(({ effect }) => effect !== "miss");
  const others = new Set(readers.map(({ consumer }) => consumer));
  for (const { consumer } of left) others.delete(consumer);
  const owners = new Set(left.flatMap((reader) => reader.owners));
  const unowned = left.filter((reader) => reader.owners.length === 0).map(({ consumer }) => consumer);
  const lines = [
    ...page.lines(headline(ending, isDry), 0, "bold"),
    ...refusals.flatMap((refusal) => page.lines(terminal(refusal), 2, "red")),
    ...writtenLines(ending, isDry, page),
    "",
    ...page.lines(whenLine(ending), 0),
    "",
    ...page.lines(
      left.length === 0
        ? `Nobody declared in this mesh reads ${terminalName(name)}.`
        : `${counted(left.length, "reader")} left to move`,
      0,
      "bold",
    ),
    ...left.flatMap((reader) => readerLines(reader, page)),
    ...(others.size === 0 ? [] : page.lines(othersLine(others.size), 2, "dim")),
    ...(owners.size === 0 ? [] : page.lines(`Ask ${[...owners].sort().map(terminalName).join(", ")}.`, 2)),
    ...(unowned.length === 0
      ? []
      : page.lines(`Nobody answers for ${unowned.map(terminalName).join(", ")}.`, 2, "yellow")),
    ...(next.length === 0 ? [] : ["", ...next.flatMap((line) => page.lines(terminal(line), 0))]),
  ];
  return `${lines.join("\n")}\n`;
}

function headline({ act, name, refusals, written }: Ending, isDry: boolean): string {
  const what = terminalName(name);
  if (refusals.length > 0) return `${what} cannot be retired yet.`;
  if (written.length === 0) return `${what} is deprecated already.`;
  const done = act === "deprecate" ? "deprecated" : "retired";
  return `${what} ${isDry ? `would be ${done}` : `is ${done}`}.`;
}

function writtenLines({ file, written }: Ending, isDry: boolean, page: Page): readonly string[] {
  if (written.length === 0) return [];
  return [
    `  ${page.paint(isDry ? "not written" : "written", "dim")}  ${terminalName(file)}`,
    ...written.flatMap((line) => page.lines(terminal(line), 4)),
  ];
}

function whenLine({ deprecation: { announced, core }, removableFrom, asOf }: Ending): string {
  const notice = core ? "; it is critical and has the longer notice" : "";
  if (announced === null) return `Announced today, it may go from ${removableFrom} on${notice}.`;
  const days = daysBetween(asOf, removableFrom);
  const when = hasCome(removableFrom, asOf) ? "since" : "from";
  const left = days > 0 ? `, ${counted(days, "day")} left` : "";
  return `Announced on ${announced}, it may go ${when} ${removableFrom}${left}${notice}.`;
}

function othersLine(count: number): string {
  return count === 1 ? "1 other reads there, and does without it." : `${count} others read there, and do without it.`;
}

function readerLines({ consumer, kind, domain, port, effect, reason, owners }: AffectedReader, page: Page): string[] {
  const isHit = effect === "hit";
  const facts = [terminalName(consumer), kind, terminalName(domain), port === "" ? "" : `reads ${terminalName(port)}`];
  const who = facts.filter((fact) => fact !== "").join(page.dot);
  const asked = owners.length === 0 ? "nobody answers for it" : owners.map(terminalName).join(", ");
  return [
    `  ${page.paint(isHit ? "reads" : "maybe", isHit ? "red" : "yellow")}  ${who}`,
    ...page.lines(`${terminal(reason)}; ${asked}`, 9, "dim"),
  ];
}
