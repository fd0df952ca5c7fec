// Bundles the command line (dist/cli.js): one file starts several times faster than hundreds of small ones.
// The licences of everything that is bundled are written beside it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const REQUIRE =
  'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);';

const SHARED = {
  bundle: true,
  platform: "node",
  format: "esm",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: { js: REQUIRE },
};

const TARGETS = {
  cli: {
    entryPoints: { cli: "src/cli/main.ts" },
    outdir: "dist",
    splitting: true,
    chunkNames: "cli-[hash]",
    target: "node20",
  },
  action: { entryPoints: { index: "action/main.ts" }, outdir: "action/dist", target: "node24" },
};

for (const name of process.argv.slice(2)) {
  const target = TARGETS[name];
  if (target === undefined) throw new Error(`no bundle ${name}; there are ${Object.keys(TARGETS).join(", ")}`);
  const { metafile } = await build({ ...SHARED, ...target });
  writeFileSync(join(target.outdir, "THIRD_PARTY_LICENSES.txt"), licences(Object.keys(metafile.inputs)));
}

/** The licence text of every package that a bundle holds, sorted by name. */
function licences(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = licenceText(folder) ?? `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return [...new Set(entries)].sort().join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder) {
  for (const file of [
    "LICENSE",
    "LICENSE.md",
    "LICENSE.txt",
    "LICENCE",
    "license",
    "LICENSE-MIT",
    "License",
    "COPYING",
  ]) {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return undefined;
}
