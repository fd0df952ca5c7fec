import type { Problem } from "../model/problem.ts";
import type { Context } from "./command.ts";

/** Tells on standard error what is missing from an answer because it could not be read. */
export function noteProblems({ terminal }: Context, problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  for (const { location, message } of errors.slice(0, 10)) {
    terminal.note(`${location.file}:${String(location.line)}:${String(location.column)} ${message}`);
  }
  if (errors.length > 10) terminal.note(`… and ${String(errors.length - 10)} more; \`meshgate check\` lists them all.`);
}
