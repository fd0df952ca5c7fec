import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTexts } from "../../scripts/docs/pack.ts";
import { FACT_TREES } from "../../src/app/govern/facts.ts";
import { caseMemory, stageCases } from "../../src/app/judge-case.ts";
import type { ExplainedStep } from "../../src/model/explanation.ts";
import { at } from "../../src/model/location.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { accountOf } from "../../src/policy/explain/explain.ts";
import type { Account } from "../../src/policy/explain/explain.ts";
import { applyPatch } from "../../src/policy/patch.ts";
import { readSource } from "../../src/source/read.ts";

const stage = stageCases(caseMemory());

/** What a policy of a pack says in all its cases. */
function accountsIn(pack: string, file: string, fixture: ReadonlyMap<string, string>): readonly Account[] {
  const path = `policies/${pack}/${file}`;
  const [document] = readSource(readFileSync(path)).documents;
  const { policy } = document ? compilePolicy(path, document, FACT_TREES) : {};
  if (document === undefined || policy === undefined) throw new Error(`${path} is no policy`);
  return policy.cases.flatMap(({ given, before }) => {
    const [head, base] = [applyPatch(fixture, given), applyPatch(fixture, before)];
    if ("fault" in head || "fault" in base) throw new Error(path);
    const { facts } = stage(policy.target.kind, head.files, policy.type === "change" ? base.files : undefined);
    return facts.flatMap((one) =>
      accountOf(policy, { policy, facts: one, locate: (place, part) => at(path, document.range(place, part)) }),
    );
  });
}

function stepsOf(step: ExplainedStep): readonly ExplainedStep[] {
  return [step, ...step.steps.flatMap(stepsOf)];
}

describe.each(readdirSync("policies").sort())("every case of the pack %s", (pack) => {
  it("is explained as it is judged", async () => {
    const fixture = await readTexts(`policies/${pack}/fixture`);
    const files = readdirSync(`policies/${pack}`).filter((file) => file.endsWith(".yaml") && file !== "pack.yaml");
    const seen = new Set<string>();
    for (const file of files) {
      for (const account of accountsIn(pack, file, fixture)) {
        const { outcome } = account.outcome;
        const what = `${file} ${outcome} ${account.outcome.target}`;
        seen.add(outcome);
        const { rule, applies, because, faults } = account;
        if (rule !== undefined && outcome === "pass") expect(rule.value, what).toBe("true");
        if (rule !== undefined && outcome === "fail" && rule.state === "value") expect(rule.value, what).toBe("false");
        if (rule === undefined && outcome === "fail") expect(faults.length + because.length, what).toBeGreaterThan(0);
        if (rule !== undefined && outcome === "fail") expect(because, what).not.toEqual([]);
        for (const root of [rule, applies].flatMap((step) => step ?? [])) {
          for (const step of stepsOf(root)) {
            expect(step.location.line, what).toBeGreaterThan(1);
            // What decided leads from the top down to facts or to what is written out.
            if (step.decides && step.kind === "call" && step.state === "value")
              expect(
                step.steps.some(({ decides, kind }) => decides || kind === "literal"),
                `${what}: ${step.text}`,
              ).toBe(true);
            if (step.state === "skipped") expect(step.decides, what).toBe(false);
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(["fail", "not-applicable", "pass"]));
  });
});
