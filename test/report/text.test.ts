import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { text } from "../../src/report/formats/text.ts";
import { finding, report } from "../support/report.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { SAMPLES } from "./samples.ts";

const plain = { colour: false } as const;
const ESCAPE = "\u001b";

describe("a pass that asks nothing of anybody", () => {
  test("is one line", () => {
    expect(linesOf("pass-quiet")).toHaveLength(1);
  });

  test("says in a second one who reads what changed", () => {
    const [, ...rest] = linesOf("pass-read-by-others");
    expect(rest.join(" ")).toMatch(
      /^1 product and 1 consumer in 2 domains read what changed: churn-model, playlist-daily\. Reached through them: royalty-statements\. People to ask: /u,
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
