import type { FieldForm } from "../../form/contract.ts";
import type { TypeForm } from "../../form/type.ts";
import type { Both } from "../../rule.ts";

/** Both types of a field in the words of the author; with what its options say where the words are the same. */
export function typeTexts({ before, after }: Both<FieldForm>): readonly [then: string, now: string] {
  const pairs = [
    [before.physicalType || before.logicalType, after.physicalType || after.logicalType],
    [before.logicalType, after.logicalType],
    [withOptions(before), withOptions(after)],
  ] as const;
  const [then, now] = pairs.find(([one, other]) => one !== other) ?? pairs[2];
  return [then || "any type", now || "any type"];
}

function withOptions(field: FieldForm): string {
  return `${field.physicalType || field.logicalType} (${options(field.type)})`;
}

function options(type: TypeForm): string {
  if (type.kind === "integer" || type.kind === "float") {
    const letter = type.kind === "float" ? "f" : type.signed ? "i" : "u";
    return type.bits === undefined ? "any width" : `${letter}${String(type.bits)}`;
  }
  if (type.kind === "timestamp" || type.kind === "time") {
    if (type.zoned === true) return "with a time zone";
    return `${type.zoned === false ? "without a time zone, " : ""}in ${type.zone ?? "UTC"}`;
  }
  return type.kind === "vector" ? `${type.dimensions} dimensions of ${type.element}` : type.kind;
}

/** The key that holds what differs. */
export function typeKey({ before, after }: Both<FieldForm>): string {
  if (before.physicalType !== after.physicalType) return "physicalType";
  return before.logicalType === after.logicalType ? "logicalTypeOptions" : "logicalType";
}

/** The types that one field says and the other leaves out. */
export function saidTypes(one: FieldForm, other: FieldForm): readonly (readonly [key: string, said: string])[] {
  return (["logicalType", "physicalType"] as const).flatMap((key) =>
    one[key] !== "" && other[key] === "" ? [[key, one[key]] as const] : [],
  );
}
