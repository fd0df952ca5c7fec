import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { daffShell } from "./daff-shell.ts";
import type { DaffShell } from "./daff-shell.ts";
import { shows, stepsOf } from "./script.ts";
import type { Step } from "./script.ts";

const REFERENCE = "docs/reference";
/** Each command on this page starts from the mesh as it is; the other pages are followed from top to bottom. */
const LIST = "commands.md";

const PAGES = readdirSync(REFERENCE)
  .map((page) => [page, stepsOf(readFileSync(`${REFERENCE}/${page}`, "utf8"))] as const)
  .filter(([, steps]) => steps.some(({ kind }) => kind === "run"));

const EXAMPLES = PAGES.filter(([page]) => page === LIST).flatMap(([, steps]) =>
  steps.flatMap((step) => (step.kind === "run" ? [step.line] : [])),
);

/** What is refused in Daff, where nobody has announced an end long enough ago: the answer is what stands in the way. */
const REFUSED = "meshgate retire ";

let shell: DaffShell;

beforeAll(async () => {
  shell = await daffShell();
});

afterAll(() => shell.close());

/** A line of a shell's start-up file is only asked what it hands to the shell. */
function command(line: string): string {
  return /\$\((.*)\)/.exec(line)?.[1] ?? line.replace(/ \| source$/, "");
}

async function follow(step: Step): Promise<void> {
  if (step.kind === "write") {
    await shell.write(step.file, step.text);
    return;
  }
  const { stdout, stderr } = await shell.run(step.line);
  expect(stderr, step.line).toBe("");
  expect(shows(step.expected, stdout), `${step.line}\nshows:\n${step.expected}\nanswers:\n${stdout}`).toBe(true);
}

describe(LIST, () => {
  it("has examples", () => {
    expect(EXAMPLES.length).toBeGreaterThan(20);
  });

  it.each(EXAMPLES)("%s", async (line) => {
    await shell.reset();
    const { exit, stdout, stderr } = await shell.runInside(command(line));
    const told = stderr.replace(
      /^(The repository is in .*|There is nothing here that a policy knows how to mend\.)\n$/,
      "",
    );
    expect({ exit, stderr: told }).toEqual({ exit: line.startsWith(REFUSED) ? 1 : 0, stderr: "" });
    expect(stdout === "").toBe(line.includes("--output"));
  });
});

describe.each(PAGES.filter(([page]) => page !== LIST))("%s", (_, steps) => {
  it("can be followed, and shows what is answered", async () => {
    await shell.reset();
    for (const step of steps) await follow(step);
  });
});

describe("a page", () => {
  it("is read as steps", () => {
    const page =
      "```yaml\n# a/b.yaml\nkey: 1\n```\n```yaml\nkey: 2\n```\n```console\n# why\n$ run it\nout\n$ again\n```\n";
    expect(stepsOf(page)).toEqual([
      { kind: "write", file: "a/b.yaml", text: "key: 1\n" },
      { kind: "run", line: "run it", expected: "out" },
      { kind: "run", line: "again", expected: "" },
    ]);
  });

  it("shows an answer with lines left out, and nothing else", () => {
    expect(shows("a\n…\nd", "a\nb\nc\nd\n")).toBe(true);
    expect(shows("a\n…\nd", "a\nb\nc\n")).toBe(false);
    expect(shows("", "a")).toBe(false);
  });
});
