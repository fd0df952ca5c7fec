import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { format, resolveConfig } from "prettier";

const PAGE = new URL("../docs/performance.md", import.meta.url);

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memory: number;
  readonly node: string;
}

export function machine(): Machine {
  const [cpu] = cpus();
  return { cores: cpus().length, cpu: cpu?.model ?? "unknown", memory: totalmem(), node: process.version };
}

export function machineText({ cores, cpu, memory, node }: Machine): string {
  return `${cores} cores (${cpu}), ${Math.round(memory / 1024 ** 3)} GiB, Node ${node.slice(1)}`;
}

/** Puts text into docs/performance.md, between `<!-- name -->` and `<!-- end of name -->`. */
export async function writePage(name: string, text: string): Promise<void> {
  const page = readFileSync(PAGE, "utf8");
  const marks = [`<!-- ${name} -->`, `<!-- end of ${name} -->`] as const;
  const [start, end] = [page.indexOf(marks[0]), page.indexOf(marks[1])];
  if (start < 0 || end < start) throw new Error(`docs/performance.md needs the lines ${marks.join(" and ")}`);
  const filled = `${page.slice(0, start)}${marks[0]}\n\n${text}\n${page.slice(end)}`;
  writeFileSync(PAGE, await format(filled, { ...(await resolveConfig(PAGE)), parser: "markdown" }));
}
