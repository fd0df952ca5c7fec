import type { SourceDocument } from "../../model/document.ts";
import { isObject, own, pointer, text } from "../../model/json.ts";
import { at } from "../../model/location.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import { compilePolicy } from "../../policy/compile.ts";
import { digestOf } from "../../policy/digest.ts";
import type { Layer } from "../../policy/layer.ts";
import type { Policy } from "../../policy/policy.ts";
import { isPackHead } from "../../settings/pack.ts";
import { nearest } from "../../source/suggest.ts";
import { enumerate, quote } from "../../source/words.ts";
import { factTreesOf } from "./facts.ts";
import type { FileEntry, Files, Ground, Read } from "./ground.ts";
import { soleDocument } from "./ground.ts";
import { packFiles } from "./packs.ts";
import type { Packs } from "./packs.ts";

/** A policy file: its id, what it asks, and unless something is wrong with it the policy as the guild has it. */
export interface ReadPolicy {
  readonly file: RepoPath;
  readonly document: SourceDocument;
  readonly id: string;
  /** The domain whose own policy it is; absent: it binds everybody. */
  readonly domain?: string;
  readonly isShipped: boolean;
  /** Digest of what the policy asks, whatever its level, parameters and words. */
  readonly body: string;
  /** What the guild sets for it. */
  readonly layers: readonly Layer[];
  readonly policy?: Policy;
}

/** Reads the policies of all layers: of the packs that are named, of the guild and of each domain. */
export function readPolicies(
  files: Files,
  packs: Packs,
  ground: Ground,
  problems: Problem[],
  readText?: Read,
): readonly ReadPolicy[] {
  const shipped = packFiles(ground, packs, problems).flatMap((entry) =>
    readEntry(entry, ground, true, problems, readText),
  );
  const own = [...files]
    .filter(([file]) => file.startsWith("policies/"))
    .flatMap((entry) => readEntry(entry, ground, false, problems, readText));
  return [...shipped, ...own];
}

function readEntry(
  [file, bytes]: FileEntry,
  ground: Ground,
  isShipped: boolean,
  problems: Problem[],
  readText?: Read,
): readonly ReadPolicy[] {
  const document = soleDocument(file, bytes, problems, readText);
  if (document === undefined || isPackHead(document)) return [];
  const id = text(own(document.value, "id")) ?? "";
  const layers = guildLayers(id, ground);
  const { policy, problems: found } = compilePolicy(file, document, factTreesOf(ground.guild), layers);
  problems.push(...found);
  const domain = isShipped ? undefined : domainIn(file);
  const strange = policy === undefined ? [] : scopeProblems(policy, domain, ground, document, isShipped);
  problems.push(...strange);
  const placed = { file, document, id, ...(domain !== undefined && { domain }), isShipped, layers };
  const inScope = policy && (domain === undefined ? policy : { ...policy, scope: { only: domain } });
  return [{ ...placed, body: bodyOf(document), ...(inScope && strange.length === 0 && { policy: inScope }) }];
}

/** What `meshgate.yaml` sets for a policy. */
function guildLayers(id: string, { settings, locate }: Ground): readonly Layer[] {
  const setting = settings.policies.get(id);
  if (setting === undefined) return [];
  return [
    {
      name: "the mesh",
      setting,
      locate(path) {
        const place = ["policies", id, ...path];
        return { path: pointer(place), location: locate(place) };
      },
    },
  ];
}

const OF_ONE_DOMAIN = /^policies\/domains\/(?:([^/]+)\/)?/;

/** The domain in whose folder a policy stands; empty when it stands beside the folders. */
function domainIn(file: RepoPath): string | undefined {
  const match = OF_ONE_DOMAIN.exec(file);
  return match === null ? undefined : (match[1] ?? "");
}

/** A domain speaks for itself alone: in its folder, under its name, about what it owns. */
function scopeProblems(
  policy: Policy,
  domain: string | undefined,
  { guild, hasGuild }: Ground,
  document: SourceDocument,
  isShipped: boolean,
): readonly Problem[] {
  if (!hasGuild) return [];
  const ids = guild.domains.map(({ id }) => id);
  const prefix = policy.id.slice(0, policy.id.lastIndexOf("."));
  const problem = (message: string, key: string): readonly Problem[] => [
    {
      severity: "error",
      code: "policy-scope",
      message,
      path: pointer([key]),
      location: at(policy.file, document.range([key])),
    },
  ];
  if (domain === undefined) {
    if (isShipped || !ids.includes(prefix)) return [];
    const message = `An id that starts with ${prefix} is for a policy of that domain. Call this one global.${policy.id.slice(prefix.length + 1)}, or move it to policies/domains/${prefix}.`;
    return problem(message, "id");
  }
  if (!ids.includes(domain)) return problem(strangeDomain(domain, ids), "id");
  if (prefix !== domain) {
    const message = `The policies of domain ${domain} have ids that start with ${domain}, and this is ${quote(policy.id)}.`;
    return problem(message, "id");
  }
  if (policy.target.kind !== "mesh") return [];
  return problem("The mesh as a whole belongs to no domain. Judge products, contracts or consumers here.", "target");
}

export function strangeDomain(domain: string, known: readonly string[]): string {
  const close = nearest(domain, known);
  const hint = close === undefined ? `There are ${enumerate(known, "and") || "none"}.` : `Did you mean ${close}?`;
  return `guild.yaml has no domain ${quote(domain)}. ${hint}`;
}

const BODY = ["type", "target", "applies", "rule", "schema", "onMissing", "onEmpty"];

function bodyOf({ value }: SourceDocument): string {
  const members = isObject(value) ? Object.entries(value) : [];
  return digestOf(Object.fromEntries(members.filter(([key]) => BODY.includes(key))));
}
