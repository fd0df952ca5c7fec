import type { Bump, ChangeClass, Mode, Profile } from "../../model/compatibility.ts";
import { BUMPS, CLASSES } from "../../model/compatibility.ts";
import type { Difference } from "../compare.ts";

/** What a change is taken for. */
export interface Weight {
  readonly class: ChangeClass;
  readonly semver: Bump;
}

/** The modes in which something can hold a change up. */
export type BlockingMode = Exclude<Mode, "none">;

/** How a profile weighs a change. It answers for every change, of rules too that it has never heard of. */
export interface Scale {
  readonly id: Profile;
  readonly title: string;
  /** Whose severities it has, of which state, and where they come from. */
  readonly about: string;
  readonly weigh: (difference: Difference, mode: BlockingMode) => Weight;
}

/** The bump that goes with a class where nothing else is said. */
const BUMP_OF: Readonly<Record<ChangeClass, Bump>> = {
  breaking: "major",
  risky: "minor",
  safe: "minor",
  docs: "patch",
};

export function weightOf(name: ChangeClass): Weight {
  return { class: name, semver: BUMP_OF[name] };
}

export function worse(one: ChangeClass, other: ChangeClass): ChangeClass {
  return CLASSES.indexOf(one) <= CLASSES.indexOf(other) ? one : other;
}

export function milder(one: ChangeClass, other: ChangeClass): ChangeClass {
  return worse(one, other) === one ? other : one;
}

export function larger(one: Bump, other: Bump): Bump {
  return BUMPS.indexOf(one) <= BUMPS.indexOf(other) ? one : other;
}
