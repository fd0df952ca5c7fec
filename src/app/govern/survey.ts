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

/** The files of a tree that may hold descriptors. */
export function candidates(tree: Tree, rules: Rules): CandidateFiles {
  const { discovery } = rules.settings;
  return [...tree].filter(([file]) => (isRuleFile(file) ? claimsByName(file) : isCandidate(file, discovery)));
}

/** What files hold by themselves, before anything is linked. */
interface Found {
  readonly placed: readonly PlacedDescriptor[];
  readonly problems: readonly Problem[];
}

/** Surveys a tree, all of it. */
export function surveyTree(files: CandidateFiles, readings: Readings, rules: Rules): Survey {
  const { placed, problems } = findIn(files, new Set(), readings, rules);
  return { mesh: buildMesh(placed), placed, problems };
}

/**
 * Surveys what became of a tree: only `files`, those candidates that were touched, are looked at. What was not touched
 * is the same object in both surveys. A file that can no longer be read keeps its last readable state in the graph, so
 * that one typing error does not look like the removal of a product.
 */
export function surveyChange(
  before: Survey,
  files: CandidateFiles,
  touched: ReadonlySet<RepoPath>,
  readings: Readings,
  rules: Rules,
): Survey {
  const former = before.placed.filter(({ file }) => touched.has(file));
  const found = findIn(files, new Set(former.map(({ file }) => file)), readings, rules);
  const unreadable = new Set(
    found.problems.filter(({ severity }) => severity === "error").map(({ location }) => location.file),
  );
  const untouched = before.placed.filter(({ file }) => !touched.has(file));
  const kept = former.filter(
    (one) => unreadable.has(one.file) && !found.placed.some((other) => sameDescriptor(one, other)),
  );
  const placed = [...untouched, ...kept, ...found.placed];
  const problems = [...before.problems.filter(({ location }) => !touched.has(location.file)), ...found.problems];
  return { mesh: buildMesh(placed), placed, problems };
}

/** `expected`: files that held descriptors before. */
function findIn(files: CandidateFiles, expected: ReadonlySet<RepoPath>, readings: Readings, rules: Rules): Found {
  const placed: PlacedDescriptor[] = [];
  const problems: Problem[] = [];
  for (const [file, entry] of files) {
    if (isRuleFile(file)) problems.push(misplaced(file));
    else if (!isRegularFile(entry)) {
      if (expected.has(file) || claimsByName(file)) problems.push(irregular(file, entry));
    } else {
      const reading = readings.get(readingKey(file, entry.blob));
      if (reading === undefined) throw new Error(`no reading of ${file}`);
      for (const problem of reading.problems) problems.push(place(file, problem));
      for (const document of reading.documents) {
        for (const problem of document.problems) problems.push(place(file, problem));
        if (document.summary) placed.push(placeDocument(file, entry, document.index, document.summary, rules));
      }
    }
  }
  return { placed, problems };
}

/** Several versions of a contract may stand in one file; one that rises keeps its place. */
function sameDescriptor(one: PlacedDescriptor, other: PlacedDescriptor): boolean {
  const [{ kind, id, version }, there] = [one.summary, other.summary];
  if (one.file !== other.file || kind !== there.kind || id !== there.id) return false;
  return kind !== "contract" || version === there.version || one.index === other.index;
}

function placeDocument(
  file: RepoPath,
  { blob }: TreeEntry,
  index: number,
  summary: Summary,
  { guild }: Rules,
): PlacedDescriptor {
  const domain = domainOf(file, guild);
  const owners = ownersOf(summary, domain);
  return { file, blob, index, ...(domain && { domain: domain.id }), owners, summary } as PlacedDescriptor;
}

/** The team stands first among those whom a descriptor names. */
function ownersOf(summary: Summary, domain: Domain | undefined): readonly string[] {
  const named = summary.kind === "contract" ? [] : summary.owners.slice(0, 1);
  return named.length > 0 ? named : (domain?.owners ?? []);
}

const KINDS: Readonly<Record<string, string>> = { "120000": "A symbolic link", "160000": "A submodule" };

/** Links and submodules are never followed; one that stands where a descriptor is expected is told. */
function irregular(file: RepoPath, entry: TreeEntry): Problem {
  const message = `${KINDS[entry.mode] ?? `A file of mode ${entry.mode}`} stands where a descriptor is expected; it is not followed. Commit the descriptor itself.`;
  return { severity: "error", code: "not-a-file", message, path: "", location: at(file) };
}

/** A descriptor among the rules would be judged by nobody. */
function misplaced(file: RepoPath): Problem {
  const message =
    "A descriptor stands in a folder of rules, where it is not judged. Move it out of policies/, bindings/ and waivers/, or rename it.";
  return { severity: "error", code: "misplaced-descriptor", message, path: "", location: at(file) };
}
