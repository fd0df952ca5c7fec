import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const README = readFileSync("README.md", "utf8");
const CLI = resolve("dist/cli.js");

/** The code blocks of one language. */
function blocks(language: string): readonly string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(([, code = ""]) => code);
}

const LINES = blocks("console").flatMap((block) =>
  [...block.matchAll(/^\$ meshgate (.*)$/gm)].map(([, line = ""]) => line),
);

const AUTHOR = Object.fromEntries(
  ["AUTHOR", "COMMITTER"].flatMap((who) => [
    [`GIT_${who}_NAME`, "Daff"],
    [`GIT_${who}_EMAIL`, "mesh@daff.example"],
  ]),
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meshgate-readme-"));
  const [copy = ""] = blocks("sh").filter((block) => block.startsWith("cp "));
  await run("bash", ["-euc", copy.replaceAll("../daff", join(folder, "daff"))], { env: { ...process.env, ...AUTHOR } });
  folder = join(folder, "daff");
});

afterAll(() => rm(join(folder, ".."), { recursive: true }));

describe("the README", () => {
  it("shows commands", () => {
    expect(LINES.length).toBeGreaterThan(8);
  });

  it.each(LINES)("meshgate %s", async (line) => {
    const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const { stdout } = await run(process.execPath, [CLI, ...args], { cwd: folder });
    expect(stdout === "").toBe(line.includes("--output"));
  });

  it("shows a workflow that init writes", async () => {
    const fresh = join(folder, "fresh");
    await run(process.execPath, [CLI, "init", "--repo", fresh], { cwd: folder });
    const written = readFileSync(join(fresh, ".github/workflows/meshgate.yml"), "utf8");
    expect(blocks("yaml")).toContain(written);
  });

  it("shows library code that runs", async () => {
    const [code = ""] = blocks("ts");
    const script = join(folder, "library.mjs");
    const library = resolve("dist/index.js");
    await writeFile(script, code.replace('"meshgate"', JSON.stringify(library)).replace(" as const", ""));
    const { stdout } = await run(process.execPath, [script], { cwd: folder });
    expect(stdout).toMatch(/^pass \d+\n$/);
  });

  it("links to files that exist", () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !link.startsWith("http"));
    for (const link of links) expect(() => readFileSync(link), link).not.toThrow(/ENOENT/);
  });
});
