import { inForceOn, rulebookOf } from "./in-force.ts";
import { readsFar } from "../../policy/far.ts";
import type { GovernInput } from "./input.ts";
import type { Judgement, Terms } from "./judge.ts";
import type { Rules } from "./rules.ts";

/** What a run judges by, when it judges by `rules`; for `apart` see `rulebookOf`. */
export function termsOf(
  { asOf, recall }: Pick<GovernInput, "asOf" | "recall">,
  rules: Rules,
  apart?: ReadonlySet<string>,
): Terms {
  const isFar = inForceOn(rules.policies, asOf).some(({ policy }) => readsFar(policy));
  const { compatibility } = rules.settings;
  const remembered = recall ?? new Map<string, Judgement>();
  return { rulebook: rulebookOf(rules, asOf, apart), isFar, asOf, recall: remembered, compatibility };
}
