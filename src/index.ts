/**
 * Meshgate as a library: what the commands do, without processes. Pure functions over in-memory trees, and the git
 * adapter beside them. A verdict is the same here, in the command line and in the action.
 */

// Judging
export { govern, prepare } from "./app/govern/govern.ts";
export { candidateFiles } from "./app/govern/scope.ts";
export type { Prepared } from "./app/govern/govern.ts";
export type { GovernInput, Readings, Side } from "./app/govern/input.ts";
export { readRules } from "./app/govern/rules.ts";
export type { Files, Packs, Rules } from "./app/govern/rules.ts";
export { check } from "./app/check.ts";
export type { CheckRequest } from "./app/check.ts";
export type { Revisions, Workshop } from "./app/gather.ts";

// Descriptors
export { readSource } from "./source/read.ts";
export { problemsIn, readDescriptors } from "./descriptor/read.ts";
export { validate } from "./app/validate.ts";
export type { Validation, ValidatedFile } from "./model/validation.ts";

// Compatibility
export { diffFiles as diffContracts } from "./app/diff.ts";
export type { DiffOptions } from "./app/diff.ts";
export type { Change, Compatibility, Lanes } from "./model/compatibility.ts";
export type { Diff } from "./model/diff.ts";

// Mesh
export { buildMesh } from "./mesh/build.ts";
export { affectedBy } from "./mesh/affected.ts";
export { impactOf, parseImpactTarget } from "./mesh/impact.ts";
export { neighbourhood } from "./mesh/neighbourhood.ts";
export { viewOf } from "./mesh/view.ts";

// Policies
export { compilePolicy } from "./policy/compile.ts";
export { evaluatePolicy } from "./policy/evaluate.ts";
export type { Policy, PolicyOutcome } from "./policy/policy.ts";
export { runCases } from "./policy/cases.ts";
export type { CaseResult, Judge } from "./policy/cases.ts";
export { judgeCase } from "./app/judge-case.ts";

// Reports
export { REPORT_FORMATS } from "./report/formats/index.ts";
export type { ReportFormat, RenderOptions } from "./report/format.ts";
export { GRAPH_FORMATS } from "./report/graph/index.ts";
export { exitCode } from "./report/exit-code.ts";
export { SCHEMAS } from "./app/schemas.ts";

// Adapters
export { gitRepository } from "./io/git/repository.ts";
export { openMemo } from "./io/cache/memo.ts";
export { shippedPacks } from "./io/files/packs.ts";

// Nouns
export type { Report, Verdict } from "./model/report.ts";
export type { Finding, Level, Origin, Outcome } from "./model/finding.ts";
export type { Problem } from "./model/problem.ts";
export type { Mesh } from "./model/mesh.ts";
export type { Reading, Summary } from "./model/descriptor.ts";
export type { Facts } from "./model/facts.ts";
export type { GraphView } from "./model/graph-view.ts";
export type { Impact } from "./model/impact.ts";
export type { Guild, Settings } from "./model/settings.ts";
export type { Location, Range } from "./model/location.ts";
export type { Blobs, Tree, TreeEntry } from "./model/tree.ts";
export { isFailure } from "./model/failure.ts";
export type { Failure } from "./model/failure.ts";
export type { Repository } from "./ports/repository.ts";
export type { Memo } from "./ports/memo.ts";
