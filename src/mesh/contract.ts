import type { Mesh, PlacedContract, Tier } from "../model/mesh.ts";
import { closest, compareVersions, isOtherMajor, readVersion, tierOf } from "./version.ts";
import type { ReadVersion, Version } from "./version.ts";

/** The part of a mesh that is looked into. */
type Contracts = Pick<Mesh, "contracts">;

/**
 * The contract document that `id` and `version` name: the closest version, the highest one where several are equally
 * close, the smallest path where a version is declared twice. Undefined when no document has the id.
 */
export function resolveContract(
  mesh: Contracts,
  id: string,
  version: string | undefined,
): { readonly contract: PlacedContract; readonly tier: Tier } | undefined {
  const found = closestContracts(mesh, id, version === undefined ? undefined : readVersion(version), readVersion);
  if (found === undefined) return undefined;
  return { contract: found.matches.reduce(higher), tier: found.tier };
}

/**
 * Versions under which a port is known that publishes contract `id`: its own version and those of the contract
 * documents it resolves to, because the port's version is not reliably the contract's (descriptor standards, 4.1 rule 2).
 * A document of another major than the port names is not what the port publishes.
 */
export function publishedVersions(
  mesh: Contracts,
  id: string,
  port: Version | undefined,
  read: ReadVersion,
): readonly Version[] {
  const documents = closestContracts(mesh, id, port, read)?.matches ?? [];
  const versions = documents.map((contract) => read(contract.outline.version ?? ""));
  return port === undefined ? versions : [port, ...versions.filter((version) => !isOtherMajor(version, port))];
}

function closestContracts(
  mesh: Contracts,
  id: string,
  version: Version | undefined,
  read: ReadVersion,
): ReturnType<typeof closest<PlacedContract>> {
  return closest(mesh.contracts.get(id) ?? [], (contract) => tierOf(version, read(contract.outline.version ?? "")));
}

function higher(one: PlacedContract, other: PlacedContract): PlacedContract {
  return compareVersions(readVersion(other.summary.version), readVersion(one.summary.version)) > 0 ? other : one;
}
