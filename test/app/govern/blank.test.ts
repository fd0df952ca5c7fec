import { expect, it } from "vitest";
import { PLAIN, PLAYS, policy, policyFile, product } from "./support/plain.ts";
import { judgeTree } from "./support/runs.ts";

const ASKED = {
  owned: { not: { empty: { var: "product.owners" } } },
  described: { not: { empty: { var: "product.description.purpose" } } },
  worded: { gte: [{ words: { var: "product.description.purpose" } }, 1] },
} as const;

it.each([
  ["a space", " "],
  ["a word joiner", "\u2060"],
  ["a soft hyphen", "\u00ad"],
  ["the filler of Hangul", "\u3164"],
  ["the fillers of its parts", "\u115f\u1160"],
  ["the narrow filler", "\uffa0"],
])("takes %s for nothing", (_, blank) => {
  const texts = {
    ...PLAIN,
    [policyFile("owned")]: policy("owned", { rule: ASKED.owned }),
    [policyFile("described")]: policy("described", { rule: ASKED.described }),
    [policyFile("worded")]: policy("worded", { rule: ASKED.worded }),
  };
  const judged = (text: string): readonly string[] =>
    judgeTree({
      ...texts,
      [PLAYS]: product("plays", { name: "Plays", team: { name: text }, description: { purpose: text } }),
    })
      .findings.filter(({ subject }) => subject.id === "plays")
      .map(({ policy: id, outcome }) => `${outcome} ${id}`)
      .sort();
  expect(judged(blank)).toEqual(["fail own.described", "fail own.owned", "fail own.worded"]);
  expect(judged(`a${blank}`)).toEqual([]);
});
