import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/** What a command is given. */
export interface Context {
  readonly terminal: Terminal;
  /** The folder the program was started in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Sets the exit code; the last one set counts. */
  readonly exit: (code: number) => void;
}

/** One command of the program. `define` adds its arguments, options and action. */
export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  /** Shown under `--help`: what to type, and what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** What the exit codes mean here. */
  readonly exits: string;
  readonly define: (command: Command, context: Context) => void;
  /** Commands that are given after its own name: `policy test`. */
  readonly commands?: readonly CliCommand[];
}

/** Exit codes, the same for every command. */
export const EXIT = { pass: 0, findings: 1, input: 2, operational: 3, bug: 70, contention: 75 } as const;
