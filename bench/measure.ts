import { spawn } from "node:child_process";

/** One run of a program in a process of its own. */
export interface Measured {
  readonly milliseconds: number;
  /** Time of all processors together. */
  readonly processor: number;
  /** Peak of the resident memory, in bytes; 0 when the program does not run on Node. */
  readonly peak: number;
  readonly stdout: string;
}

const REPORT_PEAK = new URL("report-peak.js", import.meta.url).href;

/** Runs a Node program and throws unless it exits with one of `exits`. */
export function measure(
  args: readonly string[],
  { env = {}, exits = [0] }: { readonly env?: NodeJS.ProcessEnv; readonly exits?: readonly number[] } = {},
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", REPORT_PEAK, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, peak] = child.stdio.map((stream) => collect(stream));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = performance.now() - start;
      if (code === null || !exits.includes(code)) {
        reject(new Error(`${args.join(" ")} ended with ${String(code)}:\n${stderr?.() ?? ""}${stdout?.() ?? ""}`));
        return;
      }
      const [memory = 0, time = 0] = (peak?.() ?? "").split(" ").map(Number);
      resolve({ milliseconds, processor: time / 1000, peak: 1024 * memory, stdout: stdout?.() ?? "" });
    });
  });
}

function collect(stream: unknown): () => string {
  const parts: Buffer[] = [];
  (stream as NodeJS.ReadableStream | null)?.on("data", (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString();
}

/** The run in the middle by time, of an odd number of runs that follow each other. */
export async function median(runs: number, run: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = [];
  for (let index = 0; index < runs; index++) all.push(await run());
  all.sort((one, other) => one.milliseconds - other.milliseconds);
  const middle = all[Math.floor(runs / 2)];
  if (middle === undefined) throw new RangeError("nothing was run");
  return middle;
}
