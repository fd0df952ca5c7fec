import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";
import type { Guild } from "../../model/settings.ts";
import { NO_GUILD, readGuild } from "../../settings/guild.ts";
import { readSource } from "../../source/read.ts";
import { meshFiles } from "./mesh-files.ts";
import { productFiles } from "./product-files.ts";

export interface InitRequest {
  readonly domain?: string;
  readonly product?: string;
}

/** A request in which every option has a place. */
interface Asked {
  readonly domain: string | undefined;
  readonly product: string | undefined;
}

/** What `init` would write: nothing that exists is ever written over. */
export interface InitPlan {
  readonly files: ReadonlyMap<RepoPath, string>;
  /** Files that were there already and stay as they are. */
  readonly kept: readonly RepoPath[];
  /** What is left for a person to do, in order. */
  readonly next: readonly string[];
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The guild of a `guild.yaml` that is there already; what cannot be read of it is left for a check to tell. */
export function guildIn(text: Uint8Array): Guild {
  const [document] = readSource(text).documents;
  return document === undefined ? NO_GUILD : readGuild(document).guild;
}

/**
 * Plans a mesh repository, or a product in one. `exists` tells which paths are taken, `guild` who owns what. Throws an `input` failure for a
 * name that cannot be a folder and an id, or when there is nothing left to write.
 */
export function planInit(
  { domain, product }: InitRequest,
  exists: (file: RepoPath) => boolean,
  guild: Guild = NO_GUILD,
): InitPlan {
  checkName("--domain", domain);
  checkName("--product", product);
  if (product !== undefined && domain === undefined) {
    throw failure(
      "input",
      "no-domain",
      "--product needs the domain that owns it",
      "Add --domain, for example --domain sales.",
    );
  }
  const known = guild.domains.find(({ id }) => id === domain);
  const wanted = new Map([
    ...meshFiles(domain),
    ...(domain !== undefined && product !== undefined ? productFiles(domain, product, known?.owners[0]) : []),
  ]);
  const files = new Map([...wanted].filter(([file]) => !exists(file)));
  if (files.size === 0) {
    throw failure(
      "input",
      "nothing-to-write",
      "everything that init would write is there already",
      "Choose another product, or edit the files.",
    );
  }
  const kept = [...wanted.keys()].filter((file) => !files.has(file));
  return { files, kept, next: nextSteps({ domain, product }, kept, known !== undefined) };
}

function checkName(option: string, name: string | undefined): void {
  if (name === undefined || NAME.test(name)) return;
  const message = `${option} ${JSON.stringify(name)} cannot be a folder and an id: expected lower-case letters and digits, parted by single dashes`;
  throw failure("input", "bad-name", message, "For example: partner-playlists.");
}

function nextSteps({ domain, product }: Asked, kept: readonly RepoPath[], isKnown: boolean): readonly string[] {
  const steps: string[] = [];
  if (!kept.includes(GUILD_FILE)) steps.push(`Say in ${GUILD_FILE} which domains there are and who answers for them.`);
  else if (domain !== undefined && !isKnown)
    steps.push(`Say in ${GUILD_FILE} that there is a domain "${domain}", and who answers for it.`);
  if (product !== undefined) steps.push(`Replace what is marked TODO in products/${domain ?? ""}/${product}.`);
  else if (!kept.includes(SETTINGS_FILE))
    steps.push("Add a first product with `meshgate init --domain <id> --product <id>`.");
  steps.push("Run `meshgate check --worktree` to see what the policies say.");
  if (!kept.includes(SETTINGS_FILE)) steps.push("Commit, open a pull request, and make the check required.");
  return steps;
}
