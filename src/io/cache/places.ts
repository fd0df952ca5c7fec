import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** Where the cache is, and where the secret is that it is sealed with. */
export interface CachePlaces {
  readonly folder: string;
  readonly secretFile: string;
}

/**
 * From the environment: `MESHGATE_CACHE_DIR` as it is, or a folder for the repository in the user's folder for caches.
 * Undefined when it is turned off (`MESHGATE_CACHE_DIR=off`), or when the secret would stand inside the cache: whoever
 * can put a cache there could put a secret as well.
 */
export function findPlaces(repository: string, env: NodeJS.ProcessEnv): CachePlaces | undefined {
  const chosen = env["MESHGATE_CACHE_DIR"] ?? "";
  if (chosen === "off") return undefined;
  const { caches, state } = userFolders(env);
  const folder = chosen === "" ? join(caches, "meshgate", shortDigest(repository)) : resolve(chosen);
  const secretFile = join(state, "meshgate", "cache-key");
  return isInside(folder, secretFile) ? undefined : { folder, secretFile };
}

/** The XDG base directories, or what stands for them on the platform. */
function userFolders(env: NodeJS.ProcessEnv): { readonly caches: string; readonly state: string } {
  const home = absolute(env["HOME"]) ?? homedir();
  if (process.platform === "win32") {
    const local = absolute(env["LOCALAPPDATA"]) ?? join(home, "AppData", "Local");
    return { caches: join(local, "Cache"), state: local };
  }
  const isMac = process.platform === "darwin";
  return {
    caches: absolute(env["XDG_CACHE_HOME"]) ?? join(home, isMac ? "Library/Caches" : ".cache"),
    state: absolute(env["XDG_STATE_HOME"]) ?? join(home, isMac ? "Library/Application Support" : ".local/state"),
  };
}

/** The XDG specification has relative paths ignored. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && isAbsolute(folder) ? folder : undefined;
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}

function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
