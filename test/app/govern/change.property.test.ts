import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { govern } from "../../../src/app/govern/govern.ts";
import { isRuleFile } from "../../../src/app/govern/rules.ts";
import { shippedMesh } from "../../../src/io/files/packs.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { truthOfChange, truthOfTree } from "./support/oracle.ts";
import { change } from "./support/random-change.ts";
import { mesh } from "./support/random-mesh.ts";
import { BLOBS, inputOf, jsonRecall, judgeChange, judgeSparingly, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";
import { stateOf, textsOf } from "./support/state.ts";

/** How many times as many cases as usual; `MESHGATE_CASES=50` takes minutes. */
const TIMES = Number(process.env["MESHGATE_CASES"] ?? "1");

const TIMEOUT = 60_000 * TIMES;

const decoder = new TextDecoder();
const daff = stateOf(
  Object.fromEntries([...(await shippedMesh())].map(([file, bytes]) => [file, decoder.decode(bytes)])),
  (file) => /^(products|consumers)\//.test(file) && !isRuleFile(file),
);

/** A mesh, and what a pull request makes of it. */
const small = fc.tuple(mesh, change).map(([base, make]) => ({ base: textsOf(base), head: textsOf(make(base)) }));
const large = change.map((make) => ({ base: textsOf(daff), head: textsOf(make(daff)) }));

const asText = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => JSON.stringify({ ...finding, origin: undefined })).sort();

function hold(property: fc.IProperty<[{ base: Texts; head: Texts }]>, cases: number): void {
  fc.assert(property, { numRuns: cases * TIMES });
}

describe.each([
  ["a small mesh in disorder", small, 250],
  ["the sample mesh", large, 40],
] as const)("a change to %s", (_, changes, cases) => {
  it("is judged as if everything were judged on both sides", { timeout: TIMEOUT }, () => {
    hold(
      fc.property(changes, ({ base, head }) => {
        const input = inputOf(base, head);
        const report = govern(input, BLOBS);
        const truth = truthOfChange(input);
        const of = (origin: Finding["origin"]): string[] =>
          asText(report.findings.filter((finding) => finding.origin === origin));
        expect(of("new")).toEqual(asText(truth.fresh));
        expect(asText(report.fixed)).toEqual(asText(truth.fixed));
        const existing = of("existing");
        const known = new Set(existing);
        const possible = new Set(asText(truth.allExisting));
        expect(asText(truth.existing).filter((finding) => !known.has(finding))).toEqual([]);
        expect(existing.filter((finding) => !possible.has(finding))).toEqual([]);
      }),
      cases,
    );
  });
});
