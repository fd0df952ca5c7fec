import { isFailure } from "../src/model/failure.ts";
import { FETCH_HISTORY } from "./events/event.ts";

/** What people are told when there is no verdict. */
export interface Explanation {
  readonly reasons: readonly string[];
  readonly remedy: string;
  /** For those who look for the fault; shown only when the run is debugged. */
  readonly stack: string;
}

const CHECK_OUT =
  "Run actions/checkout in a step before this one; the input working-directory says where, if it has a `path`.";

/** Where a workflow needs other words than a command line. */
const REMEDIES = new Map([
  ["not-a-repository", CHECK_OUT],
  ["no-such-folder", CHECK_OUT],
  ["no-commit", CHECK_OUT],
  ["shallow-clone", FETCH_HISTORY],
]);

export function explain(error: unknown): Explanation {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (isFailure(error)) {
    return { reasons: error.message.split("\n"), remedy: REMEDIES.get(error.code) ?? error.remedy, stack };
  }
  const summary = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    reasons: [`This is a fault of Meshgate, not of your files: ${summary}`],
    remedy: "Please report it; a run with debug logging shows where it happened.",
    stack,
  };
}
