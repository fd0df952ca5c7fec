import { isFailure } from "../model/failure.ts";
import type { Failure } from "../model/failure.ts";
import { EXIT } from "./command.ts";

const EXIT_OF: Record<Failure["kind"], number> = {
  input: EXIT.input,
  operational: EXIT.operational,
  contention: EXIT.contention,
};

/** What a person is told when a run ends early, and the exit code. Only a bug of ours shows a stack, and only on demand. */
export function explain(error: unknown, debug: boolean): { readonly text: string; readonly exit: number } {
  if (isFailure(error)) {
    const stack = debug && error.stack !== undefined ? `\n${error.stack}` : "";
    return { text: `error: ${error.message}\n  ${error.remedy} [${error.code}]${stack}`, exit: EXIT_OF[error.kind] };
  }
  const summary = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? summary) : summary;
  return {
    text: `This is a fault of meshgate, not of your files: ${debug ? stack : summary}\n  Please report it, with what you ran; MESHGATE_DEBUG=1 shows where it happened.`,
    exit: EXIT.bug,
  };
}
