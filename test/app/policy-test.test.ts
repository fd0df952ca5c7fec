import { expect, it } from "vitest";
import { testPack } from "../../src/app/policy-test.ts";
import { packFixture, shippedPacks } from "../../src/io/files/packs.ts";
import { stands } from "../../src/model/policy-test.ts";
import type { PolicyTest } from "../../src/model/policy-test.ts";

const packs = await shippedPacks();
const progress = (): void => undefined;

function test(pack: string, ...policies: readonly string[]): Promise<PolicyTest> {
  return testPack({ packs, fixture: packFixture, progress }, pack, policies);
}

it.each([...packs.keys()])("the policies of %s stand at their levels", async (pack) => {
  const { policies, problems } = await test(pack);
  expect(problems).toEqual([]);
  expect(policies.length).toBeGreaterThan(10);
  expect(policies.filter((policy) => !stands(policy))).toEqual([]);
});

it("a policy is tested alone, and told of by its file", async () => {
  const { policies } = await test("baseline", "baseline.retention");
  expect(policies).toMatchObject([
    {
      id: "baseline.retention",
      file: "policies/baseline/retention.yaml",
      fixture: "policies/baseline/fixture",
      level: "warn",
      gate: "holds",
    },
  ]);
});

it("names that do not exist are told with the nearest that do", async () => {
  await expect(test("baselin")).rejects.toMatchObject({ code: "unknown-pack", remedy: 'Did you mean "baseline"?' });
  await expect(test("baseline", "baseline.retentoin")).rejects.toMatchObject({
    code: "unknown-policy",
    remedy: 'Did you mean "baseline.retention"?',
  });
});
