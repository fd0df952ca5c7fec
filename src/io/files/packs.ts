import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RepoPath } from "../../model/location.ts";
import { listFolder } from "./walk.ts";
import { findOwnPackage } from "./package.ts";

const FOLDER = "policies";
const POLICY_FILE = /^[^/]+\.yaml$/;

/** The packs of policies that ship: by name, their files by path in the package (`policies/baseline/….yaml`). */
export async function shippedPacks(): Promise<ReadonlyMap<string, ReadonlyMap<RepoPath, Uint8Array>>> {
  const entries = await readdir(join(findOwnPackage().folder, FOLDER), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readPack(name)] as const)));
}

/** The policy files of one pack: those directly in its folder. */
async function readPack(name: string): Promise<ReadonlyMap<RepoPath, Uint8Array>> {
  const pack = join(findOwnPackage().folder, FOLDER, name);
  const files = (await listFolder(pack)).filter((file) => POLICY_FILE.test(file));
  return new Map(
    await Promise.all(
      files.map(async (file) => [`${FOLDER}/${name}/${file}`, await readFile(join(pack, file))] as const),
    ),
  );
}

/** The mesh on which the policies of a pack are tested: its files by path. */
export async function packFixture(name: string): Promise<ReadonlyMap<RepoPath, Uint8Array>> {
  return readFolder(join(findOwnPackage().folder, FOLDER, name, "fixture"));
}

/** The embedded mesh that ships: its files by path. */
export async function shippedMesh(): Promise<ReadonlyMap<RepoPath, Uint8Array>> {
  return readFolder(join(findOwnPackage().folder, "registry"));
}

async function readFolder(folder: string): Promise<ReadonlyMap<RepoPath, Uint8Array>> {
  const files = await listFolder(folder);
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)));
}
