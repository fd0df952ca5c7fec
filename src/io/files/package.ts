import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package this program is part of. */
export interface OwnPackage {
  readonly folder: string;
  readonly version: string;
}

const NAME = "meshgate";

/**
 * Found upwards from this module, so that it is the same from the sources, from the compiled files and from a bundle.
 */
export function findOwnPackage(): OwnPackage {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = readOwnManifest(folder);
    if (found !== undefined) return { folder, version: found };
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`The files of the package ${NAME} are not where the program is`);
    folder = parent;
  }
}

/** The version in `package.json`, if it is that of this package. */
function readOwnManifest(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("name" in manifest) || manifest.name !== NAME) {
    return undefined;
  }
  return "version" in manifest && typeof manifest.version === "string" ? manifest.version : "";
}
