import officialSarif from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { runGit, temporaryFolder } from "../support/git.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import { AS_OF, meshgate } from "../support/meshgate.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { portVersion, version } from "./changes/case.ts";
import { RUNNING, SPORTS, TASTE, TRACKS, TRACKS_C } from "./changes/daff.ts";

const FORMATS = ["text", "json", "markdown", "sarif", "junit", "github"] as const;
type Format = (typeof FORMATS)[number];

/** Where the three products name the field that the change takes away, and where it and its version stand. */
const PLACES = [`${TASTE}:48:67`, `${RUNNING}:77:13`, `${SPORTS}:62:34`, `${TRACKS_C}:126:9`, `${TRACKS_C}:7:10`];

const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C" };

let repo: string;
let answers: Readonly<Record<Format, string>>;

const args = (format: Format): string[] => [
  ...["check", "--base", "main", "--head", "change", "--as-of", AS_OF],
  ...["--format", format],
];

beforeAll(async () => {
  const mesh = meshRepository();
  mesh.change("change", {
    [TRACKS_C]: [version("3.4.0", "3.5.0"), ["        name: energy\n", "        name: intensity\n"]],
    [TRACKS]: [version("3.4.0", "3.5.0"), portVersion("tracks", "3.4.0", "3.5.0")],
  });
  repo = mesh.dir;
  const runs = FORMATS.map(async (format) => {
    const { code, stdout, stderr } = await meshgate(args(format), { cwd: repo });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    return [format, stdout] as const;
  });
  answers = Object.fromEntries(await Promise.all(runs)) as Record<Format, string>;
}, 60_000);

test("text says the verdict first, and every place", () => {
  expect(answers.text).toMatch(/^✗ Fail: 5 findings must be fixed before merging\.\n/);
  for (const place of PLACES) expect(answers.text).toContain(place);
  expect(answers.text).not.toContain("\u001b");
});

test("JSON meets the schema that ships", async () => {
  const { stdout } = await meshgate(["schema", "report"]);
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse(stdout) as object);
  validate(JSON.parse(answers.json));
  expect(validate.errors).toBeNull();
  const { findings } = JSON.parse(answers.json) as Report;
  const news = findings.filter(({ origin }) => origin === "new");
  expect(news.map(({ location: { file, line, column } }) => `${file}:${line}:${column}`).sort()).toEqual(
    [...PLACES].sort(),
  );
});

test("Markdown is a heading with the verdict, the findings, and a picture", () => {
  const html = micromark(answers.markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  expect(html).toMatch(/<h\d>[^<]*Fail: 5 findings must be fixed before merging/);
  expect(html).toContain('<code class="language-mermaid">');
  for (const file of [TASTE, RUNNING, SPORTS, TRACKS_C]) expect(html).toContain(file);
});

test("SARIF meets the official schema", () => {
  const schema = Object.fromEntries(Object.entries(officialSarif).filter(([key]) => key !== "$schema" && key !== "id"));
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema);
  validate(JSON.parse(answers.sarif));
  expect(validate.errors).toBeNull();
  const { runs } = JSON.parse(answers.sarif) as { runs: { results: { level: string; baselineState: string }[] }[] };
  expect(runs.flatMap(({ results }) => results).filter(({ baselineState }) => baselineState === "new")).toEqual(
    PLACES.map(() => expect.objectContaining({ level: "error" }) as unknown),
  );
});

test("JUnit meets the structure that CI servers read", () => {
  const structure = readFileSync(new URL("../support/junit.xsd", import.meta.url), "utf8");
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(structure));
  const document = XmlDocument.fromString(answers.junit);
  validator.validate(document);
  expect(document.find("//testcase/failure")).toHaveLength(PLACES.length);
  document.dispose();
  validator.dispose();
});

test("annotations are what the runner obeys, one a line, on the lines", () => {
  const commands = obeyed(answers.github);
  expect(commands).toHaveLength(answers.github.trimEnd().split("\n").length);
  const errors = commands.filter(({ name }) => name === "error").map(({ properties }) => properties);
  expect(errors.map((of) => `${of.get("file")}:${of.get("line")}:${of.get("col")}`).sort()).toEqual([...PLACES].sort());
});

describe("the same change gives the same bytes", () => {
  let mirror: string;

  beforeAll(() => {
    mirror = join(temporaryFolder(), "mirror.git");
    runGit(repo, ["clone", "--quiet", "--mirror", repo, mirror]);
  });

  test.concurrent.each(FORMATS)(
    "as %s, from a bare clone, in another place and language, into a file",
    async (format) => {
      const folder = temporaryFolder();
      const elsewhere = { cwd: folder, env: ELSEWHERE };
      const { code, stdout } = await meshgate([...args(format), "--repo", mirror, "--output", "answer"], elsewhere);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(readFileSync(join(folder, "answer"), "utf8")).toBe(answers[format]);
    },
  );

  test("without the cache, from a folder inside", async () => {
    const inside = temporaryFolder();
    runGit(repo, ["worktree", "add", "--quiet", "--detach", join(inside, "tree"), "change"]);
    const { stdout } = await meshgate([...args("json"), "--no-cache"], { cwd: join(inside, "tree", "products") });
    expect(stdout).toBe(answers.json);
  });
});
