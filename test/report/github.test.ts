import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { github } from "../../src/report/formats/github.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Report } from "../../src/model/report.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { finding, location, problem, report } from "../support/report.ts";
import { obeyed } from "../support/workflow-commands.ts";
import type { WorkflowCommand } from "../support/workflow-commands.ts";
import { SAMPLES } from "./samples.ts";

test("a quiet pass says nothing", () => {
  expect(github.render(report(), { colour: false })).toBe("");
});

test.each(Object.entries(SAMPLES))("%s: every line is one annotation", (_, sample) => {
  const log = github.render(sample, { colour: false });
  const commands = obeyed(log);
  expect(commands).toHaveLength(log.split("\n").length - 1);
  for (const { name } of commands) expect(["error", "warning", "notice"]).toContain(name);
});

describe("an annotation", () => {
  test.each([
    [{}, "error"],
    [{ level: "warn" }, "warning"],
    [{ level: "advisory" }, "notice"],
    [{ origin: "existing" }, "notice"],
    [{ origin: "policy" }, "notice"],
    [{ outcome: "waived" }, "notice"],
    [{ outcome: "error", level: "advisory" }, "error"],
  ] as const)("of %j is an %s", (over, name) => {
    expect(annotate({ findings: [finding(over)] }).map((command) => command.name)).toEqual([name]);
  });

  test("of a warning is an error where warnings fail the check", () => {
    expect(annotate({ failOn: "warn", findings: [finding({ level: "warn" })] })[0]?.name).toBe("error");
  });

  test("has columns only when it starts and ends on one line", () => {
    const one = location("a.yaml", 4, 7, 12);
    expect(propertiesOf(finding({ location: one }))).toMatchObject({
      line: "4",
      endLine: "4",
      col: "7",
      endColumn: "11",
    });
    expect(Object.keys(propertiesOf(finding({ location: { ...one, endLine: 5 } })))).toEqual([
      "file",
      "line",
      "endLine",
      "title",
    ]);
  });

  test("is not longer than the runner shows", () => {
    const [command] = annotate({
      findings: [
        finding({
          owners: Array.from({ length: 900 }, () => "@daff/x"),
          waiver: "w".repeat(5000),
          message: "%".repeat(9000),
        }),
      ],
    });
    expect(command?.data.length).toBeLessThanOrEqual(4096);
  });
});

describe("more than the runner shows", () => {
  const levels = ["block", "warn", "advisory"] as const;
  const findings = levels.flatMap((level) =>
    Array.from({ length: 12 }, (_, index) =>
      finding({ level, message: `New ${index}.`, location: location("a.yaml", index + 1) }),
    ),
  );
  const commands = annotate({
    verdict: "fail",
    findings: [...findings, finding({ origin: "existing", message: "Old." })],
  });
  const named = (name: string): readonly WorkflowCommand[] => commands.filter((command) => command.name === name);

  test("is cut to ten of a kind, those of this change first", () => {
    expect([named("error").length, named("warning").length, named("notice").length]).toEqual([10, 10, 10]);
    expect(commands.some(({ data }) => data.startsWith("Old."))).toBe(false);
  });

  test("ends with a notice that counts the rest", () => {
    expect(commands.at(-1)).toMatchObject({
      name: "notice",
      data: "Fail: 12 findings must be fixed before merging. 8 more annotations not shown here; the job summary and the JSON report have all of them.",
    });
  });
});

test("nothing that an enemy writes starts or bends a command", () => {
  fc.assert(
    fc.property(hostileReport, (hostile) => {
      const log = github.render(hostile, { colour: false });
      const commands = obeyed(log);
      expect(commands).toHaveLength(log.split("\n").length - 1);
      for (const { name, properties, data } of commands) {
        expect(["error", "warning", "notice"]).toContain(name);
        for (const key of properties.keys())
          expect(["file", "line", "endLine", "col", "endColumn", "title"]).toContain(key);
        expect(data.length).toBeLessThanOrEqual(4096);
      }
    }),
    { numRuns: 120 },
  );
});

test("problems come first", () => {
  expect(
    annotate({ verdict: "error", findings: [finding()], problems: [problem(), problem({ severity: "warning" })] }).map(
      ({ name, data }) => [name, data.slice(0, 11)],
    ),
  ).toEqual([
    ["error", "Unknown key"],
    ["error", "Output port"],
    ["warning", "Unknown key"],
  ]);
});

function annotate(over: Partial<Report>): readonly WorkflowCommand[] {
  return obeyed(github.render(report(over), { colour: false }));
}

function propertiesOf(value: Finding): Readonly<Record<string, string>> {
  return Object.fromEntries(annotate({ findings: [value] })[0]?.properties ?? []);
}
