import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import { levelAt, turningDays } from "../../model/enforcement.ts";
import { isList } from "../../model/json.ts";
import { OVERVIEW } from "../../model/policy-docs.ts";
import type { DocumentedAddition, DocumentedParam, DocumentedPolicy } from "../../model/policy-docs.ts";
import type { Waiver } from "../../model/waiver.ts";
import { code, codeBlock, link, md } from "../escape/markdown.ts";
import { listed } from "../words.ts";
import { examplesBy } from "./examples.ts";
import { valuesInForce } from "./values.ts";
import {
  cellValue,
  LEVEL_MEANINGS,
  ownersWords,
  paragraphs,
  section,
  stacked,
  table,
  targetWords,
  waiverWords,
} from "./words.ts";

/** Everything about one policy. */
export function policyPage(policy: DocumentedPolicy, asOf: Day): string {
  const { id, version, type, title, layer, file, rationale } = policy;
  return stacked([
    `# ${md(title)}`,
    [
      `${code(id)} ${code(version)}`,
      type,
      md(layer),
      code(file),
      `ask ${ownersWords(policy.owners)}`,
      link("all policies", OVERVIEW),
    ].join(" · "),
    paragraphs(rationale),
    section("Level", ...levelParts(policy, asOf)),
    section("Decision", ...decisionParts(policy)),
    section("Rule", ...ruleParts(policy)),
    section("Parameters", paramTable(policy)),
    section("Values in force", valueTable(policy, asOf)),
    section("What domains ask besides", ...policy.additions.map(additionPart)),
    section("How to fix a finding", ...fixParts(policy)),
    section("Waivers", waiverLine(policy), waiverTable(policy.waivers, asOf)),
    section("Examples", ...exampleParts(policy)),
    section("Requirements", requirementLine(policy.serves)),
  ]);
}

function requirementLine(serves: readonly number[]): string {
  if (serves.length === 0) return "";
  return `It serves ${serves.length === 1 ? "number" : "numbers"} ${listed(serves.map(String))}.`;
}

function levelParts({ forms: [{ schedule, existing }] }: DocumentedPolicy, asOf: Day): readonly string[] {
  const level = levelAt(schedule, asOf);
  const current = schedule.findLast(({ from }) => hasCome(from, asOf));
  const stages = turningDays(schedule).length === 0 ? [] : schedule;
  return [
    `**${level}**: ${LEVEL_MEANINGS[level]}.`,
    table(
      ["from", "level", "what it means"],
      stages.map((stage) => [
        stage.from,
        `${stage.level}${stage === current ? ", today" : ""}`,
        LEVEL_MEANINGS[stage.level],
      ]),
    ),
    existing === undefined
      ? "A finding that was there before a change does not stop it."
      : hasCome(existing.until, asOf)
        ? `The grace for what was there before ended on ${existing.until}: wherever a change touches its file, it counts like new.`
        : `What was there before a change weighs at most ${existing.level} until ${existing.until}. From that day on it counts like new wherever a change touches its file.`,
  ];
}

function decisionParts({
  decision: { context, decision, consequences, steward },
}: DocumentedPolicy): readonly string[] {
  const part = (heading: string, said: string | undefined): readonly string[] =>
    said === undefined ? [] : [`### ${heading}`, paragraphs(said)];
  return [
    ...part("Context", context),
    ...part("What was decided", decision),
    ...part("Consequences", consequences),
    ...(steward === undefined ? [] : [`Steward: ${code(steward)}`]),
  ];
}

const MISSING = {
  fail: "What is missing fails.",
  skip: "Where something is missing, it does not apply.",
  error: "Where something is missing, nobody can tell, and the check ends as an error.",
} as const satisfies Record<DocumentedPolicy["onMissing"], string>;

function ruleParts({ target, type, onMissing, onEmpty, rule, message }: DocumentedPolicy): readonly string[] {
  const looks = `It looks at ${targetWords(target)}${type === "change" ? ", and judges what a change does to it" : ""}.`;
  const empty = target.lists.length > 0 && onEmpty === "fail" ? " Where there is none at all, it fails." : "";
  return [`${looks} ${MISSING[onMissing]}${empty}`, codeBlock("yaml", rule), `A finding says:\n\n> ${md(message)}`];
}

function paramTable({ params, target, forms: [general] }: DocumentedPolicy): string {
  // What belongs to one domain, or to none, is bound by nobody.
  const isBindable = general.domain === undefined && target.kind !== "mesh";
  return table(
    ["parameter", "type", "default", "meaning", ...(isBindable ? ["what a domain may bind"] : [])],
    params.map((param) => [
      md(param.name),
      md(param.type),
      cellValue(param.default),
      md(param.description),
      ...(isBindable ? [leeway(param)] : []),
    ]),
  );
}

function leeway({ stricter, domains }: DocumentedParam): string {
  const { min, max, values } = domains ?? {};
  if (isList(values)) return `one of ${values.map(cellValue).join(", ")}`;
  if (domains !== undefined) {
    const from = min === undefined ? "" : ` from ${cellValue(min)}`;
    const to = max === undefined ? "" : ` up to ${cellValue(max)}`;
    return `values${from}${to}; ${md(stricter ?? "")} is stricter`;
  }
  return stricter === undefined ? "nothing: the guild sets it" : `${md(stricter)} values`;
}

function valueTable(policy: DocumentedPolicy, asOf: Day): string {
  return table(
    ["value", "for", "is", "set by", "where"],
    valuesInForce(policy, asOf).map(({ name, domain, words, source }) => [
      md(name),
      domain === undefined ? "everybody" : md(domain),
      words,
      md(source?.layer ?? ""),
      source === undefined ? "" : cellValue(`${source.location.file}:${source.location.line}`),
    ]),
  );
}

function additionPart({ id, domain, rule, message, fix, location }: DocumentedAddition): string {
  return stacked([
    `### ${md(domain)}`,
    `${code(id)} · ${code(`${location.file}:${location.line}`)}`,
    codeBlock("yaml", rule),
    `A finding says:\n\n> ${md(message)}`,
    `To fix it: ${md(fix)}`,
  ]);
}

function fixParts({ fix: { text, isPatched } }: DocumentedPolicy): readonly string[] {
  return [
    md(text),
    isPatched
      ? "Meshgate offers the change itself with a finding, once it has tried it: this finding goes, and none comes."
      : "",
  ];
}

function waiverLine({ forms: [{ waiver }] }: DocumentedPolicy): string {
  return waiver.allowed ? `A finding may be waived, ${waiverWords(waiver)}.` : "Findings cannot be waived.";
}

function waiverTable(waivers: readonly Waiver[], asOf: Day): string {
  return table(
    ["waiver", "for", "target", "holds", "reason", "ticket", "asked for by"],
    waivers.map(({ id, subject, target = "", from, expires, reason, ticket, requestedBy, category }) => [
      md(id),
      `${subject.kind} ${cellValue(subject.id)}`,
      target === "" ? "" : cellValue(target),
      `${hasCome(from, asOf) ? "" : `from ${from} `}until ${expires}`,
      `${md(reason)}${category === "mitigated" ? " (mitigated)" : ""}`,
      md(ticket),
      md(requestedBy),
    ]),
  );
}

function exampleParts({ examples, type }: DocumentedPolicy): readonly string[] {
  if (examples.length === 0) return [];
  const since = type === "change" ? ", from what they were before to what they are now" : "";
  return [`Its tests. Each changes a few files of the mesh that it is tested on${since}.`, ...examplesBy(examples)];
}
