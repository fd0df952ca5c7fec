import { Ajv2020 } from "ajv/dist/2020.js";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { temporaryFolder, testRepository } from "../support/git.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import type { MeshRepository } from "../support/mesh-repo.ts";
import { AS_OF, meshgate, meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";
import { daff, SPORTS, SPORTS_C, WORDING } from "./changes/daff.ts";

let mesh: MeshRepository;
const inMesh = (...args: readonly string[]): Promise<Run> => meshgateInside(args, { cwd: mesh.dir });

beforeAll(() => {
  mesh = meshRepository();
  mesh.checkout();
});

describe.concurrent("help", () => {
  test("lists every command", async () => {
    const { code, stdout } = await meshgate(["--help"]);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout.replaceAll(/\s+/g, " ")).toContain(summary);
    }
  });

  test.each(COMMANDS.map(({ name }) => name))("of %s names its options, examples and exits", async (name) => {
    const { code, stdout } = await meshgateInside([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^Usage: meshgate ${name}[^]*\nOptions:\n[^]*\nExamples:\n  .*meshgate[^]*\nExit codes:\n  0 `),
    );
  });

  test.each<[line: string, said: string]>([
    ["chekc", "Did you mean check?"],
    ["check --bsae main", "Did you mean --base?"],
    ["check --format jason", "Allowed choices are text, json"],
    ["check --as-of 2026-02-30", "Expected a day such as 2026-03-01, or an instant"],
    ["graph --depth many", "Expected a number from 0 to 999."],
    ["schema polcy", 'Did you mean "policy"?'],
    ["impact", "missing required argument 'target'"],
    ["completion tcsh", "Allowed choices are bash, zsh, fish"],
  ])("follows a slip: %s", async (line, said) => {
    const { code, stdout, stderr } = await meshgateInside(line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});

describe.concurrent("check", () => {
  test("judges what is not committed, and leaves it as it is", async () => {
    const edited = meshRepository();
    edited.checkout();
    edited.write({ [SPORTS_C]: daff(SPORTS_C).replace(...WORDING) });
    const status = edited.git("status", "--porcelain");
    const { code, stdout } = await meshgate(["check", "--worktree"], { cwd: join(edited.dir, "products") });
    expect(code).toBe(1);
    expect(stdout).toContain(`${SPORTS_C}:5:10  block  baseline.contract-version-raised`);
    expect(edited.git("status", "--porcelain")).toBe(status);
  });

  test("judges the whole mesh for a day", async () => {
    const { code, stdout, stderr } = await inMesh("check", "--as-of", AS_OF);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^✓ Pass, with 4 remarks that do not block\.\n[^]*as of 2026-11-20\n$/);
  });

  test.each<[what: string, env: Record<string, string>, args: string[], coloured: boolean]>([
    ["no terminal", {}, [], false],
    ["FORCE_COLOR", { FORCE_COLOR: "1" }, [], true],
    ["NO_COLOR, which is stronger", { FORCE_COLOR: "1", NO_COLOR: "1" }, [], false],
    ["--no-color, which is strongest", { FORCE_COLOR: "1" }, ["--no-color"], false],
  ])("has colours or not with %s", async (_, env, args, coloured) => {
    const { stdout } = await meshgate([...args, "validate", "guild.yaml"], { cwd: mesh.dir, env });
    expect(stdout.includes("\u001b[")).toBe(coloured);
  });
});

describe.concurrent("validate", () => {
  test("passes the mesh, and tells of a file that is not there", async () => {
    const fine = await inMesh("validate", "products", "consumers", "guild.yaml", "meshgate.yaml");
    expect(fine).toMatchObject({ code: 0, stderr: "" });
    const missing = await inMesh("validate", "products/nothing.yaml");
    expect(missing).toMatchObject({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("products/nothing.yaml");
  });

  test("lists every fault at once", async () => {
    const folder = temporaryFolder();
    const faulty = daff(SPORTS).replace("outputPorts:", "outputPort:").replace("\nname: Sports", "\nnam: Sports");
    writeFileSync(join(folder, "a.odps.yaml"), faulty);
    const text = await meshgate(["validate", "a.odps.yaml"], { cwd: folder });
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('did you mean "outputPorts"?');
    expect(text.stdout).toContain('did you mean "name"?');
    const json = await meshgate(["validate", "a.odps.yaml", "--format", "json"], { cwd: folder });
    expect(json.code).toBe(1);
    await expectSchema("validation", json.stdout);
  });
});

describe.concurrent("graph", () => {
  test.each([
    ["text", /^Data mesh · 18 products, 5 consumers, 6 domains, 56 links\n[^]*playlist\.sports-playlists/],
    ["mermaid", /^flowchart LR\n[^]*subgraph [^]*-->/],
    ["dot", /^(strict )?digraph [^]*->[^]*\}\n$/],
    ["svg", /^<svg [^]*Sports playlists[^]*<\/svg>\n$/],
  ])("as %s", async (format, form) => {
    const { code, stdout, stderr } = await inMesh("graph", "--format", format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(form);
  });

  test("as JSON, of what is near a product", async () => {
    const { code, stdout } = await inMesh("graph", "--product", "playlist.sports-playlists", "--format", "json");
    expect(code).toBe(0);
    await expectSchema("graph", stdout);
    for (const near of ["album.tracks", "partnership.partners", "player.player-app"]) expect(stdout).toContain(near);
    expect(stdout).not.toContain("listener.churn-model");
  });

  test("names the nearest id", async () => {
    const { code, stdout, stderr } = await inMesh("graph", "--product", "album.track");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("album.tracks");
  });
});

describe.concurrent("impact", () => {
  test("of a field is on those who read it, as the schema says", async () => {
    const { code, stdout } = await inMesh("impact", "album.tracks#tracks/tracks.energy", "--format", "json");
    expect(code).toBe(0);
    await expectSchema("impact", stdout);
    const text = await inMesh("impact", "album.tracks#tracks/tracks.energy");
    const hit = [...text.stdout.matchAll(/^ {2}hit +(\S+)/gm)].map(([, id]) => id);
    expect(hit).toEqual(["listener.taste-profiles", "playlist.running-playlists", "playlist.sports-playlists"]);
  });

  test.each(["album.track", "album.tracks#track", "album.tracks#tracks/tracks.enrgy", "#", "../x"])(
    "of %s cannot be told",
    async (target) => {
      const { code, stdout, stderr } = await inMesh("impact", target);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^error: .+\n {2}.+\n$/);
    },
  );
});

test("schema lists schemas, and prints those that ship", async () => {
  const { stdout } = await meshgate(["schema"]);
  const names = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "");
  const shipped = readdirSync(new URL("../../schemas/", import.meta.url));
  expect(names.map((name) => `${name}.json`).sort()).toEqual(shipped.sort());
});

describe.concurrent("init", () => {
  test("makes a mesh with a product that passes its own check", async () => {
    const { dir, git } = testRepository();
    const made = await meshgate(["init", "--domain", "sales", "--product", "orders"], { cwd: dir });
    expect(made).toMatchObject({ code: 0, stderr: "" });
    git("add", "--all");
    git("commit", "--quiet", "--message=Start");
    expect(await meshgate(["check"], { cwd: dir })).toMatchObject({ code: 0, stderr: "" });
    expect(await meshgate(["validate", "."], { cwd: dir })).toMatchObject({ code: 0, stderr: "" });
    const again = await meshgate(["init", "--domain", "sales", "--product", "orders"], { cwd: dir });
    expect(again.code).toBe(2);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("adds a product to a mesh, and keeps what is there", async () => {
    const grown = meshRepository();
    grown.checkout();
    const made = await meshgate(["init", "--domain", "album", "--product", "labels"], { cwd: grown.dir });
    expect(made.code).toBe(0);
    expect(grown.git("diff", "--name-only")).toBe("");
    expect((await meshgate(["check", "--worktree"], { cwd: grown.dir })).code).toBe(0);
  });

  test.each(["../x", "a/b", "", "-rf", "Ä"])("refuses the name %j", async (name) => {
    const folder = temporaryFolder();
    const { code, stdout } = await meshgate(["init", "--domain", name, "--product", "orders"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("demo plays to the end and leaves nothing", async () => {
  const folder = temporaryFolder();
  const { code, stdout, stderr } = await meshgate(["demo"], { env: { TMPDIR: folder } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.match(/^(✓ Pass|✗ Fail)/gm)).toEqual(["✓ Pass", "✗ Fail", "✓ Pass"]);
  expect(stdout.trimEnd()).toMatch(/\nYour turn\n/);
  expect(readdirSync(folder)).toEqual([]);
});

test("completion is a script that its shell can read", async () => {
  const { code, stdout } = await meshgate(["completion", "bash"]);
  expect(code).toBe(0);
  const script = `${stdout}\nCOMP_WORDS=(meshgate che); COMP_CWORD=1; $(complete -p meshgate | sed 's/.*-F \\([^ ]*\\).*/\\1/'); echo "\${COMPREPLY[@]}"`;
  expect(execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim()).toBe("check");
});

async function expectSchema(name: string, answer: string): Promise<void> {
  const { stdout } = await meshgate(["schema", name]);
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse(stdout) as object);
  validate(JSON.parse(answer));
  expect(validate.errors).toBeNull();
}
