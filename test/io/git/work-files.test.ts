import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitWorkFiles } from "../../../src/io/git/work-files.ts";
import type { LeftAlone } from "../../../src/ports/work-files.ts";
import { temporaryFolder, testRepository } from "../../support/git.ts";
import type { TestRepository } from "../../support/git.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function started(): TestRepository {
  const repo = testRepository();
  repo.commit({ "a.yaml": "a\n", "b/b.yaml": "b\n" });
  repo.checkout();
  return repo;
}

function reasonOf(answer: object | undefined): string | undefined {
  return answer !== undefined && "reason" in answer ? (answer as LeftAlone).reason : undefined;
}

describe("a file of the work tree", () => {
  it("is read as it is on disk, and written as a whole with its mode", async () => {
    const repo = started();
    const path = join(repo.dir, "b/b.yaml");
    writeFileSync(path, "x\r\ny");
    chmodSync(path, 0o751);
    const files = await gitWorkFiles(join(repo.dir, "b"));
    expect(await files.read("b/b.yaml")).toEqual({ bytes: Buffer.from("x\r\ny") });
    expect(await files.replace("b/b.yaml", encode("x\r\ny"), encode("z\r\n"))).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe("z\r\n");
    expect(lstatSync(path).mode & 0o7777).toBe(0o751);
    expect(readdirSync(join(repo.dir, "b"))).toEqual(["b.yaml"]);
  });

  it("is left alone when it is not what was read", async () => {
    const repo = started();
    const files = await gitWorkFiles(repo.dir);
    writeFileSync(join(repo.dir, "a.yaml"), "other\n");
    expect(reasonOf(await files.replace("a.yaml", encode("a\n"), encode("b\n")))).toBe("has changed meanwhile");
    expect(readFileSync(join(repo.dir, "a.yaml"), "utf8")).toBe("other\n");
  });

  it("is left alone when it is a link, a folder, or not there", async () => {
    const repo = started();
    const outside = temporaryFolder();
    writeFileSync(join(outside, "b.yaml"), "secret\n");
    symlinkSync(join(outside, "b.yaml"), join(repo.dir, "link.yaml"));
    symlinkSync(outside, join(repo.dir, "folder"));
    mkdirSync(join(repo.dir, "c.yaml"));
    const files = await gitWorkFiles(repo.dir);
    const reasons = ["link.yaml", "folder/b.yaml", "c.yaml", "none.yaml", "x\udc80.yaml"].map(async (file) => [
      reasonOf(await files.read(file)),
      reasonOf(await files.replace(file, encode("secret\n"), encode("x\n"))),
    ]);
    expect(await Promise.all(reasons)).toEqual([
      ["is a link", "is a link"],
      ["stands behind a link", "stands behind a link"],
      ["is no regular file", "is no regular file"],
      ["is not there any more", "is not there any more"],
      ["has a name that is not UTF-8", "has a name that is not UTF-8"],
    ]);
    expect(readFileSync(join(outside, "b.yaml"), "utf8")).toBe("secret\n");
  });

  it("is left alone when a folder on the way became a link", async () => {
    const repo = started();
    const files = await gitWorkFiles(repo.dir);
    const outside = temporaryFolder();
    renameSync(join(repo.dir, "b"), join(outside, "b"));
    symlinkSync(join(outside, "b"), join(repo.dir, "b"));
    expect(reasonOf(await files.replace("b/b.yaml", encode("b\n"), encode("x\n")))).toBe("stands behind a link");
    expect(readFileSync(join(outside, "b/b.yaml"), "utf8")).toBe("b\n");
  });

  it("is left alone while a merge conflict is open for it, also when its text looks resolved", async () => {
    const repo = started();
    repo.commit({ "a.yaml": "one\n" }, { on: "one", from: "main" });
    repo.commit({ "a.yaml": "other\n" }, { on: "main" });
    repo.checkout();
    expect(() => repo.git("merge", "--quiet", "one")).toThrow();
    writeFileSync(join(repo.dir, "a.yaml"), "both\n");
    const files = await gitWorkFiles(repo.dir);
    expect(reasonOf(await files.read("a.yaml"))).toBe("has a merge conflict that is not resolved");
    expect(reasonOf(await files.replace("a.yaml", encode("both\n"), encode("x\n")))).toMatch(/conflict/);
    repo.git("add", "a.yaml");
    expect(reasonOf(await (await gitWorkFiles(repo.dir)).read("a.yaml"))).toBeUndefined();
  });

  it("never stands outside", async () => {
    const files = await gitWorkFiles(started().dir);
    await expect(files.read("../a.yaml")).rejects.toMatchObject({ code: "illegal-path" });
  });

  it("needs a work tree", async () => {
    await expect(gitWorkFiles(testRepository("--bare").dir)).rejects.toMatchObject({ code: "no-work-tree" });
    await expect(gitWorkFiles(temporaryFolder())).rejects.toMatchObject({ kind: "input" });
  });
});
