import type { Altered, PolicyPreview, PreviewedDay, State, Tally } from "../../model/policy-preview.ts";
import { STATES } from "../../model/policy-preview.ts";
import { code, md } from "../escape/markdown.ts";
import { fit, folded, paragraph } from "../markdown/sections.ts";
import type { Section } from "../markdown/sections.ts";
import { problemInBrief } from "../markdown/items.ts";
import { byState, dayTitle, historyTitle, previewTitle, STATE_WORDS } from "./words.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const MAX_LENGTH = 65_000;

/** For a comment under a pull request to the rules: what changes, a table for each day, and whom it concerns. */
export function policyPreviewMarkdown(preview: PolicyPreview): string {
  const { changes, days, history, problems, asOf } = preview;
  const sections: readonly Section[] = [
    paragraph(problems.map(problemInBrief), "problem"),
    paragraph(
      changes.map(({ message }) => `- ${md(message)}\n`),
      "change",
    ),
    ...days.flatMap((day) => daySections(day, asOf)),
    ...(history === undefined
      ? []
      : [
          paragraph([`**${historyTitle(history)}.**\n`], "line"),
          folded(
            "Which ones",
            history.stopped.map(
              ({ commit, day, policies, subjects }) =>
                `- ${day} ${commit}: ${codes(subjects)}, by ${codes(policies)}\n`,
            ),
            "change",
          ),
        ]),
  ];
  return fit({ head: `### ${previewTitle(preview)}`, sections, foot: `Meshgate, as of ${asOf}` }, MAX_LENGTH);
}

function daySections(day: PreviewedDay, asOf: string): readonly Section[] {
  const title = paragraph([`**${dayTitle(day, asOf)}.**\n`], "line");
  if (day.altered.length === 0 && day.policies.length === 0) return [title];
  return [
    title,
    paragraph([tableOf(day)], "table"),
    ...byState(day).map(([state, altered]) =>
      folded(`Newly ${STATE_WORDS[state]}`, altered.map(alteredItem), "product"),
    ),
    folded(
      "By policy",
      day.policies.map(
        ({ id, newlyFailing, noLongerFailing }) =>
          `- ${code(id)}: ${newlyFailing} newly failing, ${noLongerFailing} no longer\n`,
      ),
      "policy",
    ),
  ];
}

function tableOf({ domains, tally }: PreviewedDay): string {
  const states = STATES.filter((state) => tally[state].before + tally[state].after > 0);
  const rows = [
    ["domain", ...states.map((state) => STATE_WORDS[state])],
    ["---", ...states.map(() => "---:")],
    ...domains.map(({ domain, tally: own }) => [domain === "" ? "none" : code(domain), ...cells(own, states)]),
    ...(domains.length > 1 ? [["**all**", ...cells(tally, states)]] : []),
  ];
  return `${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`;
}

function cells(tally: Tally, states: readonly State[]): readonly string[] {
  return states.map((state) => {
    const { after, newly } = tally[state];
    return newly === 0 ? String(after) : `${after} (**+${newly}**)`;
  });
}

function alteredItem({ id, kind, domain, owners, before, policies }: Altered): string {
  const home = domain === "" ? "" : ` in ${code(domain)}`;
  const ask = owners.length === 0 ? "" : `, ask ${codes(owners)}`;
  return `- ${kind} ${code(id)}${home}, was ${STATE_WORDS[before]}: ${codes(policies)}${ask}\n`;
}

function codes(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => code(name));
  return [...shown, ...(names.length > 5 ? [`${names.length - 5} more`] : [])].join(", ");
}
