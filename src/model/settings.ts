import type { ChangeClass, Mode, Profile } from "./compatibility.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Enforcement } from "./enforcement.ts";
import type { RepoPath } from "./location.ts";
import type { Window } from "./window.ts";

/** `meshgate.yaml` after reading: every default filled in. */
export interface Settings {
  readonly name: string;
  /** Shipped packs that apply beside the mesh's own policies. */
  readonly packs: readonly PackReference[];
  /** Globs of files that may hold descriptors, and those that never do. */
  readonly discovery: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** What the guild sets for policies of packs, by policy id. */
  readonly policies: ReadonlyMap<string, PolicySetting>;
  readonly docs: DocsSetting;
  readonly compatibility: CompatibilitySettings;
}

/** How changes of contracts and products are weighed. */
export interface CompatibilitySettings {
  readonly mode: Mode;
  readonly profile: Profile;
  /** What changes of a kind mean in this mesh, by the id of the rule that tells of them. */
  readonly severity: ReadonlyMap<string, ChangeClass>;
  /** Whether a reader of whom nobody knows what it reads counts as hit (`strict`). */
  readonly unknown: "strict" | "lenient";
  /** How long before it goes the end of something must be announced: of what is critical, of all else, of a draft. */
  readonly notice: Readonly<Record<NoticeKind, Window>>;
  /** A tag that marks what is critical, beside `criticalDataElement` and `meshgate.class`; absent: none. */
  readonly coreTag?: string;
}

export type NoticeKind = "core" | "default" | "draft";
export const NOTICE_KINDS: readonly NoticeKind[] = ["core", "default", "draft"];

/** Where the pages of the policies are kept. */
export interface DocsSetting {
  /** A folder of the repository. */
  readonly folder: RepoPath;
  /** The address under which people read that folder, without a slash at its end; absent: findings lead to no page. */
  readonly url?: string;
}

/** `baseline`, or `baseline@^1.2.0` where the mesh insists on versions of it. */
export interface PackReference {
  readonly name: string;
  /** A range of semantic versions; absent: any. */
  readonly range?: string;
}

/** What a layer sets for a policy. */
export interface PolicySetting extends Enforcement {
  readonly params: ReadonlyMap<string, Json>;
}

/** `guild.yaml` after reading. */
export interface Guild {
  readonly domains: readonly Domain[];
  /** From the least to the most sensitive: `public`, `internal`, … */
  readonly classifications: readonly string[];
  /** Shared definitions of entity identifiers, by identifier field name. */
  readonly entities: readonly Entity[];
  /** Closed lists of values that policies ask for, by name. */
  readonly valueSets: Readonly<Record<string, readonly Json[]>>;
  /** What is laid down for each key, by the name of the table. */
  readonly tables: Readonly<Record<string, JsonObject>>;
  /** Teams that exist. */
  readonly teams: readonly string[];
  readonly notice: Notice;
  readonly waivers: WaiverLimits;
  readonly quorums: readonly Quorum[];
  /** Why a change of the guild takes effect without its notice; counts for the change that writes it. */
  readonly emergency?: string;
}

/** How long before rules get stricter that must be known. */
export interface Notice {
  /** From the merge to the first day on which a rule is stricter than before. */
  readonly days: number;
  /** How far ahead a stricter rule may be scheduled, so that nobody plans what all forget; absent: as far as anybody likes. */
  readonly horizonDays?: number;
}

/** What no waiver may exceed, and when people are told that one ends. */
export interface WaiverLimits {
  readonly maxDays: number;
  readonly expiringDays: number;
}

/** How many approvals a decision of the guild needs. */
export interface Quorum {
  readonly id: string;
  readonly count: number;
  /** What no two of the approvals may share. */
  readonly distinctBy?: string;
  /** Seats that count; absent: all. */
  readonly seats?: readonly string[];
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
