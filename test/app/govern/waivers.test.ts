import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product } from "./support/plain.ts";
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

describe("a waiver of another domain", () => {
  const REQUIRED = policy("raised", {
    target: { forEach: "contract" },
    rule: { has: { var: "contract.name" } },
    message: "{contract.id} has no name.",
  });
  const contract = (version: string): string =>
    `apiVersion: v3.1.0\nkind: DataContract\nid: shared\nversion: ${version}\nstatus: active\n`;
  const CONTRACTS: Texts = {
    ...PLAIN,
    [policyFile("raised")]: REQUIRED,
    "products/playlist/shared.odcs.yaml": contract("1.2.0"),
    "products/player/shared.odcs.yaml": contract("9.9.9"),
  };
  const ofShared = { policy: "own.raised@1", product: undefined, contract: "shared" };
  const outcomes = ({ findings }: Report): readonly string[] =>
    findings.map(({ outcome, subject }) => `${outcome} ${subject.id}`).sort();

  it("does not excuse a contract that shares the id", () => {
    expect(outcomes(whole({ ...CONTRACTS, ...waiver(ofShared) }))).toEqual([
      "fail shared@1.2.0",
      "waived shared@9.9.9",
    ]);
  });

  it("excuses nothing where both have the same version, and says why", () => {
    const texts = { ...CONTRACTS, "products/player/shared.odcs.yaml": contract("1.2.0"), ...waiver(ofShared) };
    const { findings, problems } = whole(texts);
    expect(new Set(findings.map(({ outcome }) => outcome))).toEqual(new Set(["fail"]));
    expect(problems.filter(({ code }) => code === "waiver-invalid").map(({ message }) => message)).toEqual([
      expect.stringContaining("which player and playlist declare alike. It waives nothing"),
    ]);
  });

  it("does not excuse a product that shares the id", () => {
    const twin = { "products/playlist/plays.odps.yaml": NAMELESS };
    for (const file of [FILE, "waivers/playlist/W-1.yaml"]) {
      const { findings } = whole({ ...BROKEN, ...twin, ...waiver({}, file) });
      expect(findings.map(({ outcome }) => outcome)).toEqual(["fail", "fail"]);
    }
  });

  it("does not follow a product to another domain", () => {
    const moved = { ...less(BROKEN, PLAYS), "products/playlist/plays.odps.yaml": NAMELESS, ...waiver() };
    const inForce = whole(moved);
    expect(brief(inForce)).toEqual(["fail new plays has no name.", "warning waiver-invalid"]);
    expect(inForce.verdict).toBe("fail");
    const change = judgePull({ ...BROKEN, ...waiver() }, moved, { asOf: AS_OF });
    expect(change.findings.map(({ outcome }) => outcome)).not.toContain("waived");
  });

  it("does not wait for a product that comes to another domain", () => {
    const others = less({ ...PLAIN, ...waiver() }, PLAYS);
    const head = { ...others, "products/playlist/plays.odps.yaml": NAMELESS };
    const report = judgePull(others, head, { asOf: AS_OF });
    expect(report.findings).toMatchObject([{ outcome: "fail", origin: "new" }]);
    expect(report.verdict).toBe("fail");
  });

  it("covers what a change takes away from its domain", () => {
    const KEPT = policy("kept", { type: "change", rule: { neq: [{ var: "change.kind" }, "removed"] } });
    const base = { ...PLAIN, [policyFile("kept")]: KEPT, ...waiver({ policy: "own.kept@1" }) };
    expect(judgePull(base, less(base, PLAYS), { asOf: AS_OF }).findings).toMatchObject([{ outcome: "waived" }]);
    const other = { ...less(base, FILE), ...waiver({ policy: "own.kept@1" }, "waivers/playlist/W-1.yaml") };
    expect(judgePull(other, less(other, PLAYS), { asOf: AS_OF }).findings).toMatchObject([{ outcome: "fail" }]);
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
    [
      "a product of another domain",
      { product: "top" },
      /for product top, which the domain player does not have. It waives nothing; move it to waivers\/playlist\/\./,
    ],
    [
      "a kind that its policy never judges",
      { product: undefined, contract: "c" },
      /judges products and never a contract/,
    ],
    ["a blank reason", { reason: " \u3164" }, /reason holds nothing that anybody can see/],
    ["a blank ticket", { ticket: "\u200b" }, /ticket holds nothing that anybody can see/],
    ["a blank requester", { requestedBy: "\u115f\u1160" }, /requestedBy holds nothing that anybody can see/],
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

  it("stands twice in one file: one fault, with a line between them or without", () => {
    const yaml = (id: string): string =>
      Object.entries(JSON.parse(waiver({ id })[FILE] ?? "") as Record<string, string>)
        .map(([key, value]) => `${key}: ${value}\n`)
        .join("");
    for (const between of ["---\n", ""]) {
      const { findings, problems } = whole({ ...BROKEN, [FILE]: `${yaml("W-1")}${between}${yaml("W-2")}` });
      expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
        "several-documents More than one document in this file; expected one. Move the others to files of their own.",
      ]);
      expect(findings).toMatchObject([{ outcome: "fail" }]);
    }
  });

  it("is a warning when nothing fails there, so that it can come before the change that needs it", () => {
    const report = judgePull(PLAIN, { ...PLAIN, ...waiver() }, { asOf: AS_OF });
    expect(report.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning rules-change",
      "warning waiver-unused",
    ]);
    expect(report.problems[1]?.message).toContain(
      "finds nothing there yet. If it is for a change to come, that is fine",
    );
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
      ["loosen", `Waiver W-1 excuses for longer ${line.replace("08-01", "08-15")}`],
    ],
    [
      "cut short",
      { ...BROKEN, ...waiver() },
      { ...BROKEN, ...waiver({ expires: "2026-07-15" }) },
      ["tighten", `Waiver W-1 excuses for less long ${line.replace("08-01", "07-15")}`],
    ],
    [
      "moved to other days",
      { ...BROKEN, ...waiver() },
      { ...BROKEN, ...waiver({ from: "2026-06-15", expires: "2026-08-15" }) },
      ["unknown", `Waiver W-1 excuses on other days ${line.replace("06-01", "06-15").replace("08-01", "08-15")}`],
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
