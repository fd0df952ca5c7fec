import type { Command, Option } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Words that may follow, by what stands before: the command's name, or the command and an option that takes a choice. */
interface Words {
  readonly command: string;
  readonly summary: string;
  readonly options: readonly Option[];
}

/** A script that completes commands, options and choices; files complete as usual where nothing better is known. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map((command): Words => ({
    command: command.name(),
    summary: command.summary(),
    options: command.options,
  }));
  return SCRIPTS[shell](commands);
}

const SCRIPTS: Record<Shell, (commands: readonly Words[]) => string> = {
  bash: bashScript,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`,
  fish: fishScript,
};

function bashScript(commands: readonly Words[]): string {
  const choices = commands.flatMap(({ command, options }) =>
    options.flatMap(({ long, argChoices }) =>
      long && argChoices ? [`    "${command} ${long}") words="${argChoices.join(" ")}" ;;`] : [],
    ),
  );
  const flags = commands.map(
    ({ command, options }) =>
      `      ${command}) words="${options.flatMap(({ long }) => long ?? []).join(" ")} --help" ;;`,
  );
  return `_meshgate() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  case "$command $before" in
${choices.join("\n")}
  esac
  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ command }) => command).join(" ")} help"
  elif [ -z "$words" ] && [ "\${word:0:1}" = "-" ]; then
    case "$command" in
${flags.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _meshgate meshgate
`;
}

function fishScript(commands: readonly Words[]): string {
  const lines = commands.flatMap(({ command, summary, options }) => [
    `complete -c meshgate -n __fish_use_subcommand -f -a ${command} -d ${quote(summary)}`,
    ...options.flatMap(({ long, description, argChoices }) =>
      long
        ? [
            `complete -c meshgate -n '__fish_seen_subcommand_from ${command}' -l ${long.slice(2)} -d ${quote(description)}${argChoices ? ` -x -a ${quote(argChoices.join(" "))}` : ""}`,
          ]
        : [],
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
