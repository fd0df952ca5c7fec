import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
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

async function open(dir: string): Promise<Repository> {
  const repository = await gitRepository(dir);
  opened.push(repository);
  return repository;
}

const TRACKS = "products/listener/tracks/tracks.odps.yaml";
const PLAYS = "products/player/plays/plays.odps.yaml";
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

describe("resolve", () => {
  it("gives the full id of whatever names a commit", async () => {
    const repo = testRepository();
    const first = repo.commit({ [TRACKS]: "id: tracks\n" });
    const second = repo.commit({ [TRACKS]: "id: tracks2\n" });
    repo.git("tag", "-a", "v1", "-m", "First", first);
    const repository = await open(repo.dir);
    const refs = ["main", "HEAD", "refs/heads/main", second, second.slice(0, 9), "v1", "HEAD~1"];
    const ids = await Promise.all(refs.map((ref) => repository.resolve(ref)));
    expect(ids).toEqual([second, second, second, second, second, first, first]);
  });

  it.each([
    ["mian", /Did you mean "main"\?/],
    ["origin/main", /Did you mean "main"\?/],
    ["something-else-entirely", /No commit of this repository is called "something-else-entirely"\.$/],
    ["0123456789012345678901234567890123456789", /No commit of this repository/],
    ["HEAD^{tree}", /No commit/],
    ["HEAD:products", /No commit/],
    ["main..topic", /No commit/],
    ["", /is called ""/],
    ["--upload-pack=touch pwned", /No commit/],
    ["--output=pwned", /No commit/],
    ["main\n", /is called "main\\n"/],
    ["\u001b[31mred\u202e", /No commit of this repository is called "\\u001b\[31mred\uFFFD"\.$/],
    ["x".repeat(500), /"x{120}…"/],
  ])("refuses %j and says what is near", async (ref, message) => {
    const repo = testRepository();
    repo.commit({ [TRACKS]: "id: tracks\n" });
    const repository = await open(repo.dir);
    await expect(repository.resolve(ref)).rejects.toMatchObject({
      kind: "input",
      code: "unknown-ref",
      message: expect.stringMatching(message) as string,
    });
    expect(repo.git("status", "--porcelain", "--untracked-files")).not.toContain("pwned");
  });

  it("refuses a name that is both a branch and a tag, so that a tag cannot stand in for the base", async () => {
    const repo = testRepository();
    repo.commit({ [TRACKS]: "id: tracks\n" });
    repo.commit({ [TRACKS]: "id: evil\n" }, { on: "topic" });
    repo.git("tag", "main", "topic");
    const repository = await open(repo.dir);
    await expect(repository.resolve("main")).rejects.toMatchObject({ kind: "input", code: "ambiguous-ref" });
    expect(await repository.resolve("refs/heads/main")).toBe(repo.git("rev-parse", "refs/heads/main"));
  });

  it("says that an empty repository has no commit", async () => {
    const repository = await open(testRepository().dir);
    await expect(repository.resolve("HEAD")).rejects.toMatchObject({ kind: "input", code: "no-commit" });
    expect(await repository.workTree()).toEqual({ tree: new Map(), blobs: new Map(), head: null });
  });
});

