import type { FieldForm } from "../../form/contract.ts";

const PARTS = { items: "items", key: "map.key", value: "map.value" } as const;

/** Which parts of a list or map are described after and were not before, where it is a list or map on both sides. */
export function partsAdded(before: FieldForm, after: FieldForm): readonly string[] {
  if (before.type.kind !== after.type.kind) return [];
  return (["items", "key", "value"] as const)
    .filter((part) => before[part] === undefined && after[part] !== undefined)
    .map((part) => PARTS[part]);
}
