import { expect, it } from "vitest";
import type { AffectedReader } from "../../src/model/compatibility.ts";
import type { Ending } from "../../src/model/ending.ts";
import { endingText } from "../../src/report/ending/text.ts";

function reader(consumer: string, effect: AffectedReader["effect"], owners: readonly string[]): AffectedReader {
  return {
    ...{ consumer, kind: "product", domain: "player", input: "in", port: "p@1.0.0", pin: "1.0.0", effect, owners },
    ...{ evidence: "uses", reason: "uses a.b", owner: owners[0] ?? "" },
  };
}

const ENDING: Ending = {
  act: "deprecate",
  name: "p#q/a.b",
  file: "a.yaml",
  written: ["deprecated: true"],
  refusals: [],
  deprecation: { announced: null, removableFrom: null, core: false, isOver: false },
  removableFrom: "2026-03-12",
  asOf: "2026-02-10",
  readers: [],
  next: [],
};
const SCREEN = { colour: false, unicode: true, width: 80 };

it("names who may be hit, who answers, and where nobody does", () => {
  const readers = [
    reader("one", "hit", ["@a", "@b"]),
    reader("two", "unknown", []),
    reader("three", "miss", ["@c"]),
    reader("one", "miss", ["@a"]),
  ];
  expect(endingText({ ...ENDING, readers }, true, SCREEN)).toBe(`p#q/a.b would be deprecated.
  not written  a.yaml
    deprecated: true

Announced today, it may go from 2026-03-12 on.

2 readers left to move
  reads  one · product · player · reads p@1.0.0
         uses a.b; @a, @b
  maybe  two · product · player · reads p@1.0.0
         uses a.b; nobody answers for it
  1 other reads there, and does without it.
  Ask @a, @b.
  Nobody answers for two.
`);
});

it("lets nothing out that a terminal would obey", () => {
  const bad = "\u001b[31m\nred\u202e";
  const ending: Ending = {
    ...ENDING,
    ...{ name: bad, file: bad, written: [bad], refusals: [bad], next: [bad] },
    readers: [{ ...reader(bad, "hit", [bad]), domain: bad, port: bad, reason: bad }],
  };
  for (const act of ["deprecate", "retire"] as const) {
    const text = endingText({ ...ending, act }, false, SCREEN);
    for (const character of ["\u001b", "\u202e"]) expect(text).not.toContain(character);
  }
});
