import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/docs/files.ts";
import { fillPage } from "../../scripts/docs/page.ts";
import { staleFiles, writeFiles } from "../../scripts/docs/stale.ts";

describe("generated files", () => {
  it("are what the code says", async () => {
    expect(await staleFiles(".", await generatedFiles())).toEqual([]);
  });

  it("are named when they differ, are missing or have no source any more", async () => {
    const folder = mkdtempSync(join(tmpdir(), "meshgate-stale-"));
    try {
      mkdirSync(join(folder, "schemas"));
      writeFileSync(join(folder, "schemas/same.json"), "1\n");
      writeFileSync(join(folder, "schemas/other.json"), "1\n");
      writeFileSync(join(folder, "schemas/left.json"), "1\n");
      const wanted = new Map([
        ["schemas/same.json", "1\n"],
        ["schemas/other.json", "2\n"],
        ["docs/reference/new.md", "new\n"],
      ]);
      const stale = await staleFiles(folder, wanted);
      expect(stale).toEqual(["docs/reference/new.md", "schemas/left.json", "schemas/other.json"]);
      await writeFiles(folder, wanted, stale);
      expect(await staleFiles(folder, wanted)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a page", () => {
  it("holds the parts that it calls for", () => {
    expect(fillPage("page.md", "# A\n\n<!-- b -->\n", { b: "C" })).toContain("# A\n\nC\n");
  });

  it("cannot call for what is not there, nor forget a part", () => {
    expect(() => fillPage("page.md", "<!-- c -->\n", { b: "C" })).toThrow("page.md calls for c; there is b");
    expect(() => fillPage("page.md", "# A\n", { b: "C" })).toThrow("page.md never calls for b");
  });
});
