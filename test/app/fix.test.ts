import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/app/check.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { Finding } from "../../src/model/finding.ts";
import { testRepository } from "../support/git.ts";
import type { Files, TestRepository } from "../support/git.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./govern/support/plain.ts";

const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

async function findings({ dir }: TestRepository, base: string | undefined, ref: string): Promise<readonly Finding[]> {
  const repository = await gitRepository(dir);
  open.push(repository);
  const memo = await openMemo({ folder: dir, env: {}, enabled: false });
  const request = { ...(base !== undefined && { base }), head: { ref }, asOf: "2026-11-20", failOn: "block" } as const;
  const report = await check({ repository, memo, packs, progress: () => undefined }, request);
  expect(report.problems).toEqual([]);
  return report.findings;
}

function repositoryWith(main: Files): TestRepository {
  const repository = testRepository();
  repository.commit(main);
  return repository;
}

/** A policy that has a fix. */
function tiered(patch: unknown, members: Readonly<Record<string, unknown>> = {}): string {
  return policy("tiered", {
    rule: { in: [{ var: "product.custom.tier" }, ["gold", "silver"]] },
    message: "{product.id} has no tier.",
    fix: { text: "Give it one.", patch },
    ...members,
  });
}

const SILVER = [{ set: "product.custom.tier", value: "silver" }];
const BARE = less(PLAIN, policyFile("named"));
const MESH: Files = { ...BARE, [policyFile("tiered")]: tiered(SILVER) };
const TIERED = (tier: string): Record<string, unknown> => ({ customProperties: [{ property: "tier", value: tier }] });
const FINE = { [PLAYS]: product("plays", TIERED("gold")), [TOP]: product("top", TIERED("gold")) };

/** What the findings of a policy offer: the file with the fix in it, or nothing. */
function offered(repository: TestRepository, ref: string, all: readonly Finding[]): readonly (string | undefined)[] {
  return all.map(({ fix, location }) => {
    if (fix === undefined) return undefined;
    expect(fix.file).toBe(location.file);
    const { dir } = repositoryWith({ [fix.file]: repository.git("show", `${ref}:${fix.file}`) + "\n" });
    execFileSync("git", ["checkout", "-q", "main"], { cwd: dir });
    execFileSync("git", ["apply", "-"], { cwd: dir, input: fix.diff });
    const after = execFileSync("cat", [fix.file], { cwd: dir, encoding: "utf8" });
    const lines = (repository.git("show", `${ref}:${fix.file}`) + "\n").split(/(?<=\n)/);
    for (const { line, endLine, text } of fix.edits.toReversed()) lines.splice(line - 1, endLine - line, text);
    expect(lines.join("")).toBe(after);
    return after;
  });
}

