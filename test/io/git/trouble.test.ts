import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { gitRepository } from "../../../src/io/git/repository.ts";
import type { Repository } from "../../../src/ports/repository.ts";
import { runGit, temporaryFolder, testRepository } from "../../support/git.ts";

const opened: Repository[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((repository) => repository.close()));
});

async function open(dir: string, environment?: NodeJS.ProcessEnv): Promise<Repository> {
  const repository = await gitRepository(dir, environment === undefined ? {} : { environment });
  opened.push(repository);
  return repository;
}

/** A PATH on which `git` is a script: `body`, where `@git` stands for the real one. */
function pathWithGit(body: string): string {
  const folder = temporaryFolder();
  const real = (process.env["PATH"] ?? "").split(delimiter).map((part) => join(part, "git"));
  const git = real.find((file) => existsSync(file)) ?? "git";
  writeFileSync(join(folder, "git"), `#!/bin/sh\n${body.replaceAll("@git", git)}\n`);
  chmodSync(join(folder, "git"), 0o755);
  return `${folder}${delimiter}${process.env["PATH"] ?? ""}`;
}

describe("a place that cannot be read", () => {
  it.each(["/no/such/folder", import.meta.filename])("refuses %s, which is no folder", async (dir) => {
    await expect(open(dir)).rejects.toMatchObject({ kind: "input", code: "no-such-folder" });
  });

  it("refuses a folder outside every repository", async () => {
    await expect(open(temporaryFolder())).rejects.toMatchObject({ kind: "input", code: "not-a-repository" });
  });

  it("says when git is not installed", async () => {
    const { dir } = testRepository();
    await expect(open(dir, { PATH: temporaryFolder() })).rejects.toMatchObject({
      kind: "operational",
      code: "git-not-found",
    });
  });

  it("never takes git from the judged folder, although PATH names it relatively", async () => {
    const { dir } = testRepository();
    writeFileSync(join(dir, "git"), "#!/bin/sh\ntouch pwned\n");
    chmodSync(join(dir, "git"), 0o755);
    await expect(open(dir, { PATH: `.${delimiter}` })).rejects.toMatchObject({ code: "git-not-found" });
    expect(existsSync(join(dir, "pwned"))).toBe(false);
  });

  it("says when git is too old: one that prints unknown options back", async () => {
    const PATH = pathWithGit(
      'case "$*" in *cat-file*) exec @git "$@";; *) echo --path-format=absolute; echo false;; esac',
    );
    await expect(open(testRepository().dir, { PATH })).rejects.toMatchObject({
      kind: "operational",
      code: "git-too-old",
      remedy: "Install git 2.31 or newer.",
    });
  });

  it("says how to trust a repository of another user", async () => {
    const PATH = pathWithGit('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec @git "$@"');
    const repo = testRepository();
    await expect(open(repo.dir, { PATH, HOME: repo.dir })).rejects.toMatchObject({
      kind: "operational",
      code: "dubious-ownership",
      remedy: `Run: git config --global --add safe.directory ${JSON.stringify(repo.dir)}`,
    });
  });

  it("does not read a repository of a newer format", async () => {
    const repo = testRepository();
    repo.git("config", "core.repositoryFormatVersion", "1");
    repo.git("config", "extensions.unheardOf", "true");
    await expect(open(repo.dir)).rejects.toMatchObject({ kind: "operational", code: "repository-too-new" });
  });

  it("does not follow the environment of a hook to another repository", async () => {
    const [repo, other] = [testRepository(), testRepository()];
    const commit = repo.commit({ "here.yaml": "x" });
    other.commit({ "there.yaml": "x" });
    const repository = await open(repo.dir, {
      ...process.env,
      GIT_DIR: join(other.dir, ".git"),
      GIT_WORK_TREE: other.dir,
    });
    expect(await repository.resolve("HEAD")).toBe(commit);
  });
});

