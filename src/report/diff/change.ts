import type { AffectedReader, Axis, Change, Deprecation } from "../../model/compatibility.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import { place } from "../subject.ts";
import type { Page } from "../text/page.ts";
import { counted, listed } from "../words.ts";
import { CLASS_MARKS } from "./words.ts";

/** More readers than so many are counted instead of named. */
const FEW = 6;

const AXIS_WORDS = {
  consumer: { who: "Readers", row: "A row that may arrive" },
  producer: { who: "Pipelines and stored rows", row: "A row that may be there" },
} as const satisfies Record<Axis, object>;

/** One change: what, where, why it matters, whom it hits, what to do instead. */
export function changeLines(change: Change, page: Page): readonly string[] {
  const mark = CLASS_MARKS[change.class];
  const [first = "", ...rest] = page.lines(terminal(change.message), 4);
  return [
    `  ${page.paint(page.sign(mark), mark.colour)} ${first.slice(4)}`,
    ...rest,
    ...page.lines(`${terminal(place(change.location))} ${terminalName(change.ruleId)}`, 4, "dim"),
    ...(change.class === "docs" ? [] : details(change, page)),
  ];
}

function details(change: Change, page: Page): readonly string[] {
  const broken = (["consumer", "producer"] as const).filter((axis) => change.axes[axis].verdict !== "ok");
  const weighs = change.class === "breaking" || change.class === "risky" || broken.length > 0;
  return [
    ...easedWords(change).flatMap((words) => page.lines(words, 4)),
    ...broken.flatMap((axis) => axisLines(change, axis, page)),
    ...readerLines(change, page),
    ...(change.deprecation === undefined ? [] : page.lines(noticeWords(change.deprecation), 4)),
    ...(change.review.length === 0 ? [] : page.lines(`Review: ${listed(change.review.map(terminalName))}.`, 4)),
    ...(weighs ? page.lines(`Do: ${terminal(change.remedy)}`, 4, "cyan") : []),
  ];
}

function axisLines({ axes }: Change, axis: Axis, page: Page): readonly string[] {
  const { reason, witness } = axes[axis];
  const { who, row } = AXIS_WORDS[axis];
  return [
    ...page.lines(`${who}: ${terminal(reason)}`, 4),
    ...(witness === undefined ? [] : page.lines(`${row}: ${terminal(JSON.stringify(witness))}`, 4)),
  ];
}

/** Those it hits by name, those it misses as a number. */
function readerLines({ affected, class: weight }: Change, page: Page): readonly string[] {
  if (weight === "safe") return [];
  const touched = affected.filter(({ effect }) => effect !== "miss");
  const named = touched.slice(0, FEW);
  const more = touched.length - named.length;
  const missed = affected.length - touched.length;
  return [
    ...named.flatMap((reader) => page.lines(readerWords(reader), 4)),
    ...(more === 0 ? [] : page.lines(`Also ${counted(more, "other reader")}, listed by --format json.`, 4)),
    ...(missed === 0 || touched.length === 0 ? [] : page.lines(`Misses ${counted(missed, "other reader")}.`, 4)),
  ];
}

/** `Hits churn-model (uses orders.email, pins ^2.0, @daff/growth).` */
function readerWords({ consumer, effect, reason, pin, owner }: AffectedReader): string {
  const known = [
    terminal(reason, 300),
    ...(pin === "" ? [] : [`pins ${terminalName(pin)}`]),
    owner === "" ? "nobody answers for it" : terminalName(owner),
  ];
  return `${effect === "hit" ? "Hits" : "May hit"} ${terminalName(consumer)} (${known.join(", ")}).`;
}

function easedWords({ eased, affected }: Change): readonly string[] {
  if (eased === undefined) return [];
  if (eased === "announced") return ["Breaking by itself, and its end was announced in time."];
  const missed = affected.length;
  const who = missed === 1 ? "The only known reader does not read it" : `None of ${missed} known readers reads it`;
  return [`Breaking by itself. ${who}; whoever is not known may.`];
}

function noticeWords({ announced, removableFrom, core, isOver }: Deprecation): string {
  if (announced === null || removableFrom === null) return "Its end has not been announced.";
  const notice = core ? " with the longer notice of what is critical" : "";
  const from = isOver ? `it has been free to go since ${removableFrom}` : `it may go from ${removableFrom} on`;
  return `Its end was announced on ${announced}${notice}; ${from}.`;
}
