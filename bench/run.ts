/**
 * Measures Meshgate on generated meshes, beside Spectral: `npm run bench -- [--sizes 100,1000,10000] [--write]`.
 * `--write` puts the tables into docs/performance.md; `--targets` ends with 1 when a target is missed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { takeFigures } from "./figures.ts";
import { tablesOf } from "./tables.ts";
import { targetsOf } from "./targets.ts";
import { openWorkbench, spectralVersion } from "./workbench.ts";

const PAGE = new URL("../docs/performance.md", import.meta.url);
const MARKS = ["<!-- figures -->", "<!-- end of figures -->"] as const;

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
  const [cpu] = cpus();
  const machine = {
    cores: cpus().length,
    cpu: cpu?.model ?? "unknown",
    memory: totalmem(),
    node: process.version,
    spectral: spectralVersion(),
  };
  const tables = tablesOf(figures, targets, machine);
  process.stdout.write(tables);
  if (values.write) await writePage(tables);
  if (values.targets && targets.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  bench.clear();
}

async function writePage(tables: string): Promise<void> {
  const page = readFileSync(PAGE, "utf8");
  const [start, end] = MARKS.map((mark) => page.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start) {
    throw new Error(`docs/performance.md needs the lines ${MARKS.join(" and ")}`);
  }
  const text = `${page.slice(0, start)}${MARKS[0]}\n\n${tables}\n${page.slice(end)}`;
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: "markdown" }));
}
