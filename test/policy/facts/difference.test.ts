import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { isObject, own } from "../../../src/model/json.ts";
import { checkRule } from "../../../src/policy/language/check.ts";
import { decide, prepare } from "../../../src/policy/decide.ts";
import { openRoots } from "../../support/fact-trees.ts";
import { AFTER, BEFORE } from "../../docs/mesh.ts";
import { allFacts, DAFF, edited, factsOfChange, TRACKS, without } from "./daff.ts";
import type { Texts } from "./daff.ts";

function ask(name: string, path: string, { kind, value }: Facts): unknown {
  const roots = openRoots(kind, "change", "before");
  const { expression, faults } = checkRule({ [name]: { var: path } }, [], { roots, params: {} });
  if (expression === undefined) return faults[0]?.code;
  const { result } = decide(prepare(expression), { facts: value, params: {}, it: { value: undefined } });
  return result.kind === "truth" ? result.holds : result.kind;
}

describe("what a change does to a fact", () => {
  const versioned = factsOfChange(
    DAFF,
    edited(DAFF, { [TRACKS]: ["version: 3.4.0\nstatus", "version: 3.5.0\nstatus"] }),
  );
  const statusless = factsOfChange(DAFF, edited(DAFF, { [TRACKS]: ['status: " Active"\n', ""] }));
  const gone = factsOfChange(DAFF, without(DAFF, TRACKS));
  const fresh = factsOfChange(without(DAFF, TRACKS), DAFF);

  it.each([
    ["changed", "product.version", versioned, true],
    ["changed", "product.status", versioned, false],
    ["added", "product.version", versioned, false],
    ["removed", "product.status", statusless, true],
    ["changed", "product.status", statusless, true],
    ["added", "product.status", statusless, false],
    ["removed", "product.version", gone, true],
    ["changed", "product.version", gone, true],
    ["added", "product.version", gone, false],
    ["removed", "product.description", gone, false],
    ["added", "product.version", fresh, true],
    ["changed", "product.version", fresh, true],
    ["removed", "product.version", fresh, false],
  ])("is %s %s (%#)", (name, path, facts, answer) => {
    expect(ask(name, path, facts)).toBe(answer);
  });

  it("is nothing where nothing changed, whatever the fact", () => {
    const same = (texts: Texts): readonly Facts[] => allFacts(texts, texts).map(({ facts }) => facts);
    const descriptors = [...same(DAFF), ...same(AFTER), ...same(BEFORE)].filter(({ kind }) => kind !== "mesh");
    const seen = new Set<string>();
    for (const facts of descriptors) {
      const subject = own(facts.value, facts.kind);
      for (const key of isObject(subject) ? Object.keys(subject) : []) {
        const answer = ask("changed", `${facts.kind}.${key}`, facts);
        // Facts that compare themselves are refused.
        if (answer !== "rule-path") expect([facts.id, key, answer]).toEqual([facts.id, key, false]);
        seen.add(`${key} ${String(answer)}`);
      }
    }
    expect([...seen].filter((line) => line.endsWith("rule-path")).sort()).toEqual([
      "changes rule-path",
      "fields rule-path",
      "removedOutputPorts rule-path",
      "sunsets rule-path",
    ]);
  });
});
