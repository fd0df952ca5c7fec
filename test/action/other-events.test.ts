import { describe, expect, it } from "vitest";
import { BREAKING, pullRequest } from "./events.ts";
import { checkedOut, runStep } from "./runner.ts";

const { repository, base, merge, head } = pullRequest(BREAKING);
const good = checkedOut(repository, "main");

describe.concurrent("a merge group", () => {
  it("is compared with what it is put on", async () => {
    const payload = {
      action: "checks_requested",
      merge_group: {
        base_sha: base,
        base_ref: "refs/heads/main",
        head_sha: merge,
        head_ref: "refs/heads/gh-readonly-queue/main/pr-12-0123456",
      },
    };
    const result = await runStep({ event: "merge_group", payload, workspace: checkedOut(repository, "merge") });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
    expect(result.summary).toContain("compared with `main`");
  });
});

describe.concurrent("an event without a change", () => {
  it.each(["push", "schedule", "workflow_dispatch"])("%s judges the whole mesh", async (event) => {
    const result = await runStep({ event, workspace: good });
    expect(result).toMatchObject({ code: 0, stderr: "", outputs: { verdict: "pass" } });
    expect(result.summary).toMatch(/\d{2} products judged/);
    expect(result.summary).not.toContain("compared with");
  });

  it("counts what is there, whoever caused it", async () => {
    const result = await runStep({ event: "push", workspace: checkedOut(repository, "merge") });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
  });
});

describe.concurrent("an event that does not say what to judge", () => {
  it("is no pass", async () => {
    const result = await runStep({ event: "issue_comment", workspace: good });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "error" } });
    expect(result.summary).toContain('The event "issue\\_comment" does not say what to judge.');
    expect(result.summary).toContain("pull\\_request, pull\\_request\\_target, merge\\_group, push");
  });

  it("judges what the inputs name", async () => {
    const inputs = { base, head };
    const result = await runStep({ event: "issue_comment", workspace: good, inputs });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: "fail" } });
  });
});
