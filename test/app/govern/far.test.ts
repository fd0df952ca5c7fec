import { describe, expect, it } from "vitest";
import { govern } from "../../../src/app/govern/govern.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { changes, hold, TIMEOUT } from "./support/cases.ts";
import { truthOfChange, truthOfTree } from "./support/oracle.ts";
import { BLOBS, inputOf, jsonRecall, judgeChange, judgeSparingly, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";
import { sidesOf } from "./support/sides.ts";

const policy = (name: string, rule: string): string => `apiVersion: meshgate/v1
kind: Policy
id: global.${name}
version: 1.0.0
type: graph
title: Data comes a short way
rationale: Whoever stands far down the flow hears of faults late.
serves: [31]
level: block
target: { forEach: product }
rule: ${rule}
message: "Product {product.id} stands {product.graph.depth} deep."
fix: { text: Read it nearer to its source. }
`;

/** Policies that read what lies further than one hop. */
const FAR: Texts = {
  "policies/global/shallow.yaml": policy("shallow", "{ lte: [{ var: product.graph.depth }, 2] }"),
  "policies/global/no-circle.yaml": policy("no-circle", "{ eq: [{ var: it.graph.inCycle }, false] }"),
};

const product = (id: string, ...reads: readonly string[]): string => `apiVersion: v1.0.0
kind: DataProduct
id: ${id}
version: 1.0.0
status: active
inputPorts: [${reads.map((read) => `{ name: ${read}, version: 1.0.0, contractId: ${read} }`).join(", ")}]
outputPorts: [{ name: ${id}, version: 1.0.0, contractId: ${id} }]
`;

/** Data flows from the first to the last. */
const chain = (...ids: readonly string[]): Texts => ({
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: chain\n",
  "guild.yaml": 'apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: d, owners: ["@daff/d"] }]\n',
  ...Object.fromEntries(ids.map((id, index) => [`d/${id}.odps.yaml`, product(id, ...ids.slice(index - 1, index))])),
});

function told({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.map((one) => `${one.policy} ${one.subject.id} ${one.origin}: ${one.message}`).sort();
}

describe("a change far away", () => {
  const base = chain("a", "b", "c", "d");
  const deeper = { ...base, ...chain("z", "a", "b") };
  const circle = { ...base, "d/a.odps.yaml": product("a", "d") };

  it("puts a product that it does not touch, nor its neighbours, too deep", () => {
    const before = { ...base, ...FAR };
    expect(told(judgeTree(before))).toEqual(["global.shallow d new: Product d stands 3 deep."]);
    expect(told(judgeChange(before, { ...deeper, ...FAR }))).toEqual([
      "global.shallow c new: Product c stands 3 deep.",
      "global.shallow d existing: Product d stands 4 deep.",
    ]);
  });

  it("closes a circle through products that it does not touch", () => {
    expect(told(judgeChange({ ...base, ...FAR }, { ...circle, ...FAR }))).toEqual(
      ["a", "b", "c", "d"].map((id) => `global.no-circle ${id} new: Product ${id} stands 0 deep.`),
    );
    expect(
      judgeChange({ ...circle, ...FAR }, { ...base, ...FAR })
        .fixed.map(({ subject }) => subject.id)
        .sort(),
    ).toEqual(["a", "b", "c", "d"]);
  });

  it("is remembered with how deep a product stood", () => {
    const recall = jsonRecall();
    const trees = [base, deeper, circle, chain("a", "b"), base].map((texts) => ({ ...texts, ...FAR }));
    for (const tree of trees) expect(told(judgeTree(tree, { recall }))).toEqual(told(judgeTree(tree)));
  });

  it("makes nobody judge what no policy asks about", () => {
    const ids = (isFar: boolean): readonly string[] =>
      sidesOf(inputOf(base, deeper), isFar)
        .plan.subjects.map(({ id }) => id)
        .sort();
    expect(ids(false)).toEqual(["a", "b", "z"]);
    expect(ids(true)).toEqual(["a", "b", "c", "d", "z"]);
  });
});

const asText = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => JSON.stringify({ ...finding, origin: undefined })).sort();

describe.each(changes(25, 1))("with policies that look far, a change to $mesh", ({ cases, drawn }) => {
  it("is judged as if everything were judged on both sides", { timeout: TIMEOUT }, () => {
    const recall = jsonRecall();
    hold(drawn, cases, (texts) => {
      const [base, head] = [
        { ...texts.base, ...FAR },
        { ...texts.head, ...FAR },
      ];
      const input = inputOf(base, head);
      const report = govern(input, BLOBS);
      const truth = truthOfChange(input);
      const ofOrigin = (origin: Finding["origin"]): string[] =>
        asText(report.findings.filter((finding) => finding.origin === origin));
      expect(ofOrigin("new")).toEqual(asText(truth.fresh));
      expect(asText(report.fixed)).toEqual(asText(truth.fixed));
      expect(ofOrigin("existing")).toEqual(expect.arrayContaining(asText(truth.existing)));
      expect(judgeSparingly({ ...input, recall })).toEqual(report);
      expect(asText(judgeTree(head, { recall }).findings)).toEqual(
        asText(truthOfTree(inputOf(undefined, head)).findings),
      );
    });
  });
});
