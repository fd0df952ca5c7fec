import { describe, expect, it } from "vitest";
import { isList, isObject } from "../../../src/model/json.ts";
import type { Json } from "../../../src/model/json.ts";
import { AFTER, BEFORE } from "../../docs/mesh.ts";
import { allFacts, DAFF } from "./daff.ts";

/** What depends on the day itself, on who has left a team by then, and on how much notice is left (asked about changes alone). */
const CLOCKED = ["asOf", "owners", "namedOwners", "activeMembers", "sunsets"];

/** Every path at which two values differ. */
function differences(
  one: Json | undefined,
  other: Json | undefined,
  path: readonly string[] = [],
): readonly string[][] {
  const [left, right] = [membersOf(one), membersOf(other)];
  if (left === undefined || right === undefined) return one === other ? [] : [[...path]];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differences(left[key], right[key], [...path, key]),
  );
}

function membersOf(value: Json | undefined): Readonly<Record<string, Json>> | undefined {
  return isList(value) ? Object.fromEntries(value.entries()) : isObject(value) ? value : undefined;
}

describe("what another day changes in the facts", () => {
  it("is under the names that are said to depend on it, and each of these does", () => {
    const found = [
      [DAFF, DAFF],
      [AFTER, BEFORE],
    ].flatMap(([after = {}, before]) => {
      const [early, late] = ["2020-01-01", "2030-01-01"].map((asOf) => allFacts(after, before, asOf));
      return (early ?? []).flatMap(({ facts }, index) => differences(facts.value, late?.[index]?.facts.value));
    });
    expect(found.filter((path) => !path.some((step) => CLOCKED.includes(step)))).toEqual([]);
    expect(CLOCKED.filter((name) => !found.some((path) => path.includes(name)))).toEqual([]);
  });
});