describe("a check", () => {
  it("offers on the whole mesh what its policies know, as a diff and as edits", async () => {
    const repository = repositoryWith(MESH);
    const found = await findings(repository, undefined, "main");
    expect(offered(repository, "main", found)).toEqual([
      `${product("plays", { name: "Plays" })}customProperties:\n  - property: tier\n    value: silver\n`,
      `${product("top", { name: "Top" })}customProperties:\n  - property: tier\n    value: silver\n`,
    ]);
  });

  it("offers on a change what stands in its files", async () => {
    const repository = repositoryWith({ ...MESH, [PLAYS]: product("plays", TIERED("tin")) });
    repository.commit(
      { [PLAYS]: product("plays", { ...TIERED("tin"), name: "Plays" }) },
      { on: "change", from: "main" },
    );
    const found = await findings(repository, "main", "change");
    expect(found).toMatchObject([{ origin: "existing", subject: { id: "plays" } }]);
    expect(offered(repository, "change", found)).toEqual([
      product("plays", { ...TIERED("tin"), name: "Plays" }).replace('"value":"tin"', '"value":"silver"'),
    ]);
  });

  it("offers a fix where the finding stands, also where the change does not touch", async () => {
    const reads = { inputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const publishes = { outputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const active = policy("sources", {
      target: { forEach: "product.inputPorts[*]" },
      applies: { has: { var: "product.name" } },
      rule: { eq: [{ var: "it.resolution" }, "exact"] },
      fix: { text: "Remove it.", patch: [{ remove: "it" }] },
    });
    const repository = repositoryWith({
      ...BARE,
      [policyFile("sources")]: active,
      [PLAYS]: product("plays", publishes),
      [TOP]: product("top", { name: "Top", ...reads }),
    });
    repository.commit({ [PLAYS]: product("plays") }, { on: "change", from: "main" });
    const found = await findings(repository, "main", "change");
    expect(found).toMatchObject([{ origin: "new", location: { file: TOP } }]);
    expect(offered(repository, "change", found)).toEqual([product("top", { name: "Top", ...reads, inputPorts: [] })]);
  });

  it("offers nothing to a change at what others left in their files", async () => {
    const reads = { inputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const publishes = { outputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const repository = repositoryWith({
      ...MESH,
      [PLAYS]: product("plays", { ...TIERED("gold"), ...publishes }),
      [TOP]: product("top", reads),
    });
    repository.commit({ [PLAYS]: product("plays", TIERED("gold")) }, { on: "change", from: "main" });
    const found = await findings(repository, "main", "change");
    expect(found).toMatchObject([{ origin: "existing", location: { file: TOP } }]);
    expect(offered(repository, "change", found)).toEqual([undefined]);
  });

  it.each<[why: string, files: Files]>([
    ["does not mend the finding", { [policyFile("tiered")]: tiered([{ set: "product.custom.tier", value: "tin" }]) }],
    [
      "brings a finding of another policy",
      { [policyFile("bare")]: policy("bare", { rule: { not: { has: { var: "product.custom.tier" } } } }) },
    ],
    [
      "brings a finding that is only measured",
      {
        [policyFile("bare")]: policy("bare", {
          level: "shadow",
          rule: { not: { has: { var: "product.custom.tier" } } },
        }),
      },
    ],
    [
      "breaks the form of the file",
      { [policyFile("tiered")]: tiered([...SILVER, { set: "product.tenant", value: 1 }]) },
    ],
    ["removes what it is about", { [policyFile("tiered")]: tiered([{ set: "product.id", value: "other" }]) }],
    [
      "needs a fact that is missing",
      { [policyFile("tiered")]: tiered([{ set: "product.custom.tier", value: "{product.tenant}" }]) },
    ],
    ["is for findings that are only measured", { [policyFile("tiered")]: tiered(SILVER, { level: "shadow" }) }],
    ["removes what is not there", { [policyFile("tiered")]: tiered([...SILVER, { remove: "product.tags" }]) }],
  ])("offers no fix that %s", async (_, files) => {
    const repository = repositoryWith({ ...MESH, ...files });
    const found = (await findings(repository, undefined, "main")).filter(({ policy: id }) => id === "own.tiered");
    expect(found).toHaveLength(2);
    expect(offered(repository, "main", found)).toEqual([undefined, undefined]);
  });

  it("offers no fix that harms a neighbour", async () => {
    const repository = repositoryWith({
      ...MESH,
      [policyFile("tiered")]: tiered([...SILVER, { set: "product.status", value: "draft" }]),
      [policyFile("sources")]: policy("sources", {
        type: "graph",
        target: { forEach: "product.inputPorts[*].upstreams[*]" },
        rule: { eq: [{ var: "it.status" }, "active"] },
      }),
      [PLAYS]: product("plays", { outputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] }),
      [TOP]: product("top", { ...TIERED("gold"), inputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] }),
    });
    const found = await findings(repository, undefined, "main");
    expect(found).toMatchObject([{ policy: "own.tiered", subject: { id: "plays" } }]);
    expect(offered(repository, "main", found)).toEqual([undefined]);
  });

  it("offers no fix to a change that would break what changes must keep", async () => {
    const kept = policy("kept", { type: "change", rule: { not: { changed: { var: "product.tenant" } } } });
    const patch = [...SILVER, { set: "product.tenant", value: "daff" }];
    const repository = repositoryWith({
      ...MESH,
      ...FINE,
      [policyFile("tiered")]: tiered(patch),
      [policyFile("kept")]: kept,
    });
    repository.commit({ [PLAYS]: product("plays", { name: "Plays" }) }, { on: "change", from: "main" });
    const found = await findings(repository, "main", "change");
    expect(found).toMatchObject([{ policy: "own.tiered", origin: "new" }]);
    expect(offered(repository, "change", found)).toEqual([undefined]);
    // As a state it is sound: without a base nobody asks what changed.
    const state = await findings(repository, undefined, "change");
    expect(offered(repository, "change", state)).toEqual([expect.stringContaining("tenant: daff")]);
  });

  it("offers no fix that makes count in its file what grace had left alone", async () => {
    const reads = { inputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const publishes = { outputPorts: [{ name: "p", version: "1.0.0", contractId: "c" }] };
    const sources = policy("sources", {
      target: { forEach: "product.inputPorts[*]" },
      rule: { eq: [{ var: "it.resolution" }, "exact"] },
      fix: { text: "Remove it.", patch: [{ remove: "it" }] },
    });
    const mesh = (until: string): TestRepository => {
      const repository = repositoryWith({
        ...BARE,
        [policyFile("sources")]: sources,
        [policyFile("named")]: policy("named", { existing: { level: "advisory", until } }),
        [PLAYS]: product("plays", { name: "Plays", ...publishes }),
        [TOP]: product("top", reads),
      });
      repository.commit({ [PLAYS]: product("plays", { name: "Plays" }) }, { on: "change", from: "main" });
      return repository;
    };
    const fixes = async (until: string): Promise<readonly boolean[]> =>
      (await findings(mesh(until), "main", "change"))
        .filter(({ policy: id }) => id === "own.sources")
        .map(({ fix }) => fix !== undefined);
    expect(await fixes("2026-12-01")).toEqual([true]);
    expect(await fixes("2026-11-01")).toEqual([false]);
  });

  it("mends what a change did", async () => {
    const kept = policy("kept", {
      type: "change",
      applies: { has: { var: "before.tenant" } },
      rule: { eq: [{ var: "product.tenant" }, { var: "before.tenant" }] },
      fix: { text: "Put it back.", patch: [{ set: "product.tenant", value: "{before.tenant}" }] },
    });
    const repository = repositoryWith({
      ...BARE,
      [policyFile("kept")]: kept,
      [PLAYS]: product("plays", { tenant: "daff" }),
    });
    repository.commit({ [PLAYS]: product("plays", { tenant: "Daff" }) }, { on: "change", from: "main" });
    const found = await findings(repository, "main", "change");
    expect(offered(repository, "change", found)).toEqual([product("plays", { tenant: "daff" })]);
  });

  it("offers fixes for twenty findings", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`products/player/p${index}.odps.yaml`, product(`p${index}`)]),
    );
    const repository = repositoryWith({ ...MESH, ...FINE, ...many });
    const found = await findings(repository, undefined, "main");
    expect(found).toHaveLength(25);
    expect(found.filter(({ fix }) => fix !== undefined)).toHaveLength(20);
  });
});
