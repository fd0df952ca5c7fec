import type { Lanes } from "../model/compatibility.ts";
import type { Finding, Level, Origin, Outcome, SubjectKind } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import type { ChangeKind, RuleClass, Verdict } from "../model/report.ts";

/** How one thing is shown everywhere. */
export interface Mark {
  readonly word: string;
  readonly sign: { readonly unicode: string; readonly ascii: string };
  readonly emoji: string;
  readonly colour: "red" | "yellow" | "green" | "cyan" | "magenta" | "gray";
}

/** What a finding is to tools that know three severities. `shown: false`: only measured, never put before an author. */
export interface LevelMark extends Mark {
  readonly shown: boolean;
  readonly sarif: "error" | "warning" | "note";
  readonly annotation: "error" | "warning" | "notice";
}

const CROSS = { unicode: "✗", ascii: "x" };
const CHECK = { unicode: "✓", ascii: "+" };
const ALERT = { unicode: "!", ascii: "!" };
const DOT = { unicode: "•", ascii: "-" };
const QUERY = { unicode: "?", ascii: "?" };
const WAVE = { unicode: "~", ascii: "~" };

export const VERDICTS = {
  pass: { word: "Pass", sign: CHECK, emoji: "✅", colour: "green" },
  fail: { word: "Fail", sign: CROSS, emoji: "❌", colour: "red" },
  error: { word: "No verdict", sign: QUERY, emoji: "🔧", colour: "magenta" },
} as const satisfies Record<Verdict, Mark>;

export const LEVEL_MARKS = {
  off: { word: "off", sign: DOT, emoji: "⚪", colour: "gray", shown: false, sarif: "note", annotation: "notice" },
  shadow: { word: "shadow", sign: DOT, emoji: "⚪", colour: "gray", shown: false, sarif: "note", annotation: "notice" },
  advisory: {
    word: "advisory",
    sign: DOT,
    emoji: "💡",
    colour: "cyan",
    shown: true,
    sarif: "note",
    annotation: "notice",
  },
  warn: {
    word: "warn",
    sign: ALERT,
    emoji: "⚠️",
    colour: "yellow",
    shown: true,
    sarif: "warning",
    annotation: "warning",
  },
  block: { word: "block", sign: CROSS, emoji: "❌", colour: "red", shown: true, sarif: "error", annotation: "error" },
} as const satisfies Record<Level, LevelMark>;

export const OUTCOME_MARKS = {
  pass: { word: "passed", sign: CHECK, emoji: "✅", colour: "green" },
  fail: { word: "failed", sign: CROSS, emoji: "❌", colour: "red" },
  waived: { word: "waived", sign: WAVE, emoji: "🎫", colour: "gray" },
  "not-applicable": { word: "did not apply", sign: DOT, emoji: "⚪", colour: "gray" },
  error: { word: "not judged", sign: QUERY, emoji: "🔧", colour: "magenta" },
} as const satisfies Record<Outcome, Mark>;

export const PROBLEM_MARKS = {
  error: { ...LEVEL_MARKS.block, word: "error" },
  warning: { ...LEVEL_MARKS.warn, word: "warning" },
} as const satisfies Record<Problem["severity"], LevelMark>;

export const ORIGIN_WORDS = {
  new: "new",
  existing: "there before this change",
  policy: "preview, does not count yet",
} as const satisfies Record<Origin, string>;

export const RULE_CLASS_WORDS = {
  tighten: "they get stricter",
  loosen: "they get looser",
  mixed: "some get stricter and some looser",
  neutral: "they judge as before",
  unknown: "whether they get stricter or looser depends on the descriptors",
} as const satisfies Record<RuleClass, string>;

export const CHANGE_WORDS = {
  added: "new",
  changed: "changed",
  removed: "removed",
  renamed: "renamed",
  unchanged: "unchanged",
} as const satisfies Record<ChangeKind, string>;

export const SUBJECT_WORDS = {
  product: "Product",
  contract: "Contract",
  consumer: "Consumer",
  mesh: "Mesh",
} as const satisfies Record<SubjectKind, string>;

/** Above those whom a change concerns. */
export const LANE_WORDS = {
  signOff: "Sign-off: must agree before it lands",
  notify: "Notify: should hear of it",
  safe: "Safe: reads nothing that changes",
} as const satisfies Record<keyof Lanes, string>;

export function markOf(finding: Finding): Mark {
  return finding.outcome === "fail" ? LEVEL_MARKS[finding.level] : OUTCOME_MARKS[finding.outcome];
}

/** What else there is to say of a finding in a few words: `block, there before this change`. */
export function remarksOn(finding: Finding): string {
  const { level, outcome, origin, waiver, waivedUntil, grace } = finding;
  return [
    LEVEL_MARKS[level].word,
    ...(outcome === "fail" ? [] : [OUTCOME_MARKS[outcome].word]),
    ...(origin === "new" ? [] : [ORIGIN_WORDS[origin]]),
    ...(waiver === undefined ? [] : [`waiver ${waiver}${waivedUntil === undefined ? "" : ` until ${waivedUntil}`}`]),
    ...(grace === undefined ? [] : [graceWords(grace)]),
  ].join(", ");
}

/** `grace until 2026-09-01`. */
export function graceWords({ until, over }: NonNullable<Finding["grace"]>): string {
  return over ? `there before, and its grace ended on ${until}` : `grace until ${until}, then it counts`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** The first `few` words; the others are counted: `a, b and 3 more`. */
export function firstOf(words: readonly string[], few: number): string {
  const more = words.length - few;
  return more > 0 ? `${words.slice(0, few).join(", ")} and ${more} more` : listed(words);
}
