import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, product, TOP } from "./support/plain.ts";
import { inputOf, jsonRecall, judgeChange, judgeSparingly } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const CONTRACT = "products/player/plays.odcs.yaml";
const NEXT = "products/player/plays-next.odcs.yaml";
const FURTHER = "products/playlist/further.odps.yaml";
const SMALL = "consumers/player/small.yaml";

/** What a reader takes of the plays; nothing declared means everything. */
const input = (uses?: readonly string[]) => ({
  name: "plays",
  version: "1.0.0",
  contractId: "plays",
  ...(uses && { customProperties: [{ property: "meshgate.uses", value: uses }] }),
});
const small = (uses: readonly string[]): string =>
  `apiVersion: meshgate/v1\nkind: Consumer\nid: small\ntype: application\ninputPorts: ${JSON.stringify([input(uses)])}\n`;

const port = { name: "plays", version: "1.0.0", contractId: "plays", type: "table" };
const charts = { name: "charts", version: "1.0.0", contractId: "charts" };
const plays = (members: object = {}, of: object = {}): string =>
  product("plays", { name: "Plays", outputPorts: [{ ...port, ...of }], ...members });

const CONTRACT_TEXT = `apiVersion: v3.1.0
kind: DataContract
id: plays
version: 1.0.0
status: active
description: { purpose: All plays. }
servers:
  - { server: lake, type: local, path: /plays, format: parquet }
schema:
  - name: plays
    physicalName: plays_v1
    properties:
      - name: id
        logicalType: string
        quality:
          - { type: text, description: Never twice. }
      - name: seconds
        logicalType: integer
        description: How long.
      - name: place
        logicalType: object
        properties:
          - { name: country, logicalType: string }
          - { name: city, logicalType: string }
      - name: marks
        logicalType: array
        items: { logicalType: string }
  - name: skips
    properties:
      - { name: id, logicalType: string }
slaProperties:
  - { property: retention, value: 2, unit: y, element: plays.seconds }
  - { property: availability, value: 99, unit: percent }
`;

/** `top` reads everything, `small` what it says; `further` reads what `top` makes of it. */
const MESH: Texts = {
  ...PLAIN,
  [PLAYS]: plays(),
  [CONTRACT]: CONTRACT_TEXT,
  [TOP]: product("top", { name: "Top", inputPorts: [input()], outputPorts: [charts] }),
  [FURTHER]: product("further", { name: "Further", inputPorts: [charts] }),
  [SMALL]: small(["plays.id"]),
};

function hit({ graph }: Report): readonly string[] {
  return graph.affected.map(({ id, distance }) => `${id} ${distance}`);
}

const using = (...uses: readonly string[]): Texts => ({ ...MESH, [SMALL]: small(uses) });

/** The mesh with a stretch of the contract written otherwise. */
function edited(from: string, to: string): Texts {
  if (!CONTRACT_TEXT.includes(from)) throw new Error(`the contract has no ${from}`);
  return { [CONTRACT]: CONTRACT_TEXT.replace(from, to) };
}

const EVERYBODY = ["small 1", "top 1", "further 2"];
const ONLY_TOP = ["top 1", "further 2"];
const SECONDS = "      - name: seconds\n        logicalType: integer\n        description: How long.\n";

