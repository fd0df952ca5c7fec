import { claimsByName } from "../../descriptor/discover.ts";
import { problemsIn } from "../../descriptor/read.ts";
import type { Described, Outline, Summary } from "../../model/descriptor.ts";
import { at } from "../../model/location.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedDescriptor } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import type { Domain, Guild } from "../../model/settings.ts";
import { isRegularFile } from "../../model/tree.ts";
import type { BlobId, TreeEntry } from "../../model/tree.ts";
import { buildMesh } from "../../mesh/build.ts";
import { tiesOf } from "../../mesh/ties.ts";
import { domainOf } from "../../settings/guild.ts";
import { isRuleFile, placed as place } from "./ground.ts";
import type { Ground } from "./ground.ts";
import type { Readings } from "./input.ts";
import type { CandidateFiles, Scope } from "./scope.ts";

/** What a tree holds: its descriptors, the graph between them, and what could not be read. */
export interface Survey {
  readonly mesh: Mesh;
  readonly placed: readonly PlacedDescriptor[];
  readonly problems: readonly Problem[];
}

/** What files hold by themselves, before anything is linked. */
interface Found {
  readonly placed: readonly PlacedDescriptor[];
  readonly problems: readonly Problem[];
}

/** Surveys a tree, all of it. */
export function surveyTree(files: CandidateFiles, readings: Readings, ground: Ground): Survey {
  const { placed, problems } = findIn(files, new Set(), readings, ground);
  return { mesh: buildMesh(placed), placed, problems };
}

/**
 * Surveys a tree and what a change made of it. What was not touched is the same object in both. A file that can no longer
 * be read keeps its last readable state in the graph, so that one typing error does not look like the removal of a
 * product.
 */
export function surveyChange(
  scope: Scope,
  readings: Readings,
  ground: Ground,
): { readonly base: Survey; readonly head: Survey } {
  const { start, touched, changed } = scope;
  const base = findIn(start, new Set(), readings, ground);
  const former = base.placed.filter(({ file }) => touched.has(file));
  const found = findIn(changed, new Set(former.map(({ file }) => file)), readings, ground);
  const head = changedBy(base, former, found, scope);
  const ties = tiesOf([...base.placed, ...found.placed]);
  const survey = ({ placed, problems }: Found): Survey => ({ mesh: buildMesh(placed, ties), placed, problems });
  return { base: survey(base), head: survey(head) };
}

/** `former`: what stood in the touched files, `found`: what stands there now. */
function changedBy(
  before: Found,
  former: readonly PlacedDescriptor[],
  found: Found,
  { start, touched, changed }: Scope,
): Found {
  const untouched = before.placed.filter(({ file }) => !touched.has(file));
  const readable = [...untouched, ...found.placed];
  const unreadable = new Set(
    found.problems.filter(({ severity }) => severity === "error").map(({ location }) => location.file),
  );
  const broken = former.filter(
    (one) => unreadable.has(one.file) && !found.placed.some((other) => sameDescriptor(one, other)),
  );
  // What cannot be read in a new file may be whatever stood in a file that is gone.
  const earlier = new Set(start.map(([file]) => file));
  const mayHaveMoved = [...unreadable].some((file) => !earlier.has(file));
  const present = new Set(changed.map(([file]) => file));
  const gone = mayHaveMoved ? former.filter(({ file }) => !present.has(file)) : [];
  const lost = gone.filter((one) => !readable.some((other) => isSameIdentity(one, other)));
  return {
    placed: [...readable, ...broken, ...lost],
    problems: [...before.problems.filter(({ location }) => !touched.has(location.file)), ...found.problems],
  };
}

/** `expected`: files that held descriptors before. */
function findIn(files: CandidateFiles, expected: ReadonlySet<RepoPath>, readings: Readings, ground: Ground): Found {
  const placed: PlacedDescriptor[] = [];
  const problems: Problem[] = [];
  for (const [file, entry] of files) {
    if (isRuleFile(file)) problems.push(misplaced(file));
    else if (!isRegularFile(entry)) {
      if (expected.has(file) || claimsByName(file)) problems.push(irregular(file, entry));
    } else {
      const reading = readings.get(entry.blob);
      if (reading === undefined) throw new Error(`no reading of ${file}`);
      for (const problem of problemsIn(file, reading)) problems.push(place(file, problem));
      for (const document of reading.documents) {
        for (const problem of document.problems) problems.push(place(file, problem));
        const { index, described } = document;
        if (described) placed.push(new Place(file, entry.blob, index, described, ground.guild) as PlacedDescriptor);
      }
    }
  }
  return { placed, problems };
}

/** Several versions of a contract may stand in one file; one that rises keeps its place. */
function sameDescriptor(one: PlacedDescriptor, other: PlacedDescriptor): boolean {
  const { kind, version } = one.outline;
  if (one.file !== other.file || !isSameIdentity(one, other)) return false;
  return kind !== "contract" || version === other.outline.version || one.index === other.index;
}

function isSameIdentity({ outline: one }: PlacedDescriptor, { outline: other }: PlacedDescriptor): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/**
 * Of ten thousand descriptors a change looks into few, so what is not needed to span the graph waits. A class, because
 * accessors that each object has for itself cost a large mesh a twentieth of its time.
 */
// eslint-disable-next-line no-restricted-syntax
class Place {
  readonly file: RepoPath;
  readonly blob: BlobId;
  readonly index: number;
  readonly outline: Outline;
  readonly #summary: () => Summary;
  readonly #guild: Guild;
  /** Null until somebody asks. */
  #domain: Domain | undefined | null = null;

  constructor(file: RepoPath, blob: BlobId, index: number, { outline, summary }: Described, guild: Guild) {
    this.file = file;
    this.blob = blob;
    this.index = index;
    this.outline = outline;
    this.#summary = summary;
    this.#guild = guild;
  }

  get domain(): string | undefined {
    return this.#owner()?.id;
  }

  get owners(): readonly string[] {
    return ownersOf(this.summary, this.#owner());
  }

  #owner(): Domain | undefined {
    if (this.#domain === null) this.#domain = domainOf(this.file, this.#guild);
    return this.#domain;
  }

  get summary(): Summary {
    return this.#summary();
  }
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
