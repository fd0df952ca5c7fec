import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import type { ChangeKind, JudgedProduct, Report, ReportPolicy } from "../../model/report.ts";
import { contractOf } from "../../policy/facts/ports.ts";
import type { World } from "../../policy/facts/world.ts";
import type { Comparison } from "./compare.ts";
import { reportGraph } from "./graph-report.ts";
import { listInForce } from "./in-force.ts";
import type { GovernInput } from "./input.ts";
import { isProduct } from "./kinds.ts";
import { compareText } from "../../model/order.ts";
import type { Plan, Subject, SurveyedSide } from "./plan.ts";
import type { Survey } from "./survey.ts";
import { sortFindings, verdictOf } from "./verdict.ts";

interface Sides {
  readonly head: SurveyedSide;
  readonly base?: SurveyedSide;
}

/** A comparison with what the judging itself brought up. */
interface Found extends Comparison {
  readonly problems: readonly Problem[];
  readonly rules?: NonNullable<Report["rules"]>;
}

/** Puts what was found into the report: sorted, counted, and with the verdict. */
export function assemble(
  input: GovernInput,
  sides: Sides,
  plan: Plan,
  compared: Found,
  touched: ReadonlySet<RepoPath>,
): Report {
  const { base, head, rules } = input;
  const problems = [...collectProblems(input, sides.head.survey, touched), ...compared.problems].sort(byWeightAndPlace);
  const inForce = listInForce(rules, input.asOf);
  return {
    schema: "meshgate/report/v1",
    verdict: verdictOf(compared.findings, problems, input.failOn),
    asOf: input.asOf,
    failOn: input.failOn,
    ...(base && { base: { ref: base.ref, commit: base.commit } }),
    head: { ref: head.ref, commit: head.commit },
    policySet: { digest: rules.digest, policies: inForce.length, inForce },
    products: judgedProducts(sides, plan, touched),
    findings: sortFindings(withHelp(compared.findings, inForce)),
    fixed: sortFindings(withHelp(compared.fixed, inForce)),
    compatibility: compared.weighed.map(({ compatibility }) => compatibility),
    graph: reportGraph(sides.head.world, sides.base?.world, plan, compared.weighed),
    approvals: { required: [], satisfied: true },
    counts: compared.counts,
    ...(compared.rules && { rules: compared.rules }),
    problems,
  };
}

/** A policy that is only proposed has no page yet that could help. */
function withHelp(findings: readonly Finding[], inForce: readonly ReportPolicy[]): readonly Finding[] {
  const pages = new Map(inForce.map(({ id, help }) => [id, help]));
  return findings.map((finding) => {
    const help = pages.get(finding.policy);
    return help === undefined ? finding : { ...finding, help };
  });
}

/**
 * A problem in a file that the change does not touch is somebody else's: a file that cannot be read is told, because
 * the verdict knows nothing of it, but does not stop this change; mere warnings are left to the whole check.
 */
function collectProblems(
  { base, rules, proposed }: GovernInput,
  head: Survey,
  touched: ReadonlySet<RepoPath>,
): readonly Problem[] {
  const known = new Set(rules.problems.map(problemKey));
  const own = (proposed?.problems ?? []).filter((problem) => !known.has(problemKey(problem)));
  const read = head.problems.flatMap((problem): readonly Problem[] => {
    if (base === undefined || touched.has(problem.location.file)) return [problem];
    if (problem.severity === "warning") return [];
    return [{ ...problem, severity: "warning", message: `${problem.message} It was so before this change.` }];
  });
  return [...rules.problems, ...own, ...read];
}

function byWeightAndPlace(one: Problem, other: Problem): number {
  return (
    compareText(one.severity, other.severity) ||
    compareText(one.location.file, other.location.file) ||
    one.location.line - other.location.line ||
    one.location.column - other.location.column ||
    compareText(one.code, other.code) ||
    compareText(one.message, other.message)
  );
}

function problemKey({ code, path, message, location }: Problem): string {
  return JSON.stringify([location.file, code, path, message]);
}

/** Products whose descriptor or contract the change touches, and those that were judged again because of it. */
function judgedProducts(sides: Sides, plan: Plan, touched: ReadonlySet<RepoPath>): readonly JudgedProduct[] {
  const products = new Map<string, JudgedProduct>();
  for (const subject of plan.subjects) {
    const placed = (subject.head ?? subject.base)?.placed;
    if (placed === undefined || !isProduct(placed)) continue;
    const { id, name, version } = placed.summary;
    const change =
      sides.base === undefined ? "unchanged" : changeOf(sides.head.world, sides.base.world, subject, touched);
    products.set(JSON.stringify([id, placed.file, placed.index]), {
      id,
      name: name ?? id,
      domain: placed.domain ?? "",
      version: version ?? "",
      change,
    });
  }
  return [...products.values()].sort((one, other) => compareText(one.id, other.id));
}

function changeOf(after: World, before: World, subject: Subject, touched: ReadonlySet<RepoPath>): ChangeKind {
  const [head, base] = [subject.head?.placed, subject.base?.placed];
  if (base === undefined) return "added";
  if (head === undefined) return "removed";
  if (head.file !== base.file) return "renamed";
  const contracts = [...contractFiles(after, head), ...contractFiles(before, base)];
  return head.blob !== base.blob || contracts.some((file) => touched.has(file)) ? "changed" : "unchanged";
}

function contractFiles(world: World, placed: PlacedDescriptor): readonly RepoPath[] {
  const ports = isProduct(placed) ? placed.summary.outputPorts : [];
  return ports.flatMap((port) => contractOf(world, port)?.contract.file ?? []);
}
