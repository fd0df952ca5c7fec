import type { Json } from "../../../model/json.ts";
import type { Bound, BoundName, FieldForm } from "../../form/contract.ts";
import type { Comparison } from "../../form/domain.ts";
import { BOUND_KEYS, BOUND_NAMES, compareBounds } from "../../form/domain.ts";
import type { Both } from "../../rule.ts";
import { validValue } from "../../witness.ts";
import { isWithin } from "../../allows.ts";

/** One end of an interval that values of a field keep to, which is another after the change. */
export interface End {
  readonly name: BoundName;
  /** The key that the end is usually written with. */
  readonly key: string;
  readonly before: Bound;
  readonly after: Bound;
  readonly comparison: Comparison;
}

/** The ends that differ. Each is compared for itself, so that an interval which moves loosens one and tightens the other. */
export function endsOf({ before, after }: Both<FieldForm>): readonly End[] {
  const ends: End[] = [];
  for (const name of BOUND_NAMES) {
    const [then, now] = [before.domain.bounds[name] ?? {}, after.domain.bounds[name] ?? {}];
    for (const [index, side] of SIDES.entries()) {
      const [one, other] = [endAt(then, side), endAt(now, side)];
      const comparison = compareBounds(one, other);
      const key = `logicalTypeOptions.${BOUND_KEYS[name][index] ?? ""}`;
      if (comparison !== "equal") ends.push({ name, key, before: one, after: other, comparison });
    }
  }
  return ends;
}

const SIDES = ["least", "most"] as const;

function endAt(bound: Bound, side: (typeof SIDES)[number]): Bound {
  const limit = bound[side];
  return limit === undefined ? {} : { [side]: limit };
}

export function endValue({ least, most }: Bound): Json {
  return (least ?? most)?.value ?? null;
}

/** `at least 3`, `a length of at most 5`; `no maxLength` where there is no such end. */
export function endText({ name, key }: End, { least, most }: Bound): string {
  const end = least ?? most;
  if (end === undefined) return `no ${key.split(".").at(-1) ?? ""}`;
  const side = least === undefined ? (end.open ? "below" : "at most") : end.open ? "above" : "at least";
  return `${NOUNS[name]}${side} ${end.value}`;
}

const NOUNS: Readonly<Record<BoundName, string>> = {
  value: "",
  length: "a length of ",
  items: "a number of items of ",
  properties: "a number of properties of ",
};

/** Values near the ends that one side keeps and the other side does not. */
export function valuesBeyond({ name, before, after }: End, kept: Bound, field: FieldForm): readonly Json[] {
  const broken = kept === before ? after : before;
  const near = [before, after].flatMap(({ least, most }): readonly (number | string)[] => {
    const value = (least ?? most)?.value;
    if (typeof value === "number") return [value, value - 1, value + 1, value - 0.5, value + 0.5];
    return value === undefined ? [] : [value];
  });
  const beyond = near.filter((value) => isWithin(kept, value) && !isWithin(broken, value));
  if (name === "value") return beyond;
  // Long values show no more than short ones.
  const counts = beyond.filter(
    (count): count is number => typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= 1000,
  );
  if (name === "length") return counts.map((count) => "x".repeat(count));
  const item = field.items && validValue(field.items);
  return name === "items" && item !== undefined ? counts.map((count) => Array<Json>(count).fill(item)) : [];
}
