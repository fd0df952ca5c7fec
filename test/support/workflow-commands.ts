/** A command as the runner of GitHub Actions understands it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

const COMMANDS = new Set(
  "add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning".split(
    " ",
  ),
);

/**
 * What the runner would obey in a log. A line is a command when it starts, after white space, with `::name …::`; an
 * older form, `##[name …]`, counts anywhere in a line. Escapes are undone in the runner's order, `%25` last.
 */
export function obeyed(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/u).flatMap((line) => {
    const command = newForm(line.trimStart()) ?? oldForm(line);
    return command !== undefined && COMMANDS.has(command.name.toLowerCase()) ? [command] : [];
  });
}

function newForm(line: string): WorkflowCommand | undefined {
  const end = line.indexOf("::", 2);
  if (!line.startsWith("::") || end < 0) return undefined;
  return build(line.slice(2, end), ",", PROPERTY, unescape(line.slice(end + 2), DATA));
}

function oldForm(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  return end < 0 ? undefined : build(line.slice(start + 3, end), ";", PROPERTY, line.slice(end + 1));
}

function build(info: string, separator: string, escapes: Escapes, data: string): WorkflowCommand {
  const space = info.indexOf(" ");
  const pairs = (space < 0 ? "" : info.slice(space + 1)).split(separator).flatMap((pair) => {
    const equals = pair.indexOf("=");
    return equals < 0 ? [] : [[pair.slice(0, equals).trim(), unescape(pair.slice(equals + 1), escapes)] as const];
  });
  return { name: space < 0 ? info : info.slice(0, space), properties: new Map(pairs), data };
}

type Escapes = readonly (readonly [string, string])[];

const DATA: Escapes = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"],
];
const PROPERTY: Escapes = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%3A", ":"],
  ["%2C", ","],
  ["%25", "%"],
];

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((plain, [code, raw]) => plain.replaceAll(code, raw), text);
}
