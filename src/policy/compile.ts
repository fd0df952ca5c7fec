import type { SourceDocument } from "../model/document.ts";
import type { Level } from "../model/finding.ts";
import { LEVELS } from "../model/finding.ts";
import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { canonical, isObject, list, own, pointer, text } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { at } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { PolicySetting } from "../model/settings.ts";
import type { KeyTree } from "../model/key-tree.ts";
import { OPEN } from "../model/key-tree.ts";
import { checkShape } from "../source/check.ts";
import { readCases } from "./case-file.ts";
import type { Rule } from "./decide.ts";
import { prepare } from "./decide.ts";
import { digestOf } from "./digest.ts";
import type { FactTrees } from "./facts/key-tree.ts";
import type { Fault, Vocabulary } from "./language/check.ts";
import { checkRule } from "./language/check.ts";
import type { Roots } from "./language/path.ts";
import { parsePath } from "./language/path.ts";
import { quote } from "./language/show.ts";
import { readParams } from "./params.ts";
import type { Body, Policy, PolicyType } from "./policy.ts";
import { schemaFaults } from "./schema-body.ts";
import { POLICY_SHAPE } from "./schemas/policy.ts";
import type { Target } from "./target.ts";
import { elementTree, parseTarget } from "./target.ts";
import type { Template } from "./template.ts";
import { parseTemplate } from "./template.ts";

/** What compiling a policy file gives: the policy, or everything that is wrong with it. */
export interface Compiled {
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
}

/**
 * Turns a policy file into a policy that can be evaluated. All problems at once, each with its place in the file. A
 * rule that is wrong in any way gives problems and no policy, so that it can never pass by accident.
 *
 * @param facts what paths may name
 */
export function compilePolicy(
  file: RepoPath,
  document: SourceDocument,
  facts: FactTrees,
  setting?: PolicySetting,
): Compiled {
  const faults: Fault[] = [];
  const reader = new Map(isObject(document.value) ? Object.entries(document.value) : []);
  const policy = readPolicy(file, reader, facts, setting, faults);
  const problems = [
    ...checkShape(POLICY_SHAPE, document).map(({ range, ...problem }) => ({ ...problem, location: at(file, range) })),
  ];
  // A fault of the form says it all about its place; what the compiler adds there would only repeat it.
  const places = new Set(problems.map(({ path }) => path));
  problems.push(...faults.map((fault) => toProblem(file, document, fault)).filter(({ path }) => !places.has(path)));
  return policy !== undefined && problems.length === 0 ? { policy, problems } : { problems: problems.sort(byPlace) };
}

function toProblem(file: RepoPath, document: SourceDocument, { code, message, path, part }: Fault): Problem {
  return {
    severity: "error",
    code,
    message: sentence(message),
    path: pointer(path),
    location: at(file, document.range(path, part)),
  };
}

