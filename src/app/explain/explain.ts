import type { Explained, ExplainedTarget, Explanation } from "../../model/explanation.ts";
import { onceFor } from "../../model/once.ts";
import type { Policy } from "../../policy/policy.ts";
import { tryFixes } from "../fix/offer.ts";
import type { Workshop } from "../gather.ts";
import { explainOn } from "../govern/explain.ts";
import { lookInto, openedFor } from "../govern/look.ts";
import type { Rules } from "../govern/rules.ts";
import { layerName } from "../policy-list.ts";
import { gatherRun, judgeRun } from "../run.ts";
import type { Run } from "../run.ts";
import { askedOf } from "./ask.ts";
import type { ExplainRequest, Question } from "./ask.ts";
import { textOf } from "./text.ts";

export type { ExplainRequest } from "./ask.ts";

/** Why policies say what they say, of the findings with a fingerprint or of what a policy says of a subject. */
export async function explain(workshop: Workshop, request: ExplainRequest): Promise<Explanation> {
  const { asOf } = request;
  const run = await gatherRun(workshop, { ...request, failOn: "block" });
  const looks = onceFor((rules: Rules) => lookInto({ ...run.input, rules }, run.scope));
  const explained: Explained[] = [];
  const texts = onceFor((policy: Policy) => textOf(workshop, run, policy));
  for (const { rules, policy, pair, isAsked } of await askedOf(workshop, run, looks, request)) {
    const look = looks(rules);
    if (pair !== undefined) look.shelf.stock(await run.read(openedFor(look, pair)));
    const found = explainOn(
      look,
      { ...(await texts(policy)), layerName: (layer) => layerName(layer, policy, rules) },
      pair,
    );
    const targets = await withFixes(workshop, run, found, isAsked);
    explained.push({ ...found.explained, targets });
  }
  await workshop.memo.flush();
  const { head, base } = run.input;
  return {
    schema: "meshgate/explanation/v1",
    asOf,
    ...(base && { base: { ref: base.ref, commit: base.commit } }),
    head: { ref: head.ref, commit: head.commit },
    explained,
  };
}

async function withFixes(
  workshop: Workshop,
  run: Run,
  { explained, findings }: ReturnType<typeof explainOn>,
  isAsked: Question["isAsked"],
): Promise<readonly ExplainedTarget[]> {
  const targets = explained.targets.filter(isAsked);
  const asked = findings.filter((finding) => targets.some(({ target }) => target === finding.target));
  const hasFix = run.input.rules.policies.some(({ id, patch }) => id === explained.policy.id && patch.length > 0);
  if (!hasFix || asked.length === 0) return targets;
  // Whether a fix brings a finding about the change can only be told beside those that there are.
  const known = run.input.base === undefined ? findings : (await judgeRun(workshop, run)).findings;
  const fixes = await tryFixes(run, asked, known, workshop.progress);
  const byTarget = new Map([...fixes].map(([{ target }, fix]) => [target, fix]));
  return targets.map((target) => {
    const fix = byTarget.get(target.target);
    return fix === undefined ? target : { ...target, fix };
  });
}
