import { writeOutput } from "../io/files/output.ts";
import type { RenderOptions } from "../report/format.ts";
import type { Context } from "./command.ts";

/** Gives an answer to standard output, or to the file that was asked for. */
export async function deliver({ terminal, cwd }: Context, output: string | undefined, text: string): Promise<void> {
  if (output === undefined) terminal.print(text);
  else await writeOutput(cwd, output, text);
}

/** How the screen looks that an answer goes to; a file has no colours and shows every mark. */
export function screenOf({ terminal }: Context, output: string | undefined): RenderOptions {
  const { colour, unicode, width } = terminal;
  return {
    colour: colour && output === undefined,
    unicode: unicode || output !== undefined,
    width: Math.min(width, 120),
  };
}
