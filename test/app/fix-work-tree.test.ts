import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fixWorkTree } from "../../src/app/fix/apply.ts";
import type { Fixed } from "../../src/app/fix/apply.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import { gitWorkFiles } from "../../src/io/git/work-files.ts";
import { testRepository } from "../support/git.ts";
import type { Files, TestRepository } from "../support/git.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./govern/support/plain.ts";
import type { Texts } from "./govern/support/runs.ts";

const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

async function fix({ dir }: TestRepository): Promise<Fixed> {
  const repository = await gitRepository(dir);
  open.push(repository);
  const memo = await openMemo({ folder: dir, env: {}, enabled: false });
  const workshop = { repository, memo, packs, progress: () => undefined };
  return fixWorkTree(workshop, await gitWorkFiles(dir), { asOf: "2026-11-20", failOn: "block" });
}

/** A work tree that differs from its commit. */
function workTree(main: Files, change: Files): TestRepository {
  const repository = testRepository();
  repository.commit(main);
  repository.checkout();
  repository.write(change);
  return repository;
}

function textOf({ dir }: TestRepository, file: string): string {
  return readFileSync(join(dir, file), "utf8");
}

const BARE = less(PLAIN, policyFile("named"));

/** A policy whose fix sets a custom property to one of its two right values. */
function set(id: string, property: string, value: string): Texts {
  const rule = { eq: [{ var: ["product", "custom", property] }, value] };
  const patch = [{ set: `product.custom.${property}`, value }];
  return { [policyFile(id)]: policy(id, { rule, fix: { text: `Set ${property}.`, patch } }) };
}

describe("fixes in the work tree", () => {
  it("are made one after the other, each on what those before have left", async () => {
    const rules = { ...BARE, ...set("one", "tier", "gold"), ...set("two", "zone", "eu") };
    const repository = workTree(less(rules, PLAYS), { [PLAYS]: `${product("plays")}# The end.` });
    const { mended, left, report } = await fix(repository);
    expect(mended.map(({ policy: id }) => id)).toEqual(["own.one", "own.two"]);
    expect({ left, verdict: report.verdict }).toEqual({ left: [], verdict: "pass" });
    expect(textOf(repository, PLAYS)).toBe(
      `${product("plays")}customProperties:\n  - property: tier\n    value: gold\n  - property: zone\n    value: eu\n# The end.`,
    );
  });

  it("leave out what would undo the one before", async () => {
    const rules = { ...BARE, ...set("one", "tier", "gold"), ...set("two", "tier", "tin") };
    const repository = workTree(less(rules, PLAYS), { [PLAYS]: product("plays") });
    const { mended, left, report } = await fix(repository);
    expect(mended).toMatchObject([{ policy: "own.one" }]);
    expect(left).toMatchObject([
      { finding: { policy: "own.two" }, reason: "it would bring a finding of own.one on product plays" },
    ]);
    expect(report.findings).toMatchObject([{ policy: "own.two" }]);
  });

  it("are not made twice where one mends two findings", async () => {
    const both = policy("both", {
      rule: { has: { var: "product.custom.tier" } },
      fix: { text: "Set it.", patch: [{ set: "product.custom.tier", value: "gold" }] },
    });
    const rules = { ...BARE, ...set("one", "tier", "gold"), [policyFile("both")]: both };
    const repository = workTree(less(rules, PLAYS), { [PLAYS]: product("plays") });
    const { mended, left, report } = await fix(repository);
    expect({ mended: mended.length, left, verdict: report.verdict }).toEqual({ mended: 1, left: [], verdict: "pass" });
  });

  const port = { name: "p", version: "1.0.0", contractId: "c" };
  const SOURCES: Texts = {
    ...BARE,
    [policyFile("sources")]: policy("sources", {
      target: { forEach: "product.inputPorts[*]" },
      rule: { eq: [{ var: "it.resolution" }, "exact"] },
      fix: { text: "Remove it.", patch: [{ remove: "it" }] },
    }),
    [PLAYS]: product("plays", { name: "Plays", outputPorts: [port] }),
    [TOP]: product("top", { inputPorts: [port] }),
  };
  const CHANGE = { [PLAYS]: product("plays", { name: "Plays" }) };

  it("do not make count in a file that nobody touched what grace had left alone", async () => {
    const named = policy("named", { existing: { level: "advisory", until: "2026-11-01" } });
    const repository = workTree({ ...SOURCES, [policyFile("named")]: named }, CHANGE);
    const { mended, left } = await fix(repository);
    expect(mended).toEqual([]);
    expect(left).toMatchObject([{ reason: "it would bring a finding of own.named on product top" }]);
    expect(repository.git("status", "--porcelain")).toBe(` M ${PLAYS}`);
  });

  it("keep the line ends that are on disk where git has others", async () => {
    const repository = testRepository();
    repository.git("config", "core.autocrlf", "true");
    repository.commit(SOURCES);
    repository.checkout();
    const onDisk = textOf(repository, TOP);
    expect(onDisk).toBe(product("top", { inputPorts: [port] }).replaceAll("\n", "\r\n"));
    // Written before the index was, so that git need not look into the files.
    const earlier = new Date(Date.now() - 60_000);
    for (const file of Object.keys(SOURCES)) utimesSync(join(repository.dir, file), earlier, earlier);
    repository.git("update-index", "--refresh");
    repository.write(CHANGE);
    const { mended } = await fix(repository);
    expect(mended).toMatchObject([{ location: { file: TOP } }]);
    expect(textOf(repository, TOP)).toBe(product("top", { inputPorts: [] }).replaceAll("\n", "\r\n"));
  });
});
