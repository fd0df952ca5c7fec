import type { Identity } from "./form/contract.ts";
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
  /** What it says, where it may go by another name after all. */
  readonly content?: (form: Form) => string;
}

/**
 * Pairs two lists: by stable id, then by the name that an element says it had, then by name, then by what it
 * says; in order where several have the same name. Ids pair only where both sides have them: an element that gets its first id is still known by its name.
 */
export function pairUp<Form>(
  before: readonly Form[],
  after: readonly Form[],
  names: Names<Form>,
): readonly Match<Form>[] {
  const partner = new Map<Form, { readonly then: Form; readonly by: Surroundings["by"] }>();
  const free = new Set(before);
  const pass = (by: Surroundings["by"], known: (form: Form) => string | undefined, key: typeof known): void => {
    const open = new Map<string, Form[]>();
    for (const form of free) {
      const name = known(form);
      if (name !== undefined) open.set(name, [...(open.get(name) ?? []), form]);
    }
    for (const form of after) {
      const name = partner.has(form) ? undefined : key(form);
      const then = name === undefined ? undefined : open.get(name)?.shift();
      if (then === undefined) continue;
      partner.set(form, { then, by });
      free.delete(then);
    }
  };
  pass("id", names.id, names.id);
  if (names.was !== undefined) {
    pass("renamedFrom", names.id, names.was);
    pass("renamedFrom", names.name, names.was);
  }
  // Also where the ids differ: readers know an element by its name.
  pass("name", names.name, names.name);
  if (names.content !== undefined) pass("content", names.content, names.content);
  const matches = after.map((form): Match<Form> => {
    const found = partner.get(form);
    return found === undefined ? { after: form, by: "name" } : { before: found.then, after: form, by: found.by };
  });
  return [...matches, ...[...free].map((form): Match<Form> => ({ before: form, by: "name" }))];
}

/** Objects and fields. */
export const BY_IDENTITY: Names<Identity> = {
  id: ({ id }) => id,
  was: ({ renamedFrom }) => renamedFrom,
  name: ({ name }) => name,
};
