import type { Report } from "../../model/report.ts";
import { countsOf, entriesOf, harmlessWords, isHarmless, weightWords } from "../compatibility.ts";
import type { Entry, ShownChange } from "../compatibility.ts";
import { briefChangeLines, changeLines } from "../diff/change.ts";
import { CLASS_MARKS, modeWords } from "../diff/words.ts";
import { terminalName } from "../escape/terminal.ts";
import { OUTCOME_MARKS, SUBJECT_WORDS, counted } from "../words.ts";
import type { Page } from "./page.ts";

/** More contracts and products than so many, and more changes of one of them, are counted instead of listed. */
const FEW = 10;

/** What changes in contracts and products, the worst first; one line when nobody has to look at it. */
export function compatibilityLines(report: Report, page: Page): readonly string[] {
  const entries = entriesOf(report);
  const [first] = entries;
  if (first === undefined) return [];
  if (entries.every(isHarmless)) return page.marked(CLASS_MARKS.safe, `${harmlessWords(entries)}.`, 0);
  const more = entries.length - FEW;
  return [
    ...page.lines("Compatibility", 0, "bold"),
    ...(entries.some(({ shown }) => shown.length > 0) ? page.lines(modeWords(first.compatibility), 0, "dim") : []),
    ...entries.slice(0, FEW).flatMap((entry) => ["", ...entryLines(entry, page)]),
    ...(more > 0
      ? [
          "",
          ...page.lines(
            `Also ${counted(more, "other contract or product", "other contracts and products")}, listed by --format json.`,
            2,
            "dim",
          ),
        ]
      : []),
  ];
}

/** `Contract tracks 3.4.0 → 3.5.0 · breaking, needs 4.0.0`, and the changes that somebody has to look at. */
function entryLines(entry: Entry, page: Page): readonly string[] {
  const { compatibility, shown, others } = entry;
  const { subject, contract, from, to } = compatibility;
  const versions = [...new Set([from, to])].filter((version) => version !== "").map(terminalName);
  const name = `${SUBJECT_WORDS[subject]} ${[terminalName(contract), versions.join(` ${page.arrow} `)].join(" ").trim()}`;
  const title = [name, weightWords(entry, terminalName)].join(page.dot);
  if (shown.length === 0)
    return page.marked(isHarmless(entry) ? CLASS_MARKS.safe : OUTCOME_MARKS["not-applicable"], title, 2);
  const more = shown.length - FEW;
  const rest = [
    ...(more > 0 ? [countsOf(shown.slice(FEW).map(({ change }) => change))] : []),
    ...(others.length > 0 ? [countsOf(others)] : []),
  ];
  return [
    ...page.lines(title, 2, "bold"),
    ...shown.slice(0, FEW).flatMap((one) => shownLines(one, page)),
    ...(rest.length === 0 ? [] : page.lines(`Also ${rest.join(", ")}, listed by --format json.`, 4, "dim")),
  ];
}

function shownLines({ change, finding }: ShownChange, page: Page): readonly string[] {
  return finding === undefined ? changeLines(change, page, 4) : briefChangeLines(change, finding.policy, page, 4);
}
