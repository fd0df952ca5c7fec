import { canonical } from "../model/json.ts";
import type { FieldForm, Identity } from "./form/contract.ts";
import type { Pair, Surroundings } from "./rule.ts";

/** One pair, and what made it one. */
export interface Match<Form> extends Pair<Form> {
  readonly by: Surroundings["by"];
}

/** What an element can be known by. */
interface Names<Form> {
  readonly id: (form: Form) => string | undefined;
  /** The id or name that it says it had. */
  readonly was?: (form: Form) => string | undefined;
  /** The natural key. */
  readonly name: (form: Form) => string;
  /** Names that it goes by besides. */
  readonly aliases?: (form: Form) => readonly string[];
  /** What it says, where it may go by another name after all. */
  readonly content?: (form: Form) => string;
}

/**
 * Pairs two lists: by stable id, then by the name that an element says it had, then by name, then where the name of the
 * one is an alias of the other alone, then by what it says. Of several with the same name those that say the same belong together, wherever they stand. Ids pair only where both sides have them: an element that gets its first id is still known by its name.
 */
export function pairUp<Form>(
  before: readonly Form[],
  after: readonly Form[],
  names: Names<Form>,
): readonly Match<Form>[] {
  if (before.length === 0 && after.length === 0) return [];
  const partner = new Map<Form, { readonly then: Form; readonly by: Surroundings["by"] }>();
  const free = new Set(before);
  const pass = (by: Surroundings["by"], known: (form: Form) => string | undefined, key: typeof known): void => {
    const open = grouped(free, known);
    const seeking = grouped(
      after.filter((form) => !partner.has(form)),
      key,
    );
    for (const [name, forms] of seeking) {
      for (const [then, form] of couples(open.get(name) ?? [], forms)) {
        partner.set(form, { then, by });
        free.delete(then);
      }
    }
  };
  pass("id", names.id, names.id);
  if (names.was !== undefined) {
    const was = newsOf(before, names);
    pass("renamedFrom", names.id, was);
    pass("renamedFrom", names.name, was);
  }
  // Also where the ids differ: readers know an element by its name.
  pass("name", names.name, names.name);
  if (names.aliases !== undefined && free.size > 0) {
    const left = after.filter((form) => !partner.has(form));
    for (const [then, form] of aliased(free, left, names.name, names.aliases)) {
      partner.set(form, { then, by: "alias" });
      free.delete(then);
    }
  }
  if (names.content !== undefined) pass("content", names.content, names.content);
  const matches = after.map((form): Match<Form> => {
    const found = partner.get(form);
    return found === undefined ? { after: form, by: "name" } : { before: found.then, after: form, by: found.by };
  });
  return [...matches, ...[...free].map((form): Match<Form> => ({ before: form, by: "name" }))];
}

/** The name that an element had. What it said of itself before already is no news. */
function newsOf<Form>(before: readonly Form[], { name, was }: Names<Form>): (form: Form) => string | undefined {
  const textOf = (form: Form): string => canonical([name(form), was?.(form) ?? null]);
  const told = new Set(before.filter((form) => was?.(form) !== undefined).map(textOf));
  return (form) => (was?.(form) === undefined || told.has(textOf(form)) ? undefined : was(form));
}

/** Those of which the one has an alias that is the name of the other, and neither could be anything else. */
function aliased<Form>(
  before: Iterable<Form>,
  after: readonly Form[],
  name: (form: Form) => string,
  aliases: (form: Form) => readonly string[],
): readonly (readonly [Form, Form])[] {
  const [then, now] = [grouped(before, name), grouped(after, name)];
  const partners = new Map<Form, Set<Form>>();
  const meet = (one: Form, other: Form): void => {
    partners.set(one, (partners.get(one) ?? new Set()).add(other));
    partners.set(other, (partners.get(other) ?? new Set()).add(one));
  };
  for (const form of after)
    for (const other of aliases(form).flatMap((alias) => then.get(alias) ?? [])) meet(other, form);
  for (const form of before)
    for (const other of aliases(form).flatMap((alias) => now.get(alias) ?? [])) meet(form, other);
  return after.flatMap((form) => {
    const [other, ...more] = partners.get(form) ?? [];
    return other === undefined || more.length > 0 || partners.get(other)?.size !== 1 ? [] : [[other, form] as const];
  });
}

function grouped<Form>(forms: Iterable<Form>, key: (form: Form) => string | undefined): ReadonlyMap<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const name = key(form);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [form]);
    else group.push(form);
  }
  return groups;
}

function couples<Form>(before: readonly Form[], after: readonly Form[]): readonly (readonly [Form, Form])[] {
  const [then, now] = [before[0], after[0]];
  if (then === undefined || now === undefined) return [];
  if (before.length === 1 && after.length === 1) return [[then, now]];
  const left = ranked(before);
  const alike = ranked(after).flatMap((other) => {
    const at = left.findIndex(({ said }) => said === other.said);
    return at < 0 ? [] : [[left.splice(at, 1)[0]?.form, other.form] as const];
  });
  const met = new Set(alike.map(([, form]) => form));
  const rest = ranked(after).filter(({ form }) => !met.has(form));
  return [...alike, ...rest.map(({ form }, index) => [left[index]?.form, form] as const)].flatMap(([one, other]) =>
    one === undefined ? [] : [[one, other] as const],
  );
}

/** By what they say, so that it does not matter where they stand. */
function ranked<Form>(forms: readonly Form[]): { readonly form: Form; readonly said: string }[] {
  return forms
    .map((form) => ({ form, said: contentOf(form) }))
    .sort((one, other) => (one.said < other.said ? -1 : Number(one.said > other.said)));
}

/** Every match with what it is called; of several that are called alike all but the first have a number behind it. */
export function called<Form>(
  matches: readonly Match<Form>[],
  name: (form: Form) => string,
): readonly (readonly [match: Match<Form>, name: string])[] {
  const known = ({ before, after }: Match<Form>): string => {
    const form = after ?? before;
    return form === undefined ? "" : name(form);
  };
  const numbers = new Map<Match<Form>, number>();
  for (const alike of grouped(matches, known).values())
    if (alike.length > 1) ranked(alike).forEach(({ form }, index) => numbers.set(form, index + 1));
  return matches.map((match) => {
    const number = numbers.get(match) ?? 1;
    return [match, number === 1 ? known(match) : `${known(match)}#${number}`];
  });
}

/** All that an element says, but not where it stands. */
function contentOf(form: unknown): string {
  return JSON.stringify(form, (key, value: unknown) =>
    key === "place" ? undefined : value instanceof Map ? [...(value as ReadonlyMap<string, unknown>)] : value,
  );
}

/** Objects and fields; only fields have aliases. */
export const BY_IDENTITY: Names<Identity & Partial<Pick<FieldForm, "aliases">>> = {
  id: ({ id }) => id,
  was: ({ renamedFrom }) => renamedFrom,
  name: ({ name }) => name,
  aliases: ({ aliases = [] }) => aliases,
};
