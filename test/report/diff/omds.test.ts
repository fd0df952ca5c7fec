import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import type { Diff } from "../../../src/model/diff.ts";
import type { Json } from "../../../src/model/json.ts";
import { diffOmds } from "../../../src/report/diff/omds.ts";

const BEFORE = `
apiVersion: v3.1.0
kind: DataContract
id: 6d1f3f5e-7a0b-4c59-9a3c-4f0f8a1d2b11
name: Plays
version: 1.4.2
status: active
description: { purpose: Every play, usage: Reports }
schema:
  - name: plays
    description: One row per play
    properties:
      - { name: play_id, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 1 }
      - { name: email, logicalType: string, required: true }
      - { name: device, id: device, logicalType: string, logicalTypeOptions: { maxLength: 20 } }
      - { name: legacy, logicalType: string }
      - name: rating
        logicalType: integer
        quality: [{ name: few gaps, metric: nullValues, mustBeLessThan: 5, unit: percent }]
slaProperties: [{ property: retention, value: 2, unit: y }]
servers: [{ server: prod, type: snowflake, account: daff, database: plays, schema: gold, environment: prod }]
team: { name: plays }
`;
const AFTER = `
apiVersion: v3.1.0
kind: DataContract
id: 6d1f3f5e-7a0b-4c59-9a3c-4f0f8a1d2b11
name: Plays of Daff
version: 1.5.0
status: active
description: { purpose: Every play of a track, usage: Reports }
schema:
  - name: plays
    properties:
      - { name: play_id, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 1 }
      - { name: email, logicalType: string }
      - { name: device_name, id: device, logicalType: string, logicalTypeOptions: { maxLength: 40 } }
      - { name: country, logicalType: string }
      - name: rating
        logicalType: integer
        quality: [{ name: few gaps, metric: nullValues, mustBeLessThan: 9, unit: percent }]
slaProperties: [{ property: retention, value: 1, unit: y }]
servers: [{ server: prod, type: snowflake, account: daff, database: plays, schema: silver, environment: prod }]
team: { name: plays }
`;

/** Of what a diff says only the changes and the two sides matter to this format. */
function diffOf(before: string, after: string): Diff {
  const [from, to] = [contractForm(parse(before) as Json), contractForm(parse(after) as Json)];
  const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    schema: "meshgate/diff/v1",
    subject: "contract",
    from: { file: "old.yaml", id: from.id, version: from.version },
    to: { file: "new.yaml", id: to.id, version: to.version },
    profile: "default",
    mode: "consumer",
    asked: null,
    notes: [],
    class: "breaking",
    axes: { consumer: "broken", producer: "broken" },
    declaredBump: "minor",
    requiredBump: "major",
    nextVersion: "2.0.0",
    versionIsEnough: false,
    lanes: { signOff: [], notify: [], safe: [] },
    changes: compareContracts(from, to).map(({ place: _, ...difference }) => ({
      ...difference,
      byItself: difference.class,
      against: from.version,
      affected: [],
      fingerprint: "0",
      location: { file: "new.yaml", ...range },
    })),
  };
}

interface Omds {
  readonly impact: Readonly<Record<string, number>>;
  readonly suggestedVersion?: string;
  readonly diffs: readonly Readonly<Record<string, unknown>>[];
}
const omds = (diff: Diff): Omds => parse(diffOmds(diff)) as Omds;

describe("a MetadataDifference", () => {
  test("tells of every change", async () => {
    await expect(diffOmds(diffOf(BEFORE, AFTER))).toMatchFileSnapshot("omds.yaml");
  });

  test("of equal contracts suggests nothing", () => {
    expect(omds(diffOf(BEFORE, BEFORE))).toMatchObject({ impact: { major: 0, minor: 0, patch: 0 }, diffs: [] });
    expect(omds(diffOf(BEFORE, BEFORE))).not.toHaveProperty("suggestedVersion");
  });

  const field = (lines: string, version = "1.0.0"): string =>
    `apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: ${version}\nstatus: active\nschema: [{ name: o, properties: [{ name: f, ${lines} }] }]\n`;

  test.each([
    // A new duty is minor to Meshgate and MAJOR to the draft; a reader's break is major to both.
    ["logicalType: string", "logicalType: string, required: true", "1.0.0", "MAJOR", "2.0.0"],
    ["logicalType: string, required: true", "logicalType: string", "1.0.0", "MAJOR", "2.0.0"],
    // Only words to the draft, risky to us.
    [
      "logicalType: string, logicalTypeOptions: { maxLength: 5 }",
      "logicalType: string, logicalTypeOptions: { maxLength: 9 }",
      "1.0.0",
      "MINOR",
      "1.1.0",
    ],
    ["logicalType: string", "logicalType: string, description: New", "1.0.0", "PATCH", "1.0.1"],
    ["logicalType: string, required: true", "logicalType: string", "v0.3.1", "MAJOR", "v1.0.0"],
    ["logicalType: string, required: true", "logicalType: string", "spring", "MAJOR", undefined],
  ])("%s → %s at %s is %s", (before, after, version, impact, suggested) => {
    const found = omds(diffOf(field(before, version), field(after, version)));
    expect(found.diffs.map(({ impactLevel }) => impactLevel)).toEqual([impact]);
    expect(found.suggestedVersion).toBe(suggested);
  });

  test("counts a change by the worst of what it is told by, once", () => {
    const found = omds(
      diffOf(
        field("logicalType: string, description: A, businessName: B"),
        field("logicalType: string, description: C, tags: [x]"),
      ),
    );
    expect(found.impact).toEqual({ major: 1, minor: 0, patch: 2 });
  });

  test("reads back as it was, whatever stands in a contract", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("yes", "- a", "a: b", "##[error]x", "\u001b[31m", "\u202ea"),
    );
    const [template] = diffOf(field("logicalType: string"), field("logicalType: string, description: N")).changes;
    if (template === undefined) throw new Error("no change");
    const diff = diffOf(BEFORE, BEFORE);
    fc.assert(
      fc.property(text, text, text, (message, key, value) => {
        const change = {
          ...template,
          message,
          ruleId: "field.custom.changed",
          before: { [key]: value },
          after: message,
        };
        const printed = diffOmds({ ...diff, from: { ...diff.from, id: message }, changes: [change] });
        const read = parse(printed) as Omds & { readonly source1: unknown };
        expect(read.source1).toEqual({ id: message, version: diff.from.version });
        expect(read.diffs[0]).toMatchObject({ message, value2: message });
        expect(JSON.stringify(read.diffs[0]?.["value1"])).toBe(JSON.stringify(change.before));
        expect(printed).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|##\[/u);
      }),
      { numRuns: 60 },
    );
  });
});
