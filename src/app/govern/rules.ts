import { digestOf } from "../../policy/digest.ts";
import { policySetDigest } from "../../policy/policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { compilePolicy } from "../../policy/compile.ts";
import { FACT_TREES } from "./facts.ts";
import { own } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { at } from "../../model/location.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Problem, TextProblem } from "../../model/problem.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";
import type { Guild, Settings } from "../../model/settings.ts";
import type { SourceDocument } from "../../model/document.ts";
import { NO_GUILD, readGuild } from "../../settings/guild.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../settings/settings.ts";
import { readSource } from "../../source/read.ts";
import { nearest } from "../../source/suggest.ts";

/** Texts by path. */
export type Files = ReadonlyMap<RepoPath, Uint8Array>;

/** The packs that ship, each with its policy files by a path to show in messages. */
export type Packs = ReadonlyMap<string, Files>;

/** Everything that judges: configuration, guild and compiled policies of one commit. */
export interface Rules {
  readonly settings: Settings;
  readonly guild: Guild;
  /** Sorted by id; those at level `off` are left out. */
  readonly policies: readonly Policy[];
  /** Ids of those that come with a pack. */
  readonly shipped: ReadonlySet<string>;
  /** Digest of the policies with their settings and of the guild: equal digests judge equally. */
  readonly digest: string;
  readonly problems: readonly Problem[];
}

const RULE_FILE = /^(meshgate\.yaml|guild\.yaml|(policies|bindings|waivers)\/.+\.ya?ml)$/;

/** Whether a path holds something that judges, and so is read from the protected base only. */
export function isRuleFile(file: RepoPath): boolean {
  return RULE_FILE.test(file);
}

/** What policies are judged on, beside the descriptors. */
export interface Ground {
  readonly settings: Settings;
  readonly guild: Guild;
  readonly problems: readonly Problem[];
}

export function readGround(files: Files): Ground {
  const problems: Problem[] = [];
  const settings = readOne(files, SETTINGS_FILE, readSettings, problems)?.settings ?? DEFAULT_SETTINGS;
  const guild = readOne(files, GUILD_FILE, readGuild, problems)?.guild ?? NO_GUILD;
  if (!files.has(SETTINGS_FILE)) problems.push(missing(SETTINGS_FILE, "no rules are in force"));
  else if (!files.has(GUILD_FILE)) problems.push(missing(GUILD_FILE, "no domain is known"));
  return { settings, guild, problems };
}

/** Reads everything that judges. All problems at once; a rule with a problem is not in force, which is an `error`. */
export function readRules(files: Files, packs: Packs): Rules {
  const { settings, guild, problems: ground } = readGround(files);
  const problems = [...ground];
  const read = (entries: readonly FileEntry[]): readonly Policy[] =>
    entries.flatMap(([file, bytes]) => readPolicies(file, bytes, settings, problems));
  const shipped = read(packFiles(settings, packs, problems));
  const unique = uniquePolicies([...shipped, ...read(meshPolicies(files))], problems);
  reportUnusedSettings(settings, unique, files, problems);
  const inForce = unique.filter((policy) => policy.level !== "off").sort(byId);
  const digest = digestOf([policySetDigest(inForce), guildValue(guild)]);
  return { settings, guild, policies: inForce, shipped: new Set(shipped.map(({ id }) => id)), digest, problems };
}

function readOne<R extends { readonly problems: readonly TextProblem[] }>(
  files: Files,
  file: RepoPath,
  read: (document: SourceDocument) => R,
  problems: Problem[],
): R | undefined {
  const bytes = files.get(file);
  const document = bytes && soleDocument(file, bytes, problems);
  if (document === undefined) return undefined;
  const result = read(document);
  problems.push(...result.problems.map((problem) => placed(file, problem)));
  return result;
}

