import { Command } from "commander";
import type { CliCommand, Context } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";

/** The command line as a whole. */
export function buildProgram(context: Context, version: string): Command {
  const program = new Command("meshgate")
    .description("Governs a data mesh from git alone: policies, impact and contracts of data products.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .option("--no-color", "no colours, as with NO_COLOR=1")
    .showHelpAfterError("(--help shows what can be given)")
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: context.terminal.print,
      writeErr: (text) => {
        context.terminal.note(text.replace(/\n$/, ""));
      },
    })
    .exitOverride()
    .addHelpText(
      "after",
      "\nStart with:\n  meshgate demo                      see the whole story in a temporary folder\n  meshgate init                      make a mesh repository here\n  meshgate check --base origin/main  judge a change",
    );
  for (const command of COMMANDS) addCommand(program, command, context);
  return program;
}

function addCommand(program: Command, definition: CliCommand, context: Context): void {
  const { name, summary, examples, exits, define, commands = [] } = definition;
  const command = program
    .command(name)
    .summary(summary)
    .description(`${summary}.`)
    .addHelpText("after", helpText(examples, exits));
  command.copyInheritedSettings(program);
  define(command, context);
  for (const below of commands) addCommand(command, below, context);
}

function helpText(examples: CliCommand["examples"], exits: string): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  return `\nExamples:\n${lines.join("\n")}\n\nExit codes:\n  ${exits}`;
}
