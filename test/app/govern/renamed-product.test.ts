import { describe, expect, it } from "vitest";
import { judgeChange } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";
import { less, PLAIN, PLAYS, product, TOP } from "./support/plain.ts";

const CONTRACT = "products/player/plays.odcs.yaml";
const contract = (...fields: readonly string[]): string =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: plays\nversion: 1.0.0\nstatus: active\nschema: ${JSON.stringify([
    { name: "t", properties: fields.map((name) => ({ name, logicalType: "string" })) },
  ])}\n`;
const plays = (id: string, renamedFrom?: string): string =>
  product(id, {
    name: "Plays",
    version: id === "plays" ? "1.0.0" : "1.1.0",
    outputPorts: [{ name: "daily", version: "1.0.0", contractId: "plays", type: "table" }],
    customProperties: renamedFrom && [{ property: "meshgate.renamedFrom", value: renamedFrom }],
  });
const top = product("top", { name: "Top", inputPorts: [{ name: "plays", version: "1.0.0", contractId: "plays" }] });

const base: Texts = {
  ...PLAIN,
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: plain\npacks: [baseline]\n",
  [PLAYS]: plays("plays"),
  [TOP]: top,
  [CONTRACT]: contract("id", "city"),
};

/** What holds up a product that goes. */
const REMOVALS = ["baseline.product-compatible", "baseline.removal-announced"];

/** What a change is found to be: rules of compatibility with who is hit, and what holds its removal up. */
function told(head: Texts): { readonly changes: readonly string[]; readonly findings: readonly string[] } {
  const { compatibility, findings } = judgeChange(base, head);
  return {
    changes: compatibility.flatMap(({ changes }) =>
      changes.map(({ ruleId, affected }) =>
        [ruleId, ...affected.map(({ consumer, effect }) => `${consumer} ${effect}`)].join(" "),
      ),
    ),
    findings: findings.flatMap(({ policy }) => (REMOVALS.includes(policy) ? policy : [])),
  };
}

describe("a product with another id", () => {
  it("is gone where it does not say which it had", () => {
    expect(told({ ...base, [PLAYS]: plays("hits") })).toEqual({
      changes: ["product.removed top hit"],
      findings: ["baseline.product-compatible"],
    });
  });

  it("is the same where it says it, also in another place with its contract", () => {
    const renamed = { changes: ["product.renamed top hit"], findings: [] };
    expect(told({ ...base, [PLAYS]: plays("hits", "plays") })).toEqual(renamed);
    const moved = { "products/player/hits/hits.odps.yaml": plays("hits", "plays") };
    const contractMoved = { "products/player/hits/hits.odcs.yaml": contract("id", "city") };
    expect(told({ ...less(base, PLAYS, CONTRACT), ...moved, ...contractMoved })).toEqual(renamed);
  });

  it("is gone where what it offers changes as well, for nobody would hear whom that hits", () => {
    const { changes } = told({ ...base, [PLAYS]: plays("hits", "plays"), [CONTRACT]: contract("id") });
    expect(changes).toContain("product.removed top hit");
  });
});
