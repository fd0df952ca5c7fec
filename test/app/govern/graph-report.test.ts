import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, product, TOP } from "./support/plain.ts";
import { judgeChange, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const CONTRACT = "products/player/plays.odcs.yaml";
const LAST = "products/playlist/last.odps.yaml";
const SAME = "consumers/player/top.yaml";
const port = { name: "plays", version: "1.0.0", contractId: "plays" };
const charts = { name: "charts", version: "1.0.0", contractId: "charts" };

/** A consumer that has the id of the product that reads the plays. */
const same = (ports: readonly object[]): string =>
  `apiVersion: meshgate/v1\nkind: Consumer\nid: top\ntype: application\ninputPorts: ${JSON.stringify(ports)}\n`;
const contract = (purpose: string): string =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: plays\nversion: 1.0.0\nstatus: active\ndescription: { purpose: ${purpose} }\n`;

const MESH: Texts = {
  ...PLAIN,
  [PLAYS]: product("plays", { name: "Plays", outputPorts: [port] }),
  [CONTRACT]: contract("plays"),
  [TOP]: product("top", { name: "Top", inputPorts: [port, charts] }),
};
const EDGE = { from: "plays", to: "top", kind: "product", port: "plays@1.0.0", input: "plays" };

function changes({ products }: Report): readonly string[] {
  return products.map(({ id, change }) => `${id} ${change}`);
}

describe("the products of a change", () => {
  it.each<[string, Texts, Texts, readonly string[]]>([
    [
      "whose file is edited",
      MESH,
      { ...MESH, [TOP]: product("top", { name: "Best" }) },
      ["plays unchanged", "top changed"],
    ],
    [
      "whose file moves",
      MESH,
      { ...less(MESH, TOP), "products/player/top.yaml": MESH[TOP] ?? "" },
      ["plays unchanged", "top renamed"],
    ],
    ["whose contract is edited", MESH, { ...MESH, [CONTRACT]: contract("all") }, ["plays changed", "top unchanged"]],
    ["whose contract is removed", MESH, less(MESH, CONTRACT), ["plays changed", "top unchanged"]],
    ["whose contract is new", less(MESH, CONTRACT), MESH, ["plays changed", "top unchanged"]],
    ["that is new", less(MESH, TOP), MESH, ["plays unchanged", "top added"]],
    ["that is removed", MESH, less(MESH, TOP), ["plays unchanged", "top removed"]],
  ])("name the one %s", (_, base, head, expected) => {
    expect(changes(judgeChange(base, head))).toEqual(expected);
  });

  it("lead to those who read what is changed, on either side", () => {
    for (const head of [less(MESH, CONTRACT), less(MESH, PLAYS), { ...MESH, [PLAYS]: product("plays") }]) {
      const { affected } = judgeChange(MESH, head).graph;
      expect(affected).toMatchObject([{ id: "top", kind: "product", distance: 1, domain: "playlist" }]);
    }
  });
});

describe("the graph of a change", () => {
  it("tells a product from a consumer of the same id", () => {
    const base = { ...MESH, [SAME]: same([]) };
    const reading = judgeChange(base, { ...base, [SAME]: same([port]) });
    const READS = { ...EDGE, kind: "consumer" };
    expect(reading.graph).toMatchObject({ edgesAdded: [READS], edgesRemoved: [], dangling: [] });
    const swapped = { ...base, [SAME]: same([port]), [TOP]: product("top", { name: "Top" }) };
    expect(judgeChange(base, swapped).graph).toMatchObject({ edgesAdded: [READS], edgesRemoved: [EDGE] });
    // The product's dangling input is nothing that the consumer's file changes.
    expect(judgeChange(MESH, base).graph).toMatchObject({ edgesAdded: [], dangling: [] });
  });

  it("names what dangles, and every edge around what is changed", () => {
    const { graph } = judgeChange(MESH, { ...MESH, [TOP]: (MESH[TOP] ?? "").replace("Top", "Best") });
    expect(graph).toMatchObject({ edgesAdded: [], edgesRemoved: [], affected: [], edges: [] });
    expect(graph.dangling).toMatchObject([{ id: "top", input: "charts", contract: "charts", location: { file: TOP } }]);
    expect(judgeChange(MESH, less(MESH, CONTRACT)).graph.edges).toEqual([EDGE]);
  });

  it("draws no edge from what changes to somebody who is only reached through others", () => {
    const [other, best] = ["other", "best"].map((name) => ({ name, version: "1.0.0", contractId: name }));
    const base = {
      ...PLAIN,
      [PLAYS]: product("plays", { outputPorts: [port, other] }),
      [TOP]: product("top", { inputPorts: [port], outputPorts: [best] }),
      [LAST]: product("last", { inputPorts: [other, best] }),
    };
    const { graph } = judgeChange(base, { ...base, [PLAYS]: product("plays", { outputPorts: [other] }) });
    expect(graph.affected).toMatchObject([
      { id: "top", distance: 1 },
      { id: "last", distance: 2 },
    ]);
    expect(graph.edges.map(({ from, to }) => `${from} → ${to}`)).toEqual(["plays → top", "top → last"]);
  });

  it("draws nothing where nobody loses anything", () => {
    const { graph } = judgeChange(MESH, { ...MESH, [PLAYS]: (MESH[PLAYS] ?? "").replace("Plays", "All plays") });
    expect(graph).toMatchObject({ edgesAdded: [], edgesRemoved: [], affected: [], edges: [] });
  });

  it("of a whole mesh has nothing added, removed or affected", () => {
    expect(judgeTree(MESH).graph).toMatchObject({ edgesAdded: [], edgesRemoved: [], affected: [], edges: [] });
  });
});
