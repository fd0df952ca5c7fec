import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { meshgateInside } from "../support/meshgate.ts";

export interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A shell in a clone of Daff, with `meshgate` on its path and as an installed package. */
export interface DaffShell {
  readonly run: (line: string) => Promise<Answer>;
  /** The same, without the start of a process where the line is nothing but a call of `meshgate`. */
  readonly runInside: (line: string) => Promise<Answer>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Back to what was cloned. */
  readonly reset: () => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export async function daffShell(): Promise<DaffShell> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "meshgate-docs-")));
  const [mesh, bin, home] = ["daff", "bin", "home"].map((name) => join(root, name)) as [string, string, string];
  await cp("registry", mesh, { recursive: true });
  for (const folder of [bin, home, join(root, "node_modules")]) await mkdir(folder);
  await symlink(resolve("."), join(root, "node_modules/meshgate"));
  const program = join(bin, "meshgate");
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve("dist/cli.js")}" "$@"\n`);
  await chmod(program, 0o755);
  const env = {
    PATH: `${bin}:${process.env["PATH"] ?? ""}`,
    HOME: home,
    TMPDIR: home,
    LANG: "C.UTF-8",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Daff",
    GIT_AUTHOR_EMAIL: "mesh@daff.example",
    GIT_COMMITTER_NAME: "Daff",
    GIT_COMMITTER_EMAIL: "mesh@daff.example",
  };
  const run = (line: string): Promise<Answer> =>
    new Promise((done) => {
      execFile("bash", ["-c", line], { cwd: mesh, env, timeout: 25_000 }, (error, stdout, stderr) => {
        done({ exit: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
      });
    });
  await run(`git init --quiet --initial-branch=main && git add --all && git commit --quiet --message "The Daff mesh"
    git update-ref refs/remotes/origin/main main`);
  return {
    run,
    async runInside(line) {
      if (!/^meshgate [^|&;<>$]*$/.test(line)) return run(line);
      const { stdout: words } = await run(`printf '%s\\0' ${line}`);
      const { code, ...said } = await meshgateInside(words.split("\0").slice(1, -1), { cwd: mesh, env });
      return { exit: code ?? -1, ...said };
    },
    async write(file, text) {
      await mkdir(dirname(join(mesh, file)), { recursive: true });
      await writeFile(join(mesh, file), text);
    },
    reset: () => run("git reset --quiet --hard origin/main && git clean --quiet --force -d -x"),
    close: () => rm(root, { recursive: true }),
  };
}
