import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { own } from "../../src/model/json.ts";
import { temporaryFolder } from "../support/git.ts";
import { DAFF, meshRepository } from "../support/mesh-repo.ts";
import type { MeshRepository } from "../support/mesh-repo.ts";
import { AS_OF, check, meshgate, meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";

const URL = "https://github.com/daff/mesh/blob/main/docs/policies";
const SETTINGS = DAFF["meshgate.yaml"] ?? "";
const PACKS = "[baseline, adevinta, usability, privacy]";
const EVERY_PACK = { ...DAFF, "meshgate.yaml": SETTINGS.replace(/^packs: .*$/mu, `packs: ${PACKS}`) };

function docs(cwd: string, ...args: readonly string[]): Promise<Run> {
  return meshgateInside(["policy", "docs", "--as-of", AS_OF, ...args], { cwd });
}

function mesh(files = DAFF): MeshRepository {
  const repository = meshRepository(files);
  repository.checkout();
  return repository;
}

function pagesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("the pages of Daff with every pack that ships", () => {
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const { dir } = mesh(EVERY_PACK);
    const { code, stdout, stderr } = await docs(dir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    pages = pagesIn(join(dir, "docs/policies"));
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(`${String(pages.size)} pages in docs/policies`);
  });

  test("are one for each policy in force, and the overview", async () => {
    const { dir } = mesh(EVERY_PACK);
    const list = await meshgate(["policy", "list", "--as-of", AS_OF, "--format", "json"], { cwd: dir });
    const { policies } = JSON.parse(list.stdout) as { policies: { id: string; level: string; later: unknown[] }[] };
    const wanted = policies.filter(({ level, later }) => level !== "off" || later.length > 0);
    expect([...pages.keys()].sort()).toEqual(
      ["README.md", ...new Set(wanted.map(({ id }) => `${id.split("+")[0] ?? ""}.md`))].sort(),
    );
    expect(pages.size).toBeGreaterThan(100);
  });

  test("are Markdown whose tables are tables and whose links lead to pages", () => {
    for (const [name, text] of pages) {
      const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      expect(html.match(/<table>/gu)?.length ?? 0, name).toBe(text.match(/^\| --- /gmu)?.length ?? 0);
      expect(html.match(/<h1>/gu), name).toHaveLength(1);
      for (const [, link = ""] of html.matchAll(/href="([^"]*)"/gu)) expect([...pages.keys()], name).toContain(link);
      expect(text, name).not.toMatch(/undefined|\[object|NaN|[ \t]$|\r/mu);
      expect(text.endsWith("\n"), name).toBe(true);
    }
  });

  test("say what each domain has of the retention that everybody keeps", () => {
    const page = pages.get("global.retention.md") ?? "";
    expect(page).toContain("| longest | everybody | `P10Y` | guild | `policies/global/retention.yaml:");
    expect(page).toContain("| longest | player | `P3Y` | domain player | `bindings/player.yaml:");
    expect(pages.get("README.md")).toContain("| longest `P10Y` | longest `P3Y` | longest `P2Y` |");
  });

  test("are the same bytes elsewhere, from a commit and from the work tree", async () => {
    const { dir } = mesh(EVERY_PACK);
    const output = join(temporaryFolder(), "pages");
    const environment = { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C" };
    const args = ["policy", "docs", "--repo", dir, "--head", "main", "--as-of", AS_OF, "--output", output];
    expect(await meshgate(args, { env: environment })).toMatchObject({ code: 0, stderr: "" });
    expect(pagesIn(output)).toEqual(pages);
    expect(existsSync(join(dir, "docs"))).toBe(false);
  });
});

describe("a folder of pages", () => {
  test("is checked, renewed and cleared of what is gone", async () => {
    const repository = mesh();
    const { dir } = repository;
    const folder = join(dir, "docs/policies");
    expect(await docs(dir, "--check")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("missing   README.md") as string,
    });
    expect(existsSync(folder)).toBe(false);
    expect((await docs(dir)).code).toBe(0);
    expect(await docs(dir, "--check")).toMatchObject({ code: 0, stderr: "" });
    const before = pagesIn(folder);

    const prefix = DAFF["policies/domains/player/prefix.yaml"] ?? "";
    repository.write({
      "policies/domains/player/prefix.yaml": null,
      "policies/domains/player/naming.yaml": prefix.replace("player.prefix", "player.naming"),
      "bindings/player.yaml": (DAFF["bindings/player.yaml"] ?? "").replace("P3Y", "P1Y"),
      "docs/policies/notes.md": "# Our notes\n",
    });
    const checked = await docs(dir, "--check");
    expect(checked.code).toBe(1);
    expect(checked.stdout).toBe(
      [
        "missing   player.naming.md",
        "stale     README.md",
        "stale     global.retention.md",
        "leftover  player.prefix.md",
        `${String(before.size)} pages in docs/policies`,
        "Run `meshgate policy docs`, and commit what it writes.\n",
      ].join("\n"),
    );
    expect(checked.stderr).toBe("");
    expect((await docs(dir)).stdout).toBe(
      [
        "written  player.naming.md",
        "written  README.md",
        "written  global.retention.md",
        "removed  player.prefix.md",
        `${String(before.size)} pages in docs/policies\n`,
      ].join("\n"),
    );
    expect((await docs(dir, "--check")).code).toBe(0);
    const names = new Set([...before.keys(), "player.naming.md", "notes.md"]);
    names.delete("player.prefix.md");
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe("# Our notes\n");
  });

  test("is not what it should be any more on the day on which a level changes", async () => {
    const { dir } = mesh();
    await docs(dir);
    const on = async (day: string): Promise<Run> =>
      meshgate(["policy", "docs", "--check", "--as-of", day], { cwd: dir });
    expect(await on("2027-02-28")).toMatchObject({ code: 0 });
    expect((await on("2027-03-01")).stdout).toContain("stale     README.md\nstale     global.retention.md\n");
  });

  test("stands where meshgate.yaml says", async () => {
    const { dir } = mesh({ ...DAFF, "meshgate.yaml": `${SETTINGS}docs: { folder: site/rules }\n` });
    expect((await docs(dir)).stdout).toContain("pages in site/rules\n");
    expect(existsSync(join(dir, "site/rules/README.md"))).toBe(true);
  });

  test("is left alone when something else stands there, or the rules have errors", async () => {
    const repository = mesh();
    const { dir } = repository;
    repository.write({ "docs/policies/README.md": "# Ours\n" });
    for (const args of [[], ["--check"]]) {
      const run = await docs(dir, ...args);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain('Something else stands where pages would be written: "docs/policies/README.md".');
    }
    expect(readdirSync(join(dir, "docs/policies"))).toEqual(["README.md"]);
    rmSync(join(dir, "docs"), { recursive: true });

    repository.write({ "bindings/player.yaml": (DAFF["bindings/player.yaml"] ?? "").replace("P3Y", "P99Y") });
    const run = await docs(dir);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^error: Rules with errors have no pages\. bindings\/player\.yaml:7:/);
    expect(existsSync(join(dir, "docs"))).toBe(false);
  });

  test("that lies outside of the repository has to have a parent", async () => {
    const { dir } = mesh();
    const elsewhere = temporaryFolder();
    mkdirSync(join(elsewhere, "here"));
    writeFileSync(join(elsewhere, "here/x.txt"), "x");
    expect((await docs(dir, "--output", join(elsewhere, "here"))).code).toBe(0);
    expect(await docs(dir, "--output", join(elsewhere, "no/such/place"))).toMatchObject({ code: 3, stdout: "" });
    expect(existsSync(join(elsewhere, "here/x.txt"))).toBe(true);
  });
});

