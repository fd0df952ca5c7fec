import { Argument } from "commander";
import { completionScript, SHELLS } from "../completion.ts";
import type { Shell } from "../completion.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";

export const completionCommand: CliCommand = {
  name: "completion",
  summary: "Print the completion script of a shell",
  examples: [
    ['eval "$(meshgate completion bash)"', "in ~/.bashrc"],
    ['eval "$(meshgate completion zsh)"', "in ~/.zshrc, after compinit"],
    ["meshgate completion fish | source", "in config.fish"],
  ],
  exits: "0 printed, 2 no such shell",
  define(command, context) {
    command.addArgument(new Argument("<shell>", "which shell").choices(SHELLS)).action((shell: Shell) => {
      const program = command.parent;
      if (program === null) throw new Error("a command has a program");
      context.terminal.print(completionScript(program, shell));
      context.exit(EXIT.pass);
    });
  },
};
