import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { canonical, isObject, own, text } from "../../model/json.ts";
import { rootsOf } from "../compile.ts";
import type { Rule } from "../decide.ts";
import { prepare } from "../decide.ts";
import type { FactTrees } from "../facts/key-tree.ts";
import type { Vocabulary } from "../language/check.ts";
import { checkRule } from "../language/check.ts";
import type { Body, Policy } from "../policy.ts";
import { schemaFaults } from "../schema-body.ts";
import { mayMiss } from "./may-miss.ts";
import { MUTATIONS } from "./mutations/index.ts";
import { valueChanges } from "./mutations/literal.ts";
import { normalForm } from "./normal.ts";
import { replaced } from "./replaced.ts";
import { schemaChanges } from "./schema-mutations.ts";
import type { Change, Site } from "./site.ts";
import { sitesOf } from "./site.ts";
import { pathText } from "./words.ts";

/** A policy that differs from another in one small thing. */
export interface Mutant {
  /** What differs: `rule.and[1]`. */
  readonly path: string;
  /** How: `lte -> lt`. */
  readonly change: string;
  readonly policy: Policy;
  /** The same as a path from the root of the policy file. */
  readonly place: JsonPath;
}

/** A compiled policy with the file that it was compiled from. */
export interface Subject {
  readonly policy: Policy;
  readonly document: SourceDocument;
  /** What its paths may name. */
  readonly facts: FactTrees;
}

/** How a mutant is named where its author must name it. */
export function nameOf({ path, change }: Pick<Mutant, "path" | "change">): string {
  return `${path}: ${change}`;
}

/** Every mutant that is a policy too. Of those that surely mean the same one is kept; none means what the policy means. */
export function mutantsOf(subject: Subject): readonly Mutant[] {
  const seen = new Set([keyOf(subject.policy)]);
  return [
    ...ruleMutants(subject, "applies"),
    ...withoutApplies(subject),
    ...ruleMutants(subject, "rule"),
    ...schemaMutants(subject),
    ...paramMutants(subject),
    ...settingMutants(subject),
  ].filter(({ policy }) => {
    const key = keyOf(policy);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function keyOf({ applies, body, params, onMissing, onEmpty }: Policy): string {
  const asked = body.kind === "rule" ? normalForm(body.rule.expression) : body.schema;
  return canonical([applies ? normalForm(applies.expression) : null, asked, params, onMissing, onEmpty]);
}

function ruleMutants(subject: Subject, member: "applies" | "rule"): readonly Mutant[] {
  const { policy, document } = subject;
  const rule = ruleIn(policy, member);
  const written = own(document.value, member);
  if (rule === undefined || written === undefined) return [];
  const sites = sitesOf({ expression: rule.expression, written, path: [member], trees: vocabularyOf(subject).roots });
  return sites.flatMap((site) =>
    MUTATIONS.flatMap((mutate) => mutate(site)).flatMap((change) => {
      const changed = compileRule(subject, member, replaced(written, site.path.slice(1), change.written));
      return changed === undefined ? [] : [mutant(site, change, { ...policy, ...changed })];
    }),
  );
}

function mutant({ path }: Pick<Site, "path">, { change, at = path }: Omit<Change, "written">, policy: Policy): Mutant {
  return { path: pathText(at), change, policy, place: at };
}

function ruleIn({ applies, body }: Policy, member: "applies" | "rule"): Rule | undefined {
  return member === "applies" ? applies : body.kind === "rule" ? body.rule : undefined;
}

function compileRule(
  subject: Subject,
  member: "applies" | "rule",
  written: Json,
  params: JsonObject = subject.policy.params,
): Partial<Pick<Policy, "applies" | "body">> | undefined {
  const { expression } = checkRule(written, [member], { ...vocabularyOf(subject), params });
  if (expression === undefined) return undefined;
  const rule = prepare(expression);
  return member === "applies" ? { applies: rule } : { body: { kind: "rule", rule } };
}

export function vocabularyOf({ policy, facts }: Subject): Vocabulary {
  return { roots: rootsOf(policy.target, policy.type, facts), params: policy.params };
}

function withoutApplies({ policy }: Subject): readonly Mutant[] {
  const { applies, ...others } = policy;
  return applies === undefined ? [] : [mutant({ path: ["applies"] }, { change: "dropped" }, others)];
}

function schemaMutants({ policy, document, facts }: Subject): readonly Mutant[] {
  const { body } = policy;
  const written = own(document.value, "schema");
  if (body.kind !== "schema" || !isObject(written)) return [];
  const element = vocabularyOf({ policy, document, facts }).roots.get("it") ?? {};
  return schemaChanges(written).flatMap(({ path, written: other, change, at = path }) => {
    const schema = replaced(written, path, other);
    if (!isObject(schema) || schemaFaults(schema, ["schema"], element).length > 0) return [];
    const body: Body = { kind: "schema", schema };
    return [mutant({ path: ["schema", ...path] }, { change, at: ["schema", ...at] }, { ...policy, body })];
  });
}

/** The parameters at the values beside their defaults. */
function paramMutants(subject: Subject): readonly Mutant[] {
  const { policy, document } = subject;
  const declared = own(document.value, "params");
  return Object.entries(policy.params).flatMap(([name, value]) => {
    const type = text(own(own(declared, name), "type")) ?? "any";
    const path = ["params", name, "default"];
    return valueChanges(value, type, path).flatMap(({ written, ...change }) => {
      const changed = withParams(subject, { ...policy.params, [name]: written });
      return changed === undefined ? [] : [mutant({ path }, change, changed)];
    });
  });
}

/** The rules are read again: what a parameter can be, an operator may not take. */
function withParams(subject: Subject, params: JsonObject): Policy | undefined {
  let policy: Policy = { ...subject.policy, params };
  for (const member of ["applies", "rule"] as const) {
    const written = own(subject.document.value, member);
    if (written === undefined) continue;
    const changed = compileRule(subject, member, written, params);
    if (changed === undefined) return undefined;
    policy = { ...policy, ...changed };
  }
  return policy;
}

function settingMutants(subject: Subject): readonly Mutant[] {
  const { policy } = subject;
  const { onMissing, onEmpty, target, body } = policy;
  const { roots } = vocabularyOf(subject);
  const canMiss = body.kind === "rule" && mayMiss(body.rule.expression, roots, target.kind);
  return [
    ...(canMiss ? (["fail", "skip", "error"] as const) : [])
      .filter((other) => other !== onMissing)
      .map((other) => setting("onMissing", onMissing, { ...policy, onMissing: other })),
    ...(target.lists.length > 0 ? (["not-applicable", "fail"] as const) : [])
      .filter((other) => other !== onEmpty)
      .map((other) => setting("onEmpty", onEmpty, { ...policy, onEmpty: other })),
  ];
}

function setting(member: "onMissing" | "onEmpty", before: string, policy: Policy): Mutant {
  return mutant({ path: [member] }, { change: `${before} -> ${policy[member]}` }, policy);
}
