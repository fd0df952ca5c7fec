import type { AffectedReader, Axis, Change, Deprecation } from "../../model/compatibility.ts";
import { counted, listed } from "../words.ts";

/** More readers than so many are counted instead of named. */
const FEW = 6;

/** How strange text comes into a sentence of one format: prose, names, and rows as JSON. */
export interface Escape {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
  readonly data: (json: string) => string;
}

const AXIS_WORDS = {
  consumer: { who: "Readers", row: "A row that may arrive" },
  producer: { who: "Pipelines and stored rows", row: "A row that may be there" },
} as const satisfies Record<Axis, object>;

/** Why a change weighs what it does, whom it hits, how far it was announced and who has to look: a sentence each. */
export function detailsOf(change: Change, escape: Escape): readonly string[] {
  const { deprecation, review } = change;
  return [
    ...easedWords(change),
    ...reasonsOf(change, escape),
    ...readersWords(change, escape),
    ...(deprecation === undefined ? [] : [noticeWords(deprecation)]),
    ...(review.length === 0 ? [] : [`Review: ${listed(review.map((who) => escape.name(who)))}.`]),
  ];
}

/** What it breaks, or may, with a row that shows it. */
export function reasonsOf(change: Change, { text, data }: Escape): readonly string[] {
  return brokenAxes(change).flatMap((axis) => {
    const { reason, witness } = change.axes[axis];
    const { who, row } = AXIS_WORDS[axis];
    return [`${who}: ${text(reason)}`, ...(witness === undefined ? [] : [`${row}: ${data(JSON.stringify(witness))}`])];
  });
}

/** Whether there is something to do about it. */
export function isWeighty(change: Change): boolean {
  return change.class === "breaking" || change.class === "risky" || brokenAxes(change).length > 0;
}

function brokenAxes({ axes }: Change): readonly Axis[] {
  return (["consumer", "producer"] as const).filter((axis) => axes[axis].verdict !== "ok");
}

/** Those it hits by name, those it misses as a number. */
function readersWords({ affected, class: weight }: Change, { text, name }: Escape): readonly string[] {
  if (weight === "safe") return [];
  const touched = affected.filter(({ effect }) => effect !== "miss");
  const more = touched.length - FEW;
  const missed = affected.length - touched.length;
  return [
    ...hitsOf(touched.slice(0, FEW)).map(
      ({ verb, why, readers }) =>
        `${verb} ${listed(readers.map((reader) => name(reader)))} (${why.map((part) => text(part)).join(", ")}).`,
    ),
    ...(more > 0 ? [`Also ${counted(more, "other reader")}.`] : []),
    ...(missed === 0 || touched.length === 0 ? [] : [`Misses ${counted(missed, "other reader")}.`]),
  ];
}

/** Readers that a change does the same to for the same reason. */
interface Hit {
  readonly verb: "Hits" | "May hit";
  /** Why, and which version they pin. */
  readonly why: readonly string[];
  readonly readers: readonly string[];
}

function hitsOf(affected: readonly AffectedReader[]): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const { consumer, effect, reason, pin } of affected) {
    const verb = effect === "hit" ? "Hits" : "May hit";
    const why = [reason, ...(pin === "" ? [] : [`pins ${pin}`])];
    const key = JSON.stringify([verb, why]);
    const readers = [...new Set([...(hits.get(key)?.readers ?? []), consumer])];
    hits.set(key, { verb, why, readers });
  }
  return [...hits.values()];
}

function easedWords({ eased, affected }: Change): readonly string[] {
  if (eased === undefined) return [];
  if (eased === "announced") return ["Breaking by itself, and its end was announced in time."];
  const missed = affected.length;
  const who =
    missed === 0
      ? "Nobody is known to read it"
      : missed === 1
        ? "The only known reader does not read it"
        : `None of ${missed} known readers reads it`;
  return [`Breaking by itself. ${who}; whoever is not known may.`];
}

function noticeWords({ announced, removableFrom, core, isOver }: Deprecation): string {
  if (announced === null || removableFrom === null) return "Its end has not been announced.";
  const notice = core ? " with the longer notice of what is critical" : "";
  const from = isOver ? `it has been free to go since ${removableFrom}` : `it may go from ${removableFrom} on`;
  return `Its end was announced on ${announced}${notice}; ${from}.`;
}
