import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { generateMesh } from "./mesh.ts";
import type { GeneratedMesh } from "./mesh.ts";
import { writeFiles, writeRepository } from "./mesh/repository.ts";
import { measure } from "./measure.ts";
import type { Measured } from "./measure.ts";
import type { LintResult } from "./spectral/lint.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const LINT = fileURLToPath(new URL("spectral/lint.ts", import.meta.url));

/** Spectral as it is published, or with a function `schema` that compiles each schema once. */
export type Linter = "spectral" | "spectral-compiled";

/** A folder of its own with everything that is measured in it. */
export interface Workbench {
  mesh(size: number): Promise<MeshOnBench>;
  /** A run of `meshgate` that needs nothing: how long it takes to start. */
  start(): Promise<Measured>;
  /** A run of Node that does nothing. */
  bare(): Promise<Measured>;
  clear(): void;
}

export interface MeshOnBench {
  readonly mesh: GeneratedMesh;
  /** Checks a branch against `main`, or the whole mesh without one, in a cache of that name. */
  check(cache: string, branch?: string): Promise<Measured>;
  forget(cache: string): void;
  /** Lints every descriptor, or as many as the milliseconds allow. */
  lint(linter: Linter, milliseconds: number): Promise<LintResult>;
}

export async function openWorkbench(): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), "meshgate-bench-"));
  const linters: Readonly<Record<Linter, string>> = {
    spectral: join(folder, "spectral.mjs"),
    "spectral-compiled": join(folder, "spectral-compiled.mjs"),
  };
  for (const [linter, file] of Object.entries(linters)) await bundleLinter(file, linter === "spectral");
  const shapes = join(folder, "shapes.json");
  writeFileSync(shapes, JSON.stringify(await readShapes()));
  return {
    async mesh(size) {
      const mesh = generateMesh(size);
      const [repository, files] = [join(folder, `${size}.git`), join(folder, `${size}`)];
      await writeRepository(repository, mesh);
      writeFiles(files, mesh.files);
      const cacheFolder = (cache: string): string => join(folder, `cache-${size}-${cache}`);
      return {
        mesh,
        check: (cache, branch) =>
          measure([PROGRAM, "check", "--repo", repository, "--as-of", "2026-11-20", ...changeOf(branch)], {
            env: { MESHGATE_CACHE_DIR: cacheFolder(cache), XDG_STATE_HOME: join(folder, "state") },
          }),
        forget(cache) {
          rmSync(cacheFolder(cache), { recursive: true, force: true });
        },
        async lint(linter, milliseconds) {
          const { stdout } = await measure([linters[linter], files, shapes, String(milliseconds)]);
          return JSON.parse(stdout) as LintResult;
        },
      };
    },
    start: () => measure([PROGRAM, "--version"]),
    bare: () => measure(["--eval", "0"]),
    clear() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function changeOf(branch: string | undefined): readonly string[] {
  return branch === undefined ? ["--head", "main"] : ["--base", "main", "--head", branch];
}

/** Bundled as Meshgate is, so that neither pays for the loading of many small files. */
async function bundleLinter(outfile: string, asPublished: boolean): Promise<void> {
  await build({
    entryPoints: [LINT],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
    define: { AS_PUBLISHED: String(asPublished) },
    banner: {
      js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
    },
  });
}

async function readShapes(): Promise<Readonly<Record<string, unknown>>> {
  const shapes: Record<string, unknown> = {};
  for (const name of ["odps", "odcs", "consumer"]) {
    shapes[name] = JSON.parse((await measure([PROGRAM, "schema", name])).stdout);
  }
  return shapes;
}

/** The version of Spectral that is compared with. */
export function spectralVersion(): string {
  const file = new URL("../node_modules/@stoplight/spectral-core/package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
