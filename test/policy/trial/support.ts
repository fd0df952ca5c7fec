import type { Files } from "../../../src/policy/patch.ts";
import type { Fixture } from "../../../src/policy/trial/fixture.ts";
import { openFixture } from "../../../src/policy/trial/fixture.ts";
import type { Subject } from "../../../src/policy/trial/mutants.ts";
import { mutantsOf, nameOf } from "../../../src/policy/trial/mutants.ts";
import type { Trial } from "../../../src/policy/trial/trial.ts";
import { tryPolicy } from "../../../src/policy/trial/trial.ts";
import { ANY_FACTS } from "../../support/fact-trees.ts";
import { factsOf } from "../../support/facts.ts";
import { compileSample, sampleDocument } from "../../support/policy.ts";

/** The file of the only product there is. */
export const FILE = "subject.yaml";

/** A policy that must compile, with its file. */
export function subjectOf(members: Record<string, unknown>): Subject {
  const { policy, problems } = compileSample(members);
  if (policy === undefined) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return { policy, document: sampleDocument(members), facts: ANY_FACTS };
}

/** A fixture of one product; without its file there is none. */
export function productFixture(text: string): Fixture {
  const facts = (files: Files): ReturnType<typeof factsOf> | undefined => {
    const found = files.get(FILE);
    return found === undefined ? undefined : placed(factsOf("product", found));
  };
  return openFixture(new Map([[FILE, text]]), (kind, files, before) => {
    const head = kind === "product" ? facts(files) : undefined;
    const change = before && { change: { kind: before.get(FILE) === files.get(FILE) ? "unchanged" : "changed" } };
    return { facts: head ? [{ ...head, value: { ...head.value, ...change } }] : [], problems: [] };
  });
}

/** The facts are the file. */
function placed(facts: ReturnType<typeof factsOf>): ReturnType<typeof factsOf> {
  return { ...facts, place: ([, ...path]) => ({ file: FILE, path }) };
}

export function trial(members: Record<string, unknown>, fixture: Fixture, patience = 5000): Trial {
  return tryPolicy(subjectOf(members), { fixture, others: [], patience: { left: patience } });
}

export function mutantNames(members: Record<string, unknown>): readonly string[] {
  return mutantsOf(subjectOf(members)).map(nameOf);
}

export function survivorNames({ mutants }: Trial): readonly string[] {
  return mutants.survivors.map(({ mutant }) => nameOf(mutant));
}
