import { failure } from "../src/model/failure.ts";

/** The variables of the process: all that the runner tells. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const IN_A_WORKFLOW =
  "Run this as a step of a GitHub Actions workflow; elsewhere there is the command meshgate check.";

/** A variable that the runner always sets. */
export function needed(env: Environment, name: string): string {
  const value = env[name] ?? "";
  if (value === "") throw failure("input", "not-in-a-workflow", `${name} is not set.`, IN_A_WORKFLOW);
  return value;
}
