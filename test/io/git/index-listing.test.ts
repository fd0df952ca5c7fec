import { describe, expect, it } from "vitest";
import { readListing } from "../../../src/io/git/index-listing.ts";

const ID = "a1".repeat(20);
const STAT = "  ctime: 10:500000000\n  mtime: 11:0\n  dev: 1\tino: 7\n  uid: 0\tgid: 0\n  size: 5\tflags: 0\n";

describe("git's listing of the index", () => {
  it("has the entry, what the index knows of it, and what is not tracked", () => {
    const { tracked, untracked } = readListing([
      "? new.yaml",
      "? nested/",
      `H 100644 ${ID} 0\ta.yaml`,
      `${STAT}S 100755 ${ID} 0\tb\nc`,
      STAT,
    ]);
    const stat = { changed: 10_500, modified: 11_000, inode: 7, size: 5 };
    expect(untracked).toEqual(["new.yaml"]);
    expect(tracked).toEqual(
      new Map([
        ["a.yaml", { mode: "100644", blob: ID, stage: 0, skipped: false, stat }],
        ["b\nc", { mode: "100755", blob: ID, stage: 0, skipped: true, stat }],
      ]),
    );
  });

  it("has no stat where git describes it in another way, so that the file is read", () => {
    const { tracked } = readListing([
      `H 100644 ${ID} 0\ta.yaml`,
      `  size: 5\n  other: 1\nH 100644 ${ID} 0\tb.yaml`,
      "  new\n",
    ]);
    expect([...tracked].map(([path, { stat }]) => [path, stat])).toEqual([
      ["a.yaml", undefined],
      ["b.yaml", undefined],
    ]);
  });
});
