import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Verdict } from "../../src/model/report.ts";
import type { Content } from "../support/git.ts";
import { executable, runGit, submodule, symlink, temporaryFolder, testHome, testRepository } from "../support/git.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import type { Changes, MeshRepository } from "../support/mesh-repo.ts";
import { AS_OF, check, checkInside, EXIT, meshgate, meshgateInside } from "../support/meshgate.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { daff, SPORTS } from "./changes/daff.ts";
import { BAD_PRODUCT, LABELS, LABELS_PRODUCT } from "./changes/labels.ts";

const bytes = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);

/** Nine lists of nine times the one before. */
const BOMB = ["a: &a [x]", ...Array.from("abcdefgh", twice)].join("\n");

function twice(name: string): string {
  const next = String.fromCharCode(name.charCodeAt(0) + 1);
  return `${next}: &${next} [${Array<string>(9).fill(`*${name}`).join(", ")}]`;
}

const POLICY = `apiVersion: meshgate/v1
kind: Policy
id: global.names
version: 1.0.0
type: descriptor
title: Products have names
rationale: People look for them.
level: block
target: { forEach: product }
rule: { matches: [{ var: product.name }, "(a+)+\\\\1"] }
message: "Product {product.id} has no name."
fix: { text: "Name it." }
tests: []
`;

const and = (more: string): string => `${LABELS_PRODUCT}${more}\n`;
const withId = (id: string): string => LABELS_PRODUCT.replace("id: album.labels", `id: ${id}`);

/** Descriptors that cannot be read, and the code of what is told of each. */
const UNREADABLE: Readonly<Record<string, readonly [Content, code: string]>> = {
  "a bomb of aliases": [and(BOMB), "too-many-aliases"],
  "a file of 5 MB": [and(`# ${"x".repeat(5 << 20)}`), "too-large"],
  "lists in lists in lists": [and(`x: ${"[".repeat(5000)}${"]".repeat(5000)}`), "too-deep"],
  "an anchor that holds itself": [and("customProperties: &a [*a]"), "alias-cycle"],
  "keys of prototypes": [and("__proto__: { id: x }\nconstructor: 1"), "forbidden-key"],
  "a tag that would run code": [and('x: !!js/function "function () {}"'), "custom-tag"],
  "UTF-16": [bytes(`\ufeff${LABELS_PRODUCT}`, "utf16le"), "encoding"],
  "Latin-1": [bytes(LABELS_PRODUCT.replace("Labels", "Künstler"), "latin1"), "encoding"],
  "a picture": [bytes("\x89PNG\r\n\x1a\n\0\0\0\r", "latin1"), "encoding"],
  "an empty file": ["", "no-descriptor"],
  "another kind": [LABELS_PRODUCT.replace("DataProduct", "Product"), "no-descriptor"],
  "a key twice": [and("status: draft"), "duplicate-key"],
  "a number for a text": [LABELS_PRODUCT.replace("name: Labels", "name: 17"), "wrong-type"],
  "an id with a line break": [withId('"a\\n::error::b"'), "invisible-character"],
  "an id that turns the direction of text": [withId('"a\\u202eb"'), "invisible-character"],
  "a link": [symlink("/etc/passwd"), "not-a-file"],
  "a submodule": [submodule("1".repeat(40)), "not-a-file"],
};

const fileOf = (what: string): string => `products/album/${what}/labels.odps.yaml`;

