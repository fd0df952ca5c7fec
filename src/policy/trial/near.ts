import type { Json } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import { parseInstant } from "../values/date.ts";
import { parseDuration } from "../values/duration.ts";
import { parseQuantity } from "../values/quantity.ts";

/** How a text of a type is moved a little. */
const TYPED: Readonly<Record<string, (text: string) => readonly string[]>> = {
  duration: (text) => steps(text, LAST_NUMBER).filter((near) => parseDuration(near) !== undefined),
  quantity: (text) =>
    (parseDuration(text) === undefined ? steps(text, FIRST_NUMBER) : steps(text, LAST_NUMBER)).filter(
      (near) => parseQuantity(near) !== undefined,
    ),
  version: versions,
  range: versions,
  date: (text) => days(text),
  // Which classifications there are, and whether another text is one, is known only to the mesh.
  classification: () => [],
};

/** Values next to a value by the type of what it is used as: a little less, a little more, or just another one. */
export function neighboursOf(value: Json, type: string): readonly Json[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return numbers(value);
  if (typeof value === "string") return (TYPED[type] ?? otherText)(value);
  return isList(value) ? value.map((_, index) => without(value, index)) : [];
}

export function without<T>(values: readonly T[], index: number): readonly T[] {
  return values.filter((_, position) => position !== index);
}

function numbers(value: number): readonly number[] {
  return steps(String(value), FIRST_NUMBER).map(Number);
}

function otherText(text: string): readonly string[] {
  return [`${text}x`];
}

const FIRST_NUMBER = /-?\d+(?:\.\d+)?/;
const LAST_NUMBER = /\d+(?:\.\d+)?(?!.*\d)/;

/** The number in a text one less and one more in its last place. */
function steps(text: string, number: RegExp): readonly string[] {
  const found = number.exec(text)?.[0];
  if (found === undefined) return [];
  const places = /\.(\d+)/.exec(found)?.[1]?.length ?? 0;
  return [-1, 1].map((step) => text.replace(number, (Number(found) + step / 10 ** places).toFixed(places)));
}

/** The version before and the one after, also of the first version in a range. */
function versions(text: string): readonly string[] {
  const [found, major = 0, minor = 0, patch = 0] = /(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [];
  if (found === undefined) return [];
  const [first, second, third] = [Number(major), Number(minor), Number(patch)];
  const before = third > 0 ? [first, second, third - 1] : second > 0 ? [first, second - 1, 9] : [first - 1, 9, 9];
  return [before, [first, second, third + 1]]
    .filter(([least = 0]) => least >= 0)
    .map((version) => text.replace(found, version.join(".")));
}

const DAY = 86_400_000_000_000n;

/** The day before and the day after, at the same time of day. */
function days(text: string): readonly string[] {
  const midnight = parseInstant(text.slice(0, 10));
  if (midnight === undefined) return [];
  return [-DAY, DAY].map((step) => {
    const day = new Date(Number((midnight + step) / 1_000_000n)).toISOString().slice(0, 10);
    return `${day}${text.slice(10)}`;
  });
}
