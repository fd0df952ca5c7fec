import { differenceOf } from "../difference.ts";
import type { Difference } from "../difference.ts";
import type { ContractForm, FieldForm } from "../form/contract.ts";
import { relate, sourceOf } from "../lattice.ts";
import { aliasedPaths } from "../paths.ts";
import type { RuleTerms } from "../rule.ts";
import { typeTexts } from "../rules/type/text.ts";
import type { Pasts } from "./past.ts";
import type { Trail } from "./trail.ts";
import { lastOf, trailsIn } from "./trail.ts";

/** A field that was there once, as it was last. */
export interface Tombstone {
  readonly field: FieldForm;
  /** The contract that had it last. */
  readonly contract: ContractForm;
}

/** The fields that a contract had once and has no more, by path. */
export function tombstonesOf(pasts: Pasts<ContractForm>): ReadonlyMap<string, Tombstone> {
  const [newest, ...olders] = pasts;
  const alive = new Set(newest?.form ? fieldsIn(newest.form).map(({ field }) => field.path) : []);
  const gone = new Map<string, Tombstone>();
  for (const { form } of olders) {
    for (const { field } of form === null ? [] : fieldsIn(form)) {
      if (form !== null && !alive.has(field.path) && !gone.has(field.path))
        gone.set(field.path, { field, contract: form });
    }
  }
  return gone;
}

/** What is told of a name that comes back. */
export const NAME_REUSED: RuleTerms = {
  id: "field.name.reused",
  row: "B8",
  facet: "type",
  direction: "incomparable",
  title: "A name that was removed comes back with another type",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.name.reused",
  differs: "Tools that compare two files cannot see it; buf asks that names of what is gone stay reserved.",
};

/**
 * Fields of `after` that `before` does not have, and that have a name which the contract had once for something of another
 * type: who reads old rows, or has waited for the field to come back, takes one for the other.
 */
export function reusedNames(
  pasts: Pasts<ContractForm>,
  before: ContractForm,
  after: ContractForm,
): readonly Difference[] {
  const tombstones = tombstonesOf(pasts);
  const there = new Set([
    ...fieldsIn(before).map(({ field }) => field.path),
    ...before.objects.flatMap((object) => [...aliasedPaths(object).values()].flat()),
  ]);
  return fieldsIn(after).flatMap(({ field, steps }) => {
    const gone = there.has(field.path) ? undefined : tombstones.get(field.path);
    if (gone === undefined) return [];
    const relation = relate(gone.field.type, field.type, sourceOf({ before: gone.contract, after }));
    if (relation === "same") return [];
    const [was, is] = typeTexts({ before: gone.field, after: field });
    const isUnclear = relation === "unknown";
    const found = {
      before: was,
      after: is,
      ...(isUnclear && ({ consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" } as const)),
      message: `${field.path} was there until version ${gone.contract.version} as ${was}, and comes back as ${is}.`,
      remedy: `Give the new field another name than ${field.name}.`,
      reasons: {
        consumer: "Queries and readers of the old field work again, and read something else.",
        producer: "Rows from then hold values of the other type under the same name.",
      },
    };
    return [differenceOf(NAME_REUSED, found, { before: gone.field, after: field }, { steps, fields: [field.path] })];
  });
}

interface Named {
  readonly field: FieldForm;
  /** The way to it by names. */
  readonly steps: readonly string[];
}

function fieldsIn(contract: ContractForm): readonly Named[] {
  return trailsIn(contract).flatMap((trail) => {
    const last = lastOf(trail);
    return "path" in last ? [{ field: last, steps: stepsOf(trail) }] : [];
  });
}

function stepsOf({ object, fields }: Trail): readonly string[] {
  const steps = fields.map((field, index) => {
    const parent = fields[index - 1];
    const part = (["items", "key", "value"] as const).find((name) => parent?.[name] === field);
    return part ?? `properties[${field.name}]`;
  });
  return [`schema[${object.name}]`, ...steps];
}
