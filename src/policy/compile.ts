import type { SourceDocument } from "../model/document.ts";
import type { Enforcement, WaiverTerms } from "../model/enforcement.ts";
import { always, enforcementFaults, readEnforcement } from "../model/enforcement.ts";
import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { canonical, isObject, list, own, pointer, text } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { at } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { KeyTree } from "../model/key-tree.ts";
import { OPEN } from "../model/key-tree.ts";
import { checkShape } from "../source/check.ts";
import { readCases } from "./case-file.ts";
import type { Rule } from "./decide.ts";
import { prepare } from "./decide.ts";
import { digestOf } from "./digest.ts";
import type { FactTrees } from "./facts/key-tree.ts";
import { readFixSteps } from "./fix/read.ts";
import type { Vocabulary } from "./language/check.ts";
import { checkRule } from "./language/check.ts";
import { constantFaults } from "./language/constant.ts";
import type { Fault } from "./language/fault.ts";
import type { Roots } from "./language/path.ts";
import { parsePath } from "./language/path.ts";
import { quote } from "./language/show.ts";
import { classificationsIn } from "./language/words.ts";
import type { Layer, Source } from "./layer.ts";
import type { Param, Params } from "./params.ts";
import { readParams } from "./params.ts";
import { directionOf } from "./polarity.ts";
import type { Body, Decided, Policy, PolicyType } from "./policy.ts";
import { EVERY_DOMAIN } from "./policy.ts";
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
 * Turns a policy file into a policy that can be evaluated. All problems at once, each with its place in the file, or in
 * the layer that brings it. A rule that is wrong in any way gives problems and no policy, so that it can never pass by
 * accident.
 *
 * @param facts what paths may name
 * @param layers what others set for the policy, the later before the earlier
 */
export function compilePolicy(
  file: RepoPath,
  document: SourceDocument,
  facts: FactTrees,
  layers: readonly Layer[] = [],
): Compiled {
  const compiled = compileWith(file, document, facts, layers);
  const isFaulty = layers.length > 0 && compiled.problems.length > 0;
  return isFaulty ? { problems: faultsByLayer(file, document, facts, layers) } : compiled;
}

function compileWith(file: RepoPath, document: SourceDocument, facts: FactTrees, layers: readonly Layer[]): Compiled {
  const faults: Fault[] = [];
  const members = new Map(isObject(document.value) ? Object.entries(document.value) : []);
  const policy = readPolicy(file, document, members, facts, layers, faults);
  const problems = [
    ...checkShape(POLICY_SHAPE, document).map(({ range, ...problem }) => ({ ...problem, location: at(file, range) })),
  ];
  // A fault of the form says it all about its place; what the compiler adds there would only repeat it.
  const places = new Set(problems.map(({ path }) => path));
  problems.push(...faults.map((fault) => toProblem(file, document, fault)).filter(({ path }) => !places.has(path)));
  return policy !== undefined && problems.length === 0 ? { policy, problems } : { problems: problems.sort(byPlace) };
}

