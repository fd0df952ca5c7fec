import { failure } from "../src/model/failure.ts";
import { isDay } from "../src/model/day.ts";
import type { Report } from "../src/model/report.ts";
import { didYouMean } from "../src/source/suggest.ts";
import { enumerate, quote } from "../src/source/words.ts";
import type { Environment } from "./environment.ts";

/** What the workflow may say under `with:`; action.yml describes each. */
export const INPUT_NAMES = [
  "base",
  "head",
  "as-of",
  "fail-on",
  "working-directory",
  "sarif-file",
  "report-file",
  "job-summary",
  "annotations",
] as const;
type InputName = (typeof INPUT_NAMES)[number];

/** The inputs as they are meant. Undefined was not given and has no default. */
export interface Inputs {
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** `YYYY-MM-DD` */
  readonly asOf: string | undefined;
  readonly failOn: Report["failOn"];
  readonly workingDirectory: string;
  readonly sarifFile: string | undefined;
  readonly reportFile: string | undefined;
  readonly jobSummary: boolean;
  readonly annotations: boolean;
}

const PREFIX = "INPUT_";

/** The inputs of a step as the runner hands them over: `INPUT_FAIL-ON` is `fail-on`. Those that are empty were not given. */
function givenInputs(env: Environment): ReadonlyMap<string, string> {
  const pairs = Object.entries(env).map(([name, value = ""]) => [name, value.trim()] as const);
  return new Map(
    pairs
      .filter(([name, value]) => name.startsWith(PREFIX) && value !== "")
      .map(([name, value]) => [name.slice(PREFIX.length).toLowerCase(), value]),
  );
}

/** What the inputs mean. Throws one failure that lists everything that is wrong with them. */
export function readInputs(env: Environment): Inputs {
  const given = givenInputs(env);
  const problems = unknownInputs(given);
  const choose = <T extends string>(name: InputName, choices: readonly [T, ...T[]]): T => {
    const written = given.get(name)?.toLowerCase() ?? choices[0];
    const chosen = choices.find((choice) => choice === written);
    if (chosen === undefined) {
      const expected = enumerate(choices, "or");
      problems.push(`Input ${name} is ${quote(written)}; expected ${expected}${didYouMean(written, choices)}`);
    }
    return chosen ?? choices[0];
  };
  const asOf = given.get("as-of");
  if (asOf !== undefined && !isDay(asOf)) {
    problems.push(`Input as-of is ${quote(asOf)}; expected a day such as 2026-03-01`);
  }
  const inputs: Inputs = {
    base: given.get("base"),
    head: given.get("head"),
    asOf,
    failOn: choose("fail-on", ["block", "warn", "never"]),
    workingDirectory: given.get("working-directory") ?? ".",
    sarifFile: given.get("sarif-file"),
    reportFile: given.get("report-file"),
    jobSummary: choose("job-summary", ["true", "false"]) === "true",
    annotations: choose("annotations", ["true", "false"]) === "true",
  };
  if (problems.length > 0) {
    throw failure("input", "wrong-inputs", problems.join("\n"), "Correct what the step says under `with`.");
  }
  return inputs;
}

/** A misspelt input would otherwise be one that was not given: `fail_on: warn` would let warnings pass. */
function unknownInputs(given: ReadonlyMap<string, string>): string[] {
  const known = new Set<string>(INPUT_NAMES);
  return [...given.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `There is no input ${quote(name)}${didYouMean(name, INPUT_NAMES)}`);
}
