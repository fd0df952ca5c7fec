import type { Json } from "../model/json.ts";
import { accepts } from "./accepts.ts";
import { allows } from "./allows.ts";
import type { FieldForm } from "./form/contract.ts";
import type { TypeForm } from "./form/type.ts";

/** A value that a field surely allows and another type surely does not; undefined where none is known. */
export function valueOutside(field: FieldForm, other: TypeForm): Json | undefined {
  const samples = field.domain.values?.map((value) => JSON.parse(value) as Json) ?? samplesFor(other);
  return samples.find((value) => accepts(other, value) === false && allows(field, value));
}

/** Values at the edges of a type and of every other kind, the plainest last. */
function samplesFor(type: TypeForm): readonly Json[] {
  return [
    ...edges(type),
    1,
    0.5,
    -1,
    true,
    "x",
    "2026-01-01",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00Z",
    "00:00:00",
  ];
}

function edges(type: TypeForm): readonly Json[] {
  if (type.kind === "integer") return type.bits === undefined ? [] : [2 ** (type.signed ? type.bits - 1 : type.bits)];
  if (type.kind === "float") return [1e39];
  if (type.kind === "decimal")
    return [10 ** ((type.precision ?? 0) - (type.scale ?? 0)), Number(`5e${String(-1 - (type.scale ?? 0))}`)];
  if (type.kind !== "string" || type.length === undefined || type.length > 1000) return [];
  return ["x".repeat(type.length + 1)];
}
