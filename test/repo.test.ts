import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { anchor } from "../scripts/docs/markdown.ts";

/** What no other check sees: whether the repository is what its pages, its package and its lock file say. */

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const MANIFEST = readJson("package.json") as Manifest;

/** Files that are tracked, or would be with the next commit. */
const FILES = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));

const PAGES = FILES.filter((file) => file.endsWith(".md") && !file.includes("/golden/"));

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function readJson(file: string): unknown {
  return JSON.parse(read(file));
}

/** The texts in backticks of a page. */
function quoted(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
}

describe("the library", () => {
  it("exports these names and no others", async () => {
    const names = [...read("src/index.ts").matchAll(/^export (type )?\{ ([^}]+) \}/gm)].flatMap(
      ([, type = "", list = ""]) => list.split(", ").map((name) => `${type}${name.replace(/^.* as /u, "")}`),
    );
    await expect(`${names.sort().join("\n")}\n`).toMatchFileSnapshot("golden/public-api.txt");
  });

  it("is all reached from what is started", () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, path = ""] of read(file).matchAll(/from "(\.[^"]+)"/g)) visit(posix.join(dirname(file), path));
    };
    // The table of facts is documentation, made into a page.
    for (const entry of ["src/index.ts", "src/cli/main.ts", "scripts/generate-docs.ts"]) visit(entry);
    const sources = FILES.filter((file) => /^src\/.*(?<!\.d)\.ts$/.test(file));
    expect(sources.filter((file) => !reached.has(file))).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  const rows = read("CONTRIBUTING.md")
    .split("\n")
    .filter((line) => /^\| \S/.test(line))
    .slice(2)
    .map((line) => line.split("|").slice(1, -1));

  it("has a table of changes", () => {
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });

  it.each(rows)("names files that exist: %s", (_, file = "", index = "") => {
    const [named] = quoted(file).map((path) => path.replace(/[^/]*<[^/]+$/, ""));
    if (named !== undefined) {
      expect(statSync(named).isDirectory(), named).toBe(true);
      expect(readdirSync(named).length, named).toBeGreaterThan(0);
    }
    for (const path of quoted(index).filter((one) => one.endsWith(".ts"))) {
      const above = named === undefined ? [] : ancestors(named);
      expect(
        ["", ...above].some((folder) => existsSync(join(folder, path))),
        path,
      ).toBe(true);
    }
  });

  it.each([
    ["src/policy/operators", "index.ts"],
    ["src/descriptor/formats", "index.ts"],
    ["src/report/formats", "index.ts"],
    ["src/report/graph/formats", "../index.ts"],
    ["src/cli/commands", "index.ts"],
  ])("is right that what stands in %s is registered", (folder, index) => {
    const text = read(posix.join(folder, index));
    const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "index.ts");
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !text.includes(`/${file}"`))).toEqual([]);
  });
});

function ancestors(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === "." ? [] : [above, ...ancestors(above)];
}

describe("ARCHITECTURE.md", () => {
  const text = read("ARCHITECTURE.md");

  it("names folders and files that exist", () => {
    const paths = quoted(text).filter((path) => /^(src|action|policies|registry|schemas|docs)(\/|$)/.test(path));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("names every folder of the sources", () => {
    const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `src/${name}`).filter((folder) => !text.includes(`\`${folder}`))).toEqual([]);
  });
});

describe("CHANGELOG.md", () => {
  it("has a section for the version", () => {
    expect(read("CHANGELOG.md")).toContain(`\n## ${MANIFEST.version}\n`);
  });
});

describe("pages", () => {
  /** Headings inside code are none. */
  const anchorsOf = (page: string): readonly string[] =>
    [
      ...read(page)
        .replaceAll(/^```[^]*?^```$/gm, "")
        .matchAll(/^#+ (.+)$/gm),
    ].map(([, heading = ""]) => anchor(heading));

  // The templates of generated pages have the links of the pages that they become.
  it.each(PAGES.filter((page) => !page.startsWith("scripts/docs/pages/")))("%s links to what exists", (page) => {
    const links = [
      ...read(page)
        .replaceAll(/^```[^]*?^```$/gm, "")
        .matchAll(/\]\(([^()\s]+)\)/g),
    ].map(([, link = ""]) => link);
    const broken = links
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [path = "", heading] = link.split("#");
        const file = path === "" ? page : posix.join(dirname(page), path);
        return !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading));
      });
    expect(broken).toEqual([]);
  });

  it("name scripts that there are", () => {
    for (const page of [...PAGES, ".ci/run"]) {
      for (const [, script = ""] of read(page).matchAll(/npm run ([a-z:]+)/g)) {
        expect(Object.keys(MANIFEST.scripts), `${page}: npm run ${script}`).toContain(script);
      }
    }
  });
});