test("findings lead to the page of their policy, in every format that can", async () => {
  const repository = meshRepository({ ...DAFF, "meshgate.yaml": `${SETTINGS}docs: { url: "${URL}" }\n` });
  const file = "products/album/tracks/contracts/tracks.odcs.yaml";
  repository.change("change", { [file]: (DAFF[file] ?? "").replace("value: 10", "value: 11") });
  repository.checkout("change");
  expect((await docs(repository.dir)).code).toBe(0);
  const pages = readdirSync(join(repository.dir, "docs/policies"));

  const args = ["--base", "main", "--head", "change"];
  const { report } = await check(repository.dir, args);
  expect(report.findings.map(({ policy }) => policy)).toContain("global.retention");
  const linked = [...report.findings, ...report.policySet.inForce];
  for (const { help = "" } of linked) expect(pages).toContain(help.replace(`${URL}/`, ""));

  const as = async (format: string): Promise<string> =>
    (await meshgate(["check", "--as-of", AS_OF, ...args, "--format", format], { cwd: repository.dir })).stdout;
  expect(await as("markdown")).toContain(`([\`global.retention\`](${URL}/global.retention.md))`);
  const [run] = own(JSON.parse(await as("sarif")), "runs") as unknown as readonly SarifRun[];
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual(report.policySet.inForce.map(({ id }) => id));
  expect(rules.find(({ id }) => id === "global.retention")?.helpUri).toBe(`${URL}/global.retention.md`);
});

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] } };
}
