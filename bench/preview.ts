/**
 * Measures `meshgate policy preview` of a new policy: `npx tsx bench/preview.ts [--write]`, about five minutes. On a
 * mesh of 10,000 products that was checked before, and on one of 500 products with 90 days of merges. `--write` puts the
 * table into docs/performance.md; `--targets` ends with 1 when a target is missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { PolicyPreview } from "../src/model/policy-preview.ts";
import { measure } from "./measure.ts";
import type { Measured } from "./measure.ts";
import { generateMesh } from "./mesh.ts";
import type { Files } from "./mesh.ts";
import { writeBranches } from "./mesh/repository.ts";
import { machine, machineText, writePage } from "./page.ts";
import { table, told } from "./tables.ts";
import { seconds } from "./targets.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const LARGE = 10_000;
const SMALL = 500;
const DAYS = 90;
const MERGES_A_DAY = 3;

/** Some products of a generated mesh have longer names, so that the policy has something to stop. */
const POLICY: Files = new Map([
  [
    "policies/global/short-names.yaml",
    `apiVersion: meshgate/v1
kind: Policy
id: global.short-names
version: 1.0.0
type: descriptor
title: Names of products are short
rationale: Names stand in addresses and on dashboards, where there is little room.
serves: [3]
level: block
target: { forEach: product }
rule: { matches: [{ var: product.name }, "^.{1,18}$"] }
message: "{product.name} has more than 18 characters."
fix: { text: Find a shorter name. }
at: product.name
`,
  ],
]);

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, targets: { type: "boolean", default: false } },
});

/** The merges of each day, each in one product: a few words of its description, sometimes a longer name. */
function historyOf(files: Files): readonly (readonly [branch: "main", files: Files, from: undefined, day: number])[] {
  const current = new Map([...files].filter(([file]) => file.endsWith(".odps.yaml")));
  const paths = [...current.keys()];
  return Array.from({ length: DAYS * MERGES_A_DAY }, (_, index) => {
    const path = paths[(index * 37) % paths.length] ?? "";
    const day = Math.floor(index / MERGES_A_DAY) + 1;
    const edited = (current.get(path) ?? "")
      .replace(/(are partitioned\.)( Revised \d+\.)?/u, `$1 Revised ${day}.`)
      .replace(/^(name: .*)$/mu, index % 7 === 0 ? "$1 of the mesh" : "$1");
    if (edited === current.get(path)) throw new Error(`${path} was not edited`);
    current.set(path, edited);
    return ["main", new Map([[path, edited]]), undefined, day] as const;
  });
}

interface Trial {
  readonly what: string;
  readonly run: Measured;
  readonly limit?: number;
}

const folder = mkdtempSync(join(tmpdir(), "meshgate-bench-"));
const run = (repository: string, ...args: readonly string[]): Promise<Measured> =>
  measure([PROGRAM, ...args, "--repo", repository, "--as-of", "2026-11-20", "--format", "json"], {
    env: { MESHGATE_CACHE_DIR: `${repository}.cache`, XDG_STATE_HOME: join(folder, "state") },
  });
const preview = (repository: string, ...args: readonly string[]): Promise<Measured> =>
  run(repository, "policy", "preview", "--base", "main", "--head", "change", ...args);

async function onLarge(): Promise<readonly Trial[]> {
  const repository = join(folder, "large.git");
  await writeBranches(repository, [
    ["main", generateMesh(LARGE).files],
    ["change", POLICY, "main"],
  ]);
  await run(repository, "check", "--head", "main");
  const first = await preview(repository);
  const again = await preview(repository);
  const { days } = JSON.parse(first.stdout) as PolicyPreview;
  if ((days[0]?.tally.blocked.newly ?? 0) === 0) throw new Error("the policy stops nothing");
  return [
    { what: `${LARGE} products, checked before; a new policy`, run: first },
    { what: `${LARGE} products, once more`, run: again, limit: 10_000 },
  ];
}

async function onHistory(): Promise<readonly Trial[]> {
  const repository = join(folder, "history.git");
  const { files } = generateMesh(SMALL);
  await writeBranches(repository, [["main", files], ...historyOf(files), ["change", POLICY, "main"]]);
  const merges = DAYS * MERGES_A_DAY;
  const first = await preview(repository, "--history", String(merges));
  const again = await preview(repository, "--history", String(merges));
  const { history } = JSON.parse(first.stdout) as PolicyPreview;
  if (history?.judged !== merges || history.stopped.length === 0) throw new Error("the history was not judged");
  const said = `would have stopped ${history.stopped.length} of ${merges} merges`;
  return [
    { what: `${SMALL} products and ${DAYS} days of merges, cold; ${said}`, run: first, limit: 60_000 },
    { what: `${SMALL} products and ${DAYS} days of merges, once more`, run: again },
  ];
}

try {
  const trials = [...(await onHistory()), ...(await onLarge())];
  const isMet = ({ run: { milliseconds }, limit = Infinity }: Trial): boolean => milliseconds <= limit;
  const text = [
    `${machineText(machine())}. The whole command, once.`,
    "",
    ...table(
      ["", "measured", "processor time", "to reach", ""],
      trials.map((trial) => [
        trial.what,
        told(trial.run),
        seconds(trial.run.processor),
        ...(trial.limit === undefined ? ["", ""] : [seconds(trial.limit), isMet(trial) ? "met" : "**missed**"]),
      ]),
    ),
    "",
  ].join("\n");
  process.stdout.write(text);
  if (values.write) await writePage("policy preview", text);
  if (values.targets && !trials.every(isMet)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
