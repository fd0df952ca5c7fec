import picomatch from "picomatch";
import type { SourceDocument } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { compareText } from "../model/order.ts";
import type { TextProblem } from "../model/problem.ts";
import type { Domain, Entity, Guild, Notice, Quorum, WaiverLimits } from "../model/settings.ts";
import { isList, isObject, list, own, text } from "../model/json.ts";
import { checkShape } from "../source/check.ts";
import { byPosition } from "../source/faults.ts";
import { globProblems, isSoundGlob } from "./globs.ts";
import { GUILD_SCHEMA } from "./schemas/guild.ts";
import { findTwins } from "./twins.ts";

/** From the least to the most sensitive. */
const CLASSIFICATIONS = ["public", "internal", "confidential", "restricted"];

const NOTICE: Notice = { days: 0 };
const WAIVERS: WaiverLimits = { maxDays: 180, expiringDays: 14 };

/** What holds without a `guild.yaml`: no domain is known. */
export const NO_GUILD: Guild = {
  domains: [],
  classifications: CLASSIFICATIONS,
  entities: [],
  valueSets: {},
  tables: {},
  teams: [],
  notice: NOTICE,
  waivers: WAIVERS,
  quorums: [],
};

/** Reads a `guild.yaml`. What is not well formed is a problem and otherwise left out. */
export function readGuild(document: SourceDocument): { guild: Guild; problems: readonly TextProblem[] } {
  const { value } = document;
  const classifications = own(value, "classifications");
  const emergency = text(own(value, "emergency"));
  const guild: Guild = {
    domains: list(own(value, "domains")).flatMap(toDomain),
    classifications: isList(classifications) ? texts(classifications) : CLASSIFICATIONS,
    entities: list(own(value, "entities")).flatMap(toEntity),
    valueSets: members(own(value, "valueSets"), (set) => (isList(set) ? set.filter(isScalar) : undefined)),
    tables: members(own(value, "tables"), (table) =>
      isObject(table) ? members(table, (content) => (isScalar(content) ? content : undefined)) : undefined,
    ),
    teams: isList(own(value, "teams")) ? texts(own(value, "teams")) : namedTeams(value),
    notice: { ...NOTICE, ...counts(own(value, "notice"), ["days", "horizonDays"]) },
    waivers: { ...WAIVERS, ...counts(own(value, "waivers"), ["maxDays", "expiringDays"]) },
    quorums: list(own(value, "quorums")).flatMap(toQuorum),
    ...(emergency !== undefined && { emergency }),
  };
  const problems = [...checkShape(GUILD_SCHEMA, document), ...twinsOf(document), ...pathProblems(document)];
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

function pathProblems(document: SourceDocument): readonly TextProblem[] {
  return list(own(document.value, "domains")).flatMap((domain, index) =>
    globProblems(own(domain, "paths"), ["domains", index, "paths"], document),
  );
}

function toDomain(item: Json): readonly Domain[] {
  const id = text(own(item, "id"));
  if (id === undefined || !isObject(item)) return [];
  const paths = texts(item["paths"]).filter(isSoundGlob);
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

function toQuorum(item: Json): readonly Quorum[] {
  const [id, distinctBy] = [text(own(item, "id")), text(own(item, "distinctBy"))];
  const [count, seats] = [own(item, "count"), own(item, "seats")];
  if (id === undefined || typeof count !== "number") return [];
  return [
    { id, count, ...(distinctBy !== undefined && { distinctBy }), ...(isList(seats) && { seats: texts(seats) }) },
  ];
}

/** Who owns a domain or holds a seat is there, too, when nobody says who is. */
function namedTeams(value: Json): readonly string[] {
  const named = (listed: string, key: string): readonly string[] =>
    list(own(value, listed)).flatMap((item) => texts(own(item, key)));
  return [...new Set([...named("domains", "owners"), ...named("seats", "holders")])].sort(compareText);
}

/** The members of an object that are what they should be, in an object without a prototype. */
function members<T extends Json>(written: Json | undefined, read: (value: Json) => T | undefined): Record<string, T> {
  const result = Object.create(null) as Record<string, T>;
  for (const [key, value] of Object.entries(isObject(written) ? written : {})) {
    const content = read(value);
    if (content !== undefined) result[key] = content;
  }
  return result;
}

function isScalar(value: Json): boolean {
  return value !== null && typeof value !== "object";
}

function texts(value: Json | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}

function counts<K extends string>(written: Json | undefined, keys: readonly K[]): Partial<Record<K, number>> {
  const found = keys.flatMap((key) => {
    const count = own(written, key);
    return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? [[key, count] as const] : [];
  });
  return Object.fromEntries(found) as Partial<Record<K, number>>;
}

interface Claim {
  readonly domain: Domain;
  readonly glob: string;
  /** Characters before the first wildcard. */
  readonly prefix: number;
  /** The first folder that the glob names. */
  readonly folder: string;
}

/** The globs of a guild: those that only name a folder are looked up, since ten thousand files by twenty globs are many. */
interface Claims {
  readonly byFolder: ReadonlyMap<string, readonly Claim[]>;
  readonly others: readonly (Claim & { readonly matches: (file: RepoPath) => boolean })[];
}

const claims = new WeakMap<Guild, Claims>();

/**
 * The domain that owns a file: the one whose glob matches with the longest text before its first wildcard; then the
 * one whose folder stands nearest to the root; then the one with the smallest id. Undefined when none matches.
 */
export function domainOf(file: RepoPath, guild: Guild): Domain | undefined {
  const { byFolder, others } = claimsOf(guild);
  const folders = file.split("/");
  let best: Match | undefined;
  for (const [depth, folder] of folders.entries()) {
    if (depth === folders.length - 1) break;
    for (const claim of byFolder.get(folder) ?? []) best = better(best, { claim, depth });
  }
  for (const claim of others) {
    if (claim.matches(file)) best = better(best, { claim, depth: folders.indexOf(claim.folder) });
  }
  return best?.claim.domain;
}

interface Match {
  readonly claim: Claim;
  readonly depth: number;
}

function better(one: Match | undefined, other: Match): Match {
  if (one === undefined) return other;
  const order =
    one.claim.prefix - other.claim.prefix ||
    other.depth - one.depth ||
    compareText(other.claim.domain.id, one.claim.domain.id);
  return order < 0 ? other : one;
}

const WILDCARD = /[*?[{]/;
/** What a domain claims by default: a folder of its name, anywhere. */
const FOLDER_ANYWHERE = /^\*\*\/([\w.-]+)\/\*\*$/;

/** Compiled once per guild. */
function claimsOf(guild: Guild): Claims {
  const known = claims.get(guild);
  if (known !== undefined) return known;
  const all = guild.domains.flatMap((domain) => domain.paths.map((glob) => toClaim(domain, glob)));
  const compiled: Claims = {
    byFolder: byFolder(all.filter(({ glob }) => FOLDER_ANYWHERE.test(glob))),
    others: all
      .filter(({ glob }) => !FOLDER_ANYWHERE.test(glob))
      // Paths may hold line ends, hence `s`.
      .map((claim) => ({ ...claim, matches: picomatch(claim.glob, { ...GLOB, flags: "s" }) })),
  };
  claims.set(guild, compiled);
  return compiled;
}

function byFolder(list: readonly Claim[]): Claims["byFolder"] {
  const folders = new Map<string, Claim[]>();
  for (const claim of list) folders.set(claim.folder, [...(folders.get(claim.folder) ?? []), claim]);
  return folders;
}

const GLOB = { dot: true, nonegate: true, noextglob: true, windows: false };

function toClaim(domain: Domain, glob: string): Claim {
  const wildcard = glob.search(WILDCARD);
  return {
    domain,
    glob,
    prefix: wildcard === -1 ? glob.length : wildcard,
    folder: glob.split("/").find((part) => !WILDCARD.test(part)) ?? "",
  };
}