describe("history", () => {
  it("finds where two branches part", async () => {
    const repo = testRepository();
    const base = repo.commit({ "a.yaml": "1" });
    const topic = repo.commit({ "b.yaml": "1" }, { on: "topic", from: "main" });
    const main = repo.commit({ "a.yaml": "2" });
    const repository = await open(repo.dir);
    expect(await repository.mergeBase(main, topic)).toBe(base);
    expect(await repository.mergeBase(base, topic)).toBe(base);
  });

  it("refuses unrelated histories", async () => {
    const repo = testRepository();
    const [one, other] = [repo.commit({ a: "1" }), repo.commit({ a: "2" }, { on: "island" })];
    const repository = await open(repo.dir);
    await expect(repository.mergeBase(one, other)).rejects.toMatchObject({
      kind: "input",
      code: "unrelated-histories",
    });
  });

  it("fails for a commit that is not there", async () => {
    const repo = testRepository();
    const commit = repo.commit({ a: "1" });
    const repository = await open(repo.dir);
    await expect(repository.mergeBase(commit, "12".repeat(20))).rejects.toMatchObject({ kind: "operational" });
    await expect(repository.tree("12".repeat(20))).rejects.toMatchObject({
      kind: "operational",
      code: "missing-object",
    });
  });

  describe("in a shallow clone", () => {
    const origin = (): { dir: string; base: string } => {
      const repo = testRepository();
      const base = repo.commit({ a: "1" });
      repo.commit({ b: "1" }, { on: "topic", from: "main" });
      repo.commit({ b: "2" }, { on: "topic" });
      repo.commit({ a: "2" });
      return { dir: repo.dir, base };
    };
    const clone = (from: string, ...args: string[]): string => {
      const dir = join(temporaryFolder(), "clone");
      runGit(from, ["clone", "--quiet", ...args, `file://${from}`, dir]);
      return dir;
    };

    it("says what to fetch when the base is missing", async () => {
      const { dir, base } = origin();
      const repository = await open(clone(dir, "--depth=1", "--branch=topic"));
      for (const ref of ["main", base]) {
        await expect(repository.resolve(ref)).rejects.toMatchObject({
          kind: "input",
          code: "unknown-ref",
          message: expect.stringContaining("shallow clone") as string,
          remedy: expect.stringContaining("fetch-depth: 0") as string,
        });
      }
    });

    it("says what to fetch when the histories are cut before they meet", async () => {
      const repository = await open(clone(origin().dir, "--depth=1", "--no-single-branch"));
      const ids = await Promise.all([repository.resolve("origin/main"), repository.resolve("origin/topic")]);
      await expect(repository.mergeBase(...ids)).rejects.toMatchObject({
        kind: "input",
        code: "shallow-clone",
        remedy: expect.stringContaining("fetch-depth: 0") as string,
      });
    });

    it("answers when what is there is enough", async () => {
      const { dir, base } = origin();
      const repository = await open(clone(dir, "--depth=3", "--no-single-branch"));
      const ids = await Promise.all([repository.resolve("origin/main"), repository.resolve("origin/topic")]);
      expect(await repository.mergeBase(...ids)).toBe(base);
    });

    it("does not take an older ancestor when a nearer one may be cut off", async () => {
      const repo = testRepository();
      const root = repo.commit({ a: "1" });
      const nearer = repo.commit({ a: "2" });
      const sides = ["one", "two"].map((on) => repo.commit({ [on]: "1" }, { on, from: nearer }));
      const tips = ["one", "two"].map((on) => repo.commit({ [on]: "2" }, { on, merge: root }));
      const [one = "", two = ""] = tips;
      expect(await (await open(repo.dir)).mergeBase(one, two)).toBe(nearer);
      // The way to `nearer` is cut off; the root stays in reach through the second parents.
      writeFileSync(join(repo.dir, ".git/shallow"), `${sides.join("\n")}\n`);
      expect(repo.git("merge-base", one, two)).toBe(root);
      await expect((await open(repo.dir)).mergeBase(one, two)).rejects.toMatchObject({ code: "shallow-clone" });
    });
  });

  it("reports what a partial clone lacks and fetches nothing", async () => {
    const repo = testRepository();
    const commit = repo.commit({ "x.yaml": "x\n" });
    const blob = repo.git("rev-parse", `${commit}:x.yaml`);
    for (const filter of ["blob:none", "tree:0"]) {
      repo.git("config", "uploadpack.allowFilter", "true");
      const dir = join(temporaryFolder(), "partial");
      runGit(repo.dir, ["clone", "--quiet", "--no-checkout", `--filter=${filter}`, `file://${repo.dir}`, dir]);
      // A transport of the repository's choice, which must not be asked.
      runGit(dir, ["config", "remote.origin.uploadpack", `touch ${join(dir, "pwned")};`]);
      runGit(dir, ["config", "protocol.file.allow", "always"]);
      const repository = await open(dir);
      const missing = { kind: "operational", code: "missing-object" };
      await expect(repository.read([blob], 10)).rejects.toMatchObject(missing);
      if (filter === "tree:0") await expect(repository.tree(commit)).rejects.toMatchObject(missing);
      else expect((await repository.tree(commit)).get("x.yaml")?.blob).toBe(blob);
      expect(existsSync(join(dir, "pwned"))).toBe(false);
    }
  });
});

