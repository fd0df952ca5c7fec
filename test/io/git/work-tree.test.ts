import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { gitRepository } from "../../../src/io/git/repository.ts";
import type { Repository } from "../../../src/ports/repository.ts";
import { executable, submodule, symlink, temporaryFolder, testRepository } from "../../support/git.ts";
import type { TestRepository } from "../../support/git.ts";

const opened: Repository[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((repository) => repository.close()));
});

/** Path → `mode content`, for the content that is found in `blobs` or in the repository. */
async function contents(repo: TestRepository, limit = 1000): Promise<Record<string, string>> {
  const repository = await gitRepository(repo.dir);
  opened.push(repository);
  const { tree, blobs } = await repository.workTree(limit);
  const held = [...tree.values()].filter(({ mode, blob }) => mode !== "160000" && !blobs.has(blob));
  const stored = await repository.read(
    held.map(({ blob }) => blob),
    limit,
  );
  const content = (blob: string): string => Buffer.from(blobs.get(blob) ?? stored.get(blob) ?? []).toString("utf8");
  return Object.fromEntries([...tree].map(([path, { mode, blob }]) => [path, `${mode} ${content(blob)}`]));
}

const START = { "a.yaml": "a\n", "b/b.yaml": "b\n", "run.sh": executable("x\n"), link: symlink("a.yaml") };

function started(files: Parameters<TestRepository["write"]>[0] = START): TestRepository {
  const repo = testRepository();
  repo.commit(files);
  repo.checkout();
  return repo;
}

const latin1 = (hex: string): string => Buffer.from(hex, "hex").toString("latin1");