function soleDocument(file: RepoPath, bytes: Uint8Array, problems: Problem[]): SourceDocument | undefined {
  const text = readSource(bytes);
  problems.push(...text.problems.map((problem) => placed(file, problem)));
  if (text.problems.some((problem) => problem.severity === "error")) return undefined;
  const [document, second] = text.documents;
  if (document === undefined) {
    const message = "Nothing stands in this file. Write what belongs in it, or remove it.";
    problems.push({ severity: "error", code: "empty-file", message, path: "", location: at(file) });
  }
  if (second !== undefined) {
    const message = "More than one document in this file; expected one. Move the others to files of their own.";
    problems.push({
      severity: "error",
      code: "several-documents",
      message,
      path: "",
      location: at(file, second.range([])),
    });
  }
  return document;
}

function missing(file: RepoPath, consequence: string): Problem {
  const message = `${file} is missing: ${consequence}. Run \`meshgate init\` to create it at the root of the mesh repository.`;
  return { severity: "error", code: "missing-governance", message, path: "", location: at(file) };
}

export function placed(file: RepoPath, { range, ...problem }: TextProblem): Problem {
  return { ...problem, location: at(file, range) };
}

type FileEntry = readonly [file: RepoPath, bytes: Uint8Array];

/** What of the guild can change an outcome. */
function guildValue({ domains, classifications, entities }: Guild): Json {
  return {
    domains: domains.map(({ id, owners, paths }) => ({ id, owners, paths })),
    classifications,
    entities: entities.map((entity) => ({ ...entity })),
  };
}

function packFiles(settings: Settings, packs: Packs, problems: Problem[]): readonly FileEntry[] {
  return settings.packs.flatMap((name) => {
    const files = packs.get(name);
    if (files === undefined) {
      const close = nearest(name, packs.keys());
      const hint =
        close === undefined ? `Packs that ship: ${[...packs.keys()].sort().join(", ")}.` : `Did you mean "${close}"?`;
      const message = `Pack "${name}" does not exist. ${hint}`;
      problems.push({ severity: "error", code: "unknown-pack", message, path: "/packs", location: at(SETTINGS_FILE) });
    }
    return [...(files ?? [])];
  });
}

function meshPolicies(files: Files): readonly FileEntry[] {
  return [...files].filter(([file]) => file.startsWith("policies/"));
}

function readPolicies(file: RepoPath, bytes: Uint8Array, settings: Settings, problems: Problem[]): readonly Policy[] {
  const document = soleDocument(file, bytes, problems);
  if (document === undefined || isPackHead(document)) return [];
  const id = own(document.value, "id");
  const setting = typeof id === "string" ? settings.policies.get(id) : undefined;
  const compiled = compilePolicy(file, document, FACT_TREES, setting);
  problems.push(...compiled.problems);
  return compiled.policy ? [compiled.policy] : [];
}

/** A pack describes itself in a file beside its policies. */
function isPackHead({ value }: SourceDocument): boolean {
  return own(value, "kind") === "Pack";
}

function uniquePolicies(policies: readonly Policy[], problems: Problem[]): Policy[] {
  const byId = new Map<string, Policy>();
  for (const policy of policies) {
    const first = byId.get(policy.id);
    if (first === undefined) byId.set(policy.id, policy);
    else {
      const message = `Policy id "${policy.id}" is already taken by ${first.file}. Give this policy an id of its own.`;
      problems.push({ severity: "error", code: "duplicate-policy", message, path: "/id", location: at(policy.file) });
    }
  }
  return [...byId.values()];
}

/** A setting for a policy that does not exist would silently do nothing. */
function reportUnusedSettings(
  settings: Settings,
  policies: readonly Policy[],
  files: Files,
  problems: Problem[],
): void {
  const ids = new Set(policies.map((policy) => policy.id));
  const broken = problems.some((problem) => problem.severity === "error" && problem.location.file !== SETTINGS_FILE);
  for (const id of settings.policies.keys()) {
    if (ids.has(id) || broken || !files.has(SETTINGS_FILE)) continue;
    const close = nearest(id, ids);
    const message = `Policy "${id}" is set here, but no such policy exists. ${close === undefined ? "Remove the setting or add its pack." : `Did you mean "${close}"?`}`;
    problems.push({
      severity: "error",
      code: "unknown-policy",
      message,
      path: `/policies/${id}`,
      location: at(SETTINGS_FILE),
    });
  }
}

function byId(one: Policy, other: Policy): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
