import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { PolicyTest, SuggestedCase } from "../../src/model/policy-test.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import { meshgate, meshgateInside } from "../support/meshgate.ts";
import type { Run } from "../support/meshgate.ts";

const POLICY = {
  apiVersion: "meshgate/v1",
  kind: "Policy",
  id: "global.ports",
  version: "1.0.0",
  type: "descriptor",
  title: "A product has few output ports",
  rationale: "Readers choose among few.",
  level: "block",
  target: { forEach: "product" },
  params: { most: { type: "integer", default: 2, description: "Ports that a product may have." } },
  rule: { lte: [{ count: { var: "product.outputPorts" } }, { var: "params.most" }] },
  message: "Product {product.id} has too many output ports.",
  fix: { text: "Take some away." },
};

const FIXTURE = {
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: small\n",
  "guild.yaml": "apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: shop, name: Shop, owners: ['@daff/shop'] }]\n",
  "shop/orders.odps.yaml": `apiVersion: v1.1.0
kind: DataProduct
id: shop.orders
name: Orders
version: 1.0.0
status: active
outputPorts:
  - { name: daily, version: 1.0.0, type: tables, contractId: shop.orders }
`,
};

const MESH = {
  "meshgate.yaml": "apiVersion: meshgate/v1\nkind: Mesh\nname: daff\n",
  "guild.yaml":
    "apiVersion: meshgate/v1\nkind: Guild\ndomains: [{ id: shop, name: Shop, owners: ['@daff/shop'] }, { id: other, name: Other, owners: ['@daff/other'] }]\n",
};

const ORDERS = "shop/orders.odps.yaml#/outputPorts";

function port(name: string): Record<string, string> {
  return { name, version: "1.0.0", type: "tables", contractId: `shop.${name}` };
}

const CASES = [
  { name: "one port", expect: "pass" },
  { name: "three ports", given: { set: { [ORDERS]: [port("a"), port("b"), port("c")] } }, expect: "fail" },
  {
    name: "without products there are no ports",
    given: { delete: ["shop/orders.odps.yaml"] },
    expect: "not-applicable",
  },
];
/** What the cases above leave out: exactly as many ports as there may be. */
const BOUND = { name: "two ports", given: { set: { [ORDERS]: [port("a"), port("b")] } }, expect: "pass" };

type Files = Readonly<Record<string, string>>;

function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));
}

function policy(members: object): string {
  return stringify({ ...POLICY, ...members });
}

/** Tests the policies of a mesh that is committed and not checked out. */
function tested(files: Files, ...args: readonly string[]): Promise<Run> {
  const { dir } = meshRepository({ ...MESH, ...files });
  return meshgateInside(["policy", "test", "--repo", dir, "--head", "main", ...args]);
}

async function answer(
  files: Files,
  ...args: readonly string[]
): Promise<PolicyTest & { readonly code: number | null }> {
  const { code, stdout } = await tested(files, "--format", "json", ...args);
  return { code, ...(JSON.parse(stdout) as PolicyTest) };
}

const SMALL = inFolder("policies/global/fixture", FIXTURE);
const FILE = "policies/global/ports.yaml";

