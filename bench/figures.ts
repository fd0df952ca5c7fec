import { median } from "./measure.ts";
import type { Measured } from "./measure.ts";
import type { Linter, MeshOnBench, Workbench } from "./workbench.ts";

/** All times in milliseconds, sizes in bytes. */
export interface SizeFigures {
  readonly products: number;
  readonly files: number;
  /** A change to one product with three readers, nothing remembered. */
  readonly coldChange: Measured;
  readonly warmChange: Measured;
  /** A change to the product that is read most. */
  readonly hubReaders: number;
  readonly warmHubChange: Measured;
  readonly coldSweep: Measured;
  readonly warmSweep: Measured;
  readonly linters: Readonly<Record<Linter, LinterFigures>>;
}

export interface LinterFigures {
  /** The whole mesh; estimated when only a part of the files was linted. */
  readonly milliseconds: number;
  readonly linted: number;
}

export interface Figures {
  readonly bare: Measured;
  readonly start: Measured;
  readonly sizes: readonly SizeFigures[];
}

/** How often each is run: warm runs are short, so more of them are had for the same time. */
const RUNS = { warm: 7, start: 7 };
/** Spectral as published takes minutes for a large mesh; what it does in this time tells its pace. */
const LINT_LIMIT = { spectral: 30_000, "spectral-compiled": 120_000 };

export async function takeFigures(
  bench: Workbench,
  sizes: readonly number[],
  say: (step: string) => void,
): Promise<Figures> {
  say("starting Node and meshgate");
  const bare = await median(RUNS.start, () => bench.bare());
  const start = await median(RUNS.start, () => bench.start());
  const figures: SizeFigures[] = [];
  for (const size of sizes) {
    say(`generating a mesh of ${size} products`);
    figures.push(await sizeFigures(await bench.mesh(size), say));
  }
  return { bare, start, sizes: figures };
}

/** One after the other, so that nothing competes; what is compared runs next to each other. */
async function sizeFigures(on: MeshOnBench, say: (step: string) => void): Promise<SizeFigures> {
  const { size, files, hubReaders } = on.mesh;
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    say(`${size} products: ${name}`);
    return run();
  };
  const coldChange = await step("one product, cold", () => on.check("change", "change"));
  const warmChange = await step("one product, warm", () => median(RUNS.warm, () => on.check("change", "change")));
  const warmHubChange = await step("the product that is read most, warm", async () => {
    await on.check("change", "hub-change");
    return median(RUNS.warm, () => on.check("change", "hub-change"));
  });
  on.forget("change");
  const coldSweep = await step("everything, cold", () => on.check("sweep"));
  const compiled = await step("Spectral, schemas compiled once", () => lint(on, "spectral-compiled"));
  const published = await step("Spectral", () => lint(on, "spectral"));
  const warmSweep = await step("everything, warm", () => median(3, () => on.check("sweep")));
  on.forget("sweep");
  return {
    products: size,
    files: files.size,
    coldChange,
    warmChange,
    hubReaders,
    warmHubChange,
    coldSweep,
    warmSweep,
    linters: { spectral: published, "spectral-compiled": compiled },
  };
}

async function lint(on: MeshOnBench, linter: Linter): Promise<LinterFigures> {
  const { files, linted, milliseconds } = await on.lint(linter, LINT_LIMIT[linter]);
  return { linted, milliseconds: (milliseconds * files) / linted };
}
