import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Explained, ExplainedStep, Explanation } from "../../src/model/explanation.ts";
import { findExplanationFormat } from "../../src/report/explain/index.ts";
import { hostileText } from "../support/hostile.ts";
import { location } from "../support/report.ts";
import { obeyed } from "../support/workflow-commands.ts";

const step: fc.Arbitrary<ExplainedStep> = fc.letrec<{ step: ExplainedStep }>((tie) => ({
  step: fc.record({
    kind: fc.constantFrom("call", "read", "literal", "more"),
    role: fc.constantFrom("", "if", "item 3"),
    text: hostileText,
    state: fc.constantFrom("value", "missing", "error", "skipped"),
    value: hostileText,
    decides: fc.boolean(),
    location: fc.constant(location("policies/a.yaml", 3)),
    fact: hostileText.map((file) => location(file, 4)),
    steps: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie("step"), { maxLength: 2 })),
  }),
})).step;

const explained: fc.Arbitrary<Explained> = fc
  .record({
    hostile: hostileText,
    rule: step,
    diff: hostileText,
    outcome: fc.constantFrom("fail" as const, "pass" as const, "waived" as const),
  })
  .map(({ hostile, rule, diff, outcome }): Explained => {
    const place = location(hostile, 1);
    const setBy = { layer: hostile, location: place };
    return {
      policy: { id: hostile, version: hostile, type: "change", title: hostile, rationale: hostile, location: place },
      subject: { kind: "product", id: hostile, domain: hostile, owners: [hostile], file: hostile },
      enforcement: { level: "block", setBy, waivers: { allowed: true, maxDays: 90, setBy } },
      parameters: [{ name: hostile, value: hostile, setBy, instead: { value: hostile, location: place } }],
      targets: [
        {
          target: hostile,
          outcome,
          level: "block",
          fingerprint: "0123456789abcdef",
          origin: "new",
          message: hostile,
          remedy: hostile,
          location: place,
          because: [{ name: hostile, value: hostile, location: place }],
          applies: rule,
          rule,
          faults: [{ message: hostile, location: place }],
          waivers: [{ id: hostile, covers: false, reason: hostile, location: place }],
          fix: { file: hostile, diff, edits: [] },
        },
      ],
    };
  });

function explanationOf(...list: readonly Explained[]): Explanation {
  return {
    schema: "meshgate/explanation/v1",
    asOf: "2026-11-20",
    head: { ref: "HEAD", commit: null },
    explained: list,
  };
}

function text(explanation: Explanation, unicode = true): string {
  return findExplanationFormat("text")?.render(explanation, { colour: false, unicode, width: 80 }) ?? "";
}

describe("an explanation", () => {
  test("shows nothing of an enemy but honest text", () => {
    fc.assert(
      fc.property(explained, (hostile) => {
        const shown = text(explanationOf(hostile));
        expect(obeyed(shown)).toEqual([]);
        expect(shown).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
      }),
    );
  });

  test("has plain signs where the screen has no others", () => {
    fc.assert(
      fc.property(step, (rule) => {
        expect(text(explanationOf(sample(rule)), false)).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });
});

function sample(rule: ExplainedStep): Explained {
  const place = location("a.yaml", 1);
  const setBy = { layer: "guild", location: place };
  const plain = (one: ExplainedStep): ExplainedStep => ({
    ...one,
    text: "eq",
    value: "true",
    steps: one.steps.map(plain),
    fact: place,
  });
  return {
    policy: { id: "global.a", version: "1.0.0", type: "change", title: "A", rationale: "A.", location: place },
    subject: { kind: "product", id: "a", domain: "d", owners: [], file: "a.yaml" },
    enforcement: { level: "block", setBy, waivers: { allowed: true, maxDays: 90 } },
    parameters: [],
    targets: [
      {
        target: "",
        outcome: "fail",
        level: "block",
        fingerprint: "0123456789abcdef",
        message: "A.",
        remedy: "B.",
        location: place,
        because: [],
        rule: plain(rule),
        faults: [{ message: "C.", location: place }],
        waivers: [],
      },
    ],
  };
}
