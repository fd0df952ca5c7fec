import type { FieldForm } from "../../form/contract.ts";
import type { TypeForm } from "../../form/type.ts";
import type { Relation, Source } from "../../lattice.ts";
import { relate } from "../../lattice.ts";
import type { Both, Surroundings } from "../../rule.ts";
import { isSameForm } from "../../same.ts";

/** What a change of a type is about. Every change of a type is told of by just one rule. */
export type Topic =
  | "none"
  /** One of both types is said now, or not any more, and the other says as much or less. */
  | "added"
  | "dropped"
  | "widened"
  | "narrowed"
  | "changed"
  | "shape"
  | "date"
  | "zone"
  | "precision"
  | "scale"
  | "key"
  | "vector"
  /** Only the logical type is another one. */
  | "logical"
  /** Another spelling of the same physical type. */
  | "spelling"
  | "unclear";

export interface TypeChange {
  readonly topic: Topic;
  readonly relation: Relation;
  readonly source: Source;
}

export function typeChange(both: Both<FieldForm>, { source }: Surroundings): TypeChange {
  if (isUntouched(both)) return UNTOUCHED;
  const known = KNOWN.get(both.after);
  if (known?.before === both.before && known.change.source === source) return known.change;
  const relation = relate(both.before.type, both.after.type, source);
  const change = { topic: topicOf(both, relation, source), relation, source };
  KNOWN.set(both.after, { before: both.before, change });
  return change;
}

/** Every rule about types asks the same of a pair. */
const KNOWN = new WeakMap<FieldForm, { readonly before: FieldForm; readonly change: TypeChange }>();

/** Most fields are: they are not worth another look. */
const UNTOUCHED: TypeChange = { topic: "none", relation: "same", source: { binding: "late", dialects: [] } };

function isUntouched({ before, after }: Both<FieldForm>): boolean {
  return (
    before.logicalType === after.logicalType &&
    before.physicalType === after.physicalType &&
    isSameForm(before.type, after.type)
  );
}

function topicOf({ before, after }: Both<FieldForm>, relation: Relation, source: Source): Topic {
  const [then, now] = [before.type, after.type];
  if (after.path.endsWith("{key}") && relation !== "same") return "key";
  const isOnlyLess = says(before, after) && !says(after, before);
  const isOnlyMore = says(after, before) && !says(before, after);
  const isOpen = relation === "same" || (relation === "unknown" && then.kind === now.kind);
  if (isOnlyLess && !saysZone(now, then) && (isOpen || relation === "promotion")) return "dropped";
  if (isOnlyMore && !saysZone(then, now) && (isOpen || relation === "narrowing")) return "added";
  if (relation === "incomparable") return topicOfBreak(then, now);
  if (isStrange(before, after, source)) return "unclear";
  if (relation === "promotion") return "widened";
  if (relation === "narrowing") return "narrowed";
  if (relation === "unknown") return momentTopic(then, now) ?? "unclear";
  if (before.logicalType !== after.logicalType && says(before, after) === says(after, before)) return "logical";
  if (before.physicalType === after.physicalType) return "none";
  const isSpelling = plain(before.physicalType) === plain(after.physicalType);
  // What holds a vector may be anything.
  if (now.kind === "vector" && !isSpelling) return "unclear";
  if (isSpelling || !HOLDERS.has(now.kind)) return "spelling";
  return holderTopic(before, after);
}

/** Whether one type says whether moments have a zone, and the other does not. */
function saysZone(one: TypeForm, other: TypeForm): boolean {
  return zoneOf(one) !== undefined && zoneOf(other) === undefined;
}

function zoneOf(type: TypeForm): boolean | undefined {
  return type.kind === "timestamp" || type.kind === "time" ? type.zoned : undefined;
}

/** Kinds whose physical type may name what is inside, such as `array<int>`. */
const HOLDERS: ReadonlySet<string> = new Set(["array", "map", "object"]);

function plain(type: string): string {
  return type.toLowerCase().replaceAll(/\s+/gu, "");
}

/** Parts that say their physical types themselves are compared one by one. */
function holderTopic(before: FieldForm, after: FieldForm): Topic {
  const parts = [before, after].flatMap(({ fields, items, key, value }) => [
    ...fields,
    ...[items, key, value].flatMap((part) => part ?? []),
  ]);
  if (parts.length > 0) return parts.every(({ physicalType }) => physicalType !== "") ? "none" : "unclear";
  const areBare = [before, after].every(({ physicalType }) => /^\w+$/u.test(physicalType.trim()));
  return areBare ? "spelling" : "unclear";
}

/** Whether one field says a type that the other leaves out. */
function says(one: FieldForm, other: FieldForm): boolean {
  return (one.logicalType !== "" && other.logicalType === "") || (one.physicalType !== "" && other.physicalType === "");
}

/** Whether the physical types differ in a way that the types do not show, since no dialect of ours knows one of them. */
function isStrange({ physical: then }: FieldForm, { physical: now }: FieldForm, source: Source): boolean {
  if (then.kind === "none" || now.kind === "none" || isSameForm(then, now)) return false;
  return relate(then, now, source) === "unknown" && (then.kind === "other" || now.kind === "other");
}

function topicOfBreak(then: TypeForm, now: TypeForm): Topic {
  const kinds = [then.kind, now.kind];
  const areBoth = (kind: TypeForm["kind"]): boolean => kinds.every((one) => one === kind);
  if (areBoth("vector")) return "vector";
  if (areBoth("decimal")) return "scale";
  if (kinds.includes("date") && kinds.includes("timestamp")) return "date";
  return momentTopic(then, now) ?? (kinds.some((kind) => COLLECTIONS.has(kind)) ? "shape" : "changed");
}

const COLLECTIONS: ReadonlySet<string> = new Set(["array", "map", "vector"]);

function momentTopic(then: TypeForm, now: TypeForm): "zone" | "precision" | undefined {
  const areMoments =
    (then.kind === "timestamp" && now.kind === "timestamp") || (then.kind === "time" && now.kind === "time");
  if (!areMoments) return undefined;
  const isZone = then.zoned !== now.zoned || (then.zoned !== true && then.zone !== now.zone);
  return isZone ? "zone" : "precision";
}
