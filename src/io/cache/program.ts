import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { findOwnPackage } from "../files/package.ts";

const CODE = /(?<!\.d)\.(?:[cm]?[jt]s|json)$/;
const INSTALLED = "node_modules/.package-lock.json";

/**
 * Stands for everything that computes a value: the version of the engine and of Node, the files of the program by size
 * and time (a program under development changes without a new version), and the installed packages.
 */
export function identifyProgram(): string {
  const { folder, version } = findOwnPackage();
  const [part = ""] = relative(folder, fileURLToPath(import.meta.url)).split(sep);
  const files = readdirSync(join(folder, part), { recursive: true, encoding: "utf8" }).filter((file) =>
    CODE.test(file),
  );
  const digest = createHash("sha256");
  for (const file of files.sort()) digest.update(`${file}\0${traces(join(folder, part, file))}\0`);
  for (let at = folder; ; at = dirname(at)) {
    digest.update(traces(join(at, INSTALLED)));
    if (at === dirname(at)) break;
  }
  return `meshgate ${version} node ${process.version} ${digest.digest("hex")}`;
}

function traces(file: string): string {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.size} ${stat.mtimeMs}`;
}
