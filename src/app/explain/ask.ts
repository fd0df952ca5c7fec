import type { ExplainedTarget } from "../../model/explanation.ts";
import { failure } from "../../model/failure.ts";
import type { Finding, SubjectKind } from "../../model/finding.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { contractOf } from "../../policy/facts/ports.ts";
import { governingDomain } from "../../model/governing.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import type { Policy } from "../../policy/policy.ts";
import { isInScope } from "../../policy/policy.ts";
import type { Revisions, Workshop } from "../gather.ts";
import { plainId } from "../../policy/identity.ts";
import { isProduct } from "../govern/kinds.ts";
import { pairsNamed } from "../govern/look.ts";
import type { Look } from "../govern/look.ts";
import type { Rules } from "../govern/rules.ts";
import { judgeRun } from "../run.ts";
import type { Run } from "../run.ts";
import { unknownFingerprint, unknownPolicy, unknownSubject } from "./unknown.ts";

export interface ExplainRequest extends Revisions {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** A fingerprint, or its first digits; or the id of a policy. */
  readonly name: string;
  /** What the policy judges; not needed for a fingerprint. */
  readonly subject?: { readonly kind: Kind; readonly id: string };
  /** Only this target. */
  readonly target?: string;
}

type Kind = PlacedDescriptor["outline"]["kind"];

/** One policy on one subject; no pair for the mesh as a whole. */
export interface Question {
  readonly rules: Rules;
  readonly policy: Policy;
  readonly pair?: Paired;
  readonly isAsked: (target: ExplainedTarget) => boolean;
}

const FINGERPRINT = /^[0-9a-f]{6,16}$/;

/** What is asked: of all findings of a fingerprint, or of what a policy says of a subject. */
export async function askedOf(
  workshop: Workshop,
  run: Run,
  looks: (rules: Rules) => Look,
  request: ExplainRequest,
): Promise<readonly Question[]> {
  return FINGERPRINT.test(request.name)
    ? askedByFingerprint(workshop, run, looks, request.name)
    : askedByPolicy(looks(run.input.rules), request);
}

async function askedByFingerprint(
  workshop: Workshop,
  run: Run,
  looks: (rules: Rules) => Look,
  start: string,
): Promise<readonly Question[]> {
  const { rules, proposed } = run.input;
  const report = await judgeRun(workshop, run);
  const found = report.findings.filter(({ fingerprint }) => fingerprint.startsWith(start));
  if (found.length === 0) throw unknownFingerprint(start, report.findings, report.fixed);
  const questions = new Map<string, Question>();
  for (const { policy: id, subject, origin, location } of found) {
    const own = origin === "policy" ? (proposed ?? rules) : rules;
    const key = JSON.stringify([id, subject.kind, subject.id, location.file, origin === "policy"]);
    const pair = pairOf(looks(own), subject, location.file);
    const policy = formsOf(looks(own), id, pair)[0];
    if (policy === undefined) continue;
    const isAsked: Question["isAsked"] = ({ fingerprint }) => fingerprint.startsWith(start);
    questions.set(key, { rules: own, policy, ...(pair && { pair }), isAsked });
  }
  return [...questions.values()];
}

/** Of several that share an id the one in the file; findings of what is removed point at where it was. */
function pairOf(look: Look, subject: Finding["subject"], file: string): Paired | undefined {
  if (subject.kind === "mesh") return undefined;
  const pairs = pairsNamed(look, subject.kind, plainId(subject)).filter((pair) => isVersion(pair, subject.version));
  return pairs.find(({ head, base }) => (head ?? base)?.file === file) ?? pairs[0];
}

function isVersion({ head, base }: Paired, version: string | undefined): boolean {
  return version === undefined || (head ?? base)?.outline.version === version;
}

/** A policy in the form that judges the subject, and what its domain asks besides. */
function formsOf({ rules, head, base }: Look, id: string, pair: Paired | undefined): readonly Policy[] {
  const [side, placed] = pair?.head ? [head, pair.head] : [base ?? head, pair?.base];
  const domain = placed && governingDomain(side.world.mesh, placed);
  return rules.policies.filter(
    (policy) => (policy.id === id || policy.id === `${id}+${domain ?? ""}`) && isInScope(policy.scope, domain),
  );
}

function askedByPolicy(look: Look, { name, subject, target }: ExplainRequest): readonly Question[] {
  const { rules } = look;
  const named = rules.policies.filter(({ id }) => id === name);
  const [policy] = named;
  if (policy === undefined) throw unknownPolicy(name, rules);
  const isAsked: Question["isAsked"] = (one) => target === undefined || one.target === target;
  const pairs = policy.target.kind === "mesh" ? [undefined] : subjectsOf(look, policy.target.kind, name, subject);
  const questions = pairs.flatMap((pair) =>
    formsOf(look, name, pair).map((form): Question => ({ rules, policy: form, ...(pair && { pair }), isAsked })),
  );
  if (questions.length > 0) return questions;
  const domains = named.flatMap(({ scope }) => ("only" in scope ? [scope.only] : []));
  throw failure(
    "input",
    "policy-not-for-domain",
    `${name} does not judge ${subject?.id ?? "this"}: it is a policy of domain ${domains.join(", ")}.`,
    "`meshgate policy list --product ID` shows what judges a product.",
  );
}

/** What a policy of a kind judges, when a subject is named: of a product also its contracts. */
function subjectsOf(
  look: Look,
  kind: Exclude<SubjectKind, "mesh">,
  policy: string,
  subject: ExplainRequest["subject"],
): readonly Paired[] {
  if (subject === undefined) throw failure("input", "no-subject", `${policy} judges every ${kind}.`, whichOne(kind));
  const pairs = pairsWithVersion(look, subject.kind, subject.id);
  if (pairs.length === 0) throw unknownSubject(look, subject.kind, subject.id);
  if (subject.kind === kind) return pairs;
  if (kind === "contract" && subject.kind === "product") return contractsOf(look, pairs);
  throw failure(
    "input",
    "other-subject",
    `${policy} judges every ${kind}, and ${subject.id} is a ${subject.kind}.`,
    whichOne(kind),
  );
}

function whichOne(kind: Kind): string {
  return `Say which one is meant: --${kind} ID${kind === "contract" ? ", or --product ID for its contracts" : ""}.`;
}

/** A contract may be named with its version: `tracks@3.4.0`. */
function pairsWithVersion(look: Look, kind: Kind, id: string): readonly Paired[] {
  const pairs = pairsNamed(look, kind, id);
  const split = id.lastIndexOf("@");
  if (pairs.length > 0 || kind !== "contract" || split < 0) return pairs;
  return pairsNamed(look, kind, id.slice(0, split)).filter((pair) => isVersion(pair, id.slice(split + 1)));
}

function contractsOf(look: Look, products: readonly Paired[]): readonly Paired[] {
  const { world } = look.head;
  const ports = products.flatMap(({ head }) => (head && isProduct(head) ? head.summary.outputPorts : []));
  const contracts = new Set(ports.flatMap((port) => contractOf(world, port)?.contract ?? []));
  return [...contracts].flatMap((contract) =>
    pairsNamed(look, "contract", contract.outline.id).filter(({ head }) => head === contract),
  );
}
