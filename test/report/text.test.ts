import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { text } from "../../src/report/formats/text.ts";
import { compatibility } from "../support/compatibility.ts";
import { finding, report } from "../support/report.ts";
import { DOCS, change } from "./diff/samples.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { SAMPLES, contractMany } from "./samples.ts";

const plain = { colour: false } as const;
const ESCAPE = "\u001b";

describe("a pass that asks nothing of anybody", () => {
  test("is one line", () => {
    expect(linesOf("pass-quiet")).toHaveLength(1);
  });

  test("says in a second one who reads what changed", () => {
    const [, ...rest] = linesOf("pass-read-by-others");
    expect(rest.join(" ")).toMatch(
      /^1 product and 1 consumer in 2 domains read what changed: churn-model and playlist-daily\. Reached through them: royalty-statements\. People to ask: /u,
    );
  });
});

test.each(["one-block", "many-mixed", "no-verdict", "policy-preview", "removed-product", "waived", "whole-mesh"])(
  "%s starts with the verdict and ends with one line of totals",
  (name) => {
    const lines = linesOf(name);
    expect(lines[0]).toMatch(/^[✓✗?] (?:Pass|Fail|No verdict)[:,] /u);
    expect(lines.at(-1)).toMatch(/^(?:Pass|Fail|No verdict) · .* · 24 policies · as of 2026-11-20$/u);
  },
);

test("a finding shows place, level, policy, message, fix and owner", () => {
  const shown = linesOf("one-block").join("\n");
  for (const part of [
    "products/listener/listener-profile/listener-profile.odps.yaml:14:17",
    "block",
    "baseline.port-contract",
    "which is not in the mesh.",
    "Fix: Add the contract",
    "ask @daff/listener-data",
  ]) {
    expect(shown).toContain(part);
  }
});

test("findings of before are listed while they are few and counted when they are many", () => {
  const old = (count: number) =>
    Array.from({ length: count }, (_, index) => finding({ origin: "existing", message: `Old ${index}.` }));
  const shown = (count: number) =>
    text.render(report({ findings: [finding(), ...old(count)], verdict: "fail" }), plain);
  expect(shown(3)).toContain("Old 2.");
  expect(shown(4)).not.toContain("Old 2.");
  expect(shown(4)).toContain("There before this change (does not block it): 4 findings");
});

test("a check that only reports says so", () => {
  expect(text.render(report({ failOn: "never", findings: [finding()] }), plain)).toMatch(
    /^✓ Pass, because this check only reports: 1 finding\.\n/u,
  );
});

test("a fix that was tried is said to be made by the command", () => {
  const fix = { file: "a.yaml", diff: "", edits: [] };
  const shown = text.render(report({ findings: [finding({ remedy: "Write it.", fix })] }), plain);
  expect(shown).toContain("Fix: Write it. (`meshgate check --fix` does it)");
  expect(text.render(report({ findings: [finding({ remedy: "Write it." })] }), plain)).not.toContain("--fix");
});

test.each(Object.keys(SAMPLES))("%s: colours change nothing but colours", (name) => {
  const coloured = text.render(sample(name), { colour: true });
  expect(coloured).toContain(`${ESCAPE}[`);
  expect(coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "gu"), "")).toBe(text.render(sample(name), plain));
});

test("without unicode the signs are ASCII", () => {
  expect(text.render(sample("many-mixed"), { colour: false, unicode: false })).toMatch(/^[\n -~]*$/u);
});

test.each([40, 80, 120])("at %i columns only a line with one long word or of a place is longer", (width) => {
  const long = text
    .render(sample("many-mixed"), { colour: false, width })
    .split("\n")
    .filter(
      (line) => line.length > width && !/\.yaml:\d+:\d+ {2}|^(?:Fail|Pass) · /u.test(line) && line.trim().includes(" "),
    );
  expect(long).toEqual([]);
});

describe("what changes in contracts and products", () => {
  test("is told in one line when it is safe for everybody", () => {
    const [, ...rest] = linesOf("contract-safe");
    expect(rest).toEqual(["✓ What changes in 1 contract and 1 product is safe for everybody who reads."]);
  });

  test("is not told when only words change, or nothing", () => {
    const words = compatibility({ changes: [change(DOCS)] });
    expect(text.render(report({ compatibility: [words, compatibility()] }), plain)).toBe(text.render(report(), plain));
  });

  test("names the mode once, and a finding that tells of a change instead of telling it again", () => {
    const shown = linesOf("contract-breaks").join("\n");
    expect(shown.match(/Confluent/gu)).toHaveLength(1);
    expect(shown).toContain("✗ tracks.isrc is gone. (baseline.contract-compatible, above)");
    expect(shown.match(/Keep tracks\.isrc/gu)).toHaveLength(1);
  });

  test.each([
    ["was there before", { origin: "existing" }],
    ["is only measured", { level: "shadow" }],
    ["is about another contract", { subject: { kind: "contract", id: "tracks-2" } }],
    ["is about something else of it", { target: "fields[path=tracks.isrc]" }],
    ["is about another version", { subject: { kind: "contract", id: "tracks@1.0.0", version: "1.0.0" } }],
    ["is about a field whose name ends alike", { message: "old_tracks.isrc is gone." }],
  ] as const)("is told in full beside a finding that %s", (_, over) => {
    const breaks = sample("contract-breaks");
    const findings = breaks.findings.map((one) => ({ ...one, ...over }));
    expect(text.render({ ...breaks, findings }, plain)).not.toContain(", above)");
  });

  test("stays readable where much changes", async () => {
    const shown = text.render(contractMany(), { colour: false, width: 80 });
    await expect(shown).toMatchFileSnapshot("golden/contract-many-80.txt");
    expect(shown.split("\n").length).toBeLessThan(250);
    expect(shown.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(shown).toContain("    Also 90 breaking, 50 risky, 50 safe, listed by --format json.\n");
    expect(shown).toContain("  Also 5 other contracts and products, listed by --format json.\n");
  });

  test("asks nobody to agree to a change of a draft", () => {
    const shown = linesOf("contract-draft").join("\n");
    expect(shown).toContain("1 breaking, 1 risky; holds nobody up, since 3.4.0 was a draft or stays beside it");
    expect(shown).not.toContain("Sign-off");
    expect(shown).toContain("Notify: should hear of it\n  @daff/player-data for player.player-app\n");
  });
});

test("no text of a descriptor becomes a command when the report is printed in a build log", () => {
  fc.assert(
    fc.property(hostileReport, fc.boolean(), fc.integer({ min: 40, max: 120 }), (hostile, colour, width) => {
      const shown = text.render(hostile, { colour, width });
      expect(obeyed(shown)).toEqual([]);
      expect(shown.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "gu"), "")).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    }),
    { numRuns: 200 },
  );
});

function linesOf(name: string): readonly string[] {
  return text.render(sample(name), { colour: false, width: 200 }).trimEnd().split("\n");
}

function sample(name: string) {
  return SAMPLES[name] ?? report();
}
