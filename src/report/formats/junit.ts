import type { Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { plain } from "../escape/plain.ts";
import { defineReportFormat } from "../format.ts";
import { outline } from "../outline.ts";
import { stopsCheck } from "../../model/verdict.ts";
import { groupBySubject, place } from "../subject.ts";
import type { SubjectGroup } from "../subject.ts";
import { SUBJECT_WORDS, counted, remarksOn } from "../words.ts";
import { element, printXml } from "../junit/element.ts";
import type { Element } from "../junit/element.ts";

/**
 * The structure that Jenkins and Surefire read. What fails the check is a failure, what could not be judged an error;
 * everything else is skipped with its reason, so that a green verdict stays green and the remark stays readable.
 */
export const junit = defineReportFormat({
  id: "junit",
  summary: "test results for CI servers",
  render(report) {
    const groups = groupBySubject(outline(report).shown, report);
    const suites = [checkSuite(report), ...groups.map((group) => subjectSuite(group, report))];
    return printXml(
      element("testsuites", { name: "meshgate", ...tally(suites.flatMap((suite) => suite.children)) }, suites),
    );
  },
});

/** The run itself: how many checks passed, what could not be read. Never empty, because some servers refuse an empty file. */
function checkSuite(report: Report): Element {
  const passed = element("testcase", {
    classname: "meshgate",
    name: `${counted(report.counts.pass, "policy check")} passed`,
  });
  return suite(
    "meshgate",
    [passed, ...report.problems.map(problemCase)],
    [
      ["verdict", report.verdict],
      ["asOf", report.asOf],
      ["head", report.head.commit ?? report.head.ref],
      ["base", report.base?.commit ?? ""],
      ["policies", String(report.policySet.policies)],
      ["policySet", report.policySet.digest],
      ...Object.entries(report.counts).map(([name, count]) => [name, String(count)] as const),
    ],
  );
}

function subjectSuite({ subject, findings }: SubjectGroup, report: Report): Element {
  const name = `${SUBJECT_WORDS[subject.kind]} ${subject.id}`;
  return suite(
    name,
    findings.map((finding) => findingCase(finding, report)),
    [],
  );
}

function suite(name: string, cases: readonly Element[], properties: readonly (readonly [string, string])[]): Element {
  const facts = properties.map(([key, value]) => element("property", { name: key, value: plain(value) }));
  const children = [...(facts.length === 0 ? [] : [element("properties", {}, facts)]), ...cases];
  return element("testsuite", { name: plain(name), ...tally(cases) }, children);
}

function findingCase(finding: Finding, report: Report): Element {
  const { policy, subject, target, location } = finding;
  return element(
    "testcase",
    {
      classname: plain(`${subject.kind}.${subject.id}`),
      name: plain(target === "" ? policy : `${policy} ${target}`),
      file: plain(location.file),
      line: String(location.line),
    },
    [ending(finding, report)],
  );
}

function ending(finding: Finding, report: Report): Element {
  const message = plain(finding.message);
  if (finding.outcome === "error" && finding.origin !== "policy") {
    return element("error", { message, type: plain(finding.policy) }, body(finding));
  }
  if (stopsCheck(finding, report.failOn))
    return element("failure", { message, type: plain(finding.policy) }, body(finding));
  return element("skipped", { message: plain(`${remarksOn(finding)}: ${message}`) });
}

function body(finding: Finding): string {
  const { title, remedy, owners, fingerprint, location } = finding;
  return [
    plain(place(location)),
    plain(`Policy: ${title}`),
    plain(`Fix: ${remedy}`),
    plain(`Owner: ${owners.join(", ")}`),
    plain(`Fingerprint: ${fingerprint}`),
  ].join("\n");
}

function problemCase({ severity, code, message, location }: Problem): Element {
  const attributes = {
    classname: "meshgate.input",
    name: plain(`${code} ${place(location)}`),
    file: plain(location.file),
    line: String(location.line),
  };
  const told = { message: plain(message) };
  return element("testcase", attributes, [
    severity === "error"
      ? element("error", { ...told, type: plain(code) }, plain(place(location)))
      : element("skipped", told),
  ]);
}

/** Counts of test cases by how they ended. */
function tally(elements: readonly Element[]): Readonly<Record<string, string>> {
  const cases = elements.filter(({ name }) => name === "testcase");
  const ended = (how: string): string => {
    return String(cases.filter(({ children }) => children.some((child) => child.name === how)).length);
  };
  return { tests: String(cases.length), failures: ended("failure"), errors: ended("error"), skipped: ended("skipped") };
}
