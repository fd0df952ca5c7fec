// Bundles the command line (dist/cli.js) or the action (action/dist/index.js): one file starts several times faster than
// hundreds of small ones. The licences of everything that is bundled are written beside it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const REQUIRE =
  'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);';

const SHARED = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // The names of modules that stand in the bundle are relative to this, so that they are the same on every machine.
  absWorkingDir: ROOT,
  // The UMD module that some packages offer first cannot be bundled.
  mainFields: ["module", "main"],
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: { js: REQUIRE },
};

/** The toolkit does not say that its modules only export; without this its unused HTTP client is a third of the bundle. */
const toolkitOnlyExports = {
  name: "toolkit-only-exports",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@actions\/|\.)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === toolkitOnlyExports || !/@actions\//.test(path + from.importer)) return undefined;
      const found = await resolve(path, { ...from, pluginData: toolkitOnlyExports });
      return found.errors.length > 0 ? found : { path: found.path, sideEffects: false };
    });
  },
};

const TARGETS = {
  cli: { entryPoints: { cli: "src/cli/main.ts" }, outdir: "dist", splitting: true, chunkNames: "cli-[hash]" },
  action: { entryPoints: { index: "action/main.ts" }, outdir: "action/dist", plugins: [toolkitOnlyExports] },
};

/** Writes a bundle to its folder, or to another one. */
export async function bundle(name, outdir = TARGETS[name]?.outdir) {
  if (outdir === undefined) throw new Error(`no bundle ${name}; there are ${Object.keys(TARGETS).join(", ")}`);
  const { metafile } = await build({ ...SHARED, ...TARGETS[name], outdir });
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  writeFileSync(resolvePath(ROOT, outdir, "THIRD_PARTY_LICENSES.txt"), licences(bundled));
}

/** The licence text of every package that a bundle holds, sorted by name. */
function licences(files) {
  const folders = new Set(files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
    const text = licenceText(join(ROOT, folder)) ?? `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return [...new Set(entries)].sort().join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder) {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^(licen[cs]e|copying)([.-].*)?$/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const name of process.argv.slice(2)) await bundle(name);
