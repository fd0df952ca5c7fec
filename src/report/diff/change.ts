import type { Change } from "../../model/compatibility.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import { place } from "../subject.ts";
import type { Page } from "../text/page.ts";
import { detailsOf, isWeighty, reasonsOf } from "./details.ts";
import type { Escape } from "./details.ts";
import { CLASS_MARKS } from "./words.ts";

const ESCAPE: Escape = { text: terminal, name: terminalName, data: terminal };

/** One change: what, where, why it matters, whom it hits, what to do instead. */
export function changeLines(change: Change, page: Page, indent = 2): readonly string[] {
  const details = change.class === "docs" ? [] : detailsOf(change, ESCAPE);
  return [
    ...page.marked(CLASS_MARKS[change.class], terminal(change.message), indent),
    ...page.lines(`${terminal(place(change.location))} ${terminalName(change.ruleId)}`, indent + 2, "dim"),
    ...details.flatMap((line) => page.lines(line, indent + 2)),
    ...(isWeighty(change) ? page.lines(`Do: ${terminal(change.remedy)}`, indent + 2, "cyan") : []),
  ];
}

/** One change that `policy` has told before: what, why it matters, and a row that shows it. */
export function briefChangeLines(change: Change, policy: string, page: Page, indent: number): readonly string[] {
  const words = `${terminal(change.message)} (${terminalName(policy)}, above)`;
  return [
    ...page.marked(CLASS_MARKS[change.class], words, indent),
    ...reasonsOf(change, ESCAPE).flatMap((line) => page.lines(line, indent + 2)),
  ];
}
