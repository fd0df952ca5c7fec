import type { Argument, Command, Option } from "commander";
import type { CliCommand, Context } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { buildProgram } from "../../src/cli/program.ts";
import { block, code, flow, table } from "./markdown.ts";
import type { Parts } from "./page.ts";

/** Nothing is run: the program is only asked what it takes. */
const NOWHERE: Context = {
  terminal: { colour: false, unicode: true, width: 100, print: refuse, note: refuse, progress: refuse },
  cwd: ".",
  env: {},
  exit: refuse,
};

function refuse(): never {
  throw new Error("a program that is described does not run");
}

export function commandParts(): Parts {
  const program = buildProgram(NOWHERE, "");
  const all = COMMANDS.flatMap((command) => described(command, program, []));
  return {
    index: table(
      ["command", "what it does"],
      all.map(({ name, command }) => [`[${name}](#${name.replaceAll(" ", "-")})`, command.summary]),
    ),
    commands: all.map(section).join("\n\n"),
    always: inputs([], program.options),
  };
}

/** A command with everything that is given before it: `policy test`. */
interface Described {
  readonly name: string;
  readonly command: CliCommand;
  readonly parsed: Command;
}

/** A command, or those below it: what only holds others is described by them. */
function described(command: CliCommand, above: Command, names: readonly string[]): readonly Described[] {
  const parsed = above.commands.find((other) => other.name() === command.name);
  const path = [...names, command.name];
  if (parsed === undefined) throw new Error(`the program has no command ${path.join(" ")}`);
  return command.commands === undefined
    ? [{ name: path.join(" "), command, parsed }]
    : command.commands.flatMap((below) => described(below, parsed, path));
}

function section({ name, command: { summary, examples, exits }, parsed: command }: Described): string {
  return [
    `## ${name}`,
    `${summary}.`,
    block("text", `meshgate ${name} ${command.usage()}`),
    inputs(command.registeredArguments, command.options),
    block("console", examples.map(([line, meaning]) => `# ${meaning}\n$ ${line}`).join("\n")),
    `Exits: ${exits}.`,
  ].join("\n\n");
}

function inputs(args: readonly Argument[], options: readonly Option[]): string {
  const rows = [
    ...args.map((argument) => [code(argument.name()), meaning(argument)]),
    ...options.map((option) => [code(option.flags), meaning(option)]),
  ];
  return rows.length === 0 ? "It takes no arguments." : table(["argument or option", "meaning"], rows);
}

function meaning(input: Argument | Option): string {
  const { description, argChoices, defaultValueDescription } = input;
  const defaultValue: unknown = input.defaultValue;
  const negative = "negate" in input && input.negate;
  const fallback = defaultValueDescription ?? (negative || defaultValue === undefined ? "" : code(flow(defaultValue)));
  return [
    description,
    ...(argChoices === undefined ? [] : [`one of ${argChoices.map(code).join(", ")}`]),
    ...(fallback === "" ? [] : [`default: ${fallback}`]),
  ].join("; ");
}
