import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.ts";
import type { Report } from "../../src/model/report.ts";
import { testHome } from "./git.ts";

const PROGRAM = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
/** A process that takes longer than this hangs. */
const LIMIT_MS = 25_000;

/** What a run of the real command left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

let seats = 3;
const waiting: (() => void)[] = [];

/** Runs `meshgate …` in a process of its own, a few at a time. Rejects when it hangs or a signal ends it. */
export function meshgate(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return seated(() => start(args, options));
}

/** The same without the start of a process, which costs more than most runs: for tables of many runs. */
export function meshgateInside(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return seated(async () => {
    const printed: string[] = [];
    const noted: string[] = [];
    let code = 0;
    await run(args, "0.0.0", {
      terminal: {
        colour: false,
        unicode: true,
        width: 100,
        print: (text) => printed.push(text),
        note: (text) => noted.push(`${text}\n`),
        progress: () => undefined,
      },
      cwd: options.cwd ?? testHome(),
      env: environment(options),
      exit(last) {
        code = last;
      },
    });
    return { code, stdout: printed.join(""), stderr: noted.join("") };
  });
}

async function seated<R>(work: () => Promise<R>): Promise<R> {
  if (seats > 0) seats -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) seats += 1;
    else next();
  }
}

function environment({ env }: RunOptions): Readonly<Record<string, string | undefined>> {
  return {
    PATH: process.env["PATH"],
    HOME: testHome(),
    // The meshes of a test file are much alike: what is known of one serves the next.
    MESHGATE_CACHE_DIR: join(testHome(), ".cache/meshgate/all"),
    LANG: "C.UTF-8",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: "/tmp",
    ...env,
  };
}

function start(args: readonly string[], options: RunOptions): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd ?? testHome(),
    env: environment(options),
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on("data", (part: Buffer) => parts.stdout.push(part));
    child.stderr.on("data", (part: Buffer) => parts.stderr.push(part));
    const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal !== null) reject(new Error(`meshgate ${args.join(" ")} was ended by ${signal}`));
      else
        resolve({
          code,
          stdout: Buffer.concat(parts.stdout).toString(),
          stderr: Buffer.concat(parts.stderr).toString(),
        });
    });
  });
}

/** How a check ends, by its verdict. */
export const EXIT: Readonly<Record<Report["verdict"], number>> = { pass: 0, fail: 1, error: 2 };

/** The day for which the tests judge. */
export const AS_OF = "2026-11-20";

/** Judges a branch against `main` (or `base`) and reads the report. */
export async function check(repo: string, args: readonly string[], options: RunOptions = {}): Promise<Judged> {
  return judged(await meshgate(toCheck(repo, args), options));
}

/** The same without the start of a process. */
export async function checkInside(repo: string, args: readonly string[]): Promise<Judged> {
  return judged(await meshgateInside(toCheck(repo, args)));
}

type Judged = Run & { readonly report: Report };

function toCheck(repo: string, args: readonly string[]): readonly string[] {
  return ["check", "--repo", repo, "--as-of", AS_OF, "--format", "json", ...args];
}

function judged(run: Run): Judged {
  return { ...run, report: reportOf(run) };
}

function reportOf({ stdout, stderr, code }: Run): Report {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    throw new Error(`No report, exit ${String(code)}:\n${stdout}\n${stderr}`);
  }
}
