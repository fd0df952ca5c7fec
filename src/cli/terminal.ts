import picocolors from "picocolors";

/** Standard output and error as commands see them. */
export interface Terminal {
  readonly colour: boolean;
  readonly unicode: boolean;
  readonly width: number;
  /** Writes a result to standard output. */
  readonly print: (text: string) => void;
  /** Writes a note for the person at the keyboard to standard error. */
  readonly note: (text: string) => void;
  /** Shows how far a long step is, on one line of standard error that the next write clears; silent when nobody watches. */
  readonly progress: (step: string, done: number, total: number) => void;
}

const CLEAR_LINE = "\r\u001b[2K";

/** The real terminal. Colour obeys `--no-color`, then `NO_COLOR`, then `FORCE_COLOR`, else it needs a terminal. */
export function realTerminal(env: NodeJS.ProcessEnv, args: readonly string[]): Terminal {
  const { stdout, stderr } = process;
  const colour = wantsColour(env, args, stdout.isTTY);
  let shown = false;
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
    stream.write(text);
  };
  return {
    colour,
    unicode: !stdout.isTTY || showsUnicode(env),
    width: stdout.columns || 100,
    print: (text) => {
      write(stdout, text);
    },
    note: (text) => {
      write(stderr, `${text}\n`);
    },
    progress(step, done, total) {
      if (!stderr.isTTY) return;
      const line = total > 1 ? `${step} ${String(done)}/${String(total)}` : step;
      write(stderr, picocolors.createColors(colour).dim(line));
      shown = true;
    },
  };
}

/** Only a screen may need plain marks: what is kept or sent on has the same bytes everywhere. */
function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env["LC_ALL"] ?? env["LC_CTYPE"] ?? env["LANG"] ?? "";
  return !/^(dumb|linux)$/.test(env["TERM"] ?? "") && !/^(C|POSIX)$/.test(locale);
}

function wantsColour(env: NodeJS.ProcessEnv, args: readonly string[], terminal: boolean): boolean {
  if (args.includes("--no-color") || (env["NO_COLOR"] ?? "") !== "") return false;
  return (env["FORCE_COLOR"] ?? "") !== "" || terminal;
}
