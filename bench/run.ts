/**
 * Measures Meshgate on generated meshes, beside Spectral: `npm run bench -- [--sizes 100,1000,10000] [--write]`.
 * `--write` puts the tables into docs/performance.md; `--targets` ends with 1 when a target is missed.
 */
import { parseArgs } from "node:util";
import { machine, writePage } from "./page.ts";
import { takeFigures } from "./figures.ts";
import { tablesOf } from "./tables.ts";
import { targetsOf } from "./targets.ts";
import { openWorkbench, spectralVersion } from "./workbench.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000" },
    write: { type: "boolean", default: false },
    targets: { type: "boolean", default: false },
  },
});

const sizes = values.sizes.split(",").map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) throw new Error("--sizes takes numbers from 100 on");

const bench = await openWorkbench();
try {
  const figures = await takeFigures(bench, sizes, (step) => process.stderr.write(`${step}\n`));
  const targets = targetsOf(figures);
  const tables = tablesOf(figures, targets, { ...machine(), spectral: spectralVersion() });
  process.stdout.write(tables);
  if (values.write) await writePage("figures", tables);
  if (values.targets && targets.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  bench.clear();
}
