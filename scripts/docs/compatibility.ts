import type { Difference } from "../../src/compat/difference.ts";
import { differenceOf } from "../../src/compat/difference.ts";
import { PAYLOAD_RULES } from "../../src/compat/payload/rules.ts";
import { PRODUCT_RULES } from "../../src/compat/product/rules/index.ts";
import { SCALES, weigh } from "../../src/compat/profile/weigh.ts";
import { LIFE_RULES } from "../../src/compat/rule-ids.ts";
import type { RuleTerms } from "../../src/compat/rule.ts";
import { RULES } from "../../src/compat/rules/index.ts";
import { CLASSES, BUMPS } from "../../src/model/compatibility.ts";
import type { Axis, AxisState, Mode, Profile } from "../../src/model/compatibility.ts";
import { SEEN } from "../../test/compat/profile/seen.ts";
import { code, table } from "./markdown.ts";
import type { Parts } from "./page.ts";

const ALL: readonly RuleTerms[] = [...RULES, ...LIFE_RULES, ...PAYLOAD_RULES, ...PRODUCT_RULES];

/** Headings, by how the row begins: the areas of the table that the rules were written from. */
const AREAS: Readonly<Record<string, string>> = {
  A: "Objects",
  B: "Fields",
  C: "Types",
  D: "Nulls",
  E: "Keys and references",
  F: "Values",
  G: "Quality rules",
  H: "Service levels",
  I: "Governance, access and price",
  J: "Servers",
  K: "Products, ports and life cycle",
  payload: "Payload schemas",
};

/** The profiles beside the default, and the mode that each column is of. */
const COLUMNS: readonly (readonly [head: string, profile: Profile, mode: Mode])[] = [
  ["datacontract-cli", "datacontract-cli", "consumer"],
  ["omds", "omds", "consumer"],
  ["FORWARD", "confluent", "consumer"],
  ["BACKWARD", "confluent", "history"],
];

export function compatibilityParts(): Parts {
  const told = new Map(ALL.map((rule) => [rule, differencesOf(rule)] as const));
  return { rules: rules(told), differs: differs(), profiles: profiles(), otherwise: otherwise(told) };
}

type Told = ReadonlyMap<RuleTerms, readonly Difference[]>;

/** What the pairs show of a rule; what it says by default where no pair of contracts can show it. */
function differencesOf(rule: RuleTerms): readonly Difference[] {
  const seen = SEEN.filter(({ ruleId }) => ruleId === rule.id);
  if (seen.length > 0) return seen;
  const side = { place: [] };
  const isNew = rule.facet === "existence" && rule.direction === "additive";
  const isGone = rule.facet === "existence" && rule.direction === "weaken";
  const pair = { ...(!isNew && { before: side }), ...(!isGone && { after: side }) };
  const found = { before: null, after: null, message: "", remedy: "", reasons: { consumer: "", producer: "" } };
  return [differenceOf(rule, found, pair, { steps: [], fields: [] })];
}

function rules(told: Told): string {
  return Object.entries(AREAS)
    .map(([letter, title]) => {
      const rows = [...told].filter(([{ row }]) => row.startsWith(letter)).sort(([one], [other]) => byRow(one, other));
      const head = ["rule", "what happened", "readers", "pipelines", "class", "version", "row"];
      const lines = rows.map(([rule, found]) => [
        code(rule.id),
        rule.title,
        answers(found, "consumer"),
        answers(found, "producer"),
        classes(found),
        some(BUMPS.filter((bump) => found.some(({ semver }) => semver === bump))),
        rule.row,
      ]);
      return `### ${title}\n\n${table(head, lines)}`;
    })
    .join("\n\n");
}

function byRow(one: RuleTerms, other: RuleTerms): number {
  return one.row.localeCompare(other.row, "en", { numeric: true });
}

const ANSWERS: Readonly<Record<AxisState, string>> = { broken: "**break**", unknown: "unclear", ok: "fine" };

function answers(found: readonly Difference[], axis: Axis): string {
  const states = (["broken", "unknown", "ok"] as const).filter((state) =>
    found.some(({ axes }) => axes[axis].verdict === state),
  );
  return some(states.map((state) => ANSWERS[state]));
}

/** The worst first. */
function classes(found: readonly Difference[]): string {
  return some(CLASSES.filter((name) => found.some((difference) => difference.class === name)));
}

function some(words: readonly string[]): string {
  return words.join(" or ");
}

function differs(): string {
  const rows = ALL.flatMap(({ id, differs: why }) => (why === undefined ? [] : [[code(id), why]]));
  return table(["rule", "where and why"], rows);
}

function profiles(): string {
  return Object.values(SCALES)
    .map(({ id, title, about }) => `**${title}**: ${code(id)}. ${about}`)
    .join("\n\n");
}

/** Profiles look at what changes, so only pairs can show what they say. */
function otherwise(told: Told): string {
  const shown = new Set(SEEN.map(({ ruleId }) => ruleId));
  const rows = [...told].flatMap(([rule, found]) => {
    if (!shown.has(rule.id)) return [];
    const cells = COLUMNS.map(([, profile, mode]) => {
      const weighed = weigh(found, { profile, mode, severity: new Map() });
      const isAlike = weighed.every((one, index) => one.class === found[index]?.class);
      return isAlike ? "–" : classes(weighed);
    });
    return cells.every((cell) => cell === "–") ? [] : [[code(rule.id), classes(found), ...cells]];
  });
  return table(["rule", "default", ...COLUMNS.map(([head]) => head)], rows);
}
