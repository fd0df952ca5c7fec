import { expect, test } from "vitest";
import type { Difference } from "../../../src/compat/compare.ts";
import { RULES } from "../../../src/compat/rules/index.ts";
import type { Example } from "./example.ts";
import { differences } from "./example.ts";

/** Tells every example forth, and back, where the axes are swapped; no rule is left without an example. */
export function tellEach(examples: readonly Example[], rules: readonly { readonly id: string }[]): void {
  test.each(examples)("$title", ({ before, after, told }) => {
    const forth = differences(before, after);
    expect(forth.map(line).sort()).toEqual([...told].sort());
    expect(differences(after, before).map(axes).sort()).toEqual(forth.map(mirrored).sort());
    expect(forth.flatMap(({ message, remedy }) => [message, remedy]).filter((text) => !text.endsWith("."))).toEqual([]);
  });

  test("every rule has an example", () => {
    const told = new Set(examples.flatMap((example) => example.told.map((one) => one.split(" ")[0])));
    expect(rules.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });
}

function line(found: Difference): string {
  return [found.ruleId, found.axes.consumer.verdict, found.axes.producer.verdict, found.class, found.semver].join(" ");
}

/** That something may come does not mean that it may go: there only the rules are each other's mirror. */
function axes({ ruleId, facet, axes: { consumer, producer } }: Difference): string {
  if (facet === "existence") return ruleId;
  return [ruleId, consumer.verdict, producer.verdict].join(" ");
}

function mirrored({ ruleId, facet, axes: { consumer, producer } }: Difference): string {
  const mirror = RULES.find(({ id }) => id === ruleId)?.mirror ?? "";
  if (facet === "existence") return mirror;
  return [mirror, producer.verdict, consumer.verdict].join(" ");
}
