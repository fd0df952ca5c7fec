#!/usr/bin/env node
import { CommanderError } from "commander";
import { findOwnPackage } from "../io/files/package.ts";
import { EXIT } from "./command.ts";
import { explain } from "./failures.ts";
import { buildProgram } from "./program.ts";
import { realTerminal } from "./terminal.ts";

const terminal = realTerminal(process.env, process.argv);
const context = {
  terminal,
  cwd: process.cwd(),
  env: process.env,
  exit(code: number): void {
    process.exitCode = code;
  },
};

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await buildProgram(context, findOwnPackage().version).parseAsync(process.argv);
} catch (error) {
  // The argument parser has already printed its own messages.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.pass : EXIT.input;
  else {
    const { text, exit } = explain(error, Boolean(process.env["MESHGATE_DEBUG"]));
    terminal.note(text);
    process.exitCode = exit;
  }
}
