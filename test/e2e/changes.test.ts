import { beforeAll, describe, expect, test } from "vitest";
import type { Location } from "../../src/model/location.ts";
import type { Report } from "../../src/model/report.ts";
import { meshRepository, placeOf } from "../support/mesh-repo.ts";
import type { MeshRepository } from "../support/mesh-repo.ts";
import { check, checkInside, EXIT } from "../support/meshgate.ts";
import type { Case, Place } from "./changes/case.ts";
import { CASES } from "./changes/index.ts";

/** One in so many rows runs in a process of its own; the others show the same through the same program, sooner. */
const REAL = 20;

let mesh: MeshRepository;

beforeAll(() => {
  mesh = meshRepository();
  for (const [index, [, example]] of CASES.entries()) {
    const { start, base, head } = branchesOf(example, index);
    if (example.before !== undefined) mesh.change(start, example.before);
    mesh.change(head, example.changes, { from: start });
    if (example.meanwhile !== undefined) mesh.change(base, example.meanwhile, { from: start });
  }
}, 60_000);

describe.concurrent("an author who", () => {
  test.each(CASES.map(([deed, example], index) => [deed, example, index] as const))("%s", async (_, example, index) => {
    const branches = branchesOf(example, index);
    const args = ["--base", branches.base, "--head", branches.head, ...(example.args ?? [])];
    const run = index % REAL === 0 ? check : checkInside;
    const { code, stderr, report } = await run(mesh.dir, args);
    expect(stderr).toBe("");
    expect({ exit: code, ...answerOf(report) }).toEqual(expected(example, branches));
  });
});

interface Branches {
  /** Where the change starts. */
  readonly start: string;
  /** What it is compared with. */
  readonly base: string;
  readonly head: string;
}

function branchesOf({ before, meanwhile }: Case, index: number): Branches {
  const start = before === undefined ? "main" : `before-${index}`;
  return { start, base: meanwhile === undefined ? start : `meanwhile-${index}`, head: `change-${index}` };
}

/** All that a report says, one line for each thing. */
function answerOf({ verdict, findings, fixed, problems, products, graph }: Report): object {
  const touched = products.filter(({ change }) => change !== "unchanged");
  return {
    verdict,
    findings: findings
      .map(({ origin, level, policy, outcome, location }) =>
        [origin, level, policy, ...(outcome === "fail" ? [] : [outcome]), spot(location)].join(" "),
      )
      .sort(),
    fixed: fixed.map(({ policy }) => policy).sort(),
    problems: problems.map(({ severity, code, location }) => `${severity} ${code} ${spot(location)}`).sort(),
    products: Object.fromEntries(touched.map(({ id, change }) => [id, change])),
    hit: graph.affected.filter(({ distance }) => distance === 1).map(({ id }) => id),
  };
}

function expected(example: Case, { start, head }: Branches): unknown {
  const at = (place: Place): string => spot(placeIn(place, [head, start]));
  return {
    exit: EXIT[example.verdict],
    verdict: example.verdict,
    findings: (example.findings ?? [])
      .map(({ origin, level, policy, waived, at: place }) =>
        [origin, level, policy, ...(waived ? ["waived"] : []), at(place)].join(" "),
      )
      .sort(),
    fixed: example.fixed ?? [],
    problems: (example.problems ?? [])
      .map(({ severity, code, at: place }) => `${severity} ${code} ${at(place)}`)
      .sort(),
    products: example.products ?? {},
    hit: example.hit ?? [],
  };
}

/** Where a place is: as the change leaves the file or, where it takes the place away, as it was. */
function placeIn([file, stretch]: Place, branches: readonly string[]): Spot {
  const plain = stretch.replace("|", "");
  const text = branches.map((branch) => mesh.textOf(branch, file)).find((found) => found?.includes(plain));
  return { file, ...placeOf(text ?? "", stretch) };
}

type Spot = Pick<Location, "file" | "line" | "column">;

function spot({ file, line, column }: Spot): string {
  return `${file}:${line}:${column}`;
}