describe.concurrent("policy test", () => {
  test("passes when the cases show everything, on the fixture beside the policy", async () => {
    const { code, stdout, stderr } = await tested({ ...SMALL, [FILE]: policy({ tests: [...CASES, BOUND] }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}policy +level +cases +cover +mutants +may be\n✓ global\.ports +block +4\/4 +2\/2 +/);
    expect(stdout).toMatch(/\n1 of 1 policy stands · 4 cases · (\d+) of \1 mutants killed\n$/);
  });

  test("fails for a survivor, and suggests a case with which it passes", async () => {
    const bad = { ...SMALL, [FILE]: policy({ tests: CASES }) };
    const { code, policies } = await answer(bad);
    expect(code).toBe(1);
    const [found] = policies;
    expect(found).toMatchObject({
      level: "block",
      promotable: "warn",
      gate: "open",
      fixture: "policies/global/fixture",
    });
    const suggestions = found?.mutants.survived.flatMap(({ suggestion }) => suggestion ?? []) ?? [];
    expect(found?.mutants.survived.map(({ path, change }) => `${path}: ${change}`)).toEqual([
      "rule: lte -> lt",
      "params.most.default: 2 -> 1",
    ]);
    expect(suggestions).toHaveLength(2);
    const text = await tested(bad);
    expect(text.stdout).toMatch(/\n {2}17:3 rule: lte -> lt: no case tells them apart\n {4}- name: /);
    expect(text.stdout).toContain("It is at block and may be warn");
    const tests = [
      ...CASES,
      ...suggestions.map((one: SuggestedCase, index) => ({ ...one, name: `case ${String(index)}` })),
    ];
    expect((await answer({ ...SMALL, [FILE]: policy({ tests }) })).code).toBe(0);
  });

  test("is as its schema says", async () => {
    const schema = await meshgate(["schema", "policy-test"]);
    const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
      JSON.parse(schema.stdout) as object,
    );
    for (const run of [
      await tested({ ...SMALL, [FILE]: policy({ tests: CASES }) }, "--format", "json"),
      await meshgate(["policy", "test", "--pack", "baseline", "baseline.field-names", "--format", "json"]),
    ]) {
      validate(JSON.parse(run.stdout));
      expect(validate.errors).toBeNull();
    }
  });

  test.each<[what: string, files: Files]>([
    [
      "a level of its rollout that is still to come",
      {
        [FILE]: policy({
          tests: CASES,
          level: undefined,
          rollout: [
            { from: "2020-01-01", level: "shadow" },
            { from: "2199-01-01", level: "block" },
          ],
        }),
      },
    ],
    [
      "the level that the mesh sets",
      {
        [FILE]: policy({ tests: CASES, level: "shadow" }),
        "meshgate.yaml": `${MESH["meshgate.yaml"]}policies: { global.ports: { level: block } }\n`,
      },
    ],
    [
      "a case that does not hold",
      { [FILE]: policy({ tests: [...CASES, { ...BOUND, expect: "fail" }], level: "shadow" }) },
    ],
    [
      "a mutant that is named and does not survive",
      {
        [FILE]: policy({
          tests: [...CASES, BOUND],
          equivalentMutants: [{ mutant: "rule: lte -> lt", reason: "It is." }],
        }),
      },
    ],
  ])("fails for %s", async (_, files) => {
    expect((await tested({ ...SMALL, ...files })).code).toBe(1);
  });

  test("passes at shadow and advisory whatever is not shown", async () => {
    for (const level of ["shadow", "advisory"]) {
      expect((await answer({ ...SMALL, [FILE]: policy({ level }) })).code).toBe(0);
    }
  });

  test("takes the nearest fixture above, else the mesh itself", async () => {
    const tests = [...CASES, BOUND];
    const above = await answer({ ...inFolder("policies/fixture", FIXTURE), [FILE]: policy({ tests }) });
    expect(above).toMatchObject({ code: 0, policies: [{ fixture: "policies/fixture" }] });
    const itself = await answer({ ...FIXTURE, [FILE]: policy({ tests }) });
    expect(itself).toMatchObject({ code: 0, policies: [{ fixture: "" }] });
  });

  test("asks the policy of a domain about that domain alone", async () => {
    const own = { id: "shop.ports", level: "advisory", tests: [{ name: "all", expect: "pass" }] };
    const others = FIXTURE["shop/orders.odps.yaml"].replaceAll("shop.orders", "other.orders");
    const many = others.replace(
      "outputPorts:",
      `outputPorts:\n  - ${JSON.stringify(port("a"))}\n  - ${JSON.stringify(port("b"))}\n  - ${JSON.stringify(port("c"))}`,
    );
    const mesh = { ...FIXTURE, ...MESH, "other/orders.odps.yaml": many };
    expect(await answer({ ...mesh, "policies/domains/shop/ports.yaml": policy(own) })).toMatchObject({ code: 0 });
    expect(await answer({ ...mesh, [FILE]: policy({ ...own, id: "global.ports" }) })).toMatchObject({ code: 1 });
  });

  test("leaves fixtures out of the mesh", async () => {
    const { dir } = meshRepository({ ...MESH, ...FIXTURE, ...SMALL, [FILE]: policy({ level: "advisory" }) });
    const { code, stdout } = await meshgate(["graph", "--repo", dir, "--head", "main"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Data mesh · 1 product, /);
  });

  test("looks at the work tree by default", async () => {
    const mesh = meshRepository({ ...MESH, ...SMALL, [FILE]: policy({ tests: CASES }) });
    mesh.checkout();
    mesh.write({ [FILE]: policy({ tests: [...CASES, BOUND] }) });
    expect((await meshgate(["policy", "test"], { cwd: mesh.dir })).code).toBe(0);
    expect((await meshgate(["policy", "test", "--head", "main"], { cwd: mesh.dir })).code).toBe(1);
  });

  test("has nothing against a mesh without policies", async () => {
    const { code, stdout } = await tested({});
    expect(code).toBe(0);
    expect(stdout).toMatch(/^This mesh has no policies of its own to test\./);
  });

  test.each<[what: string, files: Files, args: string[], said: RegExp]>([
    ["an id that is none", { [FILE]: policy({}) }, ["global.port"], /Did you mean "global\.ports"\?/],
    ["a pack that is none", {}, ["--pack", "baselin"], /Did you mean "baseline"\?/],
    [
      "a policy that is none",
      { [FILE]: policy({ rule: { lte: [{ var: "product.outputPorts" }] } }) },
      [],
      /lte takes 2/,
    ],
    ["settings that cannot be read", { [FILE]: policy({}), "meshgate.yaml": "kind: Mesh\n" }, [], /meshgate\.yaml/],
  ])("cannot test %s", async (_, files, args, said) => {
    const { code, stdout, stderr } = await tested(files, ...args);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(said);
  });
});