describe("tree", () => {
  it("lists every entry with git's mode, whatever it is", async () => {
    const repo = testRepository();
    const other = testRepository().commit({ a: "a" });
    const commit = repo.commit({
      [TRACKS]: "id: tracks\n",
      "tools/run.sh": executable("exit 0\n"),
      "products/link.odps.yaml": symlink("/etc/passwd"),
      vendor: submodule(other),
    });
    const tree = await (await open(repo.dir)).tree(commit);
    expect([...tree].map(([path, { mode }]) => `${mode} ${path}`).sort()).toEqual([
      `100644 ${TRACKS}`,
      "100755 tools/run.sh",
      "120000 products/link.odps.yaml",
      "160000 vendor",
    ]);
    expect(tree.get("vendor")?.blob).toBe(other);
  });

  it("keeps odd names apart and whole, also those that are not UTF-8", async () => {
    const names = [
      "a\nb.yaml",
      'quote".yaml',
      "back\\slash.yaml",
      "tab\there.yaml",
      "::error::x.yaml",
      "-rf.yaml",
      "ü.yaml",
      "\uFEFFbom.yaml",
      "\uFFFD.yaml",
      "\udcff.yaml",
      "\udcfe.yaml",
      "\udced\udca0\udc80.yaml",
      "ü\udcc3.yaml",
      "𝄞.yaml",
      "__proto__",
      `${"long/".repeat(200)}${"n".repeat(200)}.yaml`,
    ];
    const repo = testRepository();
    const base = repo.commit({ "x.yaml": "x" });
    const head = repo.commit(Object.fromEntries(names.map((name, index) => [name, `id: ${index}\n`])));
    const repository = await open(repo.dir);
    const tree = await repository.tree(head);
    expect([...tree.keys()].sort()).toEqual([...names, "x.yaml"].sort());
    expect(await repository.changedPaths(base, head)).toEqual([...names].sort());
    const blobs = await repository.read(
      names.map((name) => tree.get(name)?.blob ?? ""),
      100,
    );
    expect(names.map((name) => text(blobs.get(tree.get(name)?.blob ?? "")))).toEqual(names.map((_, i) => `id: ${i}\n`));
  });

  it("tells a second tree from the first, whatever differs between them", async () => {
    const repo = testRepository();
    const other = testRepository().commit({ a: "a" });
    const first = repo.commit({
      same: "same",
      gone: "gone",
      edited: "before",
      "tool.sh": "exit 0\n",
      link: "text\n",
      "folder/inner": "x",
      file: "x",
    });
    const second = repo.commit({
      gone: null,
      edited: "after",
      "tool.sh": executable("exit 0\n"),
      link: symlink("same"),
      "folder/inner": null,
      folder: "now a file",
      file: null,
      "file/now a folder\n\udcff": "x",
      vendor: submodule(other),
    });
    const repository = await open(repo.dir);
    const told = [await repository.tree(first), await repository.tree(second), await repository.tree(first)];
    const listed = await Promise.all([first, second, first].map(async (commit) => (await open(repo.dir)).tree(commit)));
    const sorted = (tree: (typeof told)[number]): unknown => [...tree].sort();
    expect(told.map(sorted)).toEqual(listed.map(sorted));
    expect(told[0]).not.toEqual(told[1]);
  });

  it("is the same from a sub-folder, a linked work tree, a bare clone and .git itself", async () => {
    const repo = testRepository();
    const commit = repo.commit({ [TRACKS]: "id: tracks\n", "top.yaml": "x\n" });
    repo.checkout();
    const linked = join(temporaryFolder(), "linked");
    repo.git("worktree", "add", "--quiet", "--detach", linked);
    const bare = join(temporaryFolder(), "bare");
    repo.git("clone", "--quiet", "--bare", repo.dir, bare);
    const folders = [repo.dir, join(repo.dir, "products/listener"), linked, bare, join(repo.dir, ".git")];
    for (const folder of folders) {
      const repository = await open(folder);
      expect([...(await repository.tree(await repository.resolve("HEAD"))).keys()], folder).toEqual([
        TRACKS,
        "top.yaml",
      ]);
      expect(await repository.changedPaths(commit, commit)).toEqual([]);
    }
    for (const folder of [linked, join(repo.dir, "products")]) {
      expect([...(await (await open(folder)).workTree()).tree.keys()].sort()).toEqual([TRACKS, "top.yaml"]);
    }
    for (const folder of [bare, join(repo.dir, ".git")]) {
      await expect((await open(folder)).workTree()).rejects.toMatchObject({ kind: "input", code: "no-work-tree" });
    }
  });

  it("reads SHA-256 repositories", async () => {
    const repo = testRepository("--object-format=sha256");
    const commit = repo.commit({ [TRACKS]: "id: tracks\n" });
    const repository = await open(repo.dir);
    expect(commit).toHaveLength(64);
    const blob = createHash("sha256").update("blob 11\0id: tracks\n").digest("hex");
    expect(await repository.tree(await repository.resolve("main"))).toEqual(
      new Map([[TRACKS, { mode: "100644", blob }]]),
    );
    repo.checkout();
    repo.write({ [PLAYS]: "id: plays\n" });
    const { tree, blobs } = await repository.workTree();
    expect(tree.get(TRACKS)?.blob).toBe(blob);
    expect(text(blobs.get(tree.get(PLAYS)?.blob ?? ""))).toBe("id: plays\n");
  });

  it.each(["../outside.yaml", "a/../b.yaml", "./x.yaml"])("refuses a commit that holds %j", async (path) => {
    const repo = testRepository();
    repo.commit({ "x.yaml": "x" });
    const repository = await open(repo.dir);
    const commit = crookedCommit(repo, path.split("/"));
    await expect(repository.tree(commit)).rejects.toMatchObject({ kind: "input", code: "illegal-path" });
  });

  it("ignores replacement refs, which would show another content under the same id", async () => {
    const repo = testRepository();
    const real = repo.commit({ "x.yaml": "real\n" });
    const fake = repo.commit({ "x.yaml": "fake\n" }, { on: "fake" });
    repo.git("replace", real, fake);
    const repository = await open(repo.dir);
    const blob = (await repository.tree(real)).get("x.yaml")?.blob ?? "";
    expect(text((await repository.read([blob], 100)).get(blob))).toBe("real\n");
  });
});