describe("nobody is hit by", () => {
  it.each<[string, Texts]>([
    ["a comment", { [CONTRACT]: `# plays\n${CONTRACT_TEXT}`, [PLAYS]: `# plays\n${plays()}` }],
    ["other line ends and a byte order mark", { [CONTRACT]: `\ufeff${CONTRACT_TEXT.replaceAll("\n", "\r\n")}` }],
    ["another version", edited("version: 1.0.0\nstatus: active", "version: 1.0.1\nstatus: active")],
    ["another version of the standard", edited("apiVersion: v3.1.0", "apiVersion: v3.0.2")],
    ["other words about the contract", edited("All plays.", "Every play.")],
    ["other words about a field", edited("How long.", "How long it was.")],
    [
      "a name that business people use",
      edited("physicalName: plays_v1", "physicalName: plays_v1\n    businessName: P"),
    ],
    ["another team", edited("servers:", "team: { name: plays }\nservers:")],
    ["a new field", edited(SECONDS, `${SECONDS}      - { name: more, logicalType: string }\n`)],
    ["fields in another order", moved()],
    ["a new object", edited("slaProperties:", "  - { name: more, logicalType: object }\nslaProperties:")],
    ["a new quality rule", edited("Never twice. }", "Never twice. }\n          - { type: text, name: new }")],
    [
      "another service level",
      edited("slaProperties:\n", "slaProperties:\n  - { property: latency, value: 1, unit: d }\n"),
    ],
    ["a second server", edited("servers:\n", "servers:\n  - { server: two, type: local, path: /p, format: csv }\n")],
    ["a new minor version of the port", { [PLAYS]: plays({ version: "1.1.0" }, { version: "1.1.0" }) }],
    ["words and inputs of the product", { [PLAYS]: plays({ description: { purpose: "x" }, inputPorts: [charts] }) }],
  ])("%s", (_, changes) => {
    const { graph } = judgeChange(MESH, { ...MESH, ...changes });
    expect(graph).toMatchObject({ affected: [], edges: [] });
  });

  it("a contract that moves to another file", () => {
    expect(hit(judgeChange(MESH, { ...less(MESH, CONTRACT), [NEXT]: CONTRACT_TEXT }))).toEqual([]);
  });

  it("a contract where there was none", () => {
    expect(hit(judgeChange(less(MESH, CONTRACT), MESH))).toEqual([]);
  });
});

/** The field of seconds as the first of all. */
function moved(): Texts {
  const first = "      - name: id\n        logicalType: string\n        quality:";
  return { [CONTRACT]: CONTRACT_TEXT.replace(SECONDS, "").replace(first, `${SECONDS}${first}`) };
}

describe("those are hit who read", () => {
  const seconds = edited(SECONDS, "");
  const city = edited("          - { name: city, logicalType: string }\n", "");

  it.each<[string, Texts, readonly string[], boolean]>([
    ["a field that goes", seconds, ["plays.seconds"], true],
    ["another field than the one that goes", seconds, ["plays.id"], false],
    ["the object whose field goes", seconds, ["plays"], true],
    ["another object", seconds, ["skips"], false],
    ["nothing", seconds, [], false],
    ["a field of another type", edited("logicalType: integer", "logicalType: number"), ["plays.seconds"], true],
    ["a field inside, of which a part goes", city, ["plays.place"], true],
    ["the part that goes", city, ["plays.place.city"], true],
    ["another part than the one that goes", city, ["plays.place.country"], false],
    [
      "a list of other items",
      edited("items: { logicalType: string }", "items: { logicalType: date }"),
      ["plays.marks"],
      true,
    ],
    ["a field whose quality is no longer promised", edited("Never twice.", "Sometimes twice."), ["plays.id"], true],
    ["another field than the one of that quality", edited("Never twice.", "Sometimes twice."), ["skips.id"], false],
    ["an object that stands elsewhere", edited("plays_v1", "plays_v2"), ["plays.id"], true],
    ["another object than the one that stands elsewhere", edited("plays_v1", "plays_v2"), ["skips.id"], false],
    ["an object that is kept for less long", edited("value: 2", "value: 1"), ["plays.id"], true],
    ["another object than the one kept for less long", edited("value: 2", "value: 1"), ["skips.id"], false],
    ["anything, when all of it is promised less", edited("value: 99", "value: 9"), ["skips.id"], true],
    ["anything, when the server changes", edited("path: /plays", "path: /other"), ["skips.id"], true],
  ])("%s", (_, changes, uses, isHit) => {
    const base = using(...uses);
    const report = judgeChange(base, { ...base, ...changes });
    expect(hit(report)).toEqual(isHit ? EVERYBODY : ONLY_TOP);
  });
});

