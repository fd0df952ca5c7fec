/**
 * Measures `meshgate policy test` on a generated set of policies: `npx tsx bench/policy-test.ts [--write]`. `--write`
 * puts the table into docs/performance.md; `--targets` ends with 1 when the target is missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { PolicyTest } from "../src/model/policy-test.ts";
import { measure, median } from "./measure.ts";
import { writeBranches } from "./mesh/repository.ts";
import { machine, machineText, writePage } from "./page.ts";
import { generatePolicies } from "./policies.ts";
import { told, table } from "./tables.ts";
import { seconds } from "./targets.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const POLICIES = 200;
const CASES = 1500;
const TARGET_MS = 10_000;

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, targets: { type: "boolean", default: false } },
});

const folder = mkdtempSync(join(tmpdir(), "meshgate-bench-"));
try {
  await writeBranches(folder, [["main", await generatePolicies(POLICIES)]]);
  const args = [PROGRAM, "policy", "test", "--repo", folder, "--head", "main", "--no-cache", "--format", "json"];
  const run = await median(3, () => measure(args));
  const { policies } = JSON.parse(run.stdout) as PolicyTest;
  const sum = (count: (policy: PolicyTest["policies"][number]) => number): number =>
    policies.reduce((all, policy) => all + count(policy), 0);
  const cases = sum(({ tests }) => tests.cases.length);
  if (policies.length < POLICIES || cases < CASES) throw new Error("the generated set is smaller than it should be");
  const mutants = sum(({ mutants }) => mutants.total);
  const met = run.milliseconds <= TARGET_MS;
  const text = [
    `${machineText(machine())}. The whole command, in the middle of three runs.`,
    "",
    ...table(
      ["policies", "cases", "mutants", "killed", "equivalent", "measured", "processor time", "to reach", ""],
      [
        [
          String(policies.length),
          String(cases),
          String(mutants),
          String(sum(({ mutants }) => mutants.killed)),
          String(sum(({ mutants }) => mutants.equivalent)),
          told(run),
          seconds(run.processor),
          seconds(TARGET_MS),
          met ? "met" : "**missed**",
        ],
      ],
    ),
    "",
  ].join("\n");
  process.stdout.write(text);
  if (values.write) await writePage("policy test", text);
  if (values.targets && !met) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
