import type { Party } from "../../model/compatibility.ts";
import type { Report } from "../../model/report.ts";
import { countsOf, entriesOf, harmlessWords, isHarmless, weightWords } from "../compatibility.ts";
import type { Entry, ShownChange } from "../compatibility.ts";
import { detailsOf, isWeighty, reasonsOf } from "../diff/details.ts";
import type { Escape } from "../diff/details.ts";
import { CLASS_MARKS, modeWords } from "../diff/words.ts";
import { code, md } from "../escape/markdown.ts";
import { reachOf } from "../reach.ts";
import { place } from "../subject.ts";
import { LANE_WORDS, OUTCOME_MARKS, SUBJECT_WORDS, counted, firstOf } from "../words.ts";
import { folded, paragraph } from "./sections.ts";
import type { Section } from "./sections.ts";

/** More contracts and products than so many are told below a fold. */
const ON_TOP = 5;

/** More readers than so many are counted instead of named. */
const FEW = 5;

/** What changes in contracts and products, a line each, and whom that concerns. */
export function compatibilityOnTop(report: Report): readonly Section[] {
  const entries = entriesOf(report);
  const [first] = entries;
  if (first === undefined) return [];
  if (entries.every(isHarmless)) return [paragraph([harmlessLine(entries)], "change")];
  const { signOff, notify, safe } = reachOf(report)?.lanes ?? { signOff: [], notify: [], safe: [] };
  const mode = entries.some(({ shown }) => shown.length > 0) ? `${modeWords(first.compatibility)}\n\n` : "";
  return [
    {
      open: `**Compatibility**\n\n${mode}`,
      items: entries.slice(0, ON_TOP).map(entryInBrief),
      close: "",
      noun: "contract or product",
    },
    paragraph(signOff.map(partyInBrief), "owner", LANE_WORDS.signOff),
    paragraph(notify.map(partyInBrief), "owner", LANE_WORDS.notify),
    paragraph(safe.length === 0 ? [] : [`- ${readersIn(safe)}\n`], "reader", LANE_WORDS.safe),
  ];
}

/** `✅ What changes in 1 contract is safe for everybody who reads.` */
export function harmlessLine(entries: readonly Entry[]): string {
  return `${CLASS_MARKS.safe.emoji} ${harmlessWords(entries)}.\n`;
}

/** The changes themselves, each with what it does to whom. */
export function compatibilityFolded(report: Report): readonly Section[] {
  const entries = entriesOf(report);
  if (entries.every(isHarmless)) return [];
  const changes = entries.flatMap(({ shown }) => shown);
  return [
    folded("More contracts and products that change", entries.slice(ON_TOP).map(entryInBrief), "contract or product"),
    folded("What changes for readers", changes.map(changeInBrief), "change"),
  ];
}

/** `- ❌ contract `tracks` `3.4.0` → `3.5.0`: breaking, needs `4.0.0` (2 breaking, 1 risky)`. */
function entryInBrief(entry: Entry): string {
  const { compatibility, shown } = entry;
  const { subject, contract, from, to, changes, enforced } = compatibility;
  const versions = [...new Set([from, to])].filter((version) => version !== "").map((version) => code(version));
  const name = [SUBJECT_WORDS[subject].toLowerCase(), code(contract), versions.join(" → ")].join(" ").trim();
  const mark = enforced
    ? CLASS_MARKS[compatibility.class === "none" ? "safe" : compatibility.class]
    : OUTCOME_MARKS["not-applicable"];
  const counts = shown.length === 0 ? "" : ` (${countsOf(changes)})`;
  return `- ${mark.emoji} ${name}: ${weightWords(entry, (version) => code(version))}${counts}\n`;
}

const ESCAPE: Escape = { text: md, name: code, data: (json) => code(json, 300) };

/** `- ❌ `a.yaml:47:9` tracks.title may be null now. Readers: … Hits `player-app` (uses tracks.title). Do: … (`rule`)`. */
function changeInBrief({ change, finding }: ShownChange): string {
  const { message, location, ruleId, remedy } = change;
  const details = finding === undefined ? detailsOf(change, ESCAPE) : reasonsOf(change, ESCAPE);
  const remedyWords = finding === undefined && isWeighty(change) ? [`Do: ${md(remedy)}`] : [];
  const source = [code(ruleId), ...(finding === undefined ? [] : [`told above by ${code(finding.policy)}`])];
  const words = [md(message), ...details, ...remedyWords].join(" ");
  return `- ${CLASS_MARKS[change.class].emoji} ${code(place(location))} ${words} (${source.join(", ")})\n`;
}

function partyInBrief({ owner, readers }: Party): string {
  return `- ${owner === "" ? "nobody answers" : code(owner)} for ${readersIn(readers)}\n`;
}

function readersIn(readers: readonly string[]): string {
  const count = readers.length > FEW ? `${counted(readers.length, "reader")}: ` : "";
  return `${count}${firstOf(
    readers.map((reader) => code(reader)),
    FEW,
  )}`;
}