describe("every reader is hit by", () => {
  it.each<[string, Texts]>([
    ["a port that goes", { [PLAYS]: plays({ outputPorts: [] }) }],
    ["a port under another name", { [PLAYS]: plays({}, { name: "all" }) }],
    ["a port of another major version", { [PLAYS]: plays({}, { version: "2.0.0" }) }],
    ["a port of another contract", { [PLAYS]: plays({}, { contractId: "skips" }) }],
    ["a port of another type", { [PLAYS]: plays({}, { type: "topic" }) }],
    ["a port that is deprecated", { [PLAYS]: plays({}, { deprecated: true }) }],
    ["a product that is deprecated", { [PLAYS]: plays({ status: "Deprecated" }) }],
    ["a product that is retired", { [PLAYS]: plays({ status: "retired" }) }],
    ["a contract that is retired", edited("status: active", "status: retired")],
  ])("%s", (_, changes) => {
    const base = using("plays.id");
    expect(hit(judgeChange(base, { ...base, ...changes }))).toEqual(EVERYBODY);
  });

  it.each([PLAYS, CONTRACT])("%s that goes", (file) => {
    expect(hit(judgeChange(MESH, less(MESH, file)))).toEqual(EVERYBODY);
  });

  it("what becomes a draft or a proposal again", () => {
    expect(hit(judgeChange(MESH, { ...MESH, [PLAYS]: plays({ status: "proposed" }) }))).toEqual(EVERYBODY);
    expect(hit(judgeChange(MESH, { ...MESH, ...edited("status: active", "status: draft") }))).toEqual(EVERYBODY);
  });

  it("the end of what was deprecated, and not by its beginning again", () => {
    const [old, end] = [plays({ status: "deprecated" }), plays({ status: "retired" })];
    expect(hit(judgeChange({ ...MESH, [PLAYS]: old }, { ...MESH, [PLAYS]: end }))).toEqual(EVERYBODY);
    expect(hit(judgeChange({ ...MESH, [PLAYS]: old }, MESH))).toEqual([]);
  });
});

describe("a reader", () => {
  it("that goes with what it read is not hit, and one that changes is", () => {
    expect(hit(judgeChange(MESH, less(MESH, PLAYS, SMALL)))).toEqual(ONLY_TOP);
    const reworded = { ...less(MESH, PLAYS), [TOP]: (MESH[TOP] ?? "").replace("Top", "Best") };
    expect(hit(judgeChange(MESH, reworded))).toEqual(EVERYBODY);
  });

  it("is hit where both it and its source take something away", () => {
    const both = { ...less(MESH, PLAYS), [TOP]: product("top", { name: "Top", inputPorts: [input()] }) };
    expect(hit(judgeChange(MESH, both))).toEqual(["further 1", "small 1", "top 1"]);
  });

  it("of a port without a version is hit by the version that takes its place", () => {
    const loose = { ...MESH, [PLAYS]: plays({}, { version: undefined }) };
    const next = CONTRACT_TEXT.replace("version: 1.0.0", "version: 2.0.0").replace(SECONDS, "");
    const recall = jsonRecall();
    const change = inputOf(loose, { ...loose, [NEXT]: next }, { recall });
    const report = judgeSparingly(change);
    expect(hit(report)).toEqual(ONLY_TOP);
    expect(recall.size).toBeGreaterThan(0);
    expect(judgeSparingly(change)).toEqual(report);
  });
});

describe("a run that recalls its judgements", () => {
  it.each<[string, Texts]>([
    ["a field goes", edited(SECONDS, "")],
    ["only the words differ", edited("How long.", "For how long.")],
    ["the port names another contract document", { [PLAYS]: plays({}, { version: "1.1.0" }) }],
  ])("gives the same bytes when %s", (_, changes) => {
    const recall = jsonRecall();
    const base = { ...MESH, [NEXT]: CONTRACT_TEXT.replace("version: 1.0.0", "version: 1.1.0").replace(SECONDS, "") };
    const change = inputOf(base, { ...base, ...changes }, { recall });
    const first = JSON.stringify(judgeSparingly(change));
    expect(recall.size).toBeGreaterThan(0);
    expect(JSON.stringify(judgeSparingly(change))).toBe(first);
  });
});
