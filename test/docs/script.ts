/** What somebody who follows a page does, in order. */
export type Step =
  | { readonly kind: "write"; readonly file: string; readonly text: string }
  /** `expected` is what the page shows of the answer; empty when it shows none. */
  | { readonly kind: "run"; readonly line: string; readonly expected: string };

const BLOCK = /^```(\w+)\n([^]*?)^```$/gm;
const NAMED = /^(?:#|\/\/) (\S+\.\w+)\n/;

/**
 * The steps of a page: blocks that begin with the name of a file as a comment are written there, lines of console
 * blocks that begin with `$` are run.
 */
export function stepsOf(page: string): readonly Step[] {
  return [...page.matchAll(BLOCK)].flatMap(([, language = "", text = ""]): readonly Step[] => {
    if (language === "console") return commandsOf(text);
    const named = NAMED.exec(text);
    return named === null ? [] : [{ kind: "write", file: named[1] ?? "", text: text.slice(named[0].length) }];
  });
}

function commandsOf(text: string): readonly Step[] {
  const [, ...parts] = text.split(/^\$ /m);
  return parts.map((part) => {
    const [line = "", ...shown] = part.split("\n");
    const expected = shown
      .filter((one) => !one.startsWith("# "))
      .join("\n")
      .trim();
    return { kind: "run", line, expected };
  });
}

/** Whether an answer is what a page shows; a line `…` stands for any lines. */
export function shows(expected: string, answer: string): boolean {
  const literal = (part: string): string => part.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = expected.split(/^…$/m).map(literal).join("[^]*");
  return new RegExp(`^${pattern}$`).test(answer.trim());
}
