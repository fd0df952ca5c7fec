import type { Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import type { AffectedNode } from "../../model/report.ts";
import { code, link, md } from "../escape/markdown.ts";
import { place } from "../subject.ts";
import { OUTCOME_MARKS, PROBLEM_MARKS, SUBJECT_WORDS, capital, graceWords, markOf } from "../words.ts";

const MAX_NAMES = 5;

/** In full: what, where, by which policy, how to fix it, who. */
export function findingInFull(finding: Finding): string {
  const { message, location, subject, title, policy, help, remedy, owners, grace } = finding;
  const mark = markOf(finding);
  return [
    `${mark.emoji} **${md(message)}**\\`,
    `${code(place(location))} · ${SUBJECT_WORDS[subject.kind].toLowerCase()} ${code(subject.id)} · ${mark.word}`,
    "",
    `- Policy: ${md(title)} (${named(policy, help)})`,
    ...(remedy === "" ? [] : [`- Fix: ${md(remedy)}`]),
    ...(owners.length === 0 ? [] : [`- Owner: ${codes(owners)}`]),
    ...(grace === undefined ? [] : [`- ${capital(graceWords(grace))}`]),
    "",
    "",
  ].join("\n");
}

/** In one line of a folded list. */
export function findingInBrief(finding: Finding): string {
  const { message, remedy, location, policy, help, waiver, waivedUntil } = finding;
  const mark = markOf(finding);
  const fix = remedy === "" || finding.outcome === "waived" ? "" : ` Fix: ${md(remedy)}`;
  const until = waivedUntil === undefined ? "" : ` until ${waivedUntil}`;
  const excuse = waiver === undefined ? "" : `, waiver ${code(waiver)}${until}`;
  return `- ${mark.emoji} ${code(place(location))} ${md(message)}${fix} (${mark.word}, ${named(policy, help)}${excuse})\n`;
}

/** What a change cured. */
export function fixedInBrief({ title, subject, policy, help }: Finding): string {
  return `- ${OUTCOME_MARKS.pass.emoji} ${SUBJECT_WORDS[subject.kind].toLowerCase()} ${code(subject.id)}: ${md(title)} (${named(policy, help)})\n`;
}

export function problemInBrief({ severity, code: kind, message, location }: Problem): string {
  return `- ${PROBLEM_MARKS[severity].emoji} ${code(place(location))} ${md(message)} (${code(kind)})\n`;
}

/** `playlist-daily` (domain `playlist`), reads what changed: ask `@daff/playlist-data`. */
export function readerInBrief({ id, kind, distance, domain, owners }: AffectedNode): string {
  const home = domain === "" ? "" : ` in ${code(domain)}`;
  if (distance > 1)
    return `- ${kind} ${code(id)}${home}, ${String(distance)} steps away: ${owners.length === 0 ? "no owner is known" : codes(owners)}\n`;
  const ask = owners.length === 0 ? "no owner is known" : `ask ${codes(owners)}`;
  return `- ${kind} ${code(id)}${home}, reads what changed: ${ask}\n`;
}

/** The id of a policy, which leads to its page where there is one. */
function named(policy: string, help: string | undefined): string {
  return help === undefined ? code(policy) : link(code(policy), help);
}

/** Names in code spans, so that nobody is pinged. */
function codes(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => code(name));
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
