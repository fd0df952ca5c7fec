import { counted } from "../words.ts";

/** A part of a page whose items may be left out, from the last one on, when the page would be too long. */
export interface Section {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** What an item is called when some are left out. */
  readonly noun: string;
}

export function paragraph(items: readonly string[], noun: string): Section {
  return { open: "", items, close: "", noun };
}

/** A section that opens on a click. The title is ours, never untrusted text. */
export function folded(title: string, items: readonly string[], noun: string, withCount = true): Section {
  const summary = withCount ? `${title} (${items.length})` : title;
  return { open: `<details><summary>${summary}</summary>\n\n`, items, close: "\n</details>\n", noun };
}

/** Room kept in each section for saying what was left out. */
const NOTE = 120;

/**
 * The sections that have items, one after the other, in at most `limit` UTF-16 units. A section is always closed; items
 * that do not fit are counted in its last line.
 */
export function fit(sections: readonly Section[], limit: number): string {
  const filled = sections.filter(({ items }) => items.length > 0);
  let room = filled.reduce((left, { open, close }) => left - open.length - close.length - NOTE, limit);
  const pages = filled.map((section) => {
    const kept = fitting(section.items, room);
    room -= lengthOf(kept);
    return `${section.open}${kept.join("")}${leftOut(section, kept.length)}${section.close}`.trimEnd();
  });
  return `${pages.join("\n\n")}\n`;
}

/** The first items that together are not longer than `room`. */
function fitting(items: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = items.findIndex((item) => (used += item.length) > room);
  return end === -1 ? items : items.slice(0, end);
}

function lengthOf(items: readonly string[]): number {
  return items.reduce((sum, item) => sum + item.length, 0);
}

function leftOut({ items, noun }: Section, kept: number): string {
  const rest = items.length - kept;
  return rest === 0 ? "" : `- ${counted(rest, `more ${noun}`)} left out to keep this short; the JSON report has all.\n`;
}
