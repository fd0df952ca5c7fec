import { counted } from "../words.ts";

/** A part of a page whose items may be left out, from the last one on, when the page would be too long. */
export interface Section {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** What an item is called when some are left out. */
  readonly noun: string;
}

export function paragraph(items: readonly string[], noun: string, title = ""): Section {
  return { open: title === "" ? "" : `**${title}**\n\n`, items, close: "", noun };
}

/** A section that opens on a click. The title is ours, never untrusted text. */
export function folded(title: string, items: readonly string[], noun: string, withCount = true): Section {
  const summary = withCount ? `${title} (${items.length})` : title;
  return { open: `<details><summary>${summary}</summary>\n\n`, items, close: "\n</details>\n", noun };
}

/** A page: `head` and `foot` are always whole. */
export interface MarkdownPage {
  readonly head: string;
  readonly sections: readonly Section[];
  readonly foot: string;
}

/** Room kept in each section for saying what was left out. */
const NOTE = 120;

/**
 * The parts that have something to say, one below the other, in at most `limit` UTF-16 units. A section is always
 * closed; items that do not fit are counted in its last line.
 */
export function fit({ head, sections, foot }: MarkdownPage, limit: number): string {
  const filled = sections.filter(({ items }) => items.length > 0);
  const frames = filled.reduce((sum, { open, close }) => sum + open.length + close.length + NOTE, 0);
  let room = limit - head.length - foot.length - frames - NOTE;
  const bodies = filled.map((section) => {
    const kept = fitting(section.items, room);
    room -= kept.reduce((sum, item) => sum + item.length, 0);
    return `${section.open}${kept.join("")}${leftOut(section, kept.length)}${section.close}`;
  });
  const parts = [head, ...bodies, foot].map((part) => part.trim()).filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`;
}

/** The first items that together are not longer than `room`. */
function fitting(items: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = items.findIndex((item) => (used += item.length) > room);
  return end === -1 ? items : items.slice(0, end);
}

function leftOut({ items, noun }: Section, kept: number): string {
  const rest = items.length - kept;
  return rest === 0 ? "" : `- ${counted(rest, `more ${noun}`)} left out to keep this short; the JSON report has all.\n`;
}
