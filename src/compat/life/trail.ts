import type { JsonPath } from "../../model/json.ts";
import type { ContractForm, FieldForm, ObjectForm } from "../form/contract.ts";
import { movesOf } from "../move.ts";
import { BY_IDENTITY, pairUp } from "../pair.ts";

/** An object of a contract, or a field with all that it stands in: the outermost first, itself last. */
export interface Trail {
  readonly object: ObjectForm;
  readonly fields: readonly FieldForm[];
}

/** The object or field that stands at a path of the document; undefined where none does. */
export function trailAt({ objects }: ContractForm, place: JsonPath): Trail | undefined {
  const object = objects.find((one) => isWithin(place, one.place));
  if (object === undefined) return undefined;
  const fields: FieldForm[] = [];
  let parts = object.fields;
  for (;;) {
    const field = parts.find((one) => isWithin(place, one.place));
    if (field === undefined) break;
    fields.push(field);
    parts = partsOf(field);
  }
  const found = fields.at(-1) ?? object;
  return found.place.length === place.length ? { object, fields } : undefined;
}

/** Every object and field, with all that it stands in. */
export function trailsIn({ objects }: ContractForm): readonly Trail[] {
  return objects.flatMap((object) => trailsBelow({ object, fields: [] }));
}

/** An element and everything in it. */
export function trailsBelow(trail: Trail): readonly Trail[] {
  const { object, fields } = trail;
  const last = fields.at(-1);
  const parts = last === undefined ? object.fields : partsOf(last);
  return [trail, ...parts.flatMap((part) => trailsBelow({ object, fields: [...fields, part] }))];
}

/** The element that a trail ends with. */
export function lastOf({ object, fields }: Trail): ObjectForm | FieldForm {
  return fields.at(-1) ?? object;
}

/** The element and all that it stands in but the contract, itself first. */
export function withParents(trail: Trail): readonly Trail[] {
  const { object, fields } = trail;
  return fields.length === 0 ? [trail] : [trail, ...withParents({ object, fields: fields.slice(0, -1) })];
}

/** The same element in an older form of the contract: by id, by `meshgate.renamedFrom`, by name, wherever an id moved it. */
export function formerTrail({ object, fields }: Trail, newer: ContractForm, older: ContractForm): Trail | undefined {
  const then = partnerOf(object, older.objects, newer.objects);
  if (then === undefined) return undefined;
  let [now, before]: [Whole, Whole] = [object, then];
  const formers: FieldForm[] = [];
  for (const field of fields) {
    const former = formerPart(field, now, before);
    const last = fields.at(-1);
    if (former === undefined) {
      const moved = last && movesOf(then, object).get(last);
      return moved && trailAt(older, moved.place);
    }
    formers.push(former);
    [now, before] = [field, former];
  }
  return { object: then, fields: formers };
}

/** What has parts: an object, or a field. */
interface Whole {
  readonly fields: readonly FieldForm[];
  readonly items?: FieldForm | undefined;
  readonly key?: FieldForm | undefined;
  readonly value?: FieldForm | undefined;
}

function formerPart(field: FieldForm, now: Whole, before: Whole): FieldForm | undefined {
  const part = (["items", "key", "value"] as const).find((name) => now[name] === field);
  return part === undefined ? partnerOf(field, before.fields, now.fields) : before[part];
}

function partnerOf<Form extends ObjectForm | FieldForm>(
  form: Form,
  before: readonly Form[],
  after: readonly Form[],
): Form | undefined {
  return pairUp(before, after, BY_IDENTITY).find((match) => match.after === form)?.before;
}

function partsOf({ fields, items, key, value }: FieldForm): readonly FieldForm[] {
  return [...fields, ...[items, key, value].flatMap((part) => part ?? [])];
}

function isWithin(place: JsonPath, whole: JsonPath): boolean {
  return whole.every((step, index) => place[index] === step);
}
