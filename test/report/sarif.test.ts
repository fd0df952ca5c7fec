import officialSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { own } from "../../src/model/json.ts";
import { sarif } from "../../src/report/formats/sarif.ts";
import type { Report } from "../../src/model/report.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { finding, location, report } from "../support/report.ts";
import { SAMPLES } from "./samples.ts";

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
ajv.addFormat("uri", /^[a-z][a-z0-9+.-]*:[!#$&'()*+,./:;=?@[\]_~a-z0-9%-]*$/iu);
ajv.addFormat("uri-reference", /^(?:%[0-9a-f]{2}|[!#$&'()*+,./:;=?@[\]_~a-z0-9-])*$/iu);
ajv.addFormat("date-time", /^\d{4}-\d{2}-\d{2}T/u);
/** The official schema is of draft 4; beside the name of its identifier it uses nothing that later drafts changed. */
const shape = Object.fromEntries(Object.entries(officialSchema).filter(([key]) => key !== "$schema" && key !== "id"));
const validate = ajv.compile(shape);

test.each(Object.entries(SAMPLES))("%s meets the official schema", (_, sample) => {
  validate(logOf(sample));
  expect(validate.errors).toBeNull();
});

test("the schema is not indulgent", () => {
  expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
});

test.each(Object.entries(SAMPLES))("%s: every result names a rule that is declared with help", (_, sample) => {
  const run = runOf(sample);
  for (const { ruleId, ruleIndex } of run.results) {
    const rule = run.tool.driver.rules[ruleIndex];
    expect(rule?.id).toBe(ruleId);
    expect(rule?.help.text).not.toBe("");
    expect(rule?.help.markdown).not.toBe("");
  }
});

describe("a result", () => {
  const first = (over: Parameters<typeof finding>[0]) => runOf(report({ findings: [finding(over)] })).results[0];

  test.each([
    [{}, "error"],
    [{ level: "warn" }, "warning"],
    [{ level: "advisory" }, "note"],
    [{ origin: "policy" }, "note"],
    [{ outcome: "error", level: "advisory" }, "error"],
  ] as const)("of %j has level %s", (over, level) => {
    expect(first(over)?.level).toBe(level);
  });

  test("points into the repository, percent-encoded", () => {
    const place = first({ location: location("products/für a#b/100%.yaml", 3, 5, 9) })?.locations[0]?.physicalLocation;
    expect(place).toEqual({
      artifactLocation: { uri: "products/f%C3%BCr%20a%23b/100%25.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    });
  });

  test("that is waived is suppressed, any other is not", () => {
    expect(first({ outcome: "waived", waiver: "w.yaml" })?.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "Waiver w.yaml" },
    ]);
    expect(first({})?.suppressions).toEqual([]);
  });

  test("has the fix that was tried, for those who can apply it", () => {
    const edits = [{ line: 7, column: 1, endLine: 8, endColumn: 1, text: "domain: album\n" }];
    expect(first({})).not.toHaveProperty("fixes");
    expect(first({ remedy: "Write it.", fix: { file: "products/a b.yaml", diff: "", edits } })).toMatchObject({
      fixes: [
        {
          description: { text: "Write it." },
          artifactChanges: [
            {
              artifactLocation: { uri: "products/a%20b.yaml", uriBaseId: "%SRCROOT%" },
              replacements: [
                {
                  deletedRegion: { startLine: 7, startColumn: 1, endLine: 8, endColumn: 1 },
                  insertedContent: { text: "domain: album\n" },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("keeps its fingerprint and says whether it is new", () => {
    expect(first({})).toMatchObject({
      partialFingerprints: { "meshgateFinding/v1": "5f1a9c0de37b2468" },
      baselineState: "new",
    });
    expect(first({ origin: "existing" })?.baselineState).toBe("unchanged");
  });
});

describe("the rules", () => {
  const help = "https://daff.example/policies/baseline.retention.md";
  const inForce = [
    { id: "baseline.port-contract", title: "Ports have contracts", level: "block" },
    { id: "baseline.retention", title: "Retention is known", level: "warn", help },
  ] as const;
  const policySet = { ...report().policySet, policies: 2, inForce };

  test("are all that are in force, also those that find nothing", () => {
    expect(runOf(report({ policySet })).tool.driver.rules).toMatchObject([
      {
        id: "baseline.port-contract",
        defaultConfiguration: { level: "error" },
        help: { text: "Ports have contracts" },
      },
      { id: "baseline.retention", defaultConfiguration: { level: "warning" }, helpUri: help },
    ]);
  });

  test("say how to fix what was found, and count what is only proposed", () => {
    const proposed = finding({ policy: "baseline.new", origin: "policy", level: "advisory", remedy: "Do." });
    const run = runOf(report({ policySet, findings: [proposed, finding({ level: "warn" })] }));
    expect(run.tool.driver.rules.map(({ id, help: { text } }) => [id, text])).toEqual([
      ["baseline.new", "Every output port has a contract that can be found\nTo fix it: Do."],
      ["baseline.port-contract", "Ports have contracts\nTo fix it: Add the contract or correct contractId."],
      ["baseline.retention", "Retention is known"],
    ]);
    expect(run.results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0]);
  });
});

test("problems are notifications, and without a verdict the run did not succeed", () => {
  const { invocations } = runOf(SAMPLES["no-verdict"] ?? report());
  expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  expect(invocations[0]?.toolExecutionNotifications).toHaveLength(3);
});

test("a run keeps the 25,000 most severe results and says how many it leaves out", () => {
  const many = Array.from({ length: 25_003 }, (_, index) => finding({ level: index < 3 ? "advisory" : "block" }));
  const run = runOf(report({ findings: many }));
  expect(run.results).toHaveLength(25_000);
  expect(run.results.every(({ level }) => level === "error")).toBe(true);
  expect(JSON.stringify(run.invocations)).toContain("3 findings of lower severity are left out");
});

test("every hostile report meets the official schema", () => {
  fc.assert(
    fc.property(hostileReport, (hostile) => {
      validate(logOf(hostile));
      expect(validate.errors).toBeNull();
    }),
  );
});

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly { id: string; help: { text: string; markdown: string } }[] };
  };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly unknown[] }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly baselineState: string;
    readonly suppressions: readonly unknown[];
    readonly locations: readonly { readonly physicalLocation: unknown }[];
  }[];
}

function logOf(value: Report): unknown {
  return JSON.parse(sarif.render(value, { colour: false }));
}

function runOf(value: Report): Run {
  const [run] = own(logOf(value), "runs") as unknown as readonly Run[];
  if (run === undefined) throw new Error("The log has no run.");
  return run;
}
