import type { AxisState, ChangeClass, Compatibility, Mode } from "../../model/compatibility.ts";
import type { Diff } from "../../model/diff.ts";
import { LEVEL_MARKS, OUTCOME_MARKS } from "../words.ts";
import type { Mark } from "../words.ts";

/** How a class is shown everywhere. */
export const CLASS_MARKS = {
  breaking: { ...LEVEL_MARKS.block, word: "breaking" },
  risky: { ...LEVEL_MARKS.warn, word: "risky" },
  safe: { ...OUTCOME_MARKS.pass, word: "safe" },
  docs: { ...OUTCOME_MARKS["not-applicable"], word: "docs" },
} as const satisfies Record<ChangeClass, Mark>;

/** What each mode asks, with the name that Confluent has for it. */
const MODE_WORDS = {
  consumer: "Mode consumer (Confluent: FORWARD): what arrives must be what readers were promised.",
  history: "Mode history (Confluent: BACKWARD): what is stored and produced must satisfy the new contract.",
  full: "Mode full (Confluent: FULL): what arrives must be what readers were promised, and what exists must satisfy the new contract.",
  none: "Mode none (Confluent: NONE): nothing is held up.",
} as const satisfies Record<Mode, string>;

/** What changes are weighed by, in one line. */
export function modeWords({ mode, profile }: Pick<Compatibility, "mode" | "profile">): string {
  return `${MODE_WORDS[mode]}${profile === "default" ? "" : ` Severities of ${profile}.`}`;
}

export const STATE_WORDS = {
  ok: "ok",
  broken: "broken",
  unknown: "cannot be told",
} as const satisfies Record<AxisState, string>;

/** Which version is needed, in one sentence; `from` and `to` as they are to be shown. */
export function versionWords(diff: Diff, from: string, to: string, next: string): string {
  const { requiredBump, nextVersion, versionIsEnough, declaredBump } = diff;
  if (declaredBump === "lowered")
    return `${to} is lower than ${from}; expected ${next}${requiredBump === "none" ? "" : " or higher"}.`;
  if (requiredBump === "none") return "No new version is needed.";
  const wanted = `These changes need a ${requiredBump} version`;
  if (versionIsEnough && nextVersion === null)
    return `${wanted}; ${from} is not semantic, so whether ${to} is one is yours to say.`;
  if (versionIsEnough) return `${wanted}, and ${to} is enough.`;
  if (nextVersion === null) return `${wanted}; ${from} is not semantic, so which one is yours to say.`;
  if (declaredBump === "none") return `${wanted}: ${next}.`;
  return `${wanted}: ${next}, not ${to}.`;
}