describe("npm run check", () => {
  it("runs every check", () => {
    const checks = ["lint", "typecheck", "deps", "unused", "build"];
    const named = Object.keys(MANIFEST.scripts).filter((name) => name.endsWith(":check") || checks.includes(name));
    expect(named.length).toBeGreaterThanOrEqual(9);
    const steps = MANIFEST.scripts["check"]?.split(" && ") ?? [];
    for (const name of named) expect(steps).toContain(`npm run ${name}`);
    expect(steps).toContain("npm test");
  });
});

describe("the package", () => {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [pack] = JSON.parse(output) as readonly {
    readonly size: number;
    readonly files: readonly { path: string }[];
  }[];
  const packed = new Set(pack?.files.map(({ path }) => path));

  it("holds the program, the library with its types, and the licences", () => {
    const wanted = ["dist/cli.js", "dist/index.js", "dist/index.d.ts", "dist/THIRD_PARTY_LICENSES.txt"];
    for (const file of [...wanted, "LICENSE", "README.md", "CHANGELOG.md", "package.json"]) {
      expect([...packed]).toContain(file);
    }
    expect(read("dist/cli.js").startsWith("#!/usr/bin/env node\n")).toBe(true);
  });

  it("holds all data: packs, Daff, schemas, and the pages that README.md links to", () => {
    const data = FILES.filter((file) => /^(policies|registry|schemas|docs)\//.test(file));
    expect(data.length).toBeGreaterThan(100);
    expect(data.filter((file) => !packed.has(file))).toEqual([]);
    const linked = [...read("README.md").matchAll(/\]\(([^()\s#]+)[^()\s]*\)/g)].map(([, link = ""]) => link);
    const files = linked.filter(
      (link) => !link.startsWith("http") && !(existsSync(link) && statSync(link).isDirectory()),
    );
    expect(files.filter((file) => !packed.has(file))).toEqual([]);
  });

  it("holds nothing else, and stays small", () => {
    const allowed = /^(dist|docs|policies|registry|schemas)\/|^[A-Z]+(\.md)?$|^package\.json$/;
    expect([...packed].filter((file) => !allowed.test(file) || /\.(map|test\.ts)$|^dist\/test\//.test(file))).toEqual(
      [],
    );
    expect(pack?.size).toBeLessThan(3_000_000);
  });
});

describe("the lock file", () => {
  const { packages } = readJson("package-lock.json") as Lock;

  it("names no host but the public registry", () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) =>
      resolved === undefined ? [] : [new URL(resolved).host],
    );
    expect(hosts.filter((host) => host !== ["registry", "npmjs", "org"].join("."))).toEqual([]);
  });

  it("covers every platform: a clean install refuses a lock file that lacks optional packages", () => {
    const listed = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
    const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(optional.length).toBeGreaterThan(20);
    expect(optional.filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe("tracked files", () => {
  /** Where somebody's machine keeps things, and hosts that only some networks have. */
  const FOREIGN = [
    /\/home\/\w+\//,
    /\/root\/\w/,
    /\/Users\/\w+\//,
    /\/work\/(main|shared|\.library)/,
    /https?:\/\/[\w.-]*registry[\w.-]*/,
  ];

  it("name no machine and no mirror of a registry", () => {
    const texts = FILES.filter((file) => file !== "test/repo.test.ts" && !/\.(png|svg)$/.test(file));
    const found = texts.flatMap((file) => {
      const text = read(file);
      return FOREIGN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []).map((hit) => `${file}: ${hit}`);
    });
    expect(found).toEqual([]);
  });
});
