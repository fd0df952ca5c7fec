import { ALIASES } from "../../../model/aliases.ts";
import type { FieldForm } from "../../form/contract.ts";
import type { Both, Surroundings } from "../../rule.ts";

/** A name of a field that is another one now. */
export interface Renaming {
  readonly key: "name" | "physicalName";
  readonly then: string;
  readonly now: string;
  /** `aliased`: the old one goes on as an alias; `toAlias`: the new one was an alias; `swapped`: both; `plain`: neither. */
  readonly way: "aliased" | "toAlias" | "swapped" | "plain";
}

/** What a field is called and what it is stored as, where that differs. A field that moved is told of as a whole. */
export function renamings(
  { before, after }: Both<FieldForm>,
  { by }: Surroundings,
): { readonly name?: Renaming; readonly physicalName?: Renaming } {
  if (by === "moved") return {};
  const renaming = (key: Renaming["key"]): Renaming | undefined => {
    const [then, now] = [before[key], after[key]];
    if (then === now) return undefined;
    const [goesOn, wasThere] = [after.aliases.includes(then), before.aliases.includes(now)];
    return { key, then, now, way: goesOn ? (wasThere ? "swapped" : "aliased") : wasThere ? "toAlias" : "plain" };
  };
  const [name, physicalName] = [renaming("name"), renaming("physicalName")];
  return { ...(name && { name }), ...(physicalName && { physicalName }) };
}

/** The names of a field that changed in one way; a field that is stored under its name has one. */
export function renamedBy(way: Renaming["way"], both: Both<FieldForm>, around: Surroundings): readonly Renaming[] {
  const { name, physicalName } = renamings(both, around);
  const isOne = name?.then === physicalName?.then && name?.now === physicalName?.now;
  return [name, isOne ? undefined : physicalName].filter((one) => one?.way === way).filter((one) => one !== undefined);
}

/** Which of the two names the data of the one is delivered under, and that of the other is not. */
export function deliveredOnly(one: FieldForm, other: FieldForm, { then, now }: Renaming): readonly string[] {
  const [there, elsewhere] = [delivered(one), delivered(other)];
  return [then, now].filter((name) => there.includes(name) && !elsewhere.includes(name));
}

/** Aliases that are new. The old name that goes on as one is told of with the new name. */
export function aliasesAdded(both: Both<FieldForm>, around: Surroundings): readonly string[] {
  return aliasesOnly(
    both.after,
    both.before,
    around,
    renamedBy("aliased", both, around).map(({ then }) => then),
  );
}

/** Aliases that are gone. The one that is the name now is told of with the old name. */
export function aliasesRemoved(both: Both<FieldForm>, around: Surroundings): readonly string[] {
  return aliasesOnly(
    both.before,
    both.after,
    around,
    renamedBy("toAlias", both, around).map(({ now }) => now),
  );
}

/** Where a list of aliases stands. */
export const ALIAS_KEY = `customProperties[${ALIASES}]`;

function aliasesOnly(
  { aliases }: FieldForm,
  other: FieldForm,
  { by }: Surroundings,
  told: readonly string[],
): readonly string[] {
  if (by === "moved" || aliases.length === 0) return [];
  const there = new Set([...delivered(other), ...told]);
  return aliases.filter((name) => !there.has(name));
}

function delivered({ physicalName, aliases }: FieldForm): readonly string[] {
  return [...new Set([physicalName, ...aliases])];
}