/** A message that starts with the name of an operator or member keeps it as it is written. */
function sentence(message: string): string {
  const started = message.replace(/^(an?|the|there|two|only) /, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return /[.?]$/.test(started) ? started : `${started}.`;
}

function byPlace(one: Problem, other: Problem): number {
  return (
    one.location.line - other.location.line ||
    one.location.column - other.location.column ||
    (one.message < other.message ? -1 : one.message > other.message ? 1 : 0)
  );
}

type Members = ReadonlyMap<string, Json>;

function readPolicy(
  file: RepoPath,
  members: Members,
  facts: FactTrees,
  setting: PolicySetting | undefined,
  faults: Fault[],
): Policy | undefined {
  const name = (key: string): string => text(members.get(key)) ?? "";
  const type = readType(members.get("type"));
  const params = readParams(members.get("params"), setting);
  const target = readTarget(members.get("target"), facts, faults);
  faults.push(...params.faults, ...idFaults(file, name("id")));
  const vocabulary: Vocabulary = { roots: rootsOf(target, type, facts), params: params.values };
  const roots: Roots = { names: vocabulary.roots, params: new Set(Object.keys(params.values)) };

  const applies = members.has("applies")
    ? readRule(members.get("applies"), ["applies"], vocabulary, faults)
    : undefined;
  const body = readBody(members, vocabulary, faults);
  const message = readTemplate(members.get("message"), ["message"], roots, faults);
  const fix = readTemplate(own(members.get("fix"), "text"), ["fix", "text"], roots, faults);
  const place = members.has("at") ? readPath(members.get("at"), ["at"], roots, faults) : undefined;
  const { cases, faults: caseFaults } = readCases(members.get("tests"), type);
  faults.push(...caseFaults, ...unusedParams(members));
  if (target === undefined || body === undefined) return undefined;

  const level = setting?.level ?? LEVELS.find((known) => known === name("level")) ?? "block";
  return {
    file,
    id: name("id"),
    version: name("version"),
    major: Number.parseInt(name("version"), 10),
    type,
    title: name("title"),
    rationale: name("rationale"),
    serves: list(members.get("serves")).filter((number) => typeof number === "number"),
    level,
    target,
    ...(applies !== undefined && { applies }),
    params: params.values,
    body,
    onMissing: oneOf(["fail", "skip", "error"], name("onMissing")),
    onEmpty: oneOf(["not-applicable", "fail"], name("onEmpty")),
    ...(place !== undefined && { at: place }),
    message,
    fix,
    cases,
    digest: bodyDigest(members, level, params.values),
  };
}

/** The value that is named, or the first, which is the default. */
function oneOf<const T extends string>(values: readonly [T, ...T[]], named: string): T {
  return values.find((value) => value === named) ?? values[0];
}

function readType(type: Json | undefined): PolicyType {
  return oneOf(["descriptor", "graph", "change"], text(type) ?? "");
}

function bodyDigest(members: Members, level: Level, params: JsonObject): string {
  const judging = [...members].filter(([key]) => key !== "tests");
  return digestOf({ ...Object.fromEntries(judging), level, params });
}

function readTarget(written: Json | undefined, facts: FactTrees, faults: Fault[]): Target | undefined {
  const forEach = text(own(written, "forEach"));
  if (forEach === undefined) return undefined;
  const key = own(written, "key");
  const members = key === undefined ? undefined : list(key).filter((member) => typeof member === "string");
  const target = parseTarget(forEach, members, facts);
  if ("lists" in target) return target;
  for (const message of target.faults) {
    faults.push({ code: "policy-target", message, path: ["target", message.startsWith("key") ? "key" : "forEach"] });
  }
  return undefined;
}

/** What paths may start with. With a wrong target the kind is not known, and any may be meant. */
export function rootsOf(target: Target | undefined, type: PolicyType, facts: FactTrees): ReadonlyMap<string, KeyTree> {
  const common = (name: string): readonly [string, KeyTree] => [name, facts.common.keys?.get(name) ?? OPEN];
  const subject = target === undefined ? OPEN : facts[target.kind];
  const element = target === undefined ? OPEN : elementTree(subject, target.lists);
  const kinds = target === undefined ? SUBJECTS : [target.kind];
  // Without a base there is nothing before: only policies of changes, which then are not asked, may read it.
  const past = type === "change" ? [["before", subject] as const, common("change")] : [];
  return new Map([
    ["it", "fault" in element ? OPEN : "tree" in element ? element.tree : element],
    ...kinds.map((kind) => [kind, facts[kind]] as const),
    ...past,
    ["params", OPEN],
    common("guild"),
    common("asOf"),
  ]);
}

const SUBJECTS = ["product", "contract", "consumer", "mesh"] as const;

function idFaults(file: RepoPath, id: string): readonly Fault[] {
  const stem = (file.split("/").at(-1) ?? "").replace(/\.(ya?ml|json)$/, "");
  const name = id.slice(id.indexOf(".") + 1);
  if (name === stem || !id.includes(".")) return [];
  return [
    {
      code: "policy-id",
      message: `the id ends in ${quote(name)} and the file is called ${quote(stem)}: make them equal`,
      path: ["id"],
    },
  ];
}

function readRule(rule: Json | undefined, path: JsonPath, vocabulary: Vocabulary, faults: Fault[]): Rule | undefined {
  const checked = checkRule(rule ?? null, path, vocabulary);
  faults.push(...checked.faults);
  return checked.expression && prepare(checked.expression);
}

function readBody(members: Members, vocabulary: Vocabulary, faults: Fault[]): Body | undefined {
  const schema = members.get("schema");
  if (isObject(schema)) {
    const found = schemaFaults(schema, ["schema"], vocabulary.roots.get("it") ?? OPEN);
    faults.push(...found);
    return found.length === 0 ? { kind: "schema", schema } : undefined;
  }
  if (!members.has("rule")) return undefined;
  const rule = readRule(members.get("rule"), ["rule"], vocabulary, faults);
  return rule && { kind: "rule", rule };
}

/** A parameter that nothing reads would be set without any effect. */
function unusedParams(members: Members): readonly Fault[] {
  const params = members.get("params");
  if (!isObject(params)) return [];
  const reading = canonical(Object.fromEntries([...members].filter(([key]) => key !== "params" && key !== "tests")));
  return Object.keys(params).flatMap((name) => {
    const isRead = reading.includes(`params.${name}`) || reading.includes(`"params","${name}"`);
    const message = `no part of the policy reads the parameter ${quote(name)}: write {var: params.${name}} where it counts, or remove it`;
    return isRead ? [] : [{ code: "policy-param", message, path: ["params", name], part: "key" as const }];
  });
}

function readTemplate(written: Json | undefined, path: JsonPath, roots: Roots, faults: Fault[]): Template {
  const { template, faults: found } = parseTemplate(text(written) ?? "", roots);
  faults.push(...found.map((message) => ({ code: "policy-template", message, path })));
  return template;
}

function readPath(written: Json | undefined, path: JsonPath, roots: Roots, faults: Fault[]): JsonPath | undefined {
  const parsed = parsePath(written ?? null, roots);
  if ("steps" in parsed && parsed.steps[0] !== "params") return parsed.steps;
  const message = "fault" in parsed ? parsed.fault : "a parameter stands in no descriptor: point at a fact";
  faults.push({ code: "rule-path", message, path });
  return undefined;
}
