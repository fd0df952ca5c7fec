import type { SourceText } from "../model/document.ts";
import type { JsonPath } from "../model/json.ts";
import type { Location, Range } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import { encode } from "../source/encode.ts";
import { readSource } from "../source/read.ts";
import type { Files } from "./patch.ts";
import { absentFile, applyPatch, parsePlace } from "./patch.ts";
import type { CaseOutcome, Policy, PolicyCase, PolicyOutcome } from "./policy.ts";

/** What a policy says of a tree of files; `problems` are those of the files. */
export interface Judgement {
  readonly outcomes: readonly PolicyOutcome[];
  readonly problems: readonly Problem[];
}

/** Runs one policy on a tree, and with `before` on the change from that tree. */
export type Judge = (files: Files, before?: Files) => Judgement;

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: CaseOutcome;
  /** Absent when the case could not be run. */
  readonly actual?: CaseOutcome;
  /** Why the case failed; empty when it passed. */
  readonly message: string;
}

/** From the least to the worst. */
const SEVERITY: readonly CaseOutcome[] = ["not-applicable", "pass", "fail", "error"];

/** Runs the inline tests of a policy on a fixture. A case that does not fit the fixture fails. */
export function runCases(policy: Policy, fixture: Files, judge: Judge): readonly CaseResult[] {
  return policy.cases.map((test) => runCase(policy, test, fixture, judge));
}

function runCase(policy: Policy, test: PolicyCase, fixture: Files, judge: Judge): CaseResult {
  const given = applyPatch(fixture, test.given);
  if ("fault" in given) return unfit(test, `given: ${given.fault}`);
  const before = applyPatch(fixture, test.before);
  if ("fault" in before) return unfit(test, `before: ${before.fault}`);
  const { outcomes, problems } = judge(given.files, policy.type === "change" ? before.files : undefined);
  const fault = filesFault(problems);
  return fault === undefined ? caseResult(test, given.files, outcomes) : unfit(test, fault);
}

/** What came of a case that does not fit its fixture. */
export function unfit(test: PolicyCase, message: string): CaseResult {
  return { name: test.name, passed: false, expected: test.expect, message };
}

/** Why files cannot be judged; undefined when they can. */
export function filesFault(problems: readonly Problem[]): string | undefined {
  const problem = problems.find(({ severity }) => severity === "error");
  return problem && `the files cannot be judged: ${problem.location.file}: ${problem.message}`;
}

/** Reads a text; whoever has read it before may remember. */
export type OpenText = (text: string) => SourceText;

/** Compares what a case expects with what the policy says of its files. */
export function caseResult(
  test: PolicyCase,
  files: Files,
  outcomes: readonly PolicyOutcome[],
  open: OpenText = (text) => readSource(encode(text)),
): CaseResult {
  const actual = worst(outcomes.map(({ outcome }) => outcome));
  const message =
    actual === test.expect ? placeFault(test, files, outcomes, open) : wrongOutcome(test, actual, outcomes);
  return { name: test.name, passed: message === "", expected: test.expect, actual, message };
}

export function worst(outcomes: readonly CaseOutcome[]): CaseOutcome {
  return SEVERITY[Math.max(0, ...outcomes.map((outcome) => SEVERITY.indexOf(outcome)))] ?? "not-applicable";
}

function wrongOutcome({ expect }: PolicyCase, actual: CaseOutcome, outcomes: readonly PolicyOutcome[]): string {
  const because = outcomes.find(({ outcome }) => outcome === actual);
  const reason =
    because === undefined || because.message === "" ? "" : `: ${because.message} (${format(because.location)})`;
  return `expected ${expect}, got ${actual}${reason}`;
}

/** Compares the places that the case names with those that the outcomes point at. */
function placeFault(
  { at, expect }: PolicyCase,
  files: Files,
  outcomes: readonly PolicyOutcome[],
  open: OpenText,
): string {
  if (at === undefined) return "";
  const found = outcomes.filter(({ outcome }) => outcome === expect).map(({ location }) => location);
  const matched = new Set<Location>();
  for (const place of at) {
    const ranges = rangesOf(files, place, open);
    if (typeof ranges === "string") return `at: ${ranges}`;
    const { file } = parsePlace(place);
    const hits = found.filter(
      (location) => location.file === file && ranges.some((range) => startsAt(location, range)),
    );
    if (hits.length === 0) return `expected ${expect} at ${place}, got it at ${found.map(format).join(", ")}`;
    for (const hit of hits) matched.add(hit);
  }
  const other = found.find((location) => !matched.has(location));
  return other === undefined ? "" : `expected ${expect} only at ${at.join(", ")}, got it at ${format(other)} too`;
}

/** A finding may point at a value or at its key. */
function rangesOf(files: Files, place: string, open: OpenText): readonly Range[] | string {
  const { file, path } = parsePlace(place);
  const text = files.get(file);
  if (text === undefined) return absentFile(files, file);
  const [document] = open(text).documents;
  if (document === undefined) return `${file} holds no document`;
  const steps: JsonPath = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return [document.range(steps), document.range(steps, "key")];
}

function startsAt(location: Range, range: Range): boolean {
  return location.line === range.line && location.column === range.column;
}

function format({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
