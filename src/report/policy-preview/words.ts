import type { Altered, PolicyPreview, PreviewedDay, State } from "../../model/policy-preview.ts";
import { STATES } from "../../model/policy-preview.ts";
import { counted, RULE_CLASS_WORDS } from "../words.ts";

export const STATE_WORDS = {
  error: "not judged",
  blocked: "blocked",
  warned: "warned",
  waived: "waived",
  passing: "passing",
  "not-applicable": "not applicable",
} as const satisfies Record<State, string>;

/** `What this does to the rules: they get stricter`. */
export function previewTitle({ class: sort }: PolicyPreview): string {
  return `What this does to the rules: ${RULE_CLASS_WORDS[sort]}`;
}

/** `2026-12-15: 3 newly blocked, 2 newly warned of 23 products and consumers`. */
export function dayTitle({ day, tally }: PreviewedDay, asOf: string): string {
  const when = day === asOf ? `Today, ${day}` : `From ${day} on`;
  const parts = STATES.filter((state) => tally[state].newly > 0).map(
    (state) => `${tally[state].newly} newly ${STATE_WORDS[state]}`,
  );
  const all = STATES.reduce((sum, state) => sum + tally[state].after, 0);
  const whom = counted(all, "product or consumer", "products and consumers");
  return parts.length === 0
    ? `${when}: none of ${whom} is judged otherwise`
    : `${when}: ${parts.join(", ")} of ${whom}`;
}

/** Altered ones by what becomes of them, the worst first. */
export function byState({ altered }: PreviewedDay): readonly (readonly [State, readonly Altered[]])[] {
  return STATES.flatMap((state) => {
    const alike = altered.filter(({ after }) => after === state);
    return alike.length === 0 ? [] : [[state, alike] as const];
  });
}

export function historyTitle({ judged, stopped, commits }: NonNullable<PolicyPreview["history"]>): string {
  const whole = `${counted(judged, "change")} to products among the last ${counted(commits, "commit")}`;
  return `Would have stopped ${stopped.length} of ${whole}`;
}
