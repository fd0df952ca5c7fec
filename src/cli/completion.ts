import type { Command, Option } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Words that may follow, by what stands before: the command's name, or the command and an option that takes a choice. */
interface Words {
  /** With everything that is given before it: `policy test`. */
  readonly command: string;
  /** Names of the commands below it. */
  readonly below: readonly string[];
  readonly summary: string;
  readonly options: readonly Option[];
}

/** A script that completes commands, options and choices; files complete as usual where nothing better is known. */
export function completionScript(program: Command, shell: Shell): string {
  return SCRIPTS[shell](wordsOf(program, []));
}

function wordsOf(above: Command, names: readonly string[]): readonly Words[] {
  return above.commands.flatMap((command): readonly Words[] => {
    const path = [...names, command.name()];
    const below = command.commands.map((one) => one.name());
    const words = { command: path.join(" "), below, summary: command.summary(), options: command.options };
    return [words, ...wordsOf(command, path)];
  });
}

const SCRIPTS: Record<Shell, (commands: readonly Words[]) => string> = {
  bash: bashScript,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`,
  fish: fishScript,
};

function bashScript(commands: readonly Words[]): string {
  const names = commands.filter(({ command }) => !command.includes(" ")).map(({ command }) => command);
  const holders = commands.filter(({ below }) => below.length > 0);
  const chosen = holders.map(({ command, below }) => `    ${command}) words="${below.join(" ")}" ;;`);
  const choices = commands.flatMap(({ command, options }) =>
    options.flatMap(({ long, argChoices }) =>
      long && argChoices ? [`    "${command} ${long}") words="${argChoices.join(" ")}" ;;`] : [],
    ),
  );
  const flags = commands.map(
    ({ command, options }) =>
      `      "${command}") words="${options.flatMap(({ long }) => long ?? []).join(" ")} --help" ;;`,
  );
  return `_meshgate() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  case "$command" in
    ${holders.map(({ command }) => command).join("|")}) [ "$COMP_CWORD" -gt 2 ] && command="$command \${COMP_WORDS[2]}" ;;
  esac
  case "$command $before" in
${choices.join("\n")}
  esac
  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then
    words="${names.join(" ")} help"
  elif [ -z "$words" ] && [ "$COMP_CWORD" -eq 2 ] && [ "\${word:0:1}" != "-" ]; then
    case "$command" in
${chosen.join("\n")}
    esac
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
    `complete -c meshgate -n ${fishPlace(command)} -f -a ${command.split(" ").at(-1) ?? ""} -d ${quote(summary)}`,
    ...options.flatMap(({ long, description, argChoices }) =>
      long
        ? [
            `complete -c meshgate -n ${quote(fishSeen(command))} -l ${long.slice(2)} -d ${quote(description)}${argChoices ? ` -x -a ${quote(argChoices.join(" "))}` : ""}`,
          ]
        : [],
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

/** Where the name of a command is given. */
function fishPlace(command: string): string {
  const above = command.split(" ").slice(0, -1).join(" ");
  return above === "" ? "__fish_use_subcommand" : quote(fishSeen(above));
}

function fishSeen(command: string): string {
  return command
    .split(" ")
    .map((name) => `__fish_seen_subcommand_from ${name}`)
    .join("; and ");
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
