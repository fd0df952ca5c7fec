import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { PLAIN, PLAYS, product } from "./support/plain.ts";
import { judgePull, judgeTree } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

const AS_OF = "2026-06-30";
const FILE = "waivers/player/W-1.yaml";
const NAMELESS = product("plays", {});

/** A waiver of the policy that asks for names. */
function waiver(members: Readonly<Record<string, unknown>> = {}, file = FILE): Texts {
  const text = JSON.stringify({
    apiVersion: "meshgate/v1",
    kind: "Waiver",
    id: (file.split("/").at(-1) ?? "").replace(".yaml", ""),
    policy: "own.named@1",
    product: "plays",
    category: "waiver",
    reason: "The name is being agreed on.",
    ticket: "DG-1",
    requestedBy: "player-data",
    from: "2026-06-01",
    expires: "2026-08-01",
    ...members,
  });
  return { [file]: text };
}

const BROKEN: Texts = { ...PLAIN, [PLAYS]: NAMELESS };

function whole(texts: Texts, asOf = AS_OF): Report {
  return judgeTree(texts, { asOf });
}

function brief({ findings, problems }: Report): readonly string[] {
  return [
    ...findings.map(
      ({ outcome, origin, message, waiver: by }) => `${outcome} ${origin} ${message}${by ? ` by ${by}` : ""}`,
    ),
    ...problems.map(({ severity, code }) => `${severity} ${code}`),
  ];
}

describe("an active waiver", () => {
  it("makes a failure waived, and never a pass", () => {
    const report = whole({ ...BROKEN, ...waiver() });
    expect(brief(report)).toEqual(["waived new plays has no name. by W-1"]);
    expect(report.findings[0]?.waivedUntil).toBe("2026-08-01");
    expect(report.counts).toMatchObject({ pass: 1, fail: 0, waived: 1 });
    expect(report.verdict).toBe("pass");
  });

  it("lets through a change that brings what it covers, once it is in force at base", () => {
    const base = { ...PLAIN, ...waiver() };
    expect(judgePull(base, { ...base, [PLAYS]: NAMELESS }, { asOf: AS_OF }).verdict).toBe("pass");
  });

  it("does not help the change that brings it", () => {
    const report = judgePull(PLAIN, { ...BROKEN, ...waiver() }, { asOf: AS_OF });
    expect(report.verdict).toBe("fail");
    expect(report.findings.filter(({ origin }) => origin === "new")).toMatchObject([{ outcome: "fail" }]);
  });

  it("covers its subject and target alone", () => {
    const other = whole({ ...BROKEN, ...waiver({ product: "top" }, "waivers/playlist/W-1.yaml") });
    expect(brief(other)).toEqual(["fail new plays has no name.", "warning waiver-unused"]);
    expect(brief(whole({ ...BROKEN, ...waiver({ target: "outputPorts[name=a]" }) }))).toEqual([
      "fail new plays has no name.",
      "warning waiver-unused",
    ]);
  });

  it("leaves an error what it is", () => {
    const texts = { ...PLAIN, [PLAYS]: product("plays", { name: 5 }), ...waiver() };
    expect(whole(texts).verdict).toBe("error");
  });
});

