import type { Facts } from "../../model/facts.ts";
import type { Finding, Origin } from "../../model/finding.ts";
import { evaluatePolicy } from "../../policy/evaluate.ts";
import { fingerprint, lastingTarget, plainId } from "../../policy/identity.ts";
import type { PolicyOutcome } from "../../policy/policy.ts";
import type { Counts } from "../../model/report.ts";
import type { CompatibilitySettings } from "../../model/settings.ts";
import type { InForce, Rulebook } from "./in-force.ts";

/** What the policies say of one subject: every outcome that is not a plain pass, and how many there were of each. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** Positions among the policies that were asked of those that had something to say. */
  readonly applied: readonly number[];
}

/** What a run judges by. */
export interface Terms {
  readonly rulebook: Rulebook;
  /** Whether any policy reads facts that look further than one hop. */
  readonly isFar: boolean;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly recall: Recall;
  /** How what changes is weighed. */
  readonly compatibility: CompatibilitySettings;
}

/** Recalls what was once judged by the key of everything it depends on; can only save time. */
export interface Recall {
  get(key: string): Judgement | undefined;
  set(key: string, judgement: Judgement): void;
}

export const NO_COUNTS: Counts = { pass: 0, fail: 0, waived: 0, notApplicable: 0, error: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    pass: one.pass + other.pass,
    fail: one.fail + other.fail,
    waived: one.waived + other.waived,
    notApplicable: one.notApplicable + other.notApplicable,
    error: one.error + other.error,
  };
}

const COUNTED: Record<PolicyOutcome["outcome"], keyof Counts> = {
  pass: "pass",
  fail: "fail",
  "not-applicable": "notApplicable",
  error: "error",
};

export const NOTHING: Judgement = { findings: [], counts: NO_COUNTS, applied: [] };

/** Evaluates policies. Findings are `new` until somebody compares them with base. */
export function judge(policies: readonly InForce[], facts: Facts): Judgement {
  const findings: Finding[] = [];
  const counts = { ...NO_COUNTS };
  const applied: number[] = [];
  for (const [index, inForce] of policies.entries()) {
    const { policy } = inForce;
    const outcomes = evaluatePolicy(policy, facts);
    for (const outcome of outcomes) {
      counts[COUNTED[outcome.outcome]] += 1;
      if (isToldOf(outcome)) findings.push(findingOf(inForce, facts, outcome));
    }
    if (outcomes.some(({ outcome }) => outcome !== "not-applicable")) applied.push(index);
  }
  return { findings, counts, applied };
}

type Told = PolicyOutcome & { readonly outcome: "fail" | "error" };

function isToldOf(outcome: PolicyOutcome): outcome is Told {
  return outcome.outcome === "fail" || outcome.outcome === "error";
}

function findingOf({ policy, level }: InForce, facts: Facts, told: Told): Finding {
  const { outcome, target, message, remedy, location } = told;
  const { kind, id, version } = facts;
  const subject = { kind, id, ...(version !== undefined && { version }) };
  return {
    fingerprint: fingerprint({ policy, subject: { ...subject, id: plainId(subject) }, target }),
    policy: policy.id,
    title: policy.title,
    outcome,
    level,
    origin: "new",
    subject,
    target,
    message,
    remedy,
    owners: facts.owners,
    location,
  };
}

/** What a finding is about, whatever its subject is called on either side. */
export function matter({ policy, target }: Finding): string {
  return JSON.stringify([policy, target]);
}

/** The same whatever versions its ports have: who raises one has not caused what was there before. */
export function lastingMatter(finding: Finding): string {
  return matter({ ...finding, target: lastingTarget(finding.target, () => "") });
}

export function withOrigin(findings: readonly Finding[], origin: (finding: Finding) => Origin): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, origin: origin(finding) }));
}
