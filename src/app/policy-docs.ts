import type { SourceDocument } from "../model/document.ts";
import { failure } from "../model/failure.ts";
import type { Json } from "../model/json.ts";
import { isObject, own, text } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { basisOf } from "../model/policy-docs.ts";
import type {
  DocumentedAddition,
  DocumentedParam,
  DocumentedPolicy,
  ExampleChange,
  PolicyDocs,
  PolicyExample,
  PolicyForm,
} from "../model/policy-docs.ts";
import type { Waiver } from "../model/waiver.ts";
import type { Patch, Policy, PolicyCase } from "../policy/policy.ts";
import { decode } from "../source/decode.ts";
import { excerpt } from "../source/excerpt.ts";
import { readSource } from "../source/read.ts";
import { gather, ruleFiles } from "./gather.ts";
import type { Workshop } from "./gather.ts";
import { isEverInForce } from "./govern/in-force.ts";
import { readRules } from "./govern/rules.ts";
import type { Files, Packs, Rules } from "./govern/rules.ts";
import { stateOf } from "./govern/waivers.ts";
import { layerName } from "./policy-list.ts";

export interface DocsRequest {
  readonly head: { readonly ref: string } | "worktree";
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** What there is to say of every policy that is in force or will be. Throws an `input` failure for rules with errors. */
export async function documentPolicies(workshop: Workshop, { head, asOf }: DocsRequest): Promise<PolicyDocs> {
  const gathered = await gather(workshop, { head, whole: true });
  const files = await ruleFiles(gathered.head.tree, gathered.read);
  const rules = readRules(files, workshop.packs);
  refuseErrors(rules);
  const { settings, guild, policies } = rules;
  const ever = new Set(policies.filter((policy) => isEverInForce(policy, asOf)).map(({ id }) => basisOf(id)));
  const library = { rules, files, packs: workshop.packs, asOf };
  return {
    mesh: settings.name,
    asOf,
    folder: settings.docs.folder,
    domains: guild.domains.map(({ id }) => id),
    policies: [...ever].map((id) => documented(id, library)),
  };
}

function refuseErrors({ problems }: Rules): void {
  const [first, ...others] = problems.filter(({ severity }) => severity === "error");
  if (first === undefined) return;
  const { file, line, column } = first.location;
  const more = others.length === 0 ? "" : ` And there are ${others.length} more.`;
  throw failure(
    "input",
    "rules-unreadable",
    `Rules with errors have no pages. ${file}:${line}:${column} ${first.message}${more}`,
    "Mend the rules first; `meshgate policy lint` tells all of them.",
  );
}

interface Library {
  readonly rules: Rules;
  readonly files: Files;
  readonly packs: Packs;
  readonly asOf: string;
}

function documented(id: string, library: Library): DocumentedPolicy {
  const { rules } = library;
  const [general, ...bound] = rules.policies.filter((policy) => policy.id === id);
  if (general === undefined) throw new Error(`there is no form of ${id}`);
  const source = sourceOf(general.file, rules.shipped.has(id), library);
  const { value } = source.document;
  const said = (key: string): string => text(own(value, key)) ?? "";
  const { version, type, title, rationale, decision, serves, file, target, onMissing, onEmpty, patch, cases } = general;
  return {
    id,
    version,
    type,
    title,
    rationale,
    decision,
    serves,
    file,
    layer: layerName("policy", general, rules),
    owners: ownersOf(general, rules),
    target: { kind: target.kind, lists: target.lists.map((list) => list.join(".")) },
    onMissing,
    onEmpty,
    rule: DECIDING.flatMap((key) => excerptOf(source, [key])).join("\n"),
    message: said("message"),
    fix: { text: text(own(own(value, "fix"), "text")) ?? "", isPatched: patch.length > 0 },
    params: paramsOf(own(value, "params")),
    forms: [formOf(general, rules), ...bound.map((policy) => formOf(policy, rules))],
    additions: rules.policies
      .filter((policy) => policy.id !== id && basisOf(policy.id) === id)
      .map((policy) => additionOf(policy, library)),
    waivers: waiversOf(id, library),
    examples: cases.map(exampleOf),
  };
}

/** What decides, in the order in which it is read. */
const DECIDING = ["applies", "rule", "schema", "onMissing", "onEmpty"];

interface Source {
  readonly text: string;
  readonly document: SourceDocument;
}

/** A rule file that has been read before. */
function sourceOf(file: RepoPath, isShipped: boolean, { files, packs }: Library): Source {
  const shelves = isShipped ? [...packs.values()] : [files];
  const bytes = shelves.find((shelf) => shelf.has(file))?.get(file);
  const decoded = bytes && decode(bytes);
  const document = bytes && readSource(bytes).documents[0];
  if (document === undefined || decoded === undefined || "problem" in decoded) throw new Error(`${file} is gone`);
  return { text: decoded.text, document };
}

/** The lines of a key with its value; none when it is not there. */
function excerptOf({ text: whole, document }: Source, path: readonly string[]): readonly string[] {
  const isThere = path.reduce<Json | undefined>(own, document.value) !== undefined;
  return isThere ? [excerpt(whole, document.range(path, "key"), document.range(path))] : [];
}

/** Whom to ask: its steward, or who owns the domain whose policy it is. */
function ownersOf({ decision: { steward }, scope }: Policy, { guild }: Rules): readonly string[] {
  if (steward !== undefined) return [steward];
  if (!("only" in scope)) return [];
  return guild.domains.find(({ id }) => id === scope.only)?.owners ?? [];
}

function paramsOf(written: Json | undefined): readonly DocumentedParam[] {
  return Object.entries(isObject(written) ? written : {}).map(([name, param]) => {
    const [stricter, domains] = [text(own(param, "stricter")), own(param, "domains")];
    return {
      name,
      type: text(own(param, "type")) ?? "",
      default: own(param, "default") ?? null,
      description: text(own(param, "description")) ?? "",
      ...(stricter !== undefined && { stricter }),
      ...(isObject(domains) && { domains }),
    };
  });
}

function formOf(policy: Policy, rules: Rules): PolicyForm {
  const { scope, schedule, existing, waiver, params, sources } = policy;
  return {
    ...("only" in scope && { domain: scope.only }),
    schedule,
    ...(existing && { existing }),
    // Whatever a policy says, no waiver lasts longer than the guild allows.
    waiver: { ...waiver, maxDays: Math.min(waiver.maxDays, rules.guild.waivers.maxDays) },
    params,
    sources: new Map(
      [...sources].map(([key, { layer, location }]) => [key, { layer: layerName(layer, policy, rules), location }]),
    ),
  };
}

function additionOf(policy: Policy, library: Library): DocumentedAddition {
  const { id, file, scope } = policy;
  const source = sourceOf(file, false, library);
  const bound = own(source.document.value, "policies");
  const key = Object.keys(isObject(bound) ? bound : {}).find((name) => name.split("@")[0] === basisOf(id)) ?? "";
  const path = ["policies", key, "also"];
  const also = own(own(bound, key), "also");
  return {
    id,
    domain: "only" in scope ? scope.only : "",
    rule: excerptOf(source, [...path, "rule"]).join("\n"),
    message: text(own(also, "message")) ?? "",
    fix: text(own(own(also, "fix"), "text")) ?? "",
    location: { file, ...source.document.range(path, "key") },
  };
}

const HOLDING: ReadonlySet<string> = new Set(["active", "expiring", "pending"]);

function waiversOf(policy: string, { rules, asOf }: Library): readonly Waiver[] {
  return rules.waivers.flatMap((file) => {
    const { waiver } = file;
    const isMeant = waiver !== undefined && basisOf(waiver.policy.id) === policy;
    return isMeant && HOLDING.has(stateOf(file, asOf, rules)) ? [waiver] : [];
  });
}

function exampleOf({ name, expect, before, given, at = [] }: PolicyCase): PolicyExample {
  return { name, expect, before: changesIn(before), given: changesIn(given), at };
}

/** In the order in which they are made. */
function changesIn({ set, remove, delete: deleted, add }: Patch): readonly ExampleChange[] {
  return [
    ...deleted.map((file) => ({ kind: "delete", file }) as const),
    ...Object.entries(add).map(([file, content]) => ({ kind: "add", file, text: content }) as const),
    ...Object.entries(set).map(([place, value]) => ({ kind: "set", place, value }) as const),
    ...remove.map((place) => ({ kind: "remove", place }) as const),
  ];
}
