import { readDescriptors } from "../descriptor/read.ts";
import type { BlobId, Tree } from "../model/tree.ts";
import type { Judge, Judgement } from "../policy/cases.ts";
import { digestOf } from "../policy/digest.ts";
import { evaluatePolicy } from "../policy/evaluate.ts";
import { descriptorFacts, meshFacts } from "../policy/facts/subject.ts";
import type { World } from "../policy/facts/world.ts";
import type { Files } from "../policy/patch.ts";
import type { Policy } from "../policy/policy.ts";
import { encode } from "../source/encode.ts";
import { pairTouched } from "./govern/pair.ts";
import { isRuleFile, readGround } from "./govern/rules.ts";
import type { Rules } from "./govern/rules.ts";
import { candidates, readingKey, surveyTree } from "./govern/survey.ts";
import type { Survey } from "./govern/survey.ts";
import { documentShelf, worldOf } from "./govern/world.ts";

/** Any day does: policies that look at the date say so in their case. */
const AS_OF = "2026-01-01";

interface Staged {
  readonly survey: Survey;
  readonly world: World;
  readonly files: Files;
  readonly problems: Judgement["problems"];
}

/** Judges one policy on a tree of texts through the whole pipeline, for the policy's own tests. */
export function judgeCase(policy: Policy): Judge {
  return (files, before) => {
    const head = stage(files);
    const base = before && stage(before);
    return { outcomes: base ? onChange(policy, head, base) : onTree(policy, head), problems: head.problems };
  };
}

function onTree(policy: Policy, { survey, world }: Staged): Judgement["outcomes"] {
  const scene = { head: world, asOf: AS_OF };
  const descriptors = survey.placed.map((placed) => descriptorFacts(scene, { head: placed }, placed.summary.id));
  return [...descriptors, meshFacts(scene)].flatMap((facts) => evaluatePolicy(policy, facts));
}

function onChange(policy: Policy, head: Staged, base: Staged): Judgement["outcomes"] {
  const scene = { head: head.world, base: base.world, asOf: AS_OF };
  const touched = new Set(
    [...head.files, ...base.files].flatMap(([file]) => (head.files.get(file) === base.files.get(file) ? [] : [file])),
  );
  return pairTouched(head.survey, base.survey, touched).flatMap((pair) =>
    evaluatePolicy(policy, descriptorFacts(scene, pair, (pair.head ?? pair.base)?.summary.id ?? "")),
  );
}

function stage(files: Files): Staged {
  const bytes = new Map([...files].map(([file, text]) => [file, encode(text)]));
  const tree: Tree = new Map([...files].map(([file, text]) => [file, { mode: "100644", blob: digestOf(text) }]));
  const ground = readGround(new Map([...bytes].filter(([file]) => isRuleFile(file))));
  const rules: Rules = { ...ground, policies: [], digest: "" };
  const listed = candidates(tree, rules);
  const readings = new Map(
    listed.map(([file, { blob }]) => [readingKey(file, blob), readDescriptors(file, bytes.get(file) ?? encode(""))]),
  );
  const survey = surveyTree(listed, readings, rules, new Map());
  const shelf = documentShelf();
  shelf.stock(new Map<BlobId, Uint8Array>([...tree].map(([file, { blob }]) => [blob, bytes.get(file) ?? encode("")])));
  return { survey, world: worldOf(survey, rules, shelf), files, problems: [...ground.problems, ...survey.problems] };
}
