import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readFiles } from "../../../src/io/files/folder.ts";
import { makeFolder } from "../../../src/io/files/make-folder.ts";
import { writeOutput } from "../../../src/io/files/output.ts";
import { findOwnPackage } from "../../../src/io/files/package.ts";
import { shippedPacks } from "../../../src/io/files/packs.ts";
import { temporaryFolder } from "../../support/git.ts";

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(cwd, path, ".."), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

describe("files that were asked for", () => {
  const names = async (...asked: string[]): Promise<readonly string[]> => [...(await readFiles(cwd, asked)).keys()];

  it("are themselves, and of a folder its YAML and JSON files, each once and in order", async () => {
    write({
      "p/b.yaml": "b",
      "p/a/x.json": "x",
      "p/a.YML": "y",
      "p/note.md": "n",
      "p/.git/c.yaml": "c",
      "p/node_modules/d.yaml": "d",
    });
    symlinkSync("b.yaml", join(cwd, "p/link.yaml"));
    symlinkSync("..", join(cwd, "p/up"));
    expect(await names("p/note.md", "p", "p/b.yaml")).toEqual(["p/note.md", "p/a.YML", "p/a/x.json", "p/b.yaml"]);
    expect(await names(".")).toEqual(["p/a.YML", "p/a/x.json", "p/b.yaml"]);
    expect(await names(join(cwd, "p/b.yaml"), "p/link.yaml")).toEqual([join(cwd, "p/b.yaml"), "p/link.yaml"]);
  });

  it("are cut behind the limit", async () => {
    write({ "a.yaml": "0123456789", "b.yaml": "" });
    const files = await readFiles(cwd, ["a.yaml", "b.yaml"], 4);
    expect([...files.values()].map(String)).toEqual(["01234", ""]);
  });

  it("that do not exist are named, with what is near", async () => {
    write({ "products/tracks.odps.yaml": "" });
    await expect(readFiles(cwd, ["products/track.odps.yaml"])).rejects.toMatchObject({
      kind: "input",
      code: "no-such-file",
      message: 'There is no file "products/track.odps.yaml". Did you mean "products/tracks.odps.yaml"?',
    });
    for (const name of ["nowhere/x.yaml", "products/tracks.odps.yaml/x", "zzzzzzzz"]) {
      await expect(readFiles(cwd, [name])).rejects.toMatchObject({ kind: "input", code: "no-such-file" });
    }
  });

  it("that are no files are refused, and nothing waits for them", async () => {
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    for (const name of ["pipe", "/dev/zero", "a\0b"]) {
      await expect(readFiles(cwd, [name])).rejects.toMatchObject({ kind: "input", code: "not-a-file" });
    }
  });
});

describe("what ships with the package", () => {
  it("is found from the sources and from compiled files alike", () => {
    const root = join(import.meta.dirname, "../../..");
    expect(findOwnPackage().folder).toBe(root);
    // What the compiler makes of the module, at its place in another copy of the package.
    write({ "package.json": '{"name":"meshgate","version":"9.8.7"}', "dist/package.json": '{"type":"module"}' });
    const source = readFileSync(join(root, "src/io/files/package.ts"), "utf8");
    write({ "dist/io/files/package.ts": source, "run.ts": "" });
    const probe = `import { findOwnPackage } from ${JSON.stringify(join(cwd, "dist/io/files/package.ts"))}; console.log(JSON.stringify(findOwnPackage()));`;
    const printed = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", probe], {
      cwd: root,
    });
    expect(JSON.parse(printed.toString("utf8"))).toEqual({ folder: cwd, version: "9.8.7" });
  });

  it("has the baseline pack: its policies, and nothing of its fixture", async () => {
    const packs = await shippedPacks();
    const files = [...(packs.get("baseline")?.keys() ?? [])];
    expect(files.length).toBeGreaterThanOrEqual(20);
    expect(files.every((file) => /^policies\/baseline\/[a-z-]+\.yaml$/.test(file))).toBe(true);
    expect(files).toEqual([...files].sort());
  });
});

describe("an output", () => {
  it("is written whole, over an older one, without a trace of the draft", async () => {
    mkdirSync(join(cwd, "out"));
    await writeOutput(cwd, "out/report.json", "old and longer");
    await writeOutput(cwd, "out/report.json", "new");
    expect(readFileSync(join(cwd, "out/report.json"), "utf8")).toBe("new");
    expect(readdirSync(join(cwd, "out"))).toEqual(["report.json"]);
  });

  it("may be anywhere that was named as such", async () => {
    const elsewhere = temporaryFolder();
    await writeOutput(cwd, join(elsewhere, "report.json"), "x");
    mkdirSync(join(cwd, "sub"));
    await writeOutput(join(cwd, "sub"), "../report.json", "y");
    expect(existsSync(join(elsewhere, "report.json")) && existsSync(join(cwd, "report.json"))).toBe(true);
  });

  it("never goes through a symlink that stands where it goes", async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, "precious"), "precious");
    symlinkSync(join(elsewhere, "precious"), join(cwd, "report.json"));
    symlinkSync(join(elsewhere, "new"), join(cwd, "dangling.json"));
    symlinkSync(elsewhere, join(cwd, "out"));
    const refusals = [
      ["report.json", "output-not-a-file"],
      ["dangling.json", "output-not-a-file"],
      ["out/report.json", "output-leaves-folder"],
    ] as const;
    for (const [file, code] of refusals) {
      await expect(writeOutput(cwd, file, "x")).rejects.toMatchObject({ kind: "input", code });
    }
    expect(readdirSync(elsewhere)).toEqual(["precious"]);
    expect(readFileSync(join(elsewhere, "precious"), "utf8")).toBe("precious");
  });

  it("may pass a link that stays inside", async () => {
    mkdirSync(join(cwd, "real"));
    symlinkSync("real", join(cwd, "out"));
    await writeOutput(cwd, "out/report.json", "x");
    expect(readdirSync(join(cwd, "real"))).toEqual(["report.json"]);
  });

  it.each([
    ["missing/report.json", "output-folder"],
    ["file.txt/report.json", "output-folder"],
    ["folder", "output-not-a-file"],
    [".", "output-not-a-file"],
    ["/dev/null", "output-not-a-file"],
  ])("is refused at %s", async (file, code) => {
    write({ "file.txt": "", "folder/x": "" });
    await expect(writeOutput(cwd, file, "x")).rejects.toMatchObject({ kind: "input", code });
  });
});

describe("making a folder", () => {
  it("makes those above it, and ends where the system says no", () => {
    makeFolder(join(cwd, "a/b/c"));
    makeFolder(join(cwd, "a/b/c"));
    expect(existsSync(join(cwd, "a/b/c"))).toBe(true);
    expect(() => {
      makeFolder("/proc/meshgate/cache");
    }).toThrow();
  });
});
