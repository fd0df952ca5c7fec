import { stringify } from "yaml";
import type { Location } from "../../model/location.ts";
import type { PolicyTest, SuggestedCase, SurvivingMutant, TestedPolicy } from "../../model/policy-test.ts";
import { stands } from "../../model/policy-test.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { counted, LEVEL_MARKS, listed, PROBLEM_MARKS, VERDICTS } from "../words.ts";
import { tableLines } from "./table.ts";

/** A generated case that brings whole files is shown only so far; JSON has all of it. */
const MAX_CASE_LINES = 24;

const NOTHING =
  "This mesh has no policies of its own to test. `meshgate policy test --pack baseline` tests a pack that ships.";

/** A table of all policies, then what each lacks, and the total. */
export function policyTestText({ policies, problems }: PolicyTest, options: RenderOptions): string {
  const page = createPage(options);
  const lines = [
    ...problems.map(({ severity, message, location }) => {
      const mark = PROBLEM_MARKS[severity];
      return `${page.paint(page.sign(mark), mark.colour)} ${terminal(place(location))}  ${terminal(message)}`;
    }),
    ...(problems.length > 0 && policies.length > 0 ? [""] : []),
    ...(policies.length > 0 ? tableLines(policies, options.width ?? 100, page) : []),
    ...policies.flatMap((policy) => policyLines(policy, page)),
    ...(policies.length > 0 || problems.length > 0 ? [""] : []),
    policies.length > 0 || problems.length > 0 ? totalLine({ policies, problems }, page) : NOTHING,
  ];
  return `${lines.join("\n")}\n`;
}

function totalLine({ policies, problems }: Pick<PolicyTest, "policies" | "problems">, page: Page): string {
  const sum = (count: (policy: TestedPolicy) => number): number =>
    policies.reduce((all, policy) => all + count(policy), 0);
  const standing = policies.filter(stands).length;
  const killed = sum(({ mutants }) => mutants.killed);
  const mutants = sum(({ mutants }) => mutants.total - mutants.equivalent);
  const facts = [
    `${standing} of ${counted(policies.length, "policy", "policies")} ${standing === 1 ? "stands" : "stand"}`,
    counted(
      sum(({ tests }) => tests.cases.length),
      "case",
    ),
    `${killed} of ${counted(mutants, "mutant")} killed`,
    ...(problems.length === 0 ? [] : [counted(problems.length, "problem")]),
  ];
  return page.paint(facts.join(page.dot), standing === policies.length && problems.length === 0 ? "green" : "red");
}

function policyLines(policy: TestedPolicy, page: Page): readonly string[] {
  const said = [
    ...policy.tests.cases.filter(({ passed }) => !passed).flatMap((test) => caseLines(test, page)),
    ...gateLines(policy, page),
    ...policy.faults.flatMap((fault) => page.lines(`${terminal(fault)}.`, 2, "red")),
    ...policy.coverage.never.flatMap(({ path, written, never, location }) =>
      page.lines(`${at(location)} ${terminal(path)}: never ${never}: ${terminal(written, 200)}`, 2),
    ),
    ...policy.mutants.survived.flatMap((survivor) => survivorLines(survivor, page)),
  ];
  if (said.length === 0) return [];
  const mark = VERDICTS[stands(policy) ? "pass" : "fail"];
  const name = page.paint(terminalName(policy.id), "bold");
  return [
    "",
    `${page.paint(page.sign(mark), mark.colour)} ${name}  ${page.paint(terminal(policy.file), "dim")}`,
    ...said,
  ];
}

function at({ line, column }: Location): string {
  return `${line}:${column}`;
}

function caseLines({ name, message }: TestedPolicy["tests"]["cases"][number], page: Page): readonly string[] {
  return page.lines(`Case "${terminal(name)}" does not hold: ${terminal(message)}`, 2, "red");
}

function gateLines({ gate, level, promotable, lacks }: TestedPolicy, page: Page): readonly string[] {
  if (lacks.length === 0) return [];
  const needs = `needs ${listed(lacks.map((lack) => terminal(lack)))}`;
  if (gate === "open") {
    const words = `It is at ${LEVEL_MARKS[level].word} and may be ${LEVEL_MARKS[promotable].word}: a higher level ${needs}.`;
    return page.lines(words, 2, "red");
  }
  return page.lines(`To be more than ${LEVEL_MARKS[promotable].word} it ${needs}.`, 2);
}

function survivorLines(
  { path, change, location, suggestion, searched }: SurvivingMutant,
  page: Page,
): readonly string[] {
  const name = `${at(location)} ${terminal(path)}: ${terminal(change)}: no case tells them apart`;
  return [
    ...page.lines(`${name}${suggestion === null ? unfound(searched) : ""}`, 2, "yellow"),
    ...(suggestion === null ? [] : yamlLines(suggestion).map((line) => `    ${line}`)),
  ];
}

function unfound(searched: boolean): string {
  return searched ? ", and none was found that would" : ", and the search for one was cut short";
}

/** The case as it would stand under `tests`. */
function yamlLines(suggestion: SuggestedCase): readonly string[] {
  const all = stringify([suggestion], { lineWidth: 0 }).trimEnd().split("\n").map(escaped);
  return all.length > MAX_CASE_LINES ? [...all.slice(0, MAX_CASE_LINES), "… --format json has all of it"] : all;
}

/** Its indentation is part of the text. */
function escaped(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + terminal(line.slice(indent.length), 2000);
}
