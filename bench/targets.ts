import type { Figures, SizeFigures } from "./figures.ts";

/** One thing to reach: what is measured, the bound, and whether it holds. */
export interface Target {
  readonly text: string;
  readonly measured: string;
  readonly met: boolean;
}

const MIB = 1024 * 1024;

/** What issue and users ask for. Ratios hold on any machine; times and memory are those of two ordinary cores. */
export function targetsOf(figures: Figures): readonly Target[] {
  const smallest = figures.sizes[0];
  const largest = figures.sizes.at(-1);
  if (smallest === undefined || largest === undefined) return [];
  return [
    ...(largest.products >= 10_000 ? absolute(largest) : []),
    ...(smallest === largest ? [] : [growth(figures, smallest, largest)]),
    ...figures.sizes.flatMap(sweeps),
  ];
}

function absolute({ products, warmChange }: SizeFigures): readonly Target[] {
  return [
    {
      text: `one product of ${products}, warm: at most 1.5 s`,
      measured: seconds(warmChange.milliseconds),
      met: warmChange.milliseconds <= 1500,
    },
    {
      text: `one product of ${products}, warm: at most 300 MB`,
      measured: `${Math.round(warmChange.peak / MIB)} MiB`,
      met: warmChange.peak <= 300e6,
    },
  ];
}

function growth({ start }: Figures, small: SizeFigures, large: SizeFigures): Target {
  const bound = 1.5 * small.warmChange.milliseconds + start.milliseconds;
  return {
    text: `one product of ${large.products}, warm: at most 1.5 × its time at ${small.products} plus process start (${seconds(bound)})`,
    measured: seconds(large.warmChange.milliseconds),
    met: large.warmChange.milliseconds <= bound,
  };
}

function sweeps({ products, coldSweep, warmSweep, linters }: SizeFigures): readonly Target[] {
  const { milliseconds } = linters.spectral;
  return [
    {
      text: `all of ${products}, cold: at least as fast as Spectral`,
      measured: times(milliseconds / coldSweep.milliseconds),
      met: coldSweep.milliseconds <= milliseconds,
    },
    {
      text: `all of ${products}, warm: at least 10 × as fast as Spectral`,
      measured: times(milliseconds / warmSweep.milliseconds),
      met: warmSweep.milliseconds * 10 <= milliseconds,
    },
  ];
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

export function times(factor: number): string {
  return `${factor.toFixed(factor < 10 ? 1 : 0)} ×`;
}
