import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { isRuleFile } from "../../../src/app/govern/rules.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { changes, DAFF, hold, TIMEOUT } from "./support/cases.ts";
import { judgeChange, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";
import { isMembers, stateOf } from "./support/state.ts";
import type { Value } from "./support/state.ts";

/** A number from a seed, the next one at each call. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function shuffled<T>(items: readonly T[], roll: (sides: number) => number): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(roll(left.length), 1)[0] as T);
}

/** The same content with its keys, and lists whose elements have names, in another order. */
function reordered(value: Value, roll: (sides: number) => number): Value {
  if (Array.isArray(value)) {
    const elements = value.map((element) => reordered(element, roll));
    const names = elements.map((element) => (isMembers(element) ? element["name"] : undefined));
    const isNamed = names.every((name) => typeof name === "string") && new Set(names).size === names.length;
    return isNamed ? [...shuffled(elements, roll)] : elements;
  }
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), roll).map(([key, member]) => [key, reordered(member, roll)]),
  );
}

const isDescriptor = (file: string): boolean => /^(products|consumers)\//.test(file) && !isRuleFile(file);

/** The same mesh: every descriptor in another file of its domain, its keys in another order, as YAML or as JSON. */
function disguised(texts: Texts, seed: number): Texts {
  const roll = dice(seed);
  // Either all files move or none.
  const moves = roll(3) > 0;
  return Object.fromEntries(
    // Of several claims to one id the first file counts, so moved files keep their order.
    [...stateOf(texts, isDescriptor)].sort(byFile).map(([file, content], index) => {
      if (typeof content === "string") return [file, content];
      const documents = content.map((one) => reordered(one, roll));
      const text = documents
        .map((one) =>
          roll(2) === 0 ? JSON.stringify(one, null, roll(4)) : stringify(one, { lineWidth: 40 + roll(60) }),
        )
        .join("\n---\n");
      const [area = "", domain = "", ...rest] = file.split("/");
      const ending = /(\.(odps|odcs))?\.ya?ml$/.exec(rest.at(-1) ?? "")?.[0] ?? ".yaml";
      const moved = [area, domain, `moved-${String(index).padStart(4, "0")}${ending}`].join("/");
      return [moves && rest.length > 0 ? moved : file, text];
    }),
  );
}

/** Policies about changes: another order is another content, and of several claims to one id a move picks another. */
const OF_CHANGE = new Set(rulesOf(DAFF).policies.flatMap(({ id, type }) => (type === "change" ? [id] : [])));

function byFile([one]: readonly [file: string, unknown], [other]: readonly [file: string, unknown]): number {
  return one < other ? -1 : 1;
}

function matters(findings: readonly Finding[]): readonly string[] {
  const standing = findings.filter(({ policy }) => !OF_CHANGE.has(policy));
  return standing.map(({ fingerprint, policy, target }) => `${fingerprint} ${policy} ${target}`).sort();
}

describe.each(changes(12, 1))("what is wrong with $mesh", ({ drawn, cases }) => {
  it("stays the same when files move, keys change places and texts are written anew", { timeout: TIMEOUT }, () => {
    hold(fc.tuple(drawn, fc.nat()), cases, ([{ head: texts }, seed]) => {
      const before = judgeChange(texts, texts);
      const after = judgeChange(texts, disguised(texts, seed));
      expect(before.findings.filter(({ origin }) => origin !== "existing")).toEqual([]);
      expect(matters(after.findings.filter(({ origin }) => origin !== "existing"))).toEqual([]);
      expect(matters(after.fixed)).toEqual([]);
    });
  });
});
