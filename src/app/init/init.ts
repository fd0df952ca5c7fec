import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../../model/settings.ts";
import { meshFiles } from "./mesh-files.ts";
import { productFiles } from "./product-files.ts";

export interface InitRequest {
  readonly domain?: string;
  readonly product?: string;
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

/**
 * Plans a mesh repository, or a product in one. `exists` tells which paths are taken. Throws an `input` failure for a
 * name that cannot be a folder and an id, or when there is nothing left to write.
 */
export function planInit({ domain, product }: InitRequest, exists: (file: RepoPath) => boolean): InitPlan {
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
  const wanted = new Map([
    ...meshFiles(domain),
    ...(domain !== undefined && product !== undefined ? productFiles(domain, product) : []),
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
  return { files, kept, next: nextSteps(domain, product, kept) };
}

function checkName(option: string, name: string | undefined): void {
  if (name === undefined || NAME.test(name)) return;
  const message = `${option} ${JSON.stringify(name)} cannot be a folder and an id: expected lower-case letters and digits, parted by single dashes`;
  throw failure("input", "bad-name", message, "For example: partner-playlists.");
}

function nextSteps(
  domain: string | undefined,
  product: string | undefined,
  kept: readonly RepoPath[],
): readonly string[] {
  const steps: string[] = [];
  if (kept.includes(GUILD_FILE) && domain !== undefined)
    steps.push(`See that ${GUILD_FILE} names the domain "${domain}" and who answers for it.`);
  if (!kept.includes(GUILD_FILE)) steps.push(`Say in ${GUILD_FILE} which domains there are and who answers for them.`);
  if (product !== undefined) steps.push(`Replace what is marked TODO in products/${domain ?? ""}/${product}.`);
  steps.push("Run `meshgate check --worktree` to see what the policies say.");
  if (!kept.includes(SETTINGS_FILE)) steps.push("Commit, open a pull request, and make the check required.");
  return steps;
}
