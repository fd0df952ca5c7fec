import { CommanderError } from "commander";
import { EXIT } from "./command.ts";
import type { Context } from "./command.ts";
import { explain } from "./failures.ts";
import { buildProgram } from "./program.ts";

/** Runs the command line with its arguments (without the program's own name), and puts failures into words. Never throws. */
export async function run(args: readonly string[], version: string, context: Context): Promise<void> {
  try {
    await buildProgram(context, version).parseAsync(args, { from: "user" });
  } catch (error) {
    // The argument parser has already printed its own messages.
    if (error instanceof CommanderError) {
      context.exit(error.exitCode === 0 ? EXIT.pass : EXIT.input);
      return;
    }
    const { text, exit } = explain(error, Boolean(context.env["MESHGATE_DEBUG"]));
    context.terminal.note(text);
    context.exit(exit);
  }
}
