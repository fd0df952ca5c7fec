import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { symlink } from "../support/git.ts";
import { edit, meshRepository } from "../support/mesh-repo.ts";
import type { Change, MeshRepository } from "../support/mesh-repo.ts";
import { AS_OF, meshgate, meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";
import { daff, TRACKS, TRACKS_C } from "./changes/daff.ts";

const OTHER_DOMAIN = ["\ndomain: album\n", "\ndomain: player # ours\n"] as const;
const RAISED = ["\nversion: 3.4.0\n", "\nversion: 3.4.1\n"] as const;

function meshWith(files: Readonly<Record<string, Change>>): MeshRepository {
  const mesh = meshRepository();
  mesh.checkout();
  for (const [file, change] of Object.entries(files))
    mesh.write({ [file]: typeof change === "string" ? change : null });
  return mesh;
}

function fix(mesh: MeshRepository, ...args: readonly string[]): Promise<Run> {
  return meshgateInside(["check", "--fix", "--as-of", AS_OF, ...args], { cwd: mesh.dir });
}

function textOf(mesh: MeshRepository, file: string): string {
  return readFileSync(join(mesh.dir, file), "utf8");
}

describe.concurrent("check --fix", () => {
  test("mends what policies know, keeps everything else, and judges what is left", async () => {
    const broken = edit(daff(TRACKS), [OTHER_DOMAIN, RAISED]).replaceAll("\n", "\r\n");
    const mesh = meshWith({ [TRACKS]: broken });
    chmodSync(join(mesh.dir, TRACKS), 0o640);
    const before = await meshgate(["check", "--worktree", "--as-of", AS_OF, "--format", "json"], { cwd: mesh.dir });
    const offered = (JSON.parse(before.stdout) as Report).findings.flatMap(({ fix: one }) => one ?? []);
    expect(offered).toMatchObject([
      { file: TRACKS, edits: [{ line: 7, endLine: 8, text: "domain: album # ours\r\n" }] },
    ]);

    const { code, stdout, stderr } = await fix(mesh);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `mended ${TRACKS}:7:9 baseline.declared-domain\n` });
    expect(stdout).toMatch(/^✓ Pass/);
    expect(textOf(mesh, TRACKS)).toBe(broken.replace("domain: player # ours", "domain: album # ours"));
    expect(statSync(join(mesh.dir, TRACKS)).mode & 0o777).toBe(0o640);
    expect(mesh.git("status", "--porcelain")).toBe(` M ${TRACKS}`);
  });

  test("prints nothing but the report where a program reads it", async () => {
    const mesh = meshWith({ [TRACKS]: edit(daff(TRACKS), [OTHER_DOMAIN, RAISED]) });
    const { code, stdout } = await fix(mesh, "--format", "json", "--base", "main");
    expect({ code, verdict: (JSON.parse(stdout) as Report).verdict }).toEqual({ code: 0, verdict: "pass" });
  });

  test("mends several findings of one file, one after the other", async () => {
    const port = [
      "    version: 3.4.0\n    contractId: tracks\n",
      "    version: 3.3.0\n    contractId: tracks\n",
    ] as const;
    const mesh = meshWith({ [TRACKS]: edit(daff(TRACKS), [OTHER_DOMAIN, RAISED, port]) });
    const { code, stderr } = await fix(mesh);
    expect(code).toBe(0);
    expect(stderr.trimEnd().split("\n").sort()).toEqual([
      `mended ${TRACKS}:50:14 baseline.port-version outputPorts[name=tracks,version=3.3.0]`,
      `mended ${TRACKS}:7:9 baseline.declared-domain`,
    ]);
    expect(textOf(mesh, TRACKS)).toBe(edit(daff(TRACKS), [["domain: album", "domain: album # ours"], RAISED]));
  });

  test("leaves alone what a fix would make worse, and says why", async () => {
    // Nothing but the version of the contract has changed, and the product would change without a version of its own.
    const raised = edit(daff(TRACKS_C), [["\nversion: 3.4.0\n", "\nversion: 3.5.0\n"]]);
    const mesh = meshWith({ [TRACKS_C]: raised });
    const { stderr } = await fix(mesh);
    expect(stderr).toMatch(
      new RegExp(
        `^left   ${TRACKS}:\\d+:\\d+ baseline\\.port-version .*: it would bring a finding of baseline\\.\\S+ on `,
      ),
    );
    expect(mesh.git("status", "--porcelain")).toBe(` M ${TRACKS_C}`);
  });

  test("leaves alone a file that is not resolved, and writes through no link", async () => {
    const mesh = meshRepository();
    const mine = edit(daff(TRACKS), [OTHER_DOMAIN, RAISED]);
    mesh.change("theirs", { [TRACKS]: [["\nname: Tracks\n", "\nname: All tracks\n"]] });
    mesh.change("mine", { [TRACKS]: [["\nname: Tracks\n", "\nname: Our tracks\n"]] });
    mesh.checkout("mine");
    expect(() => mesh.git("merge", "--quiet", "theirs")).toThrow();
    writeFileSync(join(mesh.dir, TRACKS), mine);
    const conflict = await fix(mesh);
    expect(conflict.stderr).toContain(`: ${TRACKS} has a merge conflict that is not resolved\n`);
    expect(textOf(mesh, TRACKS)).toBe(mine);

    const linked = meshWith({});
    const target = join(linked.dir, "target.yaml");
    writeFileSync(target, mine);
    linked.write({ [TRACKS]: symlink(target) });
    const { code, stderr } = await fix(linked);
    expect(code).not.toBe(0);
    expect(stderr).not.toContain("mended");
    expect(readFileSync(target, "utf8")).toBe(mine);
  });

  test("has nothing to do where nothing is wrong", async () => {
    const mesh = meshWith({});
    const { code, stderr } = await fix(mesh);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "There is nothing here that a policy knows how to mend.\n" });
    expect(mesh.git("status", "--porcelain")).toBe("");
  });

  test("is for the work tree only", async () => {
    const { code, stdout, stderr } = await fix(meshWith({}), "--head", "main");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("'--fix' cannot be used with option '--head <ref>'");
  });
});
