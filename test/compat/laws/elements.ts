import type { ContractForm, FieldForm, ObjectForm } from "../../../src/compat/form/contract.ts";
import { sourceOf } from "../../../src/compat/lattice.ts";
import type { Both, Level, Levels, Surroundings } from "../../../src/compat/rule.ts";

/** A part of a contract, and what is around it. */
export interface Element {
  readonly level: Level;
  readonly form: Levels[Level];
  readonly around: Surroundings;
}

/** Every part of a contract that rules look at, in the surroundings of a change. */
export function elementsOf(whole: ContractForm, contract: Both<ContractForm>): readonly Element[] {
  const base: Surroundings = { contract, source: sourceOf(contract), by: "name" };
  const all = (level: Level, forms: readonly Levels[Level][], more: Partial<Surroundings> = {}): readonly Element[] =>
    forms.map((form) => ({ level, form, around: { ...base, ...more } }));
  return [
    ...all("contract", [whole]),
    ...all("serviceLevel", whole.serviceLevels),
    ...all("server", whole.servers),
    ...all("role", whole.roles),
    ...whole.objects.flatMap((form) => {
      const object = { before: form, after: contract.after.objects[0] ?? form };
      return [
        ...all("object", [form]),
        ...standing(form, { object }),
        ...form.fields.flatMap((field) => inField(field, object)),
      ];
    }),
  ];

  function inField(form: FieldForm, object: Both<ObjectForm>): readonly Element[] {
    const parts = [...form.fields, ...[form.items, form.key, form.value].flatMap((part) => part ?? [])];
    return [
      ...all("field", [form], { object }),
      ...standing(form, { object, field: { before: form, after: form } }),
      ...parts.flatMap((part) => inField(part, object)),
    ];
  }

  function standing(
    { promises, relationships }: Pick<FieldForm, "promises" | "relationships">,
    around: Partial<Surroundings>,
  ): readonly Element[] {
    return [...all("promise", promises, around), ...all("relationship", relationships, around)];
  }
}
