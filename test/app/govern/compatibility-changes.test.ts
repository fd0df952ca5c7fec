import { describe, expect, it } from "vitest";
import { PLAIN } from "./support/plain.ts";
import { judgePull, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-01";
const mesh = (text: string): Texts => ({
  ...PLAIN,
  "meshgate.yaml": `${PLAIN["meshgate.yaml"] ?? ""}${text === "" ? "" : `compatibility: { ${text} }\n`}`,
});

/** What a change of the settings is as a whole, and its lines. */
function told(before: string, after: string): readonly string[] {
  const { rules, problems } = judgePull(mesh(before), mesh(after), { asOf: AS_OF });
  const changes = rules?.changes ?? [];
  expect(problems.every(({ code }) => code === "rules-change")).toBe(true);
  expect(problems.map(({ message }) => message).sort()).toEqual(changes.map(({ message }) => message).sort());
  expect(changes.every(({ from }) => from === AS_OF)).toBe(true);
  return [rules?.class ?? "", ...changes.map(({ location: { file, line }, message }) => `${file}:${line} ${message}`)];
}

describe("a change of how contracts are weighed", () => {
  it.each<[one: string, other: string, forth: string, message: string, back: string]>([
    ["", "mode: full", "tighten", "compatibility.mode goes from consumer to full.", "loosen"],
    ["mode: history", "mode: none", "loosen", "compatibility.mode goes from history to none.", "tighten"],
    ["mode: history", "mode: consumer", "unknown", "compatibility.mode goes from history to consumer.", "unknown"],
    ["", "profile: omds", "unknown", "compatibility.profile goes from default to omds.", "unknown"],
    ["", "unknown: lenient", "loosen", "compatibility.unknown goes from strict to lenient.", "tighten"],
    ["", "notice: { default: 10d }", "loosen", "compatibility.notice.default goes from 30d to 10d.", "tighten"],
    ["", "notice: { core: P1Y }", "tighten", "compatibility.notice.core goes from endOfNextQuarter to P1Y.", "loosen"],
    ["", "notice: { draft: P1W }", "tighten", "compatibility.notice.draft goes from 0d to P1W.", "loosen"],
    ["", "notice: { default: P1M }", "unknown", "compatibility.notice.default goes from 30d to P1M.", "unknown"],
    ["", "notice: { default: P30D }", "neutral", "compatibility.notice.default goes from 30d to P30D.", "neutral"],
    ["", "coreTag: vital", "tighten", 'compatibility.coreTag goes from nothing to "vital".', "loosen"],
    ["coreTag: core", "coreTag: vital", "unknown", 'compatibility.coreTag goes from "core" to "vital".', "unknown"],
    [
      "notice: { core: 1d }",
      "notice: { core: 1d }, coreTag: vital",
      "loosen",
      'compatibility.coreTag goes from nothing to "vital".',
      "tighten",
    ],
    [
      "",
      "severity: { field.removed: risky }",
      "loosen",
      'Changes of the kind "field.removed" go from what its rule says to risky.',
      "tighten",
    ],
    [
      "",
      "severity: { field.removed: breaking }",
      "unknown",
      'Changes of the kind "field.removed" go from what its rule says to breaking.',
      "unknown",
    ],
    [
      "severity: { field.removed: risky }",
      "severity: { field.removed: safe }",
      "loosen",
      'Changes of the kind "field.removed" go from risky to safe.',
      "tighten",
    ],
    [
      "profile: omds",
      "profile: omds, severity: { field.removed: docs }",
      "unknown",
      'Changes of the kind "field.removed" go from what its rule says to docs.',
      "unknown",
    ],
  ])("%s → %s", (one, other, forth, message, back) => {
    const lines = told(one, other);
    expect([lines[0], lines[1]?.replace(/^meshgate\.yaml:\d+ /, "")]).toEqual([forth, message]);
    expect(lines).toHaveLength(2);
    expect(told(other, one)[0]).toBe(back);
    expect(rulesOf(mesh(one)).digest).not.toBe(rulesOf(mesh(other)).digest);
  });

  it("is told line by line where it stands, and as a whole", () => {
    expect(told("severity: { field.removed: risky }", "mode: full, notice: { core: 10d }")).toEqual([
      "mixed",
      "meshgate.yaml:4 compatibility.mode goes from consumer to full.",
      'meshgate.yaml:4 Changes of the kind "field.removed" go from risky to what its rule says.',
      "meshgate.yaml:4 compatibility.notice.core goes from endOfNextQuarter to 10d.",
    ]);
  });

  it("is none where the defaults are written out", () => {
    const [plain, written] = [
      "",
      "mode: consumer, profile: default, severity: {}, unknown: strict, notice: { core: endOfNextQuarter, default: 30d, draft: 0d }",
    ];
    expect(told(plain, written)).toEqual(["neutral"]);
    expect(rulesOf(mesh(plain)).digest).toBe(rulesOf(mesh(written)).digest);
  });
});
