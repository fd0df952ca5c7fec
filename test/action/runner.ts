import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { INPUT_NAMES } from "../../action/inputs.ts";
import { runGit, temporaryFolder, testHome } from "../support/git.ts";
import type { TestRepository } from "../support/git.ts";
import { obeyed } from "../support/workflow-commands.ts";
import type { WorkflowCommand } from "../support/workflow-commands.ts";

/** The day for which the steps judge. */
export const AS_OF = "2026-11-20";

const BUNDLE = fileURLToPath(new URL("../../action/dist/index.js", import.meta.url));
/** A process that takes longer than this hangs. */
const LIMIT_MS = 25_000;

/** What the workflow did before the step, and what the step says. */
export interface Step {
  readonly event: string;
  readonly payload?: unknown;
  /** The text of the payload file, where it is no JSON. */
  readonly payloadText?: string;
  readonly workspace: string;
  readonly sha?: string;
  readonly ref?: string;
  /** `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What the runner has of a step afterwards. */
export interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly stderr: string;
  readonly commands: readonly WorkflowCommand[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the bundle as the runner of GitHub Actions runs it: same environment, same files, its folder the workspace. */
export async function runStep(step: Step): Promise<StepResult> {
  // A self-hosted runner: its user has one home for all steps of a test file, and keeps the cache there.
  const home = testHome();
  const runner = temporaryFolder();
  const file = (name: string, text = ""): string => {
    writeFileSync(join(runner, name), text);
    return join(runner, name);
  };
  const files = { output: file("output"), summary: file("summary") };
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    MESHGATE_CACHE_DIR: join(home, "cache"),
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: file("event.json", step.payloadText ?? JSON.stringify(step.payload ?? {})),
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_SHA: step.sha ?? runGit(step.workspace, ["rev-parse", "HEAD"]),
    GITHUB_REF: step.ref ?? "refs/heads/main",
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    ...inputVariables({ "as-of": AS_OF, ...step.inputs }),
    ...step.env,
  };
  const { code, stdout, stderr } = await run(step.workspace, env);
  return {
    code,
    log: stdout,
    stderr,
    commands: obeyed(stdout),
    summary: readFileSync(files.summary, "utf8"),
    outputs: readOutputs(readFileSync(files.output, "utf8")),
  };
}

/** The runner sets every declared input; only spaces are replaced in a name. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const all = { ...Object.fromEntries(INPUT_NAMES.map((name) => [name, ""])), ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function run(
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [BUNDLE], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (part: string) => (texts[name] += part));
    }
    const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal === null) resolve({ code, ...texts });
      else reject(new Error(`the action was ended by ${signal}`));
    });
  });
}

/** The runner's grammar of the output file: `name<<DELIMITER`, lines, `DELIMITER`; or `name=value`. The last one counts. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, name = "", delimiter = ""] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    const end = lines.indexOf(delimiter, at + 1);
    if (name !== "" && end > 0) {
      outputs[name] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else if (line !== "") outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
  }
  return outputs;
}

export interface CheckoutOptions {
  /** Branches that come with it, as `refs/remotes/origin/*`; by default all. */
  readonly branches?: readonly string[];
  /** `fetch-depth`; 0 is the whole history. */
  readonly depth?: number;
}

/** A workspace as actions/checkout leaves it: a fetched repository with one commit checked out, no branch. */
export function checkedOut(
  origin: TestRepository,
  branch: string,
  { branches = ["*"], depth = 0 }: CheckoutOptions = {},
): string {
  const workspace = join(temporaryFolder(), "workspace");
  mkdirSync(workspace);
  const git = (...args: readonly string[]): string => runGit(workspace, args);
  git("init", "--quiet");
  git("remote", "add", "origin", `file://${origin.dir}`);
  const refs = [...new Set([...branches, branch])].map((name) => `+refs/heads/${name}:refs/remotes/origin/${name}`);
  git("fetch", "--quiet", "--no-tags", ...(depth > 0 ? [`--depth=${depth}`] : []), "origin", ...refs);
  git("checkout", "--quiet", "--detach", `refs/remotes/origin/${branch}`);
  return workspace;
}
