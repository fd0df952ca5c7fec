import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { comparePages, pageFolder, writePages } from "../../../src/io/files/pages.ts";
import type { PageDifference } from "../../../src/io/files/pages.ts";
import { temporaryFolder } from "../../support/git.ts";

const MARK = "<!-- ours -->";
const page = (text: string): string => `${MARK}\n\n${text}\n`;
const PAGES = new Map([
  ["README.md", page("overview")],
  ["b.x.md", page("x")],
  ["a.y.md", page("y")],
]);

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});

function put(file: string, text: string): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), text);
}

function compare(folder = "docs/p"): Promise<PageDifference> {
  return comparePages(pageFolder(cwd, folder, MARK), PAGES);
}

async function write(folder = "docs/p"): Promise<void> {
  const place = pageFolder(cwd, folder, MARK);
  await writePages(place, PAGES, await comparePages(place, PAGES));
}

describe("a folder of pages", () => {
  it("is made, and then is what it should be", async () => {
    expect(await compare()).toEqual({ missing: ["README.md", "a.y.md", "b.x.md"], stale: [], leftover: [] });
    expect(existsSync(join(cwd, "docs"))).toBe(false);
    await write();
    expect(await compare()).toEqual({ missing: [], stale: [], leftover: [] });
    for (const [name, text] of PAGES) expect(readFileSync(join(cwd, "docs/p", name), "utf8")).toBe(text);
  });

  it("loses the pages that nothing makes any more, and nothing else", async () => {
    await write();
    put("docs/p/b.x.md", page("old"));
    put("docs/p/gone.z.md", page("z"));
    put("docs/p/notes.md", "# Notes\n\n<!-- ours -->\n");
    put("docs/p/near.md", "<!-- ours --> and more\n");
    put("docs/p/picture.svg", page("svg"));
    put("docs/p/deep/gone.md", page("deep"));
    symlinkSync("gone.z.md", join(cwd, "docs/p/link.md"));
    expect(await compare()).toEqual({ missing: [], stale: ["b.x.md"], leftover: ["gone.z.md"] });
    await write();
    expect(readdirSync(join(cwd, "docs/p")).sort()).toEqual(
      ["README.md", "a.y.md", "b.x.md", "deep", "link.md", "near.md", "notes.md", "picture.svg"].sort(),
    );
    expect(readdirSync(join(cwd, "docs/p/deep"))).toEqual(["gone.md"]);
    expect(await compare()).toEqual({ missing: [], stale: [], leftover: [] });
  });

  it("may have the line ends of another system", async () => {
    await write();
    put("docs/p/b.x.md", page("x").replaceAll("\n", "\r\n"));
    put("docs/p/gone.z.md", page("z").replaceAll("\n", "\r\n"));
    expect(await compare()).toEqual({ missing: [], stale: [], leftover: ["gone.z.md"] });
  });

  it.each(["README.md", "readme.md", "B.X.md"])(
    "keeps a %s that somebody else wrote, and writes nothing",
    async (name) => {
      put(`docs/p/${name}`, "# Mine\n");
      await expect(write()).rejects.toMatchObject({
        kind: "input",
        code: "page-taken",
        message: `Something else stands where pages would be written: "docs/p/${name}".`,
      });
      expect(readdirSync(join(cwd, "docs/p"))).toEqual([name]);
      expect(readFileSync(join(cwd, "docs/p", name), "utf8")).toBe("# Mine\n");
    },
  );

  it.each(["a link", "a folder"])("keeps %s that stands where a page would", async (what) => {
    put("secret.md", page("secret"));
    mkdirSync(join(cwd, "docs/p"), { recursive: true });
    const path = join(cwd, "docs/p/b.x.md");
    if (what === "a link") symlinkSync("../../secret.md", path);
    else mkdirSync(path);
    await expect(write()).rejects.toMatchObject({ kind: "input", code: "page-taken" });
    expect(readFileSync(join(cwd, "secret.md"), "utf8")).toBe(page("secret"));
  });

  it("is never one that a link leads to", async () => {
    put("elsewhere/p/gone.z.md", page("z"));
    symlinkSync("elsewhere", join(cwd, "docs"));
    await expect(write()).rejects.toMatchObject({ kind: "input", code: "output-folder" });
    expect(readdirSync(join(cwd, "elsewhere/p"))).toEqual(["gone.z.md"]);
  });

  it("is none where a file stands", async () => {
    put("docs", "a file");
    await expect(compare()).rejects.toMatchObject({ kind: "input", code: "output-folder" });
  });

  it("that cannot be read or written is a failure of the system", async () => {
    await write();
    put("docs/p/b.x.md", page("old"));
    const other = join(cwd, "outside/file");
    put("outside/file", "");
    await expect(comparePages(pageFolder(join(cwd, "docs"), other, MARK), PAGES)).rejects.toMatchObject({
      kind: "operational",
      message: expect.stringMatching(/cannot be read: ENOTDIR\.$/) as string,
    });
    const deep = pageFolder(join(cwd, "docs"), join(cwd, "no/such/place"), MARK);
    await expect(writePages(deep, PAGES, await comparePages(deep, PAGES))).rejects.toMatchObject({
      kind: "operational",
      message: expect.stringMatching(/cannot be written: ENOENT\.$/) as string,
    });
  });

  it("may be the folder itself, one beside it, or any other", async () => {
    await write(".");
    expect(existsSync(join(cwd, "README.md"))).toBe(true);
    const elsewhere = temporaryFolder();
    for (const folder of [join(elsewhere, "new"), "../" + elsewhere.split("/").slice(-1).join("") + "/other"])
      await write(folder);
    expect(readdirSync(elsewhere).sort()).toEqual(["new", "other"]);
    expect(lstatSync(join(elsewhere, "new/a.y.md")).isFile()).toBe(true);
  });
});