/** The faults of the file itself, and at their keys in its layer those that a value of the layer brings. */
function faultsByLayer(
  file: RepoPath,
  document: SourceDocument,
  facts: FactTrees,
  layers: readonly Layer[],
): readonly Problem[] {
  const alone = compileWith(file, document, facts, []).problems;
  const known = new Set(alone.map(problemText));
  const id = text(own(document.value, "id")) ?? "";
  const brought = layers.flatMap((layer) =>
    [...layer.setting.params].flatMap(([name, value]) => {
      const single: Layer = { ...layer, setting: { params: new Map([[name, value]]) } };
      return compileWith(file, document, facts, [single])
        .problems.filter((problem) => !known.has(problemText(problem)))
        .map(({ severity, code, message }) => ({
          severity,
          code,
          message: `Policy ${id}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
          ...layer.locate(["params", name]),
        }));
    }),
  );
  return [...alone, ...brought];
}

function problemText({ code, path, message }: Problem): string {
  return JSON.stringify([code, path, message]);
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
  document: SourceDocument,
  members: Members,
  facts: FactTrees,
  layers: readonly Layer[],
  faults: Fault[],
): Policy | undefined {
  const name = (key: string): string => text(members.get(key)) ?? "";
  const type = readType(members.get("type"));
  const target = readTarget(members.get("target"), facts, faults);
  const roots = rootsOf(target, type, facts);
  const enforcement = enforcementOf(document.value, layers);
  const isOff = enforcement.schedule.every(({ level }) => level === "off");
  const params = readParams(members.get("params"), layers, isOff ? undefined : classificationsIn(roots));
  faults.push(...params.faults, ...idFaults(file, name("id")));
  const vocabulary: Vocabulary = { roots, params: params.values };
  const paths: Roots = { names: roots, params: new Set(Object.keys(params.values)) };

  const applies = members.has("applies")
    ? readRule(members.get("applies"), ["applies"], vocabulary, faults)
    : undefined;
  const body = readBody(members, vocabulary, faults);
  const message = readTemplate(members.get("message"), ["message"], paths, faults);
  const fix = readTemplate(own(members.get("fix"), "text"), ["fix", "text"], paths, faults);
  const place = members.has("at") ? readPath(members.get("at"), ["at"], paths, faults) : undefined;
  const { cases, faults: caseFaults } = readCases(members.get("tests"), type);
  const onMissing = oneOf(["fail", "skip", "error"], name("onMissing"));
  faults.push(
    ...caseFaults,
    ...unusedParams(members),
    ...enforcementFaults(document.value).map((fault) => ({ ...fault, code: "policy-rollout" })),
  );
  if (target === undefined || body === undefined) return undefined;

  const patch = readFixSteps(own(members.get("fix"), "patch"), { roots: paths, target });
  faults.push(...patch.faults);
  const weighed = { applies, body, onMissing };
  faults.push(...[...params.declared].flatMap(([param, declared]) => directionFaults(param, declared, weighed)));
  return {
    file,
    id: name("id"),
    version: name("version"),
    major: Number.parseInt(name("version"), 10),
    type,
    title: name("title"),
    rationale: name("rationale"),
    serves: list(members.get("serves")).filter((number) => typeof number === "number"),
    ...enforcement,
    scope: EVERY_DOMAIN,
    target,
    ...(applies !== undefined && { applies }),
    params: params.values,
    declared: params.declared,
    body,
    onMissing,
    onEmpty: oneOf(["not-applicable", "fail"], name("onEmpty")),
    ...(place !== undefined && { at: place }),
    message,
    fix,
    patch: patch.steps,
    cases,
    decision: readDecided(members.get("decision")),
    sources: sourcesOf(file, document, params, layers),
    ...digestsOf(members, enforcement, params.values),
  };
}

const WAIVER: WaiverTerms = { allowed: true, maxDays: 90, whole: false };

/** What the author says, and over it what each layer says. */
function enforcementOf(
  written: Json,
  layers: readonly Layer[],
): Pick<Policy, "schedule" | "existing" | "waiver" | "emergency"> {
  const said: readonly Enforcement[] = [readEnforcement(written), ...layers.map(({ setting }) => setting)];
  const existing = said.findLast((one) => one.existing !== undefined)?.existing;
  const emergency = said.findLast((one) => one.emergency !== undefined)?.emergency;
  return {
    ...(emergency !== undefined && { emergency }),
    schedule: said.findLast((one) => one.schedule !== undefined)?.schedule ?? always("block"),
    ...(existing && { existing }),
    waiver: said.reduce<WaiverTerms>((terms, { waiver }) => ({ ...terms, ...waiver }), WAIVER),
  };
}

function readDecided(written: Json | undefined): Decided {
  const keys = ["context", "decision", "consequences", "steward"] as const;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const said = text(own(written, key));
      return said === undefined ? [] : [[key, said]];
    }),
  );
}

function sourcesOf(
  file: RepoPath,
  document: SourceDocument,
  { declared }: Params,
  layers: readonly Layer[],
): ReadonlyMap<string, Source> {
  const author = (...path: JsonPath): Source => ({
    layer: "policy",
    // Few ask, and whoever asks may be the first who needs the places in the text.
    get location() {
      return at(file, document.range(path, "key"));
    },
  });
  const stages = own(document.value, "rollout") === undefined ? "level" : "rollout";
  const sources = new Map<string, Source>([
    ["level", author(stages)],
    ["existing", author("existing")],
    ["waiver", author("waiver")],
    ...[...declared.keys()].map((name) => [`params.${name}`, author("params", name, "default")] as const),
  ]);
  for (const { name: layer, setting, locate } of layers) {
    const set = (key: string, ...path: JsonPath): unknown =>
      sources.set(key, { layer, location: locate(path).location });
    if (setting.schedule) set("level", setting.schedule.length === 1 ? "level" : "rollout");
    if (setting.existing) set("existing", "existing");
    if (setting.waiver) set("waiver", "waiver");
    for (const name of setting.params.keys()) set(`params.${name}`, "params", name);
  }
  return sources;
}

/** What a policy says of the direction of a parameter must be what its rule does: domains are held to it. */
function directionFaults(
  name: string,
  { type, stricter, domains }: Param,
  { applies, body, onMissing }: Pick<Policy, "body" | "onMissing"> & { readonly applies: Rule | undefined },
): readonly Fault[] {
  if (stricter === undefined && domains?.kind !== "range") return [];
  const path: JsonPath = ["params", name, stricter === undefined ? "domains" : "stricter"];
  const fault = (message: string): readonly Fault[] => [{ code: "policy-direction", message, path }];
  if (stricter === undefined)
    return fault(
      `say under stricter which values of ${quote(name)} are stricter, or list those to choose from under domains.values`,
    );
  const inCondition = applies ? directionOf(applies.expression, name, type) : "none";
  const inRule = body.kind === "rule" ? directionOf(body.rule.expression, name, type) : "none";
  const remedy = "list the values that a domain may choose from under domains.values, and leave stricter out";
  if (inCondition !== "none")
    return fault(`applies reads ${quote(name)}, so neither direction is stricter for every descriptor: ${remedy}`);
  if (inRule === "none") return fault(`the rule does not read ${quote(name)}, so no value is stricter`);
  if (inRule === "unknown")
    return fault(`which values of ${quote(name)} are stricter cannot be proved from the rule: ${remedy}`);
  if (onMissing === "skip")
    return fault(`with onMissing: skip a stricter value of ${quote(name)} can leave what it meets unjudged: ${remedy}`);
  const rises = stricter === "higher" || stricter === "more";
  if ((inRule === "down") === rises) return [];
  const [larger, meant] =
    type.value.name === "list of scalars" ? ["has more", "fewer or more"] : ["rises", "lower or higher"];
  const right = { up: ["lower", "fewer"], down: ["higher", "more"] }[inRule][meant === "lower or higher" ? 0 : 1] ?? "";
  return fault(
    `the rule gets ${inRule === "up" ? "easier" : "harder"} to keep as ${quote(name)} ${larger}: ${right} is stricter, not ${stricter}`,
  );
}

/** The value that is named, or the first, which is the default. */
function oneOf<const T extends string>(values: readonly [T, ...T[]], named: string): T {
  return values.find((value) => value === named) ?? values[0];
}

function readType(type: Json | undefined): PolicyType {
  return oneOf(["descriptor", "graph", "change"], text(type) ?? "");
}

/** Members that change neither an outcome nor its words. */
const SILENT: ReadonlySet<string> = new Set([
  "tests",
  "decision",
  "emergency",
  "equivalentMutants",
  "level",
  "rollout",
  "existing",
  "waiver",
]);

function digestsOf(
  members: Members,
  { schedule, existing, waiver }: Pick<Policy, "schedule" | "existing" | "waiver">,
  params: JsonObject,
): Pick<Policy, "asks" | "digest"> {
  const asks = digestOf({ ...Object.fromEntries([...members].filter(([key]) => !SILENT.has(key))), params });
  const stages = schedule.map(({ from, level }) => [from, level]);
  const grace = existing ? [existing.level, existing.until] : null;
  return { asks, digest: digestOf([asks, stages, grace, { ...waiver }]) };
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
  const name = id.slice(id.lastIndexOf(".") + 1);
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
  const { expression } = checked;
  faults.push(...checked.faults, ...(expression ? constantFaults(expression, vocabulary.roots) : []));
  return expression && prepare(expression);
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