describe("a hostile configuration", () => {
  it("runs no program of the repository, whatever is asked", async () => {
    const repo = testRepository();
    const base = repo.commit({ "x.yaml": "x\n", ".gitattributes": "* filter=evil diff=evil merge=evil\n" });
    const head = repo.commit({ "x.yaml": "y\n" });
    repo.checkout();
    const marker = join(temporaryFolder(), "pwned");
    const evil = `touch ${marker}; cat`;
    const settings = {
      "core.fsmonitor": evil,
      "core.pager": evil,
      "core.editor": evil,
      "core.sshCommand": evil,
      "core.askPass": evil,
      "core.alternateRefsCommand": evil,
      "core.hooksPath": join(repo.dir, "hooks"),
      "diff.external": evil,
      "diff.evil.textconv": evil,
      "diff.evil.command": evil,
      "filter.evil.clean": evil,
      "filter.evil.smudge": evil,
      "filter.evil.process": evil,
      "merge.evil.driver": evil,
      "credential.helper": `!${evil}`,
      "gpg.program": evil,
      "pager.rev-parse": evil,
      "alias.cat-file": `!${evil}`,
    };
    for (const [name, value] of Object.entries(settings)) repo.git("config", name, value);
    repo.write({ "hooks/post-index-change": `#!/bin/sh\n${evil}\n`, "new.yaml": "new\n", "x.yaml": "z\n" });
    chmodSync(join(repo.dir, "hooks/post-index-change"), 0o755);

    const repository = await open(repo.dir);
    expect(await repository.resolve("main")).toBe(head);
    expect(await repository.mergeBase(base, head)).toBe(base);
    expect(await repository.changedPaths(base, head)).toEqual(["x.yaml"]);
    const tree = await repository.tree(head);
    await repository.read([tree.get("x.yaml")?.blob ?? ""], 10);
    const work = await repository.workTree();
    expect([...work.blobs.values()].map(String).sort()).toContain("z\n");
    await expect(repository.resolve("no-such-ref")).rejects.toMatchObject({ code: "unknown-ref" });
    expect(existsSync(marker)).toBe(false);
  });

  it("writes nothing into the repository", async () => {
    const repo = testRepository();
    const head = repo.commit({ "x.yaml": "x\n" });
    repo.checkout();
    rmSync(join(repo.dir, "x.yaml"));
    const before = repo.git("ls-files", "--debug");
    const repository = await open(repo.dir);
    await repository.tree(head);
    await repository.workTree();
    expect(repo.git("ls-files", "--debug")).toBe(before);
  });
});
