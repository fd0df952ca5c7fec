import type { Json } from "./json.ts";
import type { Level } from "./finding.ts";
import type { RepoPath } from "./location.ts";

/** `meshgate.yaml` after reading: every default filled in. */
export interface Settings {
  readonly name: string;
  /** Shipped packs by name (`baseline`) that apply beside the mesh's own policies. */
  readonly packs: readonly string[];
  /** Globs of files that may hold descriptors, and those that never do. */
  readonly discovery: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** What the guild sets for policies of packs, by policy id. */
  readonly policies: ReadonlyMap<string, PolicySetting>;
}

export interface PolicySetting {
  readonly level?: Level;
  readonly params: ReadonlyMap<string, Json>;
}

/** `guild.yaml` after reading. */
export interface Guild {
  readonly domains: readonly Domain[];
  /** From the least to the most sensitive: `public`, `internal`, … */
  readonly classifications: readonly string[];
  /** Shared definitions of entity identifiers, by identifier field name. */
  readonly entities: readonly Entity[];
}

export interface Domain {
  readonly id: string;
  readonly name: string;
  /** Teams or people accountable for the domain, as the forge names them: `@daff/listener-data`. */
  readonly owners: readonly string[];
  /** Globs of the files that belong to the domain; default: every file below a folder with the domain's id. */
  readonly paths: readonly string[];
}

/** What a field named `identifier` means everywhere: one name, one type, one definition. */
export interface Entity {
  readonly id: string;
  readonly identifier: string;
  readonly logicalType: string;
  readonly definition: string;
}

export const SETTINGS_FILE: RepoPath = "meshgate.yaml";
export const GUILD_FILE: RepoPath = "guild.yaml";
