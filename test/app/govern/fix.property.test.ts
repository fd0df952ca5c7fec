import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offerFixes } from "../../../src/app/fix/offer.ts";
import type { GovernInput } from "../../../src/app/govern/input.ts";
import { govern } from "../../../src/app/govern/govern.ts";
import type { Rules } from "../../../src/app/govern/rules.ts";
import { scopeOf } from "../../../src/app/govern/scope.ts";
import type { Run } from "../../../src/app/run.ts";
import type { Finding, FixEdit } from "../../../src/model/finding.ts";
import type { Json, JsonPath } from "../../../src/model/json.ts";
import type { Report } from "../../../src/model/report.ts";
import type { FixStep } from "../../../src/policy/fix/step.ts";
import { lastingTarget, plainId } from "../../../src/policy/identity.ts";
import { changes, TIMEOUT } from "./support/cases.ts";
import { BLOBS, inputOf, rulesOf } from "./support/runs.ts";
import type { Texts } from "./support/runs.ts";

function set(path: JsonPath, value: Json): FixStep {
  return { kind: "set", place: { kind: "fact", path }, value: { kind: "scalar", value }, order: [] };
}

const REMOVE: FixStep = { kind: "remove", place: { kind: "fact", path: ["it"] } };

/** Fixes of every kind, most of which harm somebody sometimes. */
const PATCHES: Readonly<Record<string, readonly FixStep[]>> = {
  "baseline.legal-status": [set(["product", "status"], "active")],
  "baseline.unreleased-upstreams": [set(["product", "status"], "draft")],
  "baseline.contract-status": [set(["contract", "status"], "retired")],
  "baseline.inputs-found": [REMOVE],
  "baseline.consumer-inputs-found": [REMOVE],
  "baseline.port-contract": [REMOVE],
  "baseline.field-classified": [set(["it", "classification"], "internal")],
  "baseline.known-classification": [set(["it", "classification"], "public")],
  "baseline.personal-not-public": [REMOVE],
  "baseline.field-names": [set(["it", "name"], "renamed")],
  "baseline.description": [
    set(["product", "description"], { purpose: "Everything that anybody has ever played, by day and by country." }),
  ],
  "baseline.version-raised": [set(["product", "version"], "99.0.0")],
  "baseline.contract-version-raised": [set(["contract", "version"], "99.0.0")],
};

function withPatches(rules: Rules): Rules {
  return {
    ...rules,
    policies: rules.policies.map((policy) => ({ ...policy, patch: PATCHES[policy.id] ?? policy.patch })),
  };
}

function runOf(input: GovernInput): Run {
  return {
    input,
    scope: scopeOf(input),
    rulesTree: input.head.tree,
    read: (wanted) =>
      Promise.resolve(new Map([...wanted].flatMap((blob) => [[blob, BLOBS.get(blob) ?? new Uint8Array()]]))),
  };
}

function applied(text: string, edits: readonly FixEdit[]): string {
  const lines = text.split(/(?<=\n)/);
  const start = (line: number, column: number): number => lines.slice(0, line - 1).join("").length + column - 1;
  return edits.reduceRight(
    (now, { line, column, endLine, endColumn, text: put }) =>
      now.slice(0, start(line, column)) + put + now.slice(start(endLine, endColumn)),
    text,
  );
}

/** What counts of a report, whatever versions ports and contracts have. */
function counting({ findings }: Report): ReadonlySet<string> {
  return new Set(findings.filter(({ origin, grace }) => origin === "new" || grace?.over === true).map(matterOf));
}

function matterOf({ policy, subject, target }: Finding): string {
  return JSON.stringify([policy, subject.kind, plainId(subject), lastingTarget(target, () => "")]);
}

async function trial(base: Texts | undefined, head: Texts, seen: { offered: number; open: number }): Promise<void> {
  const input = inputOf(base, head, { rules: withPatches(rulesOf(base ?? head)) });
  const report = govern(input, BLOBS);
  const offered = await offerFixes(runOf(input), report, () => undefined);
  const patched = new Set(input.rules.policies.flatMap(({ id, patch }) => (patch.length > 0 ? [id] : [])));
  seen.open += report.findings.filter(({ policy }) => patched.has(policy)).length;
  expect(offered.findings.map(({ fix: _, ...finding }) => finding)).toEqual(report.findings);
  for (const finding of offered.findings) {
    if (finding.fix === undefined) continue;
    seen.offered += 1;
    const { file, edits } = finding.fix;
    expect(file).toBe(finding.location.file);
    const mended = { ...head, [file]: applied(head[file] ?? "", edits) };
    const after = govern(inputOf(base, mended, { rules: input.rules }), BLOBS);
    const isSame = (one: Finding): boolean =>
      one.policy === finding.policy &&
      one.target === finding.target &&
      one.subject.id === finding.subject.id &&
      one.location.file === file;
    expect(after.findings.filter(isSame)).toEqual([]);
    expect([...counting(after)].filter((matter) => !counting(report).has(matter))).toEqual([]);
    const faults = ({ problems }: Report): readonly string[] =>
      problems.filter(({ location }) => location.file === file).map(({ code, path }) => `${code} ${path}`);
    expect(faults(report)).toEqual(expect.arrayContaining([...faults(after)]));
  }
}

describe.each(changes(5, 1))("a fix that is offered on $mesh", ({ drawn, cases }) => {
  it("mends its finding and brings none, when everything is judged again", { timeout: TIMEOUT }, async () => {
    const seen = { offered: 0, open: 0 };
    await fc.assert(
      fc.asyncProperty(drawn, async ({ base, head }) => {
        await trial(base, head, seen);
        await trial(undefined, head, seen);
      }),
      { numRuns: cases * (TIMEOUT / 60_000) },
    );
    // The few of a usual run are too few to count on.
    if (TIMEOUT > 60_000) expect(seen.offered).toBeGreaterThan(0);
    expect(seen.offered).toBeLessThan(seen.open + 1);
  });
});
