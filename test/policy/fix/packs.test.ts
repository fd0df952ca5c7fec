import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readTexts } from "../../../scripts/docs/pack.ts";
import { FACT_TREES } from "../../../src/app/govern/facts.ts";
import { caseMemory, stageCases } from "../../../src/app/judge-case.ts";
import { compilePolicy } from "../../../src/policy/compile.ts";
import { evaluatePolicy, questionsOf } from "../../../src/policy/evaluate.ts";
import { editBytes } from "../../../src/policy/fix/edit.ts";
import { proposeEdits } from "../../../src/policy/fix/propose.ts";
import { applyPatch } from "../../../src/policy/patch.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { readSource } from "../../../src/source/read.ts";

const POLICIES = readdirSync("policies").flatMap((pack) =>
  readdirSync(`policies/${pack}`)
    .filter((file) => file.endsWith(".yaml") && file !== "pack.yaml")
    .flatMap((file): readonly (readonly [id: string, pack: string, policy: Policy])[] => {
      const path = `policies/${pack}/${file}`;
      const [document] = readSource(readFileSync(path)).documents;
      const { policy } = document ? compilePolicy(path, document, FACT_TREES) : {};
      return policy && policy.patch.length > 0 ? [[policy.id, pack, policy]] : [];
    }),
);

const stage = stageCases(caseMemory());

it.each(POLICIES)("the fix of %s mends every case that fails", async (_, pack, policy) => {
  const fixture = await readTexts(`policies/${pack}/fixture`);
  let mended = 0;
  for (const { given, before, expect: outcome } of policy.cases) {
    const [head, base] = [applyPatch(fixture, given), applyPatch(fixture, before)];
    if (outcome !== "fail" || "fault" in head || "fault" in base) continue;
    const past = policy.type === "change" ? base.files : undefined;
    for (const facts of stage(policy.target.kind, head.files, past).facts) {
      for (const { element } of questionsOf(policy, facts)) {
        const said = evaluatePolicy(policy, facts).find(({ target }) => target === element.name);
        if (said?.outcome !== "fail") continue;
        const { file } = said.location;
        const bytes = new TextEncoder().encode(head.files.get(file));
        const edits = proposeEdits(policy, facts, element, readSource(bytes).documents[0]?.value ?? null) ?? [];
        const edited = editBytes(bytes, 0, edits);
        if ("fault" in edited) throw new Error(edited.fault);
        const after = stage(
          policy.target.kind,
          new Map(head.files).set(file, new TextDecoder().decode(edited.bytes)),
          past,
        );
        expect(after.problems).toEqual([]);
        expect(
          after.facts.flatMap((one) => evaluatePolicy(policy, one)).filter((one) => one.outcome === "fail"),
        ).toEqual([]);
        mended += 1;
      }
    }
  }
  expect(mended).toBeGreaterThan(0);
});

it("some policies of the packs have a fix", () => {
  expect(POLICIES.map(([id]) => id)).toEqual(["baseline.declared-domain", "baseline.port-version"]);
});
