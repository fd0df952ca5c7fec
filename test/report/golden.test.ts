import { describe, expect, test } from "vitest";
import { REPORT_FORMATS } from "../../src/report/formats/index.ts";
import { SAMPLES } from "./samples.ts";

const EXTENSIONS: Readonly<Record<string, string>> = {
  text: "txt",
  json: "json",
  markdown: "md",
  sarif: "sarif",
  junit: "xml",
  github: "commands",
};

describe.each(Object.entries(SAMPLES))("%s", (name, report) => {
  test.each(REPORT_FORMATS)("as $id", async (format) => {
    const rendered = format.render(report, { colour: false });
    await expect(rendered).toMatchFileSnapshot(`golden/${name}.${EXTENSIONS[format.id] ?? format.id}`);
  });

  test.each(REPORT_FORMATS)("as $id does not depend on the order of findings", (format) => {
    const turned = { ...report, findings: report.findings.toReversed(), problems: report.problems };
    if (format.id !== "json") {
      expect(format.render(turned, { colour: false })).toBe(format.render(report, { colour: false }));
    } else {
      expect(JSON.parse(format.render(report, { colour: false }))).toEqual(withoutUndefined(report));
    }
  });
});

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
