import fc from "fast-check";
import type { Json } from "../../../src/model/json.ts";
import { isList, isObject } from "../../../src/model/json.ts";
import { level, object, role, server } from "./contracts.ts";
import { field } from "./fields.ts";
import type { Node } from "./parts.ts";
import { fieldName, relationship, rule, stableId } from "./parts.ts";

/** What can be edited, by the key of the list that it stands in. */
const DONORS = {
  properties: field,
  schema: object,
  quality: rule,
  slaProperties: level,
  servers: server,
  roles: role,
  relationships: relationship,
};

type Kind = keyof typeof DONORS;

/** One edit of a part of a contract, which is chosen by its number among those of its kind. */
export interface Edit {
  readonly kind: Kind;
  readonly at: number;
  readonly act: (typeof ACTS)[number];
  readonly key: number;
  readonly name: string;
  readonly id: string | undefined;
  /** Another part of the kind, of which something is taken. */
  readonly donor: Node;
}

const ACTS = [
  "set",
  "set",
  "set",
  "type",
  "drop",
  "drop",
  "remove",
  "add",
  "nudge",
  "nudge",
  "nudge",
  "rename",
] as const;
const SHARES: readonly (readonly [Kind, number])[] = [
  ["properties", 12],
  ["schema", 2],
  ["quality", 2],
  ["slaProperties", 1],
  ["servers", 1],
  ["roles", 1],
  ["relationships", 1],
];

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  ...SHARES.map(([kind, weight]) => ({
    weight,
    arbitrary: fc.record({
      kind: fc.constant(kind),
      at: fc.nat(100),
      act: fc.constantFrom(...ACTS),
      key: fc.nat(100),
      name: fieldName,
      id: fc.option(stableId, { nil: undefined }),
      donor: DONORS[kind],
    }),
  })),
);

/** The contract after some edits; the one before stays as it is. */
export function edited(contract: Node, edits: readonly Edit[]): Node {
  const copy = structuredClone(contract);
  for (const one of edits) apply(copy, one);
  return copy;
}

/** A part of a contract with the list that it stands in. */
interface Slot {
  readonly key: string;
  readonly list: Json[];
  readonly node: Node;
}

/** Every part of a contract that can be edited; items of lists and values of maps stand alone. */
export function slotsOf(value: Json, key = "", slots: Slot[] = []): readonly Slot[] {
  if (isList(value)) {
    for (const node of value) {
      if (isObject(node) && Object.hasOwn(DONORS, key)) slots.push({ key, list: value as Json[], node: node });
      slotsOf(node, "", slots);
    }
  } else if (isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      if (["items", "key", "value"].includes(name) && isObject(part))
        slots.push({ key: "properties", list: [], node: part });
      slotsOf(part, name, slots);
    }
  }
  return slots;
}

const TYPE = ["logicalType", "physicalType", "logicalTypeOptions", "enum", "properties", "items", "map"];

function apply(contract: Node, { kind, at, act, key, name, id, donor }: Edit): void {
  const slots = slotsOf(contract).filter((slot) => slot.key === kind);
  const slot = slots[at % Math.max(slots.length, 1)];
  if (slot === undefined) return;
  const { node, list } = slot;
  const keys = Object.keys(act === "drop" ? node : donor).filter(
    (one) => !["name", "id", "server", "role", "property"].includes(one),
  );
  const chosen = keys[key % Math.max(keys.length, 1)] ?? "";
  if (act === "set" && chosen !== "") node[chosen] = donor[chosen] ?? null;
  else if (act === "drop") Reflect.deleteProperty(node, chosen);
  else if (act === "type") {
    for (const one of TYPE) Reflect.deleteProperty(node, one);
    for (const one of TYPE) if (donor[one] !== undefined) node[one] = donor[one];
  } else if (act === "remove") list.splice(list.indexOf(node), 1);
  else if (act === "add") add(list, kind === "properties" || kind === "schema" ? { ...donor, name } : donor);
  else if (act === "rename") rename(slot, name, id, key);
  else nudge(node, key);
}

function add(list: Json[], part: Node): void {
  const known = list as Node[];
  const isKnown = (key: string): boolean => part[key] !== undefined && known.some((one) => one[key] === part[key]);
  if (["name", "id", "server", "role"].some(isKnown)) return;
  list.push(part);
}

/** Known by a stable id, by what it says that it was called, or as a new one. */
function rename({ list, node }: Slot, name: string, id: string | undefined, key: number): void {
  const others = list as Node[];
  if (
    node["name"] === undefined ||
    others.some((one) => one["name"] === name || (one !== node && id !== undefined && one["id"] === id))
  )
    return;
  if (id !== undefined) node["id"] = id;
  else if (key % 2 === 0) node["customProperties"] = [{ property: "meshgate.renamedFrom", value: node["name"] }];
  node["name"] = name;
}

/** Moves a number, adds or drops a value, or flips a flag of a field. */
function nudge(node: Node, key: number): void {
  const values = node["enum"];
  if (isList(values) && key % 3 > 0) {
    node["enum"] = key % 3 === 1 ? [...values, { value: "other" }] : values.slice(1);
    return;
  }
  const said = node["logicalTypeOptions"];
  const options = isObject(said) ? said : {};
  const numbers = Object.keys(options).filter((one) => typeof options[one] === "number");
  const chosen = numbers[key % Math.max(numbers.length, 1)];
  if (chosen === undefined) node["required"] = node["required"] !== true;
  else Object.assign(options, { [chosen]: Number(options[chosen]) + (key % 2 === 0 ? 1 : -1) });
}
