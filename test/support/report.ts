import type { Finding } from "../../src/model/finding.ts";
import type { Location } from "../../src/model/location.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { AffectedNode, JudgedProduct, Report, ReportEdge, ReportGraph } from "../../src/model/report.ts";

export function location(file: string, line = 1, column = 1, endColumn = column + 8): Location {
  return { file, line, column, endLine: line, endColumn };
}

/** A finding that fails at `block`, is new, and stands in the listener domain of Daff. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    fingerprint: "5f1a9c0de37b2468",
    policy: "baseline.port-contract",
    title: "Every output port has a contract that can be found",
    outcome: "fail",
    level: "block",
    origin: "new",
    subject: { kind: "product", id: "listener-profile" },
    target: "outputPorts[name=profile]",
    message: "Output port profile names contract listener-profile-v3, which is not in the mesh.",
    remedy: "Add the contract or correct contractId.",
    owners: ["@daff/listener-data"],
    location: location("products/listener/listener-profile/listener-profile.odps.yaml", 14, 17, 36),
    ...over,
  };
}

export function problem(over: Partial<Problem> = {}): Problem {
  return {
    severity: "error",
    code: "unknown-key",
    message: 'Unknown key "outputPort": a data product has no such key. Did you mean "outputPorts"?',
    path: "/outputPort",
    location: location("products/player/play-events/play-events.odps.yaml", 9, 1, 11),
    ...over,
  };
}

export function product(over: Partial<JudgedProduct> = {}): JudgedProduct {
  return {
    id: "listener-profile",
    name: "Listener profile",
    domain: "listener",
    version: "2.1.0",
    change: "changed",
    ...over,
  };
}

export function affected(id: string, domain: string, over: Partial<AffectedNode> = {}): AffectedNode {
  return { id, kind: "product", distance: 1, domain, owners: [`@daff/${domain}-data`], ...over };
}

export function edge(from: string, to: string, over: Partial<ReportEdge> = {}): ReportEdge {
  return { from, to, kind: "product", port: from, input: from, ...over };
}

export const NO_GRAPH: ReportGraph = {
  edgesAdded: [],
  edgesRemoved: [],
  affected: [],
  cycles: [],
  dangling: [],
  edges: [],
};

/** A pass on one changed product that nobody reads. */
export function report(over: Partial<Report> = {}): Report {
  return wholeReport({ base: { ref: "main", commit: "1b1ecae9d2c04f5a8b7763e1c2d3f4a5b6c7d8e9" }, ...over });
}

/** The same without a base: a judgement of the whole mesh. */
export function wholeReport(over: Partial<Report> = {}): Report {
  return {
    schema: "meshgate/report/v1",
    verdict: "pass",
    asOf: "2026-11-20",
    failOn: "block",
    head: { ref: "HEAD", commit: "9c0ffee4d2c04f5a8b7763e1c2d3f4a5b6c7d8e9" },
    policySet: {
      digest: "sha256:4be1a7d3c2f0985566aa0b1c2d3e4f5061728394a5b6c7d8e9f00112233445566",
      policies: 24,
      inForce: [],
    },
    products: [product()],
    findings: [],
    fixed: [],
    compatibility: [],
    graph: NO_GRAPH,
    approvals: { required: [], satisfied: true },
    counts: { pass: 41, fail: 0, waived: 0, notApplicable: 6, error: 0 },
    problems: [],
    ...over,
  };
}
