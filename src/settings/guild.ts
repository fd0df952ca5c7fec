import picomatch from "picomatch";
import type { SourceDocument } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import type { TextProblem } from "../model/problem.ts";
import type { Domain, Entity, Guild } from "../model/settings.ts";
import { isList, isObject, list, own, text } from "../model/json.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { GUILD_SCHEMA } from "./schemas/guild.ts";
import { findTwins } from "./twins.ts";

/** From the least to the most sensitive. */
const CLASSIFICATIONS = ["public", "internal", "confidential", "restricted"];

/** What holds without a `guild.yaml`: no domain is known. */
export const NO_GUILD: Guild = { domains: [], classifications: CLASSIFICATIONS, entities: [] };

/** Reads a `guild.yaml`. What is not well formed is a problem and otherwise left out. */
export function readGuild(document: SourceDocument): { guild: Guild; problems: readonly TextProblem[] } {
  const { value } = document;
  const classifications = own(value, "classifications");
  const guild: Guild = {
    domains: list(own(value, "domains")).flatMap(toDomain),
    classifications: isList(classifications) ? texts(classifications) : CLASSIFICATIONS,
    entities: list(own(value, "entities")).flatMap(toEntity),
  };
  const problems = [...checkShape(GUILD_SCHEMA, document), ...twinsOf(document)];
  return { guild, problems: problems.sort(byPosition) };
}

/** The names that must be unique in a guild, by the list they stand in and their key. */
const UNIQUE = [
  { noun: "Domain id", listed: "domains", key: "id" },
  { noun: "Entity id", listed: "entities", key: "id" },
  { noun: "Entity identifier", listed: "entities", key: "identifier" },
  { noun: "Seat id", listed: "seats", key: "id" },
  { noun: "Quorum id", listed: "quorums", key: "id" },
];

function twinsOf(document: SourceDocument): readonly TextProblem[] {
  const named = UNIQUE.flatMap(({ noun, listed, key }) => {
    const names = list(own(document.value, listed)).flatMap((item, index) => {
      const name = text(own(item, key));
      return name === undefined ? [] : [{ name, path: [listed, index, key] }];
    });
    return findTwins(noun, names, document);
  });
  const classifications = texts(own(document.value, "classifications")).map((name, index) => ({
    name,
    path: ["classifications", index],
  }));
  const globs = list(own(document.value, "domains")).flatMap((domain, index) =>
    texts(own(domain, "paths")).map((name, position) => ({ name, path: ["domains", index, "paths", position] })),
  );
  return [...named, ...findTwins("Classification", classifications, document), ...findTwins("Path", globs, document)];
}

function toDomain(item: Json): readonly Domain[] {
  const id = text(own(item, "id"));
  if (id === undefined || !isObject(item)) return [];
  const paths = texts(item["paths"]);
  return [
    {
      id,
      name: text(item["name"]) ?? id,
      owners: texts(item["owners"]),
      paths: paths.length > 0 ? paths : [`**/${literal(id)}/**`],
    },
  ];
}

/** Ids hold no wildcards; one that does is a problem already and must not match more than its own folder. */
function literal(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]/g, "\\$&");
}

function toEntity(item: Json): readonly Entity[] {
  const [id, identifier, logicalType, definition] = ["id", "identifier", "logicalType", "definition"].map((key) =>
    text(own(item, key)),
  );
  if (id === undefined || identifier === undefined || logicalType === undefined) return [];
  return [{ id, identifier, logicalType, definition: definition ?? "" }];
}

function texts(value: Json | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}

interface Claim {
  readonly domain: Domain;
  readonly matches: (file: RepoPath) => boolean;
  /** Characters before the first wildcard. */
  readonly prefix: number;
  /** The first folder that the glob names. */
  readonly folder: string;
}

const claims = new WeakMap<Guild, readonly Claim[]>();

/**
 * The domain that owns a file: the one whose glob matches with the longest text before its first wildcard; then the
 * one whose folder stands nearest to the root; then the one with the smallest id. Undefined when none matches.
 */
export function domainOf(file: RepoPath, guild: Guild): Domain | undefined {
  let best: { readonly claim: Claim; readonly depth: number } | undefined;
  for (const claim of claimsOf(guild)) {
    if (!claim.matches(file)) continue;
    const depth = file.split("/").indexOf(claim.folder);
    if (
      best === undefined ||
      claim.prefix > best.claim.prefix ||
      (claim.prefix === best.claim.prefix && depth < best.depth)
    ) {
      best = { claim, depth };
    }
  }
  return best?.claim.domain;
}

const WILDCARD = /[*?[{]/;
/** What a domain claims by default: a folder of its name, anywhere. */
const FOLDER_ANYWHERE = /^\*\*\/([\w.-]+)\/\*\*$/;

/** The globs of all domains, compiled once per guild; those of the smallest id first. */
function claimsOf(guild: Guild): readonly Claim[] {
  const known = claims.get(guild);
  if (known !== undefined) return known;
  const compiled = guild.domains
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .flatMap((domain) => domain.paths.map((glob) => toClaim(domain, glob)));
  claims.set(guild, compiled);
  return compiled;
}

function toClaim(domain: Domain, glob: string): Claim {
  const wildcard = glob.search(WILDCARD);
  return {
    domain,
    matches: matcherOf(glob),
    prefix: wildcard === -1 ? glob.length : wildcard,
    folder: glob.split("/").find((part) => !WILDCARD.test(part)) ?? "",
  };
}

/** A folder's name is looked for without a pattern: ten thousand files by twenty domains make many matches. */
function matcherOf(glob: string): Claim["matches"] {
  const name = FOLDER_ANYWHERE.exec(glob)?.[1];
  // Paths may hold line ends, hence `s`.
  if (name === undefined)
    return picomatch(glob, { dot: true, nonegate: true, noextglob: true, windows: false, flags: "s" });
  const [top, below] = [`${name}/`, `/${name}/`];
  return (file) => file.startsWith(top) || file.includes(below);
}
