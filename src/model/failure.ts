/**
 * An expected failure that stops the run. `input`: something the caller gave is wrong (exit 2). `operational`: git,
 * network or permission (exit 3). `contention`: somebody else was faster, try again (exit 75).
 */
export interface Failure extends Error {
  readonly kind: "input" | "operational" | "contention";
  /** Stable, in kebab case. */
  readonly code: string;
  /** One imperative sentence. */
  readonly remedy: string;
}

export function failure(
  kind: Failure["kind"],
  code: string,
  message: string,
  remedy: string,
  cause?: unknown,
): Failure {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  return Object.assign(error, { name: "Failure" as const, kind, code, remedy });
}

export function isFailure(value: unknown): value is Failure {
  return value instanceof Error && value.name === "Failure" && "kind" in value;
}
