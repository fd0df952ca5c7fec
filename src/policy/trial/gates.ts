import type { Level } from "../../model/finding.ts";
import type { CaseOutcome } from "../policy.ts";

/** What the cases and mutants of a policy have shown. */
export interface Shown {
  /** Outcomes of the cases that hold. */
  readonly outcomes: ReadonlySet<CaseOutcome>;
  /** Whether one of them shows what becomes of missing data. */
  readonly missing: boolean;
  readonly survivors: number;
}

export interface Gate {
  readonly level: Level;
  /** What has not been shown yet for this level, in words. */
  readonly lacks: (shown: Shown) => readonly string[];
}

/** What a policy must have shown for each level; the higher levels ask for the lower ones too. */
const GATES: readonly Gate[] = [
  {
    level: "warn",
    lacks: ({ outcomes, missing }) => [
      ...(outcomes.has("pass") ? [] : ["a case that passes"]),
      ...(outcomes.has("fail") ? [] : ["a case that fails"]),
      ...(missing ? [] : ["a case of missing data: one that removes something and does not pass"]),
    ],
  },
  {
    level: "block",
    lacks: ({ survivors }) =>
      survivors === 0
        ? []
        : [`cases that tell ${survivors === 1 ? "1 mutant" : `${survivors} mutants`} from the policy`],
  },
];

/** Up to which level a policy may be raised, and what the next one lacks. */
export function promotion(shown: Shown): { readonly level: Level; readonly lacks: readonly string[] } {
  let level: Level = "advisory";
  for (const gate of GATES) {
    const lacks = gate.lacks(shown);
    if (lacks.length > 0) return { level, lacks };
    level = gate.level;
  }
  return { level, lacks: [] };
}