describe("the work tree", () => {
  it("is the commit when nothing was touched", async () => {
    const repo = started();
    const repository = await gitRepository(repo.dir);
    opened.push(repository);
    const head = await repository.resolve("main");
    const work = await repository.workTree();
    expect(work.head).toBe(head);
    expect(new Map([...work.tree].sort())).toEqual(new Map([...(await repository.tree(head))].sort()));
    expect(work.blobs.size).toBe(0);
  });

  it("has what was changed, added, staged or removed, and leaves out what is ignored", async () => {
    const repo = started({ ...START, ".gitignore": "*.log\n", "gone.yaml": "g\n", "staged.yaml": "1\n" });
    repo.write({ "staged.yaml": "2\n" });
    repo.git("add", "staged.yaml");
    repo.write({
      "a.yaml": "A\n",
      "new.yaml": "n\n",
      "x.log": "log\n",
      "gone.yaml": null,
      "new.sh": executable("y\n"),
    });
    repo.write({ "later.yaml": "l\n" });
    repo.git("add", "--intent-to-add", "later.yaml");
    expect(await contents(repo)).toEqual({
      ".gitignore": "100644 *.log\n",
      "a.yaml": "100644 A\n",
      "b/b.yaml": "100644 b\n",
      "later.yaml": "100644 l\n",
      link: "120000 a.yaml",
      "new.sh": "100755 y\n",
      "new.yaml": "100644 n\n",
      "run.sh": "100755 x\n",
      "staged.yaml": "100644 2\n",
    });
  });

  it("gives the ids that git gives", async () => {
    const repo = started();
    repo.write({ "a.yaml": "changed\n", "big.yaml": "z".repeat(3_000_000), "empty.yaml": "", l2: symlink("/etc/ü") });
    const repository = await gitRepository(repo.dir);
    opened.push(repository);
    const { tree, blobs } = await repository.workTree(10);
    repo.git("add", "--all");
    const staged = repo.git("ls-files", "--stage").split("\n");
    expect([...tree].map(([path, { mode, blob }]) => `${mode} ${blob} 0\t${path}`).sort()).toEqual(staged.sort());
    expect(blobs.get(tree.get("big.yaml")?.blob ?? "")?.length).toBe(11);
  });

  it("notices a change of the same length at the time of the index, which leaves no trace in the file's times", async () => {
    const repo = started();
    const { atime, mtime } = statSync(join(repo.dir, "a.yaml"));
    writeFileSync(join(repo.dir, "a.yaml"), "z\n");
    utimesSync(join(repo.dir, "a.yaml"), atime, mtime);
    expect((await contents(repo))["a.yaml"]).toBe("100644 z\n");
  });

  it("takes the index's word for a file that has not changed since git looked, and reads one that has", async () => {
    const repo = started();
    const past = new Date(Date.UTC(2026, 0, 1));
    for (const file of ["a.yaml", "b/b.yaml"]) utimesSync(join(repo.dir, file), past, past);
    repo.git("update-index", "--refresh");
    // An index that is wrong about both contents shows whom the engine asked.
    const index = join(repo.dir, ".git/index");
    const id = (file: string): string => repo.git("rev-parse", `main:${file}`);
    const swapped = readFileSync(index, "latin1")
      .replace(latin1(id("a.yaml")), latin1(id("run.sh")))
      .replace(latin1(id("b/b.yaml")), latin1(id("run.sh")));
    const content = Buffer.from(swapped, "latin1").subarray(0, -20);
    writeFileSync(index, Buffer.concat([content, createHash("sha1").update(content).digest()]));
    writeFileSync(join(repo.dir, "b/b.yaml"), "b\n");
    utimesSync(join(repo.dir, "b/b.yaml"), past, past);
    const found = await contents(repo);
    expect([found["a.yaml"], found["b/b.yaml"]]).toEqual(["100644 x\n", "100644 b\n"]);
  });

  it("takes bytes as they are on disk, whatever line ends or filters git would convert", async () => {
    const repo = started({ ".gitattributes": "*.yaml text filter=upper\n", "a.yaml": "a\n" });
    repo.git("config", "core.autocrlf", "true");
    repo.git("config", "filter.upper.clean", "tr a-z A-Z");
    repo.write({ "a.yaml": "b\r\n" });
    expect((await contents(repo))["a.yaml"]).toBe("100644 b\r\n");
  });

  it("never reads through a symlink, at the file or on the way to it", async () => {
    const outside = temporaryFolder();
    mkdirSync(join(outside, "b"));
    writeFileSync(join(outside, "b/b.yaml"), "secret\n");
    const repo = started();
    rmSync(join(repo.dir, "b"), { recursive: true });
    symlinkSync(join(outside, "b"), join(repo.dir, "b"));
    repo.write({ "a.yaml": symlink(join(outside, "b/b.yaml")) });
    const found = await contents(repo);
    expect(found).toEqual({
      "a.yaml": `120000 ${join(outside, "b/b.yaml")}`,
      b: `120000 ${join(outside, "b")}`,
      link: "120000 a.yaml",
      "run.sh": "100755 x\n",
    });
  });

  it("counts a tracked file that became a folder, a pipe or a link as what it is now", async () => {
    const repo = started();
    renameSync(join(repo.dir, "a.yaml"), join(repo.dir, "moved.yaml"));
    mkdirSync(join(repo.dir, "a.yaml"));
    writeFileSync(join(repo.dir, "a.yaml/inner.yaml"), "i\n");
    rmSync(join(repo.dir, "run.sh"));
    execFileSync("mkfifo", [join(repo.dir, "run.sh")]);
    expect(Object.keys(await contents(repo)).sort()).toEqual(["a.yaml/inner.yaml", "b/b.yaml", "link", "moved.yaml"]);
  });

  it("shows the file on disk during a merge conflict", async () => {
    const repo = started({ "a.yaml": "1\n", "b.yaml": "1\n" });
    repo.commit({ "a.yaml": "2\n", "b.yaml": null }, { on: "topic", from: "main" });
    repo.commit({ "a.yaml": "3\n", "b.yaml": "3\n" });
    repo.checkout();
    expect(() => repo.git("merge", "topic")).toThrow();
    const found = await contents(repo);
    expect(found["a.yaml"]).toContain("<<<<<<<");
    expect(found["b.yaml"]).toBe("100644 3\n");
  });

  it("keeps what a sparse checkout leaves out", async () => {
    const repo = started();
    repo.git("sparse-checkout", "set", "--no-cone", "/a.yaml");
    expect(Object.keys(await contents(repo)).sort()).toEqual(["a.yaml", "b/b.yaml", "link", "run.sh"]);
  });

  it("keeps submodules by their commit and leaves out other repositories inside", async () => {
    const commit = testRepository().commit({ a: "1" });
    const repo = started({ "a.yaml": "a\n", vendor: submodule(commit) });
    repo.write({ "nested/x.yaml": "x\n", "vendor/y.yaml": "y\n" });
    repo.git("init", "--quiet", "nested");
    const repository = await gitRepository(repo.dir);
    opened.push(repository);
    const { tree } = await repository.workTree();
    expect([...tree.keys()].sort()).toEqual(["a.yaml", "vendor"]);
    expect(tree.get("vendor")).toEqual({ mode: "160000", blob: commit });
  });

  it("reads names that are not UTF-8", async () => {
    const repo = started();
    const name = Buffer.concat([Buffer.from(`${repo.dir}/`), Buffer.from([0xff, 0xfe]), Buffer.from(".yaml")]);
    writeFileSync(name, "odd\n");
    expect((await contents(repo))["\udcff\udcfe.yaml"]).toBe("100644 odd\n");
  });
});
