import { digestOf } from "../../policy/digest.ts";
import { policySetDigest } from "../../policy/policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { own, pointer } from "../../model/json.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { at } from "../../model/location.ts";
import { compareText } from "../../model/order.ts";
import type { Location, RepoPath } from "../../model/location.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem, TextProblem } from "../../model/problem.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";
import type { Guild } from "../../model/settings.ts";
import type { SourceDocument } from "../../model/document.ts";
import { NO_GUILD, readGuild } from "../../settings/guild.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../settings/settings.ts";
import { readSource } from "../../source/read.ts";
import { nearest } from "../../source/suggest.ts";
import { readPolicy } from "./policies.ts";
import type { Configuration, ReadPolicy } from "./policies.ts";

/** Texts by path. */
export type Files = ReadonlyMap<RepoPath, Uint8Array>;

/** The packs that ship, each with its policy files by a path to show in messages. */
export type Packs = ReadonlyMap<string, Files>;

/** Everything that judges: configuration, guild and compiled policies of one commit. */
export interface Rules extends Ground {
  /** Sorted by id; those at level `off` are left out. */
  readonly policies: readonly Policy[];
  /** Ids of those that come with a pack. */
  readonly shipped: ReadonlySet<string>;
  /** By policy id a digest of what it asks, whatever its level, parameters and words. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Digest of the policies with their settings and of the guild: equal digests judge equally. */
  readonly digest: string;
}

const RULE_FILE = /^(meshgate\.yaml|guild\.yaml|(policies|bindings|waivers)\/.+\.ya?ml)$/;

/** Whether a path holds something that judges, and so is read from the protected base only. */
export function isRuleFile(file: RepoPath): boolean {
  return RULE_FILE.test(file);
}

/** What policies are judged on, beside the descriptors. */
export interface Ground extends Configuration {
  readonly guild: Guild;
  readonly problems: readonly Problem[];
}

export function readGround(files: Files): Ground {
  const problems: Problem[] = [];
  const mesh = documentIn(files, SETTINGS_FILE, problems);
  const settings = mesh ? read(SETTINGS_FILE, readSettings(mesh), problems).settings : DEFAULT_SETTINGS;
  const people = documentIn(files, GUILD_FILE, problems);
  const guild = people ? read(GUILD_FILE, readGuild(people), problems).guild : NO_GUILD;
  if (!files.has(SETTINGS_FILE)) problems.push(missing(SETTINGS_FILE, "no rules are in force"));
  else if (!files.has(GUILD_FILE)) problems.push(missing(GUILD_FILE, "no domain is known"));
  const locate = (path: JsonPath): Location => at(SETTINGS_FILE, mesh?.range(path, "key"));
  return { settings, guild, problems, locate };
}

/** Reads everything that judges. All problems at once; a rule with a problem is not in force, which is an `error`. */
export function readRules(files: Files, packs: Packs): Rules {
  const ground = readGround(files);
  const problems = [...ground.problems];
  const shipped = readPolicies(packFiles(ground, packs, problems), ground, problems);
  // Without configuration policies/ may belong to something else, and one line tells what is missing.
  const own = files.has(SETTINGS_FILE) ? readPolicies(meshPolicies(files, problems), ground, problems) : [];
  const found = [...shipped, ...own];
  const unique = uniquePolicies(
    found.flatMap(({ policy }) => policy ?? []),
    problems,
  );
  reportUnusedSettings(ground, new Set(found.map(({ id }) => id)), problems);
  const inForce = unique.filter(({ level }) => level !== "off").sort((one, other) => compareText(one.id, other.id));
  return {
    ...ground,
    policies: inForce,
    shipped: new Set(shipped.map(({ id }) => id)),
    bodies: new Map(found.map(({ id, body }) => [id, body])),
    digest: digestOf([policySetDigest(inForce), guildValue(ground.guild)]),
    problems,
  };
}

function documentIn(files: Files, file: RepoPath, problems: Problem[]): SourceDocument | undefined {
  const bytes = files.get(file);
  return bytes && soleDocument(file, bytes, problems);
}

function read<R extends { readonly problems: readonly TextProblem[] }>(
  file: RepoPath,
  result: R,
  problems: Problem[],
): R {
  problems.push(...result.problems.map((problem) => placed(file, problem)));
  return result;
}

function soleDocument(file: RepoPath, bytes: Uint8Array, problems: Problem[]): SourceDocument | undefined {
  const text = readSource(bytes);
  problems.push(...text.problems.map((problem) => placed(file, problem)));
  if (hasError(text.problems)) return undefined;
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

function packFiles({ settings, locate }: Ground, packs: Packs, problems: Problem[]): readonly FileEntry[] {
  return settings.packs.flatMap((name, index) => {
    const files = packs.get(name);
    if (files === undefined) {
      const close = nearest(name, packs.keys());
      const hint =
        close === undefined ? `Packs that ship: ${[...packs.keys()].sort().join(", ")}.` : `Did you mean "${close}"?`;
      const message = `Pack "${name}" does not exist. ${hint}`;
      const location = locate(["packs", index]);
      problems.push({ severity: "error", code: "unknown-pack", message, path: `/packs/${index}`, location });
    }
    return [...(files ?? [])];
  });
}

const OF_ONE_DOMAIN = "policies/domains/";

/** Policies of one domain would be judged against every other, so they are refused until they can be kept apart. */
function meshPolicies(files: Files, problems: Problem[]): readonly FileEntry[] {
  const entries = [...files].filter(([file]) => file.startsWith("policies/"));
  const refused = entries.filter(([file]) => file.startsWith(OF_ONE_DOMAIN));
  for (const [file] of refused) {
    const message =
      "Policies of one domain are not read yet, so this one is not in force. Move it to policies/global, where it judges every domain, or remove it.";
    problems.push({ severity: "error", code: "domain-policy", message, path: "", location: at(file) });
  }
  return entries.filter((entry) => !refused.includes(entry));
}

function readPolicies(entries: readonly FileEntry[], ground: Ground, problems: Problem[]): readonly ReadPolicy[] {
  return entries.flatMap(([file, bytes]) => {
    const document = soleDocument(file, bytes, problems);
    if (document === undefined || isPackHead(document)) return [];
    const found = readPolicy(file, document, ground);
    problems.push(...found.problems);
    return [found];
  });
}

/** A pack describes itself in a file beside its policies. */
function isPackHead({ value }: SourceDocument): boolean {
  return own(value, "kind") === "Pack";
}

function uniquePolicies(policies: readonly Policy[], problems: Problem[]): readonly Policy[] {
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

/** A setting for a policy that does not exist would silently do nothing. In a broken file any policy may stand, and in an unknown pack. */
function reportUnusedSettings({ settings, locate }: Ground, ids: ReadonlySet<string>, problems: Problem[]): void {
  const isBroken = ({ severity, code, location }: Problem): boolean =>
    code === "unknown-pack" || (severity === "error" && location.file !== SETTINGS_FILE);
  if (problems.some(isBroken)) return;
  for (const id of settings.policies.keys()) {
    if (ids.has(id)) continue;
    const close = nearest(id, ids);
    const message = `Policy "${id}" is set here, but no such policy exists. ${close === undefined ? "Remove the setting or add its pack." : `Did you mean "${close}"?`}`;
    const path = ["policies", id];
    problems.push({
      severity: "error",
      code: "unknown-policy",
      message,
      path: pointer(path),
      location: locate(path),
    });
  }
}
