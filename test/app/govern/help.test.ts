import { describe, expect, it } from "vitest";
import { PLAIN, PLAYS, policy, policyFile, product } from "./support/plain.ts";
import { judgePull, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const URL = "https://github.com/daff/mesh/blob/main/docs/policies";
const HEAD = "apiVersion: meshgate/v1\nkind: Mesh\nname: plain\n";
const BROKEN: Texts = { ...PLAIN, [PLAYS]: product("plays") };
const WITH_PAGES: Texts = { ...BROKEN, "meshgate.yaml": `${HEAD}docs: { url: "${URL}/" }\n` };

describe("a report", () => {
  it("names the policies in force, each once, at the highest level that a domain has it at", () => {
    const report = judgeTree({
      ...WITH_PAGES,
      [policyFile("off")]: policy("off", { level: "off" }),
      [policyFile("soon")]: policy("soon", { level: undefined, rollout: [{ from: "2030-01-01", level: "block" }] }),
      [policyFile("warned")]: policy("warned", { level: "warn" }),
      "bindings/player.yaml": `apiVersion: meshgate/v1
kind: Binding
domain: player
policies:
  own.warned@1:
    level: block
    also: { rule: { has: { var: product.status } }, message: m, fix: { text: f } }
`,
    });
    const title = "A product has a name";
    expect(report.policySet).toMatchObject({ policies: 3 });
    expect(report.policySet.inForce).toEqual([
      { id: "own.named", title, level: "block", help: `${URL}/own.named.md` },
      { id: "own.warned", title, level: "block", help: `${URL}/own.warned.md` },
      { id: "own.warned+player", title, level: "block", help: `${URL}/own.warned.md` },
    ]);
  });

  it("leads from every finding to the page of its policy, once the mesh names its address", () => {
    expect(judgeTree(BROKEN).findings.map(({ help }) => help)).toEqual([undefined]);
    expect(judgeTree(WITH_PAGES).findings.map(({ help }) => help)).toEqual([`${URL}/own.named.md`]);
    const { fixed } = judgePull(WITH_PAGES, { ...WITH_PAGES, [PLAYS]: product("plays", { name: "Plays" }) });
    expect(fixed.map(({ help }) => help)).toEqual([`${URL}/own.named.md`]);
  });

  it("leads to no page of a policy that is only proposed, nor to an address that is", () => {
    const touched = { [PLAYS]: product("plays", { tags: ["a"] }) };
    const proposed = judgePull(WITH_PAGES, {
      ...WITH_PAGES,
      ...touched,
      [policyFile("other")]: policy("other", { rule: { has: { var: "product.description" } } }),
    });
    expect(proposed.findings.map(({ policy: id, origin, help }) => [id, origin, help])).toEqual([
      ["own.other", "policy", undefined],
      ["own.other", "policy", undefined],
      ["own.named", "existing", `${URL}/own.named.md`],
    ]);
    const moved = judgePull(BROKEN, { ...WITH_PAGES, ...touched });
    expect(moved.findings.map(({ origin, help }) => [origin, help])).toEqual([["existing", undefined]]);
  });
});
