import { compareContracts } from "../compare.ts";
import type { Difference } from "../compare.ts";
import type { ContractForm, FieldForm, ObjectForm } from "../form/contract.ts";

/** What an expectation can be about: the data, and what is promised of it. */
const ASKED: ReadonlySet<Difference["facet"]> = new Set([
  "existence",
  "type",
  "nullability",
  "key",
  "domain",
  "quality",
  "serviceLevel",
]);

/**
 * What a contract does not give of what a reader expects of it, in a contract of the reader's own: everything that the
 * reader names is there, and nothing arrives that it excludes. What it leaves open may be anything.
 */
export function unmet(expectation: ContractForm, offered: ContractForm): readonly Difference[] {
  const asked = {
    ...expectation,
    binding: offered.binding,
    servers: offered.servers,
    objects: asSaid(expectation.objects, offered.objects),
  };
  return compareContracts(asked, offered).filter(
    ({ facet, axes, kind }) => ASKED.has(facet) && kind !== "add" && axes.consumer.verdict !== "ok",
  );
}

/** Whether an expectation names anything at a path, inside it, or around it. */
export function pathsOf({ objects }: ContractForm): readonly string[] {
  return objects.flatMap(({ name, fields }) => (fields.length === 0 ? [name] : fields.flatMap(leavesOf)));
}

function leavesOf(field: FieldForm): readonly string[] {
  const inside = [...field.fields, ...[field.items, field.key, field.value].flatMap((part) => part ?? [])];
  return inside.length === 0 ? [field.path] : inside.flatMap(leavesOf);
}

/** A reader knows objects by their names: where they lie is for the contract to say. */
function asSaid(expected: readonly ObjectForm[], offered: readonly ObjectForm[]): readonly ObjectForm[] {
  return expected.map((object) => {
    const {
      physicalName = object.physicalName,
      physicalType = object.physicalType,
      granularity = object.granularity,
    } = offered.find(({ name }) => name === object.name) ?? {};
    return { ...object, physicalName, physicalType, granularity };
  });
}
