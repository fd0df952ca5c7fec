import { afterAll, describe, expect, it } from "vitest";
import { documentPolicies } from "../../src/app/policy-docs.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { DocumentedPolicy, PolicyDocs } from "../../src/model/policy-docs.ts";
import { testRepository } from "../support/git.ts";
import type { Files } from "../support/git.ts";
import { less, PLAIN, policy, policyFile } from "./govern/support/plain.ts";

const packs = await shippedPacks();
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const repository of open) await repository.close();
});

const BARE: Files = less(PLAIN, policyFile("named"));
const HEAD = "apiVersion: meshgate/v1\nkind: Mesh\nname: plain\n";

async function docsOf(files: Files, asOf = "2026-06-01"): Promise<PolicyDocs> {
  const made = testRepository();
  made.commit({ ...BARE, ...files });
  const repository = await gitRepository(made.dir);
  open.push(repository);
  const memo = await openMemo({ folder: made.dir, env: {}, enabled: false });
  return documentPolicies({ repository, memo, packs, progress: () => undefined }, { head: { ref: "main" }, asOf });
}

async function soleOf(files: Files, asOf?: string): Promise<DocumentedPolicy> {
  const { policies } = await docsOf(files, asOf);
  expect(policies).toHaveLength(1);
  const [sole] = policies;
  if (sole === undefined) throw new Error("no policy has a page");
  return sole;
}

const LONGEST = `# The longest that anybody keeps anything.
apiVersion: meshgate/v1
kind: Policy
id: global.retention
version: 1.2.0
type: descriptor
title: Data is not kept longer than the domain allows
rationale: What is kept can leak.
decision: { context: Everybody kept everything., steward: "@daff/privacy" }
serves: [121]
rollout:
  - { from: 2026-01-01, level: warn }
  - { from: 2026-09-01, level: block }
waiver: { maxDays: 400 }
target: { forEach: "product.outputPorts[*]" }
applies: { eq: [{ var: product.status }, active] } # drafts may wait
params:
  longest: { type: duration, default: P365D, description: The longest., stricter: lower }
rule:
  # as the law has it
  durationLte: [{ var: product.custom.retention }, { var: params.longest }]
onEmpty: fail
message: "{product.id} keeps data longer than {params.longest}."
fix:
  text: "Keep it at most {params.longest}."
  patch: [{ remove: "product.custom.retention" }]
tests:
  - name: the mesh as it is
    given: {}
    expect: pass
  - name: too long
    given:
      set: { "products/player/plays.odps.yaml#/name": A }
      remove: ["products/player/plays.odps.yaml#/status"]
      delete: [products/playlist/top.odps.yaml]
      add: { products/player/b.odps.yaml: "id: b\\n" }
    expect: fail
    at: ["products/player/plays.odps.yaml#/name"]
`;
const RETENTION: Files = { "policies/global/retention.yaml": LONGEST };
const BINDING = `apiVersion: meshgate/v1
kind: Binding
domain: player
policies:
  global.retention@1:
    params: { longest: P30D }
    also:
      rule:
        neq: [{ var: product.status }, draft]
      message: "{product.id} is a draft."
      fix: { text: Publish it. }
`;

