import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { govern } from "../../../src/app/govern/govern.ts";
import type { GovernInput } from "../../../src/app/govern/input.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { Report } from "../../../src/model/report.ts";
import { changes, hold, TIMEOUT } from "./support/cases.ts";
import { truthOfChange, truthOfTree } from "./support/oracle.ts";
import { BLOBS, inputOf, jsonRecall, judgeChange, judgeSparingly, judgeTree } from "./support/runs.ts";

const asText = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => JSON.stringify({ ...finding, origin: undefined })).sort();

function ofOrigin({ findings }: Report, origin: Finding["origin"]): string[] {
  return asText(findings.filter((finding) => finding.origin === origin));
}

describe.each(changes(20, 2))("a change to $mesh", ({ cases, drawn }) => {
  it("is judged as if everything were judged on both sides", { timeout: TIMEOUT }, () => {
    hold(drawn, cases, ({ base, head }) => {
      const input = inputOf(base, head);
      const report = govern(input, BLOBS);
      const truth = truthOfChange(input);
      expect(ofOrigin(report, "new")).toEqual(asText(truth.fresh));
      expect(asText(report.fixed)).toEqual(asText(truth.fixed));
      const existing = ofOrigin(report, "existing");
      expect(existing).toEqual(expect.arrayContaining(asText(truth.existing)));
      expect(asText(truth.allExisting)).toEqual(expect.arrayContaining(existing));
    });
  });

  it("is judged the same with a memory, with the bytes it asks for, and in any order", { timeout: TIMEOUT }, () => {
    const recall = jsonRecall();
    hold(
      fc.tuple(drawn, fc.array(fc.nat(), { minLength: 5, maxLength: 9 })),
      cases / 2,
      ([{ base, head }, numbers]) => {
        const input = inputOf(base, head);
        const report = govern(input, BLOBS);
        expect(judgeSparingly({ ...input, recall })).toEqual(report);
        expect(judgeSparingly({ ...input, recall })).toEqual(report);
        expect(judgeSparingly(disordered(input, numbers))).toEqual(report);
      },
    );
    expect(recall.size).toBeGreaterThan(0);
  });

  it("mends going back what it breaks going forth", { timeout: TIMEOUT }, () => {
    hold(drawn, cases / 2, ({ base, head }) => {
      // What cannot be read keeps its state of the other side, and of copies one takes the place of another: neither is
      // the same both ways.
      const trees = [base, head].map((texts) => judgeTree(texts));
      fc.pre(trees.every(({ problems }) => problems.every(({ severity }) => severity !== "error")));
      fc.pre(trees.every(({ findings }) => !findings.some(({ policy }) => policy.startsWith("baseline.unique-"))));
      const [forth, back] = [judgeChange(base, head), judgeChange(head, base)];
      expect(unnamed(back, "new")).toEqual(expect.arrayContaining(unnamed(forth, "fixed")));
      expect(unnamed(forth, "new")).toEqual(expect.arrayContaining(unnamed(back, "fixed")));
    });
  });
});

describe.each(changes(8, 1))("all of $mesh", ({ cases, drawn }) => {
  it("is judged as if nothing were known", { timeout: TIMEOUT }, () => {
    const recall = jsonRecall();
    hold(drawn, cases, ({ base, head }) => {
      for (const texts of [base, head]) {
        const truth = truthOfTree(inputOf(undefined, texts));
        const report = judgeTree(texts, { recall });
        expect(ofOrigin(report, "new")).toEqual(asText(truth.findings));
        expect(report.counts).toEqual(truth.counts);
      }
    });
  });
});

/** Findings without what depends on how many contracts of an id stand at head: their names. */
function unnamed({ findings, fixed }: Report, which: "new" | "fixed"): string[] {
  const chosen = which === "fixed" ? fixed : findings.filter(({ origin }) => origin === which);
  return chosen.map(({ policy, target, message, location, owners }) =>
    JSON.stringify([policy, target, message, location, owners]),
  );
}

/** The same input with every list of files in another order. */
function disordered(input: GovernInput, numbers: readonly number[]): GovernInput {
  const shuffle = <V>(files: ReadonlyMap<string, V>): ReadonlyMap<string, V> => {
    const places = [...files].map((entry, index) => ({ entry, rank: numbers[index % numbers.length] ?? 0 }));
    return new Map(places.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry));
  };
  const { head, base } = input;
  return {
    ...input,
    head: { ...head, tree: shuffle(head.tree) },
    ...(base && { base: { ...base, tree: shuffle(base.tree) } }),
  };
}
