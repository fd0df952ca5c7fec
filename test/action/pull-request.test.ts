import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { stopsCheck } from "../../src/model/verdict.ts";
import { github } from "../../src/report/formats/github.ts";
import { markdown } from "../../src/report/formats/markdown.ts";
import { runGit } from "../support/git.ts";
import type { Changes } from "../support/mesh-repo.ts";
import { obeyed } from "../support/workflow-commands.ts";
import { BREAKING, HARMLESS, pullRequest } from "./events.ts";
import type { PullRequest } from "./events.ts";
import { checkedOut, runStep } from "./runner.ts";
import type { Step, StepResult } from "./runner.ts";

const HERE = { ref: "refs/pull/12/merge", event: "pull_request" };

/** Runs the step on what actions/checkout brings for a pull request: the merge that GitHub tried. */
function judge({ repository, merge, payload }: PullRequest, step: Partial<Step> = {}): Promise<StepResult> {
  return runStep({ ...HERE, payload, sha: merge, workspace: checkedOut(repository, "merge"), ...step });
}

const breaking = pullRequest(BREAKING);

function shown({ commands }: StepResult): StepResult["commands"] {
  return commands.filter(({ name }) => ["error", "warning", "notice"].includes(name));
}

describe.concurrent("a pull request", () => {
  it("passes when it does no harm", async () => {
    const result = await judge(pullRequest(HARMLESS));
    expect(result).toMatchObject({ code: 0, stderr: "", outputs: { verdict: "pass", blocking: "0" } });
    expect(result.log).toContain("Pass");
    expect(result.summary).toMatch(/^### ✅ Pass/);
    expect(shown(result).filter(({ name }) => name !== "notice")).toEqual([]);
  });

  it("fails when it takes away what others read, and says so everywhere", async () => {
    const workspace = checkedOut(breaking.repository, "merge");
    const result = await judge(breaking, {
      workspace,
      inputs: { "report-file": "report.json", "sarif-file": "./meshgate.sarif" },
    });
    expect(result).toMatchObject({ code: 1, stderr: "" });
    const report = JSON.parse(readFileSync(join(workspace, "report.json"), "utf8")) as Report;
    expect(result.outputs).toEqual({
      verdict: "fail",
      blocking: String(report.findings.filter((finding) => stopsCheck(finding, "block")).length),
      findings: String(report.findings.length),
      "report-path": join(workspace, "report.json"),
      "sarif-path": join(workspace, "meshgate.sarif"),
    });
    expect(report).toMatchObject({
      schema: "meshgate/report/v1",
      base: { ref: "main", commit: breaking.base },
      head: { ref: "refs/pull/12/merge", commit: breaking.merge },
      asOf: "2026-11-20",
    });
    expect(result.summary.trimEnd()).toBe(markdown.render(report, { colour: false }).trimEnd());
    expect(shown(result)).toEqual(obeyed(github.render(report, { colour: false })));
    expect(shown(result)[0]?.properties.get("file")).toBe("products/listener/taste-profiles/taste-profiles.odps.yaml");
    expect(result.log).toContain("listener.taste-profiles uses tracks.tempo_bpm");
    const sarif = JSON.parse(readFileSync(join(workspace, "meshgate.sarif"), "utf8")) as { readonly version: string };
    expect(sarif.version).toBe("2.1.0");
  });

  it("is judged by the rules of its base, whatever it makes of them", async () => {
    const result = await judge(
      pullRequest({ ...BREAKING, "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: daff\npacks: []\n" }),
    );
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
  });

  it("has no verdict when it brings what cannot be read", async () => {
    const result = await judge(pullRequest({ "products/album/new/new.odps.yaml": "kind: DataProduct\nid: [a\n" }));
    expect(result).toMatchObject({ code: 1, stderr: "", outputs: { verdict: "error" } });
    expect(result.summary).toMatch(/^### 🔧 No verdict/);
    expect(shown(result)[0]).toMatchObject({ name: "error" });
    expect(shown(result)[0]?.properties.get("file")).toBe("products/album/new/new.odps.yaml");
  });
});

describe.concurrent("what is compared", () => {
  it("leaves out what others merged since the payload was written", async () => {
    const harmless = pullRequest(HARMLESS, BREAKING);
    const workspace = checkedOut(harmless.repository, "merge");
    const result = await judge(harmless, { workspace, inputs: { "report-file": "report.json" } });
    expect(result).toMatchObject({ code: 0, outputs: { verdict: "pass" } });
    const report = JSON.parse(readFileSync(join(workspace, "report.json"), "utf8")) as Report;
    expect(report.base?.commit).toBe(harmless.repository.git("rev-parse", "main"));
    expect(report.base?.commit).not.toBe(harmless.base);
  });

  it("sees who began to read meanwhile", async () => {
    const meanwhile: Changes = {
      "consumers/player/player-app.yaml": [["          - tracks.title\n", "          - tracks.tempo_bpm\n"]],
    };
    const result = await judge(pullRequest(BREAKING, meanwhile));
    expect(result.log).toContain("player.player-app uses tracks.tempo_bpm");
  });

  it.each(["topic", "main"])("is the pull request when %s is checked out instead of the merge", async (branch) => {
    const workspace = checkedOut(breaking.repository, branch);
    const result = await judge(breaking, { workspace, inputs: { "report-file": "report.json" } });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
    const report = JSON.parse(readFileSync(join(workspace, "report.json"), "utf8")) as Report;
    expect(report).toMatchObject({ base: { commit: breaking.base }, head: { commit: breaking.head } });
  });

  it("is what the inputs name", async () => {
    const inputs = { base: "origin/main", head: "origin/main" };
    expect(await judge(breaking, { inputs })).toMatchObject({ code: 0, outputs: { verdict: "pass" } });
  });
});

describe.concurrent("inputs", () => {
  it("turn off what fails, annotations and summary", async () => {
    const inputs = { "fail-on": "never", annotations: "false", "job-summary": "FALSE" };
    const result = await judge(breaking, { inputs });
    expect(result).toMatchObject({ code: 0, summary: "", outputs: { verdict: "pass", blocking: "0" } });
    expect(shown(result)).toEqual([]);
  });
});

describe.concurrent("a shallow clone", () => {
  it("is told what to fetch", async () => {
    const workspace = checkedOut(breaking.repository, "merge", { branches: [], depth: 1 });
    const result = await judge(breaking, { workspace });
    expect(result).toMatchObject({ code: 1, stderr: "", outputs: { verdict: "error" } });
    expect(shown(result).map(({ data }) => data)).toEqual([
      'The checkout lacks the commit of "main" that this event is about.\nGive actions/checkout `fetch-depth: 0` in the workflow.',
    ]);
    expect(result.summary).toContain("fetch-depth: 0");
  });

  it("is enough when it holds both parents of the merge", async () => {
    const workspace = checkedOut(breaking.repository, "merge", { branches: [], depth: 2 });
    expect(await judge(breaking, { workspace })).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
  });
});

describe.concurrent("pull_request_target", () => {
  const judgeFork = (workspace: string): Promise<StepResult> =>
    judge(breaking, { event: "pull_request_target", ref: "refs/heads/main", sha: breaking.base, workspace });

  it("says how the pull request of a fork is fetched without being checked out", async () => {
    const result = await judgeFork(checkedOut(breaking.repository, "main", { branches: [] }));
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "error" } });
    expect(shown(result)[0]?.data).toContain("git fetch --no-tags origin refs/pull/12/head");
  });

  it("judges it from git objects, with the base checked out", async () => {
    const workspace = checkedOut(breaking.repository, "main", { branches: [] });
    runGit(workspace, ["fetch", "--quiet", "--no-tags", "origin", "refs/heads/topic"]);
    expect(await judgeFork(workspace)).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
    expect(runGit(workspace, ["rev-parse", "HEAD"])).toBe(breaking.base);
  });
});
