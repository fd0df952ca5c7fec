import type { Figures, SizeFigures } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { machineText } from "./page.ts";
import type { Machine } from "./page.ts";
import { seconds, times } from "./targets.ts";
import type { Target } from "./targets.ts";

type Rivals = Machine & { readonly spectral: string };

const ROWS: readonly (readonly [name: string, cell: (figures: SizeFigures) => string])[] = [
  ["files", ({ files }) => String(files)],
  ["one product, cold", ({ coldChange }) => told(coldChange)],
  ["one product, warm", ({ warmChange }) => told(warmChange)],
  [
    "the product that is read most, warm",
    ({ warmHubChange, hubReaders }) => `${told(warmHubChange)}, ${hubReaders} readers`,
  ],
  ["everything, cold", ({ coldSweep }) => told(coldSweep)],
  ["everything, warm", ({ warmSweep }) => told(warmSweep)],
  ["Spectral, everything", (figures) => lintTime(figures, "spectral")],
  ["Spectral with schemas compiled once, everything", (figures) => lintTime(figures, "spectral-compiled")],
  ["cold against Spectral", (figures) => against(figures, "coldSweep", "spectral")],
  ["warm against Spectral", (figures) => against(figures, "warmSweep", "spectral")],
  ["cold against Spectral with schemas compiled once", (figures) => against(figures, "coldSweep", "spectral-compiled")],
  ["warm against Spectral with schemas compiled once", (figures) => against(figures, "warmSweep", "spectral-compiled")],
];

/** The figures as Markdown. */
export function tablesOf({ bare, start, sizes }: Figures, targets: readonly Target[], machine: Rivals): string {
  return [
    `${machineText(machine)}, Spectral ${machine.spectral}.`,
    `Node alone starts in ${seconds(bare.milliseconds)}, \`meshgate --version\` in ${seconds(start.milliseconds)}.`,
    "",
    ...table(
      ["", ...sizes.map(({ products }) => `${products} products`)],
      ROWS.map(([name, cell]) => [name, ...sizes.map(cell)]),
    ),
    "",
    ...table(
      ["to reach", "measured", ""],
      targets.map(({ text, measured, met }) => [text, measured, met ? "met" : "**missed**"]),
    ),
    "",
  ].join("\n");
}

export function told({ milliseconds, peak }: Measured): string {
  return `${seconds(milliseconds)}, ${Math.round(peak / 1024 ** 2)} MiB`;
}

function lintTime({ linters, files }: SizeFigures, linter: keyof SizeFigures["linters"]): string {
  const { milliseconds, linted } = linters[linter];
  // Two files are settings, which Spectral does not lint.
  return linted < files - 2 ? `about ${seconds(milliseconds)}` : seconds(milliseconds);
}

function against(figures: SizeFigures, sweep: "coldSweep" | "warmSweep", linter: keyof SizeFigures["linters"]): string {
  return times(figures.linters[linter].milliseconds / figures[sweep].milliseconds);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