/** What else a pull request may bring, what of it cannot be read, and the verdict where that is not an error. */
const BROUGHT: Readonly<Record<string, readonly [changes: Changes, codes: readonly string[], verdict?: Verdict]>> = {
  "a link in place of a descriptor": [{ [SPORTS]: symlink("../../album/tracks/tracks.odps.yaml") }, ["not-a-file"]],
  "a link in place of a consumer": [{ "consumers/player/player-app.yaml": symlink("x.yaml") }, ["not-a-file"]],
  "a descriptor among the rules": [{ "waivers/album/labels.odps.yaml": LABELS_PRODUCT }, ["misplaced-descriptor"]],
  "an id with ../": [{ [LABELS]: withId("../../../etc/passwd") }, [], "fail"],
  "a submodule beside the products": [{ "products/album/labels": submodule("1".repeat(40)) }, [], "pass"],
  "a descriptor that can be executed": [{ [SPORTS]: executable(daff(SPORTS)) }, [], "pass"],
  "a link in place of the rules": [{ "meshgate.yaml": symlink("/etc/hostname") }, ["missing-governance"]],
  "no meshgate.yaml": [{ "meshgate.yaml": null }, ["missing-governance"]],
  "no guild.yaml": [{ "guild.yaml": null }, ["missing-governance"]],
  "an empty meshgate.yaml": [{ "meshgate.yaml": "" }, ["empty-file"]],
  "policies that cannot be compiled": [
    {
      "policies/global/names.yaml": POLICY,
      "policies/global/operators.yaml": POLICY.replace("matches", "mtches").replace("global.names", "global.operators"),
      "policies/global/keys.yaml": "kind: Policy\nrul: true\n",
    },
    ["missing-key", "unknown-key", "rule-pattern", "rule-operator"],
  ],
};

const NAMES = [
  "products/album/two\nlines/labels.odps.yaml",
  "products/album/::error file=x,line=1::boo/labels.odps.yaml",
  "products/album/\n::error::boo/labels.odps.yaml",
  "products/album/\u202egnp.sdpo/labels.odps.yaml",
  "products/album/-rf/--help.odps.yaml",
  "products/album/\u001b[31mred/labels.odps.yaml",
  "products/album/\"quotes' & <tags>`/labels.odps.yaml",
  "products/album/stray\udcff/labels.odps.yaml",
];

let mesh: MeshRepository;
let before: readonly string[];

beforeAll(() => {
  mesh = meshRepository();
  for (const [index, [changes]] of Object.values(BROUGHT).entries()) mesh.change(`brought-${index}`, changes);
  const named = NAMES.map((name, index) => [name, BAD_PRODUCT.replace("album.labels", `album.labels-${index}`)]);
  const unreadable = Object.entries(UNREADABLE).map(([what, [content]]) => [fileOf(what), content]);
  mesh.change("unreadable", Object.fromEntries(unreadable) as Changes);
  mesh.change("names", Object.fromEntries(named) as Changes);
  mesh.commit({ "README.md": "Another history.\n" }, { on: "unrelated" });
  before = listing(mesh.dir);
}, 60_000);

describe.concurrent("a pull request that brings", () => {
  const rows = Object.entries(BROUGHT).map(([what, row], index) => [what, row, index] as const);

  test.each(rows)("%s", async (_, [, codes, verdict = "error"], index) => {
    const { code, stderr, report } = await (index % 4 === 0 ? check : checkInside)(mesh.dir, [
      "--base",
      "main",
      "--head",
      `brought-${index}`,
    ]);
    const errors = report.problems.filter(({ severity }) => severity === "error");
    expect({
      code,
      stderr,
      verdict: report.verdict,
      codes: [...new Set(errors.map((problem) => problem.code))],
    }).toEqual({ code: EXIT[verdict], stderr: "", verdict, codes });
  });

  test("descriptors that cannot be read, each told once", async () => {
    const { code, stderr, report } = await check(mesh.dir, ["--base", "main", "--head", "unreadable"]);
    expect({ code, stderr, verdict: report.verdict, findings: report.findings }).toEqual({
      code: 2,
      stderr: "",
      verdict: "error",
      findings: [],
    });
    const told = Object.keys(UNREADABLE).map((what) => [
      what,
      [...new Set(report.problems.filter(({ location }) => location.file === fileOf(what)).map(({ code }) => code))],
    ]);
    expect(told).toEqual(Object.entries(UNREADABLE).map(([what, [, code]]) => [what, [code]]));
    expect(
      report.problems.filter(({ message }) => message.length > 400 || /RangeError|stack|undefined/.test(message)),
    ).toEqual([]);
  });

  test("strange file names, in the log of a runner", async () => {
    const { code, stdout } = await meshgateInside(onNames("github"), { cwd: mesh.dir });
    expect(code).toBe(1);
    const commands = obeyed(stdout);
    expect(commands).toHaveLength(stdout.trimEnd().split("\n").length);
    expect(commands.filter(({ data }) => data === "boo")).toEqual([]);
    expect(commands.some(({ properties }) => properties.get("file") === NAMES[1])).toBe(true);
  });

  test.each(["text", "markdown"])("strange file names, as %s", async (format) => {
    const { code, stdout } = await meshgateInside(onNames(format), { cwd: mesh.dir });
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|^\s*::error/mu);
    expect(stdout).toContain("album.labels-7");
  });
});

