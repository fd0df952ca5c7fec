import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/git.ts";
import { HARMLESS, pullRequest } from "./events.ts";
import { checkedOut, runStep } from "./runner.ts";
import type { Step, StepResult } from "./runner.ts";

const { repository, payload, merge } = pullRequest(HARMLESS);

function run(step: Partial<Step> = {}): Promise<StepResult> {
  const workspace = step.workspace ?? checkedOut(repository, "merge");
  return runStep({ event: "pull_request", ref: "refs/pull/12/merge", sha: merge, payload, ...step, workspace });
}

/** The step ends with one error annotation in plain words and no verdict; returns what it says. */
async function stopped(step: Partial<Step>): Promise<string> {
  const result = await run(step);
  expect(result).toMatchObject({ code: 1, stderr: "", outputs: { verdict: "error" } });
  expect(result.summary).toMatch(/^### 🔧 No verdict/);
  expect(result.log).not.toMatch(/^ +at /m);
  const errors = result.commands.filter(({ name }) => name === "error");
  expect(errors.map(({ properties }) => properties.get("title"))).toEqual(["Meshgate: no verdict"]);
  return errors[0]?.data ?? "";
}

describe.concurrent("inputs that mean nothing", () => {
  it("are listed all at once", async () => {
    const inputs = { fail_on: "warn", "fail-on": "blok", "as-of": "2026-02-30", annotations: "yes" };
    expect((await stopped({ inputs })).split("\n")).toEqual([
      'There is no input "fail_on"; did you mean "fail-on"?',
      'Input as-of is "2026-02-30"; expected a day such as 2026-03-01',
      'Input fail-on is "blok"; expected block, warn or never; did you mean "block"?',
      'Input annotations is "yes"; expected true or false',
      "Correct what the step says under `with`.",
    ]);
  });

  it("name no commit", async () => {
    expect(await stopped({ inputs: { base: "origin/mian" } })).toContain('Did you mean "origin/main"?');
    expect(await stopped({ inputs: { base: "--output=/tmp/x" } })).toContain('called "--output=/tmp/x"');
  });
});

describe.concurrent("a payload", () => {
  it("that is no JSON", async () => {
    expect(await stopped({ payloadText: "{" })).toContain("The payload of the event cannot be read.");
  });

  it.each([
    ["{}", "a number at pull_request.number"],
    [JSON.stringify({ pull_request: { number: 12, base: {} } }), "a text at pull_request.base.ref"],
    [
      JSON.stringify({ pull_request: { number: 12, base: { ref: "main", sha: "HEAD" }, head: { sha: merge } } }),
      "a commit id at pull_request.base.sha",
    ],
  ])("that lacks what is needed: %s", async (payloadText, expected) => {
    expect(await stopped({ payloadText, ref: "refs/heads/main" })).toContain(`has not ${expected}`);
  });

  it("outside a workflow", async () => {
    expect(await stopped({ env: { GITHUB_EVENT_NAME: undefined } })).toContain("meshgate check");
  });
});

describe.concurrent("a workspace", () => {
  it("without a checkout", async () => {
    const workspace = temporaryFolder();
    const env = { GIT_CEILING_DIRECTORIES: "/" };
    expect(await stopped({ workspace, env })).toContain("Run actions/checkout in a step before this one");
    const inputs = { "working-directory": "mesh" };
    expect(await stopped({ workspace, env, inputs })).toContain("the input working-directory says where");
  });

  it("that another user owns", async () => {
    const programs = temporaryFolder();
    const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    writeFileSync(join(programs, "git"), `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${git} "$@"\n`);
    chmodSync(join(programs, "git"), 0o755);
    const workspace = checkedOut(repository, "merge");
    const PATH = `${programs}:${process.env["PATH"] ?? ""}`;
    expect(await stopped({ workspace, env: { PATH } })).toContain(
      `git config --global --add safe.directory "${workspace}"`,
    );
  });
});

describe.concurrent("a file that is asked for", () => {
  it.each(["../report.json", "/tmp/../etc/report.json", "a/../../report.json", "."])(
    "%s would leave the workspace",
    async (file) => {
      const workspace = checkedOut(repository, "merge");
      expect(await stopped({ workspace, inputs: { "sarif-file": file } })).toContain(
        "Input sarif-file leads out of the workspace.",
      );
      expect(existsSync(join(workspace, "../report.json"))).toBe(false);
    },
  );

  it("is never written through a link that the checkout brought", async () => {
    const [workspace, elsewhere] = [checkedOut(repository, "merge"), temporaryFolder()];
    symlinkSync(elsewhere, join(workspace, "reports"));
    symlinkSync(join(elsewhere, "x"), join(workspace, "report.json"));
    expect(await stopped({ workspace, inputs: { "report-file": "reports/report.json" } })).toContain("symlink");
    expect(await stopped({ workspace, inputs: { "report-file": "report.json" } })).toContain("symlink");
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("needs its folder", async () => {
    const workspace = checkedOut(repository, "merge");
    expect(await stopped({ workspace, inputs: { "report-file": "out/report.json" } })).toContain(
      "Create its folder first.",
    );
    mkdirSync(join(workspace, "out"));
    expect(await run({ workspace, inputs: { "report-file": "out/report.json" } })).toMatchObject({ code: 0 });
  });
});

describe.concurrent("a fault of ours", () => {
  // The toolkit throws what no failure of the engine is when the runner's own file is gone.
  const env = { GITHUB_STEP_SUMMARY: "/nowhere/summary" };

  it("is told in one line, and never a pass", async () => {
    const result = await run({ env });
    expect(result).toMatchObject({ code: 1, stderr: "", outputs: { verdict: "error" } });
    expect(result.log).toContain("This is a fault of Meshgate, not of your files: Error: ");
    expect(result.log).not.toMatch(/ {4}at /);
  });

  it("shows where it happened when the run is debugged", async () => {
    const result = await run({ env: { ...env, RUNNER_DEBUG: "1" } });
    expect(result.commands.find(({ name, data }) => name === "debug" && data.includes("\n    at "))).toBeDefined();
  });
});
