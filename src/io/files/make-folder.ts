import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder that only its owner may enter, with those above it. Throws the system's error where that cannot be.
 * (Node's own `recursive` never ends where the system denies a folder by saying that its parent does not exist.)
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const isMadeMeanwhile = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!isMadeMeanwhile) throw error;
  }
}
