import { afterAll, describe, expect, it } from "vitest";
import { previewPolicies } from "../../src/app/policy-preview.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { PolicyPreview, PreviewedDay } from "../../src/model/policy-preview.ts";
import { STATES } from "../../src/model/policy-preview.ts";
import { temporaryFolder, testRepository } from "../support/git.ts";
import type { Files, TestRepository } from "../support/git.ts";
import { less, PLAIN, PLAYS, policy, policyFile, product, TOP } from "./govern/support/plain.ts";

const AS_OF = "2026-06-01";
const FILE = policyFile("described");
const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

async function preview({ dir }: TestRepository, history = 0, folder?: string): Promise<PolicyPreview> {
  const repository = await gitRepository(dir);
  open.push(repository);
  const memo = await openMemo({ folder: folder ?? dir, env: {}, enabled: folder !== undefined });
  const workshop = { repository, memo, packs, progress: () => undefined };
  return previewPolicies(workshop, { base: "main", head: { ref: "change" }, asOf: AS_OF, history });
}

function changed(before: Files, after: Files): TestRepository {
  const repository = testRepository();
  repository.commit(before);
  repository.commit(after, { on: "change", from: "main" });
  return repository;
}

/** `2026-06-01: blocked 0→1, passing 2→1 | plays passing→blocked by own.described`. */
function brief({ day, tally, altered }: PreviewedDay): string {
  const states = STATES.filter((state) => tally[state].before !== tally[state].after || tally[state].newly > 0);
  const counts = states.map((state) => `${state} ${tally[state].before}→${tally[state].after}`).join(", ");
  const who = altered.map(({ id, before, after, policies }) => `${id} ${before}→${after} by ${policies.join(" ")}`);
  return `${day}: ${[counts || "as before", ...who].join(" | ")}`;
}

const described = (members: Readonly<Record<string, unknown>>): Files => ({
  [FILE]: policy("described", { rule: { has: { var: "product.description" } }, message: "m", ...members }),
});
const WORDS = "description: { purpose: P }\n";
const MESH: Files = { ...PLAIN, [TOP]: product("top", { name: "Top" }) + WORDS };

