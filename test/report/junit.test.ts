import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { junit } from "../../src/report/formats/junit.ts";
import type { Report } from "../../src/model/report.ts";
import { hostileReport } from "../support/hostile-report.ts";
import { finding, report } from "../support/report.ts";
import { SAMPLES } from "./samples.ts";

const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL("../support/junit.xsd", import.meta.url), "utf8")),
);

test.each(Object.entries(SAMPLES))("%s meets the structure that CI servers read", (_, sample) => {
  check(sample);
});

test("the structure is not indulgent", () => {
  const document = XmlDocument.fromString("<testsuites tests='1'/>");
  expect(() => {
    schema.validate(document);
  }).toThrow();
  document.dispose();
});

describe("a finding", () => {
  test.each([
    ["that fails the check is a failure", finding(), '<failure message="Output port'],
    [
      "that could not be judged is an error",
      finding({ outcome: "error", level: "warn" }),
      '<error message="Output port',
    ],
    ["that only warns is skipped with its reason", finding({ level: "warn" }), '<skipped message="warn: Output port'],
    [
      "of before is skipped with its reason",
      finding({ origin: "existing" }),
      '<skipped message="block, there before this change: Output',
    ],
    [
      "that is waived names its waiver",
      finding({ outcome: "waived", waiver: "w.yaml" }),
      '<skipped message="block, waived, waiver w.yaml: ',
    ],
  ])("%s", (_, value, expected) => {
    expect(render(report({ findings: [value] }))).toContain(expected);
  });
});

test("the tallies add up", () => {
  const xml = render(SAMPLES["many-mixed"] ?? report());
  expect(xml).toContain('<testsuites name="meshgate" tests="13" failures="1" errors="0" skipped="11">');
  expect(xml.match(/<testcase /gu)).toHaveLength(13);
});

test("every hostile report is well-formed and meets the structure", () => {
  fc.assert(
    fc.property(hostileReport, (hostile) => {
      check(hostile);
    }),
  );
});

function render(value: Report): string {
  return junit.render(value, { colour: false });
}

function check(value: Report): void {
  const document = XmlDocument.fromString(render(value));
  try {
    schema.validate(document);
  } finally {
    document.dispose();
  }
}
