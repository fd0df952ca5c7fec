import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { hunksBetween, linesOf, unifiedDiff } from "../../../src/policy/fix/diff.ts";
import { fixBetween } from "../../../src/policy/fix/offer.ts";
import { temporaryFolder } from "../../support/git.ts";

function apply(before: readonly string[], after: readonly string[]): readonly string[] {
  return hunksBetween(before, after)
    .toReversed()
    .reduce((lines, { start, end, lines: added }) => lines.toSpliced(start, end - start, ...added), [...before]);
}

describe("hunks", () => {
  it("lead from one text to the other with the fewest lines", () => {
    const lines = fc.array(fc.constantFrom("a\n", "b\n", "c\n"), { maxLength: 14 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(apply(before, after)).toEqual(after);
        const hunks = hunksBetween(before, after);
        const changed = hunks.reduce((sum, { start, end, lines: added }) => sum + end - start + added.length, 0);
        expect(changed).toBe(before.length + after.length - 2 * longest(before, after));
        for (const { other, lines: added } of hunks) expect(after.slice(other, other + added.length)).toEqual(added);
      }),
    );
  });

  it("are one where everything differs", () => {
    const [before, after] = [1, 2].map((side) => Array.from({ length: 3_000 }, (_, line) => `${side} ${line}\n`));
    expect(hunksBetween(before ?? [], after ?? [])).toMatchObject([{ start: 0, end: 3_000, other: 0 }]);
  });
});

/** Length of the longest common subsequence, the slow and certain way. */
function longest(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0);
  for (const line of one) {
    const next: number[] = [];
    other.forEach((right, index) => {
      next.push(line === right ? (row[index - 1] ?? 0) + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("a unified diff", () => {
  const file = "products/album/tracks odps.yaml";

  it.each<[what: string, before: string, after: string]>([
    ["a line", "a\nb\nc\nd\ne\nf\n", "a\nb\nc\nD\ne\nf\n"],
    ["lines far apart", lines(40), lines(40).replace("l3\n", "x\n").replace("l35\n", "")],
    ["lines near each other", lines(20), lines(20).replace("l3\n", "x\n").replace("l9\n", "x\ny\n")],
    ["the first and the last line", lines(20), lines(20).replace("l0\n", "").replace("l19\n", "l19\nz\n")],
    ["an end without a line feed", "a\nb", "a\nb\nc"],
    ["an end that gets a line feed", "a\nb", "a\nb\n"],
    ["line ends of two characters", "a\r\nb\r\n", "a\r\nx: 1\r\nb\r\n"],
    ["a text that was empty", "", "a\n"],
  ])("of %s is what git applies", (_, before, after) => {
    const folder = temporaryFolder();
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), before);
    execFileSync("git", ["apply", "-"], { cwd: folder, input: unifiedDiff(file, before, after) });
    expect(readFileSync(join(folder, file), "utf8")).toBe(after);
  });

  it("is empty where nothing differs", () => {
    expect(unifiedDiff("a", "x\n", "x\n")).toBe("");
  });

  it("has one line for a name, whatever is in it", () => {
    expect(linesOf(unifiedDiff('a\n+evil"', "x\n", "y\n")).slice(0, 2)).toEqual([
      '--- "a/a\\n+evil\\""\n',
      '+++ "b/a\\n+evil\\""\n',
    ]);
  });
});

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `l${index}\n`).join("");
}

describe("what is offered", () => {
  it("is a diff for git with the byte order mark, and edits for programs without", () => {
    const [before, after] = ["\ufeffa: 1\nb: 2", "\ufeffa: 1\nb: 3"].map((text) => new TextEncoder().encode(text));
    expect(fixBetween("a.yaml", before ?? new Uint8Array(), after ?? new Uint8Array())).toEqual({
      file: "a.yaml",
      diff: [
        "--- a/a.yaml",
        "+++ b/a.yaml",
        "@@ -1,2 +1,2 @@",
        " \ufeffa: 1",
        "-b: 2",
        "\\ No newline at end of file",
        "+b: 3",
        "\\ No newline at end of file",
        "",
      ].join("\n"),
      edits: [{ line: 2, column: 1, endLine: 2, endColumn: 5, text: "b: 3" }],
    });
  });
});