describe("a preview", () => {
  it("follows a rollout day by day", async () => {
    const rollout = [
      { from: "2026-07-01", level: "shadow" },
      { from: "2026-08-01", level: "warn" },
      { from: "2026-09-01", level: "block" },
    ];
    const { class: sort, days } = await preview(changed(MESH, described({ level: undefined, rollout })));
    expect(sort).toBe("tighten");
    expect(days.map(brief)).toEqual([
      "2026-06-01: as before",
      "2026-07-01: as before",
      "2026-08-01: warned 0→1, passing 2→1 | plays passing→warned by own.described",
      "2026-09-01: blocked 0→1, passing 2→1 | plays passing→blocked by own.described",
    ]);
    expect(days.at(-1)?.domains.map(({ domain, tally }) => `${domain} ${tally.blocked.newly}`)).toEqual([
      "player 1",
      "playlist 0",
    ]);
    expect(days.at(-1)?.policies).toEqual([{ id: "own.described", newlyFailing: 1, noLongerFailing: 0 }]);
  });

  it.each<[what: string, before: Files, after: Files, line: string]>([
    [
      "a policy taken away",
      { ...MESH, ...described({}) },
      { [FILE]: null },
      "blocked 1→0, passing 1→2 | plays blocked→passing by own.described",
    ],
    [
      "a level lowered",
      { ...MESH, ...described({}) },
      described({ level: "warn" }),
      "blocked 1→0, warned 0→1 | plays blocked→warned by own.described",
    ],
    [
      "a binding",
      { ...MESH, ...described({ level: "advisory" }) },
      {
        "bindings/player.yaml":
          "apiVersion: meshgate/v1\nkind: Binding\ndomain: player\npolicies: { own.described@1: { level: block } }\n",
      },
      "blocked 0→1, passing 2→1 | plays passing→blocked by own.described",
    ],
    [
      "a waiver",
      { ...MESH, ...described({}) },
      {
        "waivers/player/W-1.yaml":
          "{apiVersion: meshgate/v1, kind: Waiver, id: W-1, policy: own.described@1, product: plays, category: waiver, reason: r, ticket: t, requestedBy: p, from: 2026-06-01, expires: 2026-07-01}\n",
      },
      "blocked 1→0, waived 0→1 | plays blocked→waived by own.described",
    ],
    [
      "a rule that cannot be judged",
      MESH,
      described({ rule: { gt: [{ default: [{ var: "product.name" }, 0] }, 1] } }),
      "error 0→2, passing 2→0 | plays passing→error by own.described | top passing→error by own.described",
    ],
    [
      "the only policy, for active products alone",
      { ...MESH, [TOP]: product("top", { name: "Top", status: "draft" }) },
      { [policyFile("named")]: policy("named", { applies: { eq: [{ var: "product.status" }, "active"] } }) },
      "passing 2→1, not-applicable 0→1 | top passing→not-applicable by own.named",
    ],
    [
      "a file that moves to another domain in the guild",
      {
        ...MESH,
        "policies/domains/player/described.yaml": policy("described", {
          id: "player.described",
          rule: { has: { var: "product.description" } },
          message: "m",
        }),
      },
      {
        "guild.yaml":
          'apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: player, owners: ["@daff/player-data"], paths: ["player/**"] }, { id: playlist, owners: ["@daff/playlist-data"], paths: ["products/**"] }]\n',
      },
      "blocked 1→0, passing 1→2 | plays blocked→passing by player.described",
    ],
    ["words alone", MESH, { [policyFile("named")]: policy("named", { title: "Else" }) }, "as before"],
  ])("tells what becomes of every product: %s", async (_, before, after, line) => {
    const { days } = await preview(changed(before, after));
    expect(days.map(brief)).toEqual([`${AS_OF}: ${line}`]);
  });

  it("counts a contract with the products that hand it out", async () => {
    const port = { name: "plays", version: "1.0.0", contractId: "plays-contract" };
    const files: Files = {
      ...MESH,
      [PLAYS]: product("plays", { name: "Plays", outputPorts: [port] }),
      "products/player/plays.odcs.yaml":
        "apiVersion: v3.1.0\nkind: DataContract\nid: plays-contract\nversion: 1.0.0\nstatus: active\nname: c\n",
    };
    const rule = policy("contract", {
      target: { forEach: "contract" },
      rule: { has: { var: "contract.description" } },
      message: "m",
    });
    const { days } = await preview(changed(files, { [policyFile("contract")]: rule }));
    expect(days.map(brief)).toEqual([`${AS_OF}: blocked 0→1, passing 2→1 | plays passing→blocked by own.contract`]);
  });

  it("says the same from memory", async () => {
    const repository = changed(MESH, described({}));
    const folder = temporaryFolder();
    const first = await preview(repository, 0, folder);
    expect(await preview(repository, 0, folder)).toEqual(first);
    expect(first.days.map(brief)).toEqual([(await preview(repository)).days.map(brief)[0]]);
  });

  it("says nothing of rules that cannot be read", async () => {
    const { days, problems } = await preview(changed(MESH, described({ level: "loud" })));
    expect(days).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", location: { file: FILE } }]);
  });

  it("tells when the guild's notice is not kept", async () => {
    const guild = { "guild.yaml": `${PLAIN["guild.yaml"] ?? ""}notice: { days: 14 }\n` };
    const { problems } = await preview(changed({ ...MESH, ...guild }, described({})));
    expect(problems).toMatchObject([{ code: "notice-too-short", severity: "error" }]);
  });
});

describe("the history", () => {
  it("tells which past changes the proposed rules would have stopped", async () => {
    const repository = testRepository();
    repository.commit(PLAIN);
    repository.commit({ "README.md": "Plays\n" });
    repository.commit({ [TOP]: product("top", { name: "Top 50" }) });
    const silent = repository.commit({ "products/player/new.odps.yaml": product("new", { name: "New" }) });
    repository.commit({ [PLAYS]: product("plays", { name: "Plays" }) + WORDS });
    repository.commit(described({}), { on: "change", from: "main" });
    const { history } = await preview(repository, 10);
    expect(history).toMatchObject({
      commits: 4,
      judged: 3,
      // The edit of what was already without words is nobody's new fault.
      stopped: [{ commit: silent, policies: ["own.described"], subjects: ["new"] }],
    });
    expect((await preview(repository, 1)).history).toMatchObject({ commits: 1, judged: 1, stopped: [] });
  });

  it("judges by the rules as they are when all of them hold", async () => {
    const repository = testRepository();
    repository.commit(PLAIN);
    repository.commit({ "products/player/new.odps.yaml": product("new", { name: "New" }) });
    const rollout = [{ from: "2026-12-01", level: "block" }];
    repository.commit(described({ level: undefined, rollout }), { on: "change", from: "main" });
    expect((await preview(repository, 10)).history?.stopped).toHaveLength(1);
  });

  it("does not hold against a policy what another one stops", async () => {
    const repository = testRepository();
    repository.commit({ ...less({ ...PLAIN }, TOP), ...described({}) });
    repository.commit({ "products/player/new.odps.yaml": product("new", { name: "New" }) });
    repository.commit({ [policyFile("named")]: policy("named", { title: "Else" }) }, { on: "change", from: "main" });
    expect((await preview(repository, 10)).history).toMatchObject({ judged: 1, stopped: [] });
  });
});
