import { claimsByName, isCandidate } from "../../descriptor/discover.ts";
import type { Reading, Summary } from "../../model/descriptor.ts";
import { at } from "../../model/location.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedDescriptor } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import type { Domain } from "../../model/settings.ts";
import { isRegularFile } from "../../model/tree.ts";
import type { BlobId, Tree, TreeEntry } from "../../model/tree.ts";
import { buildMesh } from "../../mesh/build.ts";
import { domainOf } from "../../settings/guild.ts";
import { isRuleFile, placed as place } from "./rules.ts";
import type { Rules } from "./rules.ts";

/** Readings by `readingKey`; holds at least every candidate of the trees at hand. */
export type Readings = ReadonlyMap<string, Reading>;

/** What a reading depends on: the bytes, and whether the name says that a descriptor is meant. */
export function readingKey(file: RepoPath, blob: BlobId): string {
  return claimsByName(file) ? `${blob} descriptor` : blob;
}

export type CandidateFiles = readonly (readonly [RepoPath, TreeEntry])[];

/** What a tree holds: its descriptors, the graph between them, and what could not be read. */
export interface Survey {
  readonly mesh: Mesh;
  readonly placed: readonly PlacedDescriptor[];
  readonly problems: readonly Problem[];
}

/** Descriptors by file and blob, so that what both sides of a change hold is one and the same object on both. */
export type Placement = Map<string, readonly PlacedDescriptor[]>;

/** The files of a tree that may hold descriptors. */
export function candidates(tree: Tree, rules: Rules): CandidateFiles {
  const { discovery } = rules.settings;
  return [...tree].filter(([file]) => !isRuleFile(file) && isCandidate(file, discovery));
}

/**
 * Surveys a tree. `before` is the survey of the base: a file that can no longer be read keeps its last readable state
 * in the graph, so that one typing error does not look like the removal of a product.
 */
export function surveyTree(
  files: CandidateFiles,
  readings: Readings,
  rules: Rules,
  placement: Placement,
  before?: Survey,
): Survey {
  const placed: PlacedDescriptor[] = [];
  const problems: Problem[] = [];
  const unreadable = new Set<RepoPath>();
  for (const [file, entry] of files) {
    if (!isRegularFile(entry)) problems.push(...irregular(file, entry));
    else {
      const reading = readings.get(readingKey(file, entry.blob));
      if (reading === undefined) throw new Error(`no reading of ${file}`);
      const found = problemsOf(file, reading);
      problems.push(...found);
      if (found.some((problem) => problem.severity === "error")) unreadable.add(file);
      placed.push(...placeDocuments(file, entry, reading, rules, placement));
    }
  }
  for (const descriptor of before?.placed ?? []) {
    if (unreadable.has(descriptor.file) && !placed.some((other) => sameDescriptor(other, descriptor)))
      placed.push(descriptor);
  }
  return { mesh: buildMesh(placed), placed, problems };
}

function sameDescriptor(one: PlacedDescriptor, other: PlacedDescriptor): boolean {
  return one.file === other.file && one.summary.kind === other.summary.kind && one.summary.id === other.summary.id;
}

function placeDocuments(
  file: RepoPath,
  { blob }: TreeEntry,
  reading: Reading,
  rules: Rules,
  placement: Placement,
): readonly PlacedDescriptor[] {
  if (reading.documents.length === 0) return [];
  const key = `${blob} ${file}`;
  const known = placement.get(key);
  if (known !== undefined) return known;
  const domain = domainOf(file, rules.guild);
  const placed = reading.documents.flatMap(({ index, summary }) =>
    summary === undefined
      ? []
      : [
          {
            file,
            blob,
            index,
            ...(domain && { domain: domain.id }),
            owners: ownersOf(summary, domain),
            summary,
          } as PlacedDescriptor,
        ],
  );
  placement.set(key, placed);
  return placed;
}

/** The team stands first among those whom a descriptor names. */
function ownersOf(summary: Summary, domain: Domain | undefined): readonly string[] {
  const named = summary.kind === "contract" ? [] : summary.owners.slice(0, 1);
  return named.length > 0 ? named : (domain?.owners ?? []);
}

function problemsOf(file: RepoPath, reading: Reading): readonly Problem[] {
  return [...reading.problems, ...reading.documents.flatMap((document) => document.problems)].map((problem) =>
    place(file, problem),
  );
}

const KINDS: Readonly<Record<string, string>> = { "120000": "a symbolic link", "160000": "a submodule" };

/** Links and submodules are never followed; one that stands where a descriptor is expected is told. */
function irregular(file: RepoPath, entry: TreeEntry): readonly Problem[] {
  if (!claimsByName(file)) return [];
  const message = `${KINDS[entry.mode] ?? `a file of mode ${entry.mode}`} stands where a descriptor is expected; it is not followed. Commit the descriptor itself.`;
  return [{ severity: "error", code: "not-a-file", message, path: "", location: at(file) }];
}