const onNames = (format: string): string[] => [
  ...["check", "--base", "main", "--head", "names", "--as-of", AS_OF],
  ...["--format", format],
];

/** What stands in the way before anything can be judged: arguments, and the code of the failure. */
const REFUSED: Readonly<Record<string, readonly [folder: () => string, args: readonly string[], code: string]>> = {
  "a ref that nobody knows": [() => mesh.dir, ["--base", "mian"], "unknown-ref"],
  "a ref that looks like an option": [() => mesh.dir, ["--base=--output=x"], "unknown-ref"],
  "a ref of nothing": [() => mesh.dir, ["--base="], "unknown-ref"],
  "a history without a common commit": [
    () => mesh.dir,
    ["--base", "main", "--head", "unrelated"],
    "unrelated-histories",
  ],
  "a folder that does not exist": [() => mesh.dir, ["--repo", "nowhere"], "no-such-folder"],
  "a folder without a repository": [temporaryFolder, [], "not-a-repository"],
  "a repository without a commit": [() => testRepository().dir, [], "no-commit"],
  "a shallow clone without the base": [shallowClone, ["--base", "main"], "unknown-ref"],
  "a bare repository without a work tree": [bareClone, ["--worktree"], "no-work-tree"],
  "an output in a folder that does not exist": [() => mesh.dir, ["--output", "no/where"], "output-folder"],
};

describe.concurrent("a check is refused for", () => {
  test.each(Object.entries(REFUSED))("%s", async (_, [folder, args, expected]) => {
    const { code, stdout, stderr } = await meshgateInside(["check", ...args], { cwd: folder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^error: .+\\n  .+ \\[${expected}\\]\\n$`));
  });

  test("a repository that lacks an object, which is git's fault", async () => {
    const broken = bareClone();
    const blob = runGit(broken, ["rev-parse", `main:${SPORTS}`]);
    const pack = readFileSync(packOf(broken));
    rmSync(join(broken, "objects/pack"), { recursive: true });
    runGit(broken, ["unpack-objects", "-q"], pack);
    rmSync(join(broken, "objects", blob.slice(0, 2), blob.slice(2)));
    const { code, stdout, stderr } = await meshgate(["check", "--head", "main", "--no-cache"], { cwd: broken });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/^error: .+\[missing-object\]\n$/s);
  });
});

test("nothing was written but the cache", () => {
  expect(listing(mesh.dir)).toEqual(before);
  const home = readdirSync(testHome(), { recursive: true, encoding: "utf8" });
  const kept = /^\.cache(\/meshgate(\/all(\/.*)?)?)?$|^\.local(\/state(\/meshgate(\/cache-key)?)?)?$/;
  expect(home.filter((file) => !kept.test(file))).toEqual([]);
});

function bareClone(): string {
  const folder = join(temporaryFolder(), "bare.git");
  runGit(mesh.dir, ["clone", "--quiet", "--bare", "--no-local", mesh.dir, folder]);
  return folder;
}

function shallowClone(): string {
  const folder = join(temporaryFolder(), "shallow");
  runGit(mesh.dir, ["clone", "--quiet", "--depth=1", "--branch=brought-0", `file://${mesh.dir}`, folder]);
  return folder;
}

function packOf(repository: string): string {
  const [pack = ""] = readdirSync(join(repository, "objects/pack")).filter((file) => file.endsWith(".pack"));
  return join(repository, "objects/pack", pack);
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => [file, statSync(join(folder, file))] as const)
    .map(([file, { size, mtimeMs }]) => `${file} ${size} ${mtimeMs}`)
    .sort();
}
