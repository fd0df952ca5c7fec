import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./support/plain.ts";
import { judgeChange, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const BROKEN = "kind: DataProduct\nid: [\n";
const TOUCHED = product("top", { name: "Best" });
/** A later standard than is known: read with the newest that is, and a warning. */
const NEWER = product("plays", { name: "Plays", apiVersion: "v1.9.0" });

function told({ verdict, problems }: Report): readonly string[] {
  return [verdict, ...problems.map(({ severity, location }) => `${severity} ${location.file}`)];
}

describe("a file that cannot be read", () => {
  it.each<[string, Texts, Texts, readonly string[]]>([
    ["by this change", PLAIN, { ...PLAIN, [PLAYS]: BROKEN }, ["error", `error ${PLAYS}`]],
    ["in a new file", less(PLAIN, PLAYS), { ...PLAIN, [PLAYS]: BROKEN }, ["error", `error ${PLAYS}`]],
    [
      "before and after",
      { ...PLAIN, [PLAYS]: BROKEN },
      { ...PLAIN, [PLAYS]: `${BROKEN}#` },
      ["error", `error ${PLAYS}`],
    ],
    [
      "in a file that the change does not touch",
      { ...PLAIN, [PLAYS]: BROKEN },
      { ...PLAIN, [PLAYS]: BROKEN, [TOP]: TOUCHED },
      ["pass", `warning ${PLAYS}`],
    ],
    ["before, and now it can", { ...PLAIN, [PLAYS]: BROKEN }, PLAIN, ["pass"]],
    ["before, and now it is gone", { ...PLAIN, [PLAYS]: BROKEN }, less(PLAIN, PLAYS), ["pass"]],
  ])("%s is told", (_, base, head, expected) => {
    expect(told(judgeChange(base, head))).toEqual(expected);
  });

  it("says that an old fault is old", () => {
    const base = { ...PLAIN, [PLAYS]: BROKEN };
    const [problem] = judgeChange(base, { ...base, [TOP]: TOUCHED }).problems;
    expect(problem?.message).toMatch(/ It was so before this change\.$/);
  });

  it("stops the check of the whole mesh", () => {
    expect(told(judgeTree({ ...PLAIN, [PLAYS]: BROKEN }))).toEqual(["error", `error ${PLAYS}`]);
  });

  it("keeps its last readable state in the graph", () => {
    const port = { name: "plays", version: "1.0.0", contractId: "plays" };
    const base = {
      ...PLAIN,
      [PLAYS]: product("plays", { name: "Plays", outputPorts: [port] }),
      [TOP]: product("top", { name: "Top", inputPorts: [port] }),
    };
    const broken = judgeChange(base, { ...base, [PLAYS]: BROKEN });
    expect(broken.graph).toMatchObject({ edgesRemoved: [], dangling: [] });
    expect(broken.products).toMatchObject([{ id: "plays", change: "unchanged" }]);
    const removed = judgeChange(base, less(base, PLAYS));
    expect(removed.graph).toMatchObject({ edgesRemoved: [{ from: "plays", to: "top" }], dangling: [{ id: "top" }] });
    expect(removed.graph.affected).toMatchObject([{ id: "top", kind: "product", distance: 1 }]);
  });
});

describe("a document that cannot be read", () => {
  const contract = (version: string): string =>
    `apiVersion: v3.1.0\nkind: DataContract\nid: plays\nversion: ${version}\nstatus: active\n`;
  const file = "products/player/plays.odcs.yaml";
  const port = { name: "plays", version: "2.0.0", contractId: "plays" };
  const exact = policy("exact", {
    target: { forEach: "product.outputPorts[*]" },
    rule: { eq: [{ var: "it.contractResolution" }, "exact"] },
    message: "No contract.",
  });

  it("keeps its state beside others of its file, also those of its id", () => {
    const base = {
      ...PLAIN,
      [policyFile("exact")]: exact,
      [PLAYS]: product("plays", { name: "Plays", outputPorts: [port] }),
      [file]: `${contract("1.0.0")}---\n${contract("2.0.0")}`,
    };
    const broken = judgeChange(base, { ...base, [file]: `${contract("1.0.1")}---\n${contract("[]")}` });
    expect(told(broken)).toEqual(["error", `error ${file}`]);
    expect(broken.findings).toEqual([]);
    const removed = judgeChange(base, { ...base, [file]: contract("1.0.1") });
    expect(removed.findings).toMatchObject([{ policy: "own.exact", origin: "new" }]);
  });
});

describe("a warning", () => {
  const warned = { ...PLAIN, [PLAYS]: NEWER };

  it("is told where the change touches its file, and by the check of the whole mesh", () => {
    const whole = judgeTree(warned).problems.filter(({ severity }) => severity === "warning");
    expect(whole.map(({ location }) => location.file)).toContain(PLAYS);
    expect(judgeChange(PLAIN, warned).problems).toEqual(whole);
    expect(judgeChange(warned, { ...warned, [TOP]: TOUCHED }).problems).toEqual([]);
  });
});

describe("missing governance", () => {
  it.each([
    ["meshgate.yaml", "error"],
    ["guild.yaml", "error"],
  ])("of %s is an %s", (file, severity) => {
    const report = judgeTree(less(PLAIN, file));
    expect(report.verdict).toBe("error");
    expect(report.problems).toMatchObject([{ severity, code: "missing-governance", location: { file } }]);
  });
});