/** A commit with an entry that no git command would add. */
function crookedCommit({ git, dir }: TestRepository, steps: readonly string[]): string {
  const object = (type: string, content: Uint8Array): string => {
    const file = join(dir, ".git", "crooked");
    writeFileSync(file, content);
    const id = git("hash-object", "-t", type, "-w", "--literally", file);
    rmSync(file);
    return id;
  };
  let id = object("blob", Buffer.from("x"));
  let mode = "100644";
  for (const step of [...steps].reverse()) {
    id = object("tree", Buffer.concat([Buffer.from(`${mode} ${step}\0`), Buffer.from(id, "hex")]));
    mode = "40000";
  }
  return git("commit-tree", id, "-m", "crooked");
}

describe("changedPaths", () => {
  it("names what was added, changed, removed, moved or given another mode, sorted", async () => {
    const repo = testRepository();
    const base = repo.commit({
      "b.yaml": "b\n",
      "same.yaml": "s\n",
      "move.yaml": "m\n",
      "mode.sh": "x\n",
      "gone.yaml": "g\n",
    });
    const head = repo.commit({
      "b.yaml": "B\n",
      "move.yaml": null,
      "a/moved.yaml": "m\n",
      "mode.sh": executable("x\n"),
      "gone.yaml": null,
    });
    const repository = await open(repo.dir);
    const changed = ["a/moved.yaml", "b.yaml", "gone.yaml", "mode.sh", "move.yaml"];
    expect(await repository.changedPaths(base, head)).toEqual(changed);
    expect(await repository.changedPaths(head, base)).toEqual(changed);
  });

  it("names a submodule although the repository's configuration hides it", async () => {
    const other = testRepository();
    const [one, two] = [other.commit({ a: "1" }), other.commit({ a: "2" })];
    const repo = testRepository();
    const base = repo.commit({ vendor: submodule(one) });
    const head = repo.commit({ vendor: submodule(two) });
    repo.git("config", "diff.ignoreSubmodules", "all");
    expect(await (await open(repo.dir)).changedPaths(base, head)).toEqual(["vendor"]);
  });
});

describe("read", () => {
  it("gives every content once, cut behind the limit, in any order and amount", async () => {
    const repo = testRepository();
    const sizes = [0, 1, 99, 100, 101, 65_535, 65_536, 65_537, 5_000_000];
    const commit = repo.commit(
      Object.fromEntries(sizes.map((size) => [`${size}.yaml`, "é".repeat(size).slice(0, size)])),
    );
    const repository = await open(repo.dir);
    const tree = await repository.tree(commit);
    const id = (size: number): string => tree.get(`${size}.yaml`)?.blob ?? "";
    const ids = [...sizes, ...sizes].reverse().map(id);
    const [whole, cut] = await Promise.all([repository.read(ids, 20_000_000), repository.read(ids, 100)]);
    expect(sizes.map((size) => whole.get(id(size))?.length)).toEqual(sizes.map((size) => 2 * size));
    expect(sizes.map((size) => cut.get(id(size))?.length)).toEqual(sizes.map((size) => Math.min(2 * size, 101)));
    expect(text(whole.get(id(65_537)))).toBe("é".repeat(65_537));
    expect(await repository.read([], 100)).toEqual(new Map());
  });

  it("reads thousands of contents in one batch", async () => {
    const repo = testRepository();
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`p/${i}.yaml`, `id: ${i}\n`.repeat(i % 50)]),
    );
    const commit = repo.commit(files);
    const repository = await open(repo.dir);
    const tree = await repository.tree(commit);
    const blobs = await repository.read(
      [...tree.values()].map(({ blob }) => blob),
      100_000,
    );
    expect([...tree].every(([path, { blob }]) => text(blobs.get(blob)) === files[path])).toBe(true);
  });

  it("fails when a content is missing or is no blob, and answers the next question", async () => {
    const repo = testRepository();
    const commit = repo.commit({ "x.yaml": "x\n" });
    const repository = await open(repo.dir);
    const blob = (await repository.tree(commit)).get("x.yaml")?.blob ?? "";
    const absent = "12".repeat(20);
    await expect(repository.read([absent, blob], 10)).rejects.toMatchObject({
      kind: "operational",
      code: "missing-object",
    });
    await expect(repository.read([commit], 10)).rejects.toThrow(`${commit} is a commit, not a blob`);
    await expect(repository.read(["HEAD\nHEAD"], 10)).rejects.toThrow("Not a blob id");
    expect(text((await repository.read([blob], 10)).get(blob))).toBe("x\n");
  });

  it("fails when an object is damaged", async () => {
    const repo = testRepository();
    repo.commit({ "x.yaml": "x\n" });
    repo.write({ "loose.yaml": "loose content\n" });
    const blob = repo.git("hash-object", "-w", "loose.yaml");
    const file = join(repo.dir, ".git/objects", blob.slice(0, 2), blob.slice(2));
    rmSync(file);
    writeFileSync(file, "damaged");
    const repository = await open(repo.dir);
    await expect(repository.read([blob], 10)).rejects.toMatchObject({ kind: "operational" });
  });
});
