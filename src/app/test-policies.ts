import { weight } from "../model/enforcement.ts";
import { failure } from "../model/failure.ts";
import type { Level } from "../model/finding.ts";
import type { JsonPath } from "../model/json.ts";
import { at } from "../model/location.ts";
import type { Location, RepoPath } from "../model/location.ts";
import type { PatchText, PolicyTest, SuggestedCase, SurvivingMutant, TestedPolicy } from "../model/policy-test.ts";
import type { Problem } from "../model/problem.ts";
import type { Files } from "../policy/patch.ts";
import type { Patch, Policy } from "../policy/policy.ts";
import { openFixture } from "../policy/trial/fixture.ts";
import type { Fixture } from "../policy/trial/fixture.ts";
import type { Mutant, Subject } from "../policy/trial/mutants.ts";
import type { Patience, Suggestion } from "../policy/trial/search/search.ts";
import { tryPolicy } from "../policy/trial/trial.ts";
import type { Survivor } from "../policy/trial/trial.ts";
import { pathText } from "../policy/trial/words.ts";
import { nearest } from "../source/suggest.ts";
import { stageCases } from "./judge-case.ts";

/** Policies to be tested, with what they are tested on. */
export interface TestBench {
  /** Every policy there is, as its author wrote it: also those that are not wanted have cases to borrow. */
  readonly subjects: readonly Subject[];
  /** The mesh that the cases of a policy file change. */
  readonly fixtureOf: (file: RepoPath) => TestMesh;
  /** The highest level that a policy has for anybody on any day. */
  readonly levelOf: (policy: Policy) => Level;
  readonly progress: (step: string, done: number, total: number) => void;
}

export interface TestMesh {
  /** The folder that holds it; empty for the mesh itself. */
  readonly folder: RepoPath;
  readonly files: Files;
}

/** So many files may be looked at again in search of cases; more would let people wait. */
const PATIENCE = 20_000;

interface Entry {
  readonly subject: Subject;
  readonly mesh: TestMesh;
}

/** Tests those policies that are `wanted` by their ids, or all. `problems` keep others from being tested. */
export function testPolicies(bench: TestBench, wanted: readonly string[], problems: readonly Problem[]): PolicyTest {
  const entries = bench.subjects.map((subject): Entry => ({ subject, mesh: bench.fixtureOf(subject.policy.file) }));
  const chosen = choose(entries, wanted, problems);
  const fixtures = new Map<RepoPath, Fixture>();
  const patience: Patience = { left: PATIENCE };
  const policies = chosen.map((entry, index) => {
    bench.progress("Testing policies", index, chosen.length);
    const tested = testOne(entry, entries, fixtures, patience, bench);
    // What was worked out for a fixture is large, and of no more use once its policies are tested.
    const { folder } = entry.mesh;
    if (!chosen.slice(index + 1).some(({ mesh }) => mesh.folder === folder)) fixtures.delete(folder);
    return tested;
  });
  return { schema: "meshgate/policy-test/v1", policies, problems };
}

function choose(entries: readonly Entry[], wanted: readonly string[], problems: readonly Problem[]): readonly Entry[] {
  const ids = entries.map(({ subject }) => subject.policy.id);
  for (const id of wanted) {
    if (ids.includes(id) || problems.length > 0) continue;
    const near = nearest(id, ids);
    const hint =
      near === undefined
        ? `There ${ids.length === 0 ? "is none" : `are ${ids.join(", ")}`}.`
        : `Did you mean "${near}"?`;
    throw failure("input", "unknown-policy", `There is no policy "${id}" here.`, hint);
  }
  return wanted.length === 0 ? entries : entries.filter(({ subject }) => wanted.includes(subject.policy.id));
}

function testOne(
  { subject, mesh }: Entry,
  entries: readonly Entry[],
  fixtures: Map<RepoPath, Fixture>,
  patience: Patience,
  { levelOf }: TestBench,
): TestedPolicy {
  const { policy, document } = subject;
  const fixture = fixtures.get(mesh.folder) ?? openFixture(mesh.files, stageCases());
  fixtures.set(mesh.folder, fixture);
  const others = entries.filter(
    (other) => other.mesh.folder === mesh.folder && isAskedAlike(other.subject.policy, policy),
  );
  const trial = tryPolicy(subject, {
    fixture,
    others: others.flatMap(({ subject }) => subject.policy.cases),
    patience,
  });
  const { results, coverage, mutants, promotable } = trial;
  const level = levelOf(policy);
  const locate = (path: JsonPath): Location => at(policy.file, document.range(path));
  const passed = results.filter((result) => result.passed).length;
  return {
    id: policy.id,
    file: policy.file,
    fixture: mesh.folder,
    level,
    tests: { passed, failed: results.length - passed, cases: results },
    coverage: {
      seen: coverage.seen,
      total: coverage.total,
      never: coverage.never.map(({ path, written, side }) => {
        return { path: pathText(path), written, never: side, location: locate(path) };
      }),
    },
    mutants: {
      total: mutants.total,
      killed: mutants.total - mutants.survivors.length - mutants.equivalent,
      equivalent: mutants.equivalent,
      survived: mutants.survivors.map((survivor) => survived(survivor, locate)),
    },
    promotable,
    lacks: trial.lacks,
    gate: weight(level) > weight(promotable) ? "open" : "holds",
    faults: trial.faults,
  };
}

function isAskedAlike(one: Policy, other: Policy): boolean {
  const [isChange, isToo] = [one.type === "change", other.type === "change"];
  return one.id !== other.id && one.target.kind === other.target.kind && isChange === isToo;
}

function survived({ mutant, suggestion, isSearched }: Survivor, locate: (path: JsonPath) => Location): SurvivingMutant {
  const { path, change, place } = mutant;
  return {
    path,
    change,
    location: locate(place),
    suggestion: suggestion ? caseOf(mutant, suggestion) : null,
    searched: isSearched,
  };
}

function caseOf({ path, change, policy }: Mutant, { given, before, expect, at: places }: Suggestion): SuggestedCase {
  return {
    name: `not ${path}: ${change}`,
    ...(policy.type === "change" && { before: patchText(before) }),
    given: patchText(given),
    expect,
    ...(places.length > 0 && { at: places }),
  };
}

function patchText({ delete: gone, add, set, remove }: Patch): PatchText {
  return {
    ...(gone.length > 0 && { delete: gone }),
    ...(Object.keys(add).length > 0 && { add }),
    ...(Object.keys(set).length > 0 && { set }),
    ...(remove.length > 0 && { remove }),
  };
}
