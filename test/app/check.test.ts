import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/app/check.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { Report } from "../../src/model/report.ts";
import { testRepository } from "../support/git.ts";
import type { Files, TestRepository } from "../support/git.ts";
import { PLAIN, PLAYS, policy, policyFile, product, TOP } from "./govern/support/plain.ts";

const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

/** What `check` says of a branch, for a reader in a hurry. */
async function judge({ dir }: TestRepository, base: string | undefined, ref: string): Promise<readonly string[]> {
  const repository = await gitRepository(dir);
  open.push(repository);
  const memo = await openMemo({ folder: dir, env: {}, enabled: false });
  const head = ref === "worktree" ? ref : { ref };
  const request = { ...(base !== undefined && { base }), head, asOf: "2026-11-20", failOn: "block" } as const;
  return told(await check({ repository, memo, packs, progress: () => undefined }, request));
}

function told({ verdict, findings, problems }: Report): readonly string[] {
  return [
    verdict,
    ...findings.map(({ origin, policy, subject }) => `${origin} ${policy} ${subject.id}`),
    ...problems.map(({ severity, code }) => `${severity} ${code}`),
  ];
}

function repositoryWith(main: Files): TestRepository {
  const repository = testRepository();
  repository.commit(main);
  return repository;
}

const RULES = { "meshgate.yaml": PLAIN["meshgate.yaml"] ?? "", "guild.yaml": PLAIN["guild.yaml"] ?? "" };
const NAMED = policyFile("named");
const NAMELESS = { [PLAYS]: product("plays") };

describe("check", () => {
  it("judges a change that brings the first rules by these, and says so", async () => {
    const repository = repositoryWith({ "README.md": "Plays\n" });
    repository.commit(PLAIN, { on: "first", from: "main" });
    expect(await judge(repository, "main", "first")).toEqual(["pass", "warning first-rules"]);
    repository.commit(NAMELESS, { on: "first" });
    expect(await judge(repository, "main", "first")).toEqual(["fail", "new own.named plays", "warning first-rules"]);
  });

  it("judges nothing without rules, which is no pass", async () => {
    const repository = repositoryWith({ "README.md": "Plays\n" });
    repository.commit(NAMELESS, { on: "change", from: "main" });
    expect(await judge(repository, "main", "change")).toEqual(["error", "error missing-governance"]);
    expect(await judge(repository, undefined, "change")).toEqual(["error", "error missing-governance"]);
  });

  it("never judges by rules of the change, and previews them", async () => {
    const repository = repositoryWith(PLAIN);
    repository.commit({ ...NAMELESS, [NAMED]: null }, { on: "removing", from: "main" });
    expect(await judge(repository, "main", "removing")).toEqual([
      "fail",
      "new own.named plays",
      "warning rules-change",
      "warning rules-change",
    ]);
    const tagged = policy("tagged", { rule: { has: { var: "product.tags" } } });
    repository.commit({ [policyFile("tagged")]: tagged }, { on: "adding", from: "main" });
    expect(await judge(repository, "main", "adding")).toEqual([
      "pass",
      "policy own.tagged plays",
      "policy own.tagged top",
      "warning rules-change",
    ]);
  });

  it("tells what a change does to the rules, and not what others did to them meanwhile", async () => {
    const repository = repositoryWith(PLAIN);
    const tagged = policy("tagged", { rule: { has: { var: "product.id" } } });
    repository.commit({ [policyFile("tagged")]: tagged }, { on: "change", from: "main" });
    repository.commit({ [policyFile("meanwhile")]: policy("meanwhile") });
    expect(await judge(repository, "main", "change")).toEqual(["pass", "warning rules-change"]);
  });

  it("judges the whole work tree while there is no commit", async () => {
    const repository = testRepository();
    repository.write({ ...RULES, ...NAMELESS, [NAMED]: PLAIN[NAMED] ?? "" });
    expect(await judge(repository, undefined, "worktree")).toEqual(["fail", "new own.named plays"]);
  });

  it("blames nobody for what others merged meanwhile, and judges by their rules", async () => {
    const repository = repositoryWith({ ...RULES, [PLAYS]: PLAIN[PLAYS] ?? "", [TOP]: PLAIN[TOP] ?? "" });
    repository.commit({ [TOP]: product("top", { name: "Best" }) }, { on: "change", from: "main" });
    repository.commit({ ...NAMELESS, [NAMED]: PLAIN[NAMED] ?? "" });
    expect(await judge(repository, "main", "change")).toEqual(["pass"]);
    repository.commit({ [TOP]: product("top") }, { on: "change" });
    expect(await judge(repository, "main", "change")).toEqual(["fail", "new own.named top"]);
    expect(await judge(repository, undefined, "main")).toEqual(["fail", "new own.named plays"]);
  });
});
