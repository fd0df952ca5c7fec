import type { Location, Range } from "./location.ts";

/**
 * An input the engine cannot read or rely on. One line that says what was found, what was expected and what to do.
 * `code` is stable, in kebab case; `path` is the RFC 6901 pointer inside the document.
 */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly location: Location;
}

/** Whether something could not be read or relied on. */
export function hasError(problems: readonly Pick<Problem, "severity">[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** A problem of a text whose file is not named yet, so that it can be kept by content. */
export interface TextProblem extends Omit<Problem, "location"> {
  readonly range: Range;
}