describe("the page of a policy", () => {
  it("has what its author wrote, in the author's lines", async () => {
    expect(await soleOf(RETENTION)).toMatchObject({
      id: "global.retention",
      version: "1.2.0",
      file: "policies/global/retention.yaml",
      layer: "guild",
      owners: ["@daff/privacy"],
      decision: { context: "Everybody kept everything.", steward: "@daff/privacy" },
      serves: [121],
      target: { kind: "product", lists: ["outputPorts"] },
      rule: `applies: { eq: [{ var: product.status }, active] }
rule:
  # as the law has it
  durationLte: [{ var: product.custom.retention }, { var: params.longest }]
onEmpty: fail`,
      message: "{product.id} keeps data longer than {params.longest}.",
      fix: { text: "Keep it at most {params.longest}.", isPatched: true },
      params: [{ name: "longest", type: "duration", default: "P365D", description: "The longest.", stricter: "lower" }],
      examples: [
        { name: "the mesh as it is", expect: "pass", before: [], given: [], at: [] },
        {
          name: "too long",
          expect: "fail",
          given: [
            { kind: "delete", file: "products/playlist/top.odps.yaml" },
            { kind: "add", file: "products/player/b.odps.yaml", text: "id: b\n" },
            { kind: "set", place: "products/player/plays.odps.yaml#/name", value: "A" },
            { kind: "remove", place: "products/player/plays.odps.yaml#/status" },
          ],
          at: ["products/player/plays.odps.yaml#/name"],
        },
      ],
    });
  });

  it("has the value of everybody and of each domain, with whom has set it where", async () => {
    const settings = `${HEAD}policies:\n  global.retention:\n    params: { longest: P100D }\n`;
    const { forms, additions } = await soleOf({
      ...RETENTION,
      "meshgate.yaml": settings,
      "bindings/player.yaml": BINDING,
    });
    const values = forms.map(({ domain, params, sources }) => {
      const source = sources.get("params.longest");
      return [domain, params["longest"], source?.layer, source?.location.file, source?.location.line];
    });
    expect(values).toEqual([
      [undefined, "P100D", "guild", "meshgate.yaml", 6],
      ["player", "P30D", "domain player", "bindings/player.yaml", 6],
    ]);
    expect(additions).toMatchObject([
      {
        id: "global.retention+player",
        domain: "player",
        rule: "rule:\n  neq: [{ var: product.status }, draft]",
        message: "{product.id} is a draft.",
        fix: "Publish it.",
        location: { file: "bindings/player.yaml", line: 7 },
      },
    ]);
  });

  it("promises no waiver that the guild does not allow", async () => {
    const [form] = (await soleOf(RETENTION)).forms;
    expect(form.waiver).toEqual({ allowed: true, maxDays: 180, whole: false });
  });

  it("has the waivers that hold or will, and no other", async () => {
    const waiver = (id: string, members: object): Files => ({
      [`waivers/player/${id}.yaml`]: JSON.stringify({
        apiVersion: "meshgate/v1",
        kind: "Waiver",
        id,
        policy: "own.named@1",
        product: "plays",
        category: "waiver",
        reason: "R",
        ticket: "T-1",
        requestedBy: "player-data",
        from: "2026-05-01",
        expires: "2026-07-01",
        ...members,
      }),
    });
    const files = {
      [policyFile("named")]: policy("named"),
      ...waiver("now", {}),
      ...waiver("over", { from: "2026-04-01", expires: "2026-06-01" }),
      ...waiver("later", { from: "2026-06-02" }),
      ...waiver("unsound", { policy: "own.named@2" }),
    };
    expect((await soleOf(files)).waivers.map(({ id }) => id)).toEqual(["later", "now"]);
    expect((await soleOf(files, "2026-05-31")).waivers.map(({ id }) => id)).toEqual(["later", "now", "over"]);
  });

  it("belongs to the domain whose policy it is", async () => {
    const own = policy("named", {
      id: "player.named",
      rollout: [{ from: "2030-01-01", level: "warn" }],
      level: undefined,
    });
    const { layer, owners, forms } = await soleOf({ "policies/domains/player/named.yaml": own });
    expect({ layer, owners, domains: forms.map(({ domain }) => domain) }).toEqual({
      layer: "domain player",
      owners: ["@daff/player-data"],
      domains: ["player"],
    });
  });
});

describe("pages", () => {
  const raised = `apiVersion: meshgate/v1\nkind: Binding\ndomain: player\npolicies: { own.named@1: { level: warn } }\n`;

  it.each<[what: string, files: Files, pages: number]>([
    ["a policy that is off", { [policyFile("named")]: policy("named", { level: "off" }) }, 0],
    [
      "a policy that is off, and that a domain has raised",
      { [policyFile("named")]: policy("named", { level: "off" }), "bindings/player.yaml": raised },
      1,
    ],
    [
      "a policy that comes later",
      {
        [policyFile("named")]: policy("named", {
          level: undefined,
          rollout: [{ from: "2031-01-01", level: "shadow" }],
        }),
      },
      1,
    ],
    ["no policy at all", {}, 0],
  ])("there are of %s", async (_, files, pages) => {
    expect((await docsOf(files)).policies).toHaveLength(pages);
  });

  it("stand where the mesh says", async () => {
    expect((await docsOf({})).folder).toBe("docs/policies");
    expect((await docsOf({ "meshgate.yaml": `${HEAD}docs: { folder: rules }\n` })).folder).toBe("rules");
  });

  it("are the same whatever the order of the packs", async () => {
    const names = [...packs.keys()];
    const of = (list: readonly string[]): Promise<PolicyDocs> =>
      docsOf({ "meshgate.yaml": `${HEAD}packs: [${list.join(", ")}]\n` });
    const docs = await of(names);
    expect(await of(names.toReversed())).toEqual(docs);
    expect(docs.policies.map(({ id }) => id)).toEqual(docs.policies.map(({ id }) => id).sort());
    expect(new Set(docs.policies.map(({ layer }) => layer))).toEqual(new Set(names.map((name) => `pack ${name}`)));
  });

  it("take the words of a pack from the pack, whatever stands at its place in the mesh", async () => {
    const other = policy("retention", { id: "own.retention", title: "Something else" });
    const { policies } = await docsOf({
      "meshgate.yaml": `${HEAD}packs: [baseline]\n`,
      "policies/baseline/retention.yaml": other,
    });
    const rule = (id: string): string | undefined => policies.find((one) => one.id === id)?.rule;
    expect(rule("own.retention")).toBe('"rule":{"has":{"var":"product.name"}}');
    expect(rule("baseline.retention")).toMatch(/^applies:/);
  });

  it("are not written of rules with errors", async () => {
    const broken = policy("named", { rule: { has: { var: "product.nmae" } } });
    await expect(docsOf({ [policyFile("named")]: broken })).rejects.toMatchObject({
      kind: "input",
      code: "rules-unreadable",
      message: expect.stringContaining("policies/global/named.yaml:1:") as string,
    });
  });
});