describe("the days of a waiver", () => {
  it.each([
    ["2026-05-31", "fail", "(Waiver W-1 begins on 2026-06-01)", []],
    ["2026-06-01", "waived", "", []],
    ["2026-07-17", "waived", "", []],
    ["2026-07-18", "waived", "", ["waiver-expiring"]],
    ["2026-07-31", "waived", "", ["waiver-expiring"]],
    ["2026-08-01", "fail", "(Waiver W-1 expired on 2026-08-01)", ["waiver-expired"]],
  ])("on %s the finding is %s", (asOf, outcome, note, codes) => {
    const { findings, problems } = whole({ ...BROKEN, ...waiver() }, asOf);
    expect(findings).toMatchObject([{ outcome }]);
    expect(findings[0]?.message).toBe(`plays has no name.${note === "" ? "" : ` ${note}`}`);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a waiver that waives nothing", () => {
  const both = (members: Readonly<Record<string, unknown>>, file = FILE, texts: Texts = {}): readonly string[] => {
    const waivers = { ...waiver(members, file), ...texts };
    const inForce = whole({ ...BROKEN, ...waivers });
    const brought = judgePull(BROKEN, { ...BROKEN, ...waivers }, { asOf: AS_OF });
    return [inForce, brought].map(
      ({ verdict, problems }) =>
        `${verdict}: ${problems.map(({ severity, code, message }) => `${severity} ${code} ${message}`).join(" | ")}`,
    );
  };

  it.each<[what: string, members: Readonly<Record<string, unknown>>, words: RegExp, file?: string]>([
    ["an unknown policy", { policy: "own.nam@1" }, /There is no policy own.nam/],
    ["an older major", { policy: "own.named@0" }, /is in version 1.0.0: a waiver of own.named@0 is over/],
    ["a product that is not there", { product: "play" }, /for product play, which the domain player does not have/],
    ["a product of another domain", { product: "top" }, /for product top, which the domain player does not have/],
    ["too long a time", { expires: "2026-10-01" }, /lasts 122 days; for own.named at most 90 are allowed/],
    ["an end before its start", { expires: "2026-06-01" }, /would never hold/],
    ["a day that does not exist", { expires: "2026-06-31" }, /no day 2026-06-31/],
    ["no reason", { reason: undefined }, /reason/],
    ["no ticket", { ticket: undefined }, /ticket/],
    ["no end", { expires: undefined }, /expires/],
    ["a control that is not named", { category: "mitigated" }, /control/],
    ["another name than its file", { id: "W-2" }, /make them equal/],
    ["no domain", {}, /folder of its domain/, "waivers/W-1.yaml"],
    ["an unknown domain", {}, /no domain "playr"/, "waivers/playr/W-1.yaml"],
  ])("has %s: an error where it is brought, a warning once it is in force", (_, members, words, file = FILE) => {
    const [inForce = "", brought = ""] = both(members, file);
    expect(inForce).toMatch(/^fail: warning waiver-(invalid|days)|^fail: warning missing-key|^fail: warning/);
    expect(inForce).toMatch(words);
    expect(brought).toMatch(/^error: .*error/);
    expect(brought).toMatch(words);
  });

  it("is a warning when nothing fails there, so that it can come before the change that needs it", () => {
    const report = judgePull(PLAIN, { ...PLAIN, ...waiver() }, { asOf: AS_OF });
    expect(report.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning rules-change",
      "warning waiver-unused",
    ]);
    expect(report.verdict).toBe("pass");
  });

  it("overlaps another", () => {
    const other = waiver({ from: "2026-07-31", expires: "2026-09-01" }, "waivers/player/W-2.yaml");
    expect(both({}, FILE, other).map((line) => line.replace(/ Waivers .*$/, ""))).toEqual([
      "pass: warning waiver-overlap",
      "error: error waiver-overlap",
    ]);
    const later = waiver({ from: "2026-08-01", expires: "2026-09-01" }, "waivers/player/W-2.yaml");
    expect(whole({ ...BROKEN, ...waiver(), ...later }).problems).toEqual([]);
  });
});

describe("a change of waivers is told to those who approve it", () => {
  const told = (base: Texts, head: Texts): readonly string[] => {
    const { rules, problems } = judgePull(base, head, { asOf: AS_OF });
    return [
      rules?.class ?? "",
      ...problems.filter(({ code }) => code === "rules-change").map(({ message }) => message),
    ];
  };
  const line = "own.named at product plays, from 2026-06-01 until 2026-08-01.";

  it.each<[what: string, base: Texts, head: Texts, lines: readonly string[]]>([
    ["added", BROKEN, { ...BROKEN, ...waiver() }, ["loosen", `Waiver W-1 excuses ${line}`]],
    ["taken away", { ...BROKEN, ...waiver() }, BROKEN, ["tighten", `Waiver W-1 no longer excuses ${line}`]],
    [
      "prolonged",
      { ...BROKEN, ...waiver() },
      { ...BROKEN, ...waiver({ expires: "2026-08-15" }) },
      ["unknown", `Waiver W-1 is another one, and excuses ${line.replace("08-01", "08-15")}`],
    ],
    ["with other words", { ...BROKEN, ...waiver() }, { ...BROKEN, ...waiver({ reason: "Else." }) }, ["neutral"]],
    [
      "expired, taken away",
      { ...BROKEN, ...waiver({ from: "2026-05-01", expires: "2026-06-30" }) },
      BROKEN,
      ["neutral"],
    ],
  ])("%s", (_, base, head, lines) => {
    expect(told(base, head)).toEqual(lines);
  });
});
