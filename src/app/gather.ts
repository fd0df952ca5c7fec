import { readDescriptors } from "../descriptor/read.ts";
import { failure } from "../model/failure.ts";
import type { Landings } from "../model/landing.ts";
import type { RepoPath } from "../model/location.ts";
import { SETTINGS_FILE } from "../model/settings.ts";
import { isRegularFile } from "../model/tree.ts";
import type { BlobId, Blobs, Tree } from "../model/tree.ts";
import type { Memo } from "../ports/memo.ts";
import type { CommitId, Repository } from "../ports/repository.ts";
import type { ContentBook } from "./contents.ts";
import type { GovernInput, Readings, Side } from "./govern/input.ts";
import { readSource } from "../source/read.ts";
import { contentOf } from "../source/recall.ts";
import { isRuleFile, readRules } from "./govern/rules.ts";
import type { Packs, Rules } from "./govern/rules.ts";
import { touchedBetween } from "./govern/scope.ts";
import type { CandidateFiles, Scope } from "./govern/scope.ts";
import { openReadings, recallReading, recallTexts, rememberReading } from "./remember.ts";

/** Bytes of one file that are ever looked at; a larger file is a problem, not a descriptor. */
export const MAX_FILE_BYTES = 256 * 1024;
/** Files that may hold descriptors, per run. */
const MAX_FILES = 200_000;
/** How many files are read and let go again at a time. */
const BATCH = 500;

/** What a run is made of, beside the request. */
export interface Workshop {
  readonly repository: Repository;
  readonly memo: Memo;
  readonly packs: Packs;
  /** Told about long steps: what is done, and how far it is. */
  readonly progress: (step: string, done: number, total: number) => void;
}

/** Reads bytes by blob id, from the work tree where the repository does not hold them. */
export type ReadBlobs = (blobs: Iterable<BlobId>) => Promise<Blobs>;

/** What is judged (`head`), and how its bytes are had. */
export interface Gathered {
  readonly head: Side;
  /** The merge base of head and the base ref: what the change started from. */
  readonly base?: Side & { readonly commit: CommitId };
  /** Files that differ between base and head; none without a base. */
  readonly touched: ReadonlySet<RepoPath>;
  /** The commit whose history says when something landed: the tip of the base ref; absent without a base. */
  readonly tip?: CommitId;
  /** The tree that holds the rules: the tip of the base ref, which the change cannot alter. */
  readonly rulesTree: Tree;
  readonly read: ReadBlobs;
}

export interface Revisions {
  /** Absent: the whole mesh at head; for a work tree, what `HEAD` has once there is a commit. */
  readonly base?: string;
  readonly head: { readonly ref: string } | "worktree";
  /** Look at all of head by the rules that it has itself, also where it is a work tree. */
  readonly whole?: true;
}

export async function gather({ repository }: Workshop, revisions: Revisions): Promise<Gathered> {
  const comparedWith = revisions.base ?? (revisions.head === "worktree" ? "HEAD" : undefined);
  const baseRef = revisions.whole ? undefined : comparedWith;
  const named = revisions.base === undefined ? undefined : ahead(repository.resolve(revisions.base));
  const { side, listing, blobs, commit } = await gatherHead(repository, revisions);
  const read: ReadBlobs = async (wanted) => {
    const [own, others] = partition(wanted, (blob) => blobs.has(blob));
    const found = await repository.read(others, MAX_FILE_BYTES);
    return new Map([...found, ...own.map((blob) => [blob, bytesOf(blobs, blob)] as const)]);
  };
  if (baseRef === undefined || commit === null) {
    const tree = await listing;
    return { head: { ...side, tree }, touched: new Set(), rulesTree: tree, read };
  }
  const tip = (await named) ?? commit;
  const start = await repository.mergeBase(tip, commit);
  const started = repository.tree(start);
  const ruling = start === tip ? started : repository.tree(tip);
  const [headTree, tree, rulesTree] = await Promise.all([listing, started, ruling]);
  const head = { ...side, tree: headTree };
  const base = { ref: baseRef, commit: start, tree };
  return { head, base, touched: touchedBetween(base, head), tip, rulesTree, read };
}

interface GatheredHead {
  readonly side: Omit<Side, "tree">;
  /** Under way, while the other side is looked for. */
  readonly listing: Promise<Tree>;
  readonly blobs: Blobs;
  /** The commit whose history head continues; null before the first one. */
  readonly commit: CommitId | null;
}

async function gatherHead(repository: Repository, { base, head }: Revisions): Promise<GatheredHead> {
  if (head !== "worktree") {
    const commit = await repository.resolve(head.ref);
    return { side: { ref: head.ref, commit }, listing: ahead(repository.tree(commit)), blobs: new Map(), commit };
  }
  const work = await repository.workTree(MAX_FILE_BYTES);
  if (work.head === null && base !== undefined) {
    throw failure(
      "input",
      "no-commit",
      "The repository has no commit to compare with.",
      "Commit once, or leave --base out.",
    );
  }
  const listing = Promise.resolve(work.tree);
  return { side: { ref: "worktree", commit: null }, listing, blobs: work.blobs, commit: work.head };
}

/** The rules that judge, and what the change would make of them. */
export type GatheredRules = Pick<GovernInput, "rules" | "started" | "proposed">;

export async function gatherRules({ packs, memo }: Workshop, gathered: Gathered): Promise<GatheredRules> {
  const { base, head, touched, rulesTree, read } = gathered;
  const load = async (tree: Tree): Promise<Rules> =>
    readRules(await ruleFiles(tree, read), packs, await recallTexts(memo));
  if (base === undefined) return { rules: await load(head.tree) };
  if (!rulesTree.has(SETTINGS_FILE) && head.tree.has(SETTINGS_FILE))
    return { rules: firstRules(await load(head.tree)) };
  const edited = [...touched].some(isRuleFile);
  const rules = await load(rulesTree);
  if (!edited) return { rules };
  return { rules, started: base.tree === rulesTree ? rules : await load(base.tree), proposed: await load(head.tree) };
}

/** A change that brings the first rules is judged by them: there is nothing else to judge it by, and nothing to get around. */
function firstRules(rules: Rules): Rules {
  const message = `The base has no ${SETTINGS_FILE}: this change is judged by the rules that it brings.`;
  const location = { file: SETTINGS_FILE, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    ...rules,
    problems: [...rules.problems, { severity: "warning", code: "first-rules", message, path: "", location }],
  };
}

/** What has landed at the descriptors that the change touches; a merge counts from its day, whatever its commits say. */
export async function gatherLandings(
  { repository }: Workshop,
  { tip }: Gathered,
  { start, touched }: Scope,
): Promise<ReadonlyMap<RepoPath, Landings> | undefined> {
  if (tip === undefined) return undefined;
  const files = start.flatMap(([file]) => (touched.has(file) ? [file] : []));
  return files.length === 0 ? undefined : repository.landings(tip, files);
}

/** The bytes of everything that judges in a tree. */
export async function ruleFiles(tree: Tree, read: ReadBlobs): Promise<ReadonlyMap<RepoPath, Uint8Array>> {
  const files = [...tree].filter(([file, entry]) => isRuleFile(file) && isRegularFile(entry));
  const blobs = await read(files.map(([, { blob }]) => blob));
  return new Map(files.map(([file, { blob }]) => [file, bytesOf(blobs, blob)]));
}

/**
 * The readings of the files: those that were read before are recalled when they are asked for, the others read in
 * batches that are let go again. `contents` is given the values of what was read.
 */
export async function gatherReadings(
  { memo, progress }: Workshop,
  files: CandidateFiles,
  read: ReadBlobs,
  contents?: ContentBook,
): Promise<Readings> {
  if (files.length > MAX_FILES) {
    const message = `${String(files.length)} files may hold descriptors; at most ${String(MAX_FILES)} are read in a run`;
    throw failure("input", "too-many-files", message, "Narrow discovery.include in meshgate.yaml.");
  }
  const remembered = await openReadings(memo);
  const blobs = files.filter(([, entry]) => isRegularFile(entry)).map(([, { blob }]) => blob);
  const unread = [...new Set(blobs.filter((blob) => remembered.head(blob) === undefined))];
  for (let start = 0; start < unread.length; start += BATCH) {
    progress("Reading descriptors", start, unread.length);
    for (const [blob, bytes] of await read(unread.slice(start, start + BATCH))) {
      const source = readSource(bytes);
      contents?.set(blob, contentOf(source));
      rememberReading(remembered, blob, readDescriptors(bytes, source));
    }
  }
  // Also what this run has read: the reading itself would keep the whole document in memory.
  return { get: (blob) => recallReading(remembered, blob) };
}

/** A promise for later: whoever awaits it hears of a failure, nobody before. */
function ahead<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function bytesOf(blobs: Blobs, blob: BlobId): Uint8Array {
  const bytes = blobs.get(blob);
  if (bytes === undefined) throw new Error(`blob ${blob} was not delivered`);
  return bytes;
}

function partition<T>(values: Iterable<T>, test: (value: T) => boolean): readonly [T[], T[]] {
  const sides: [T[], T[]] = [[], []];
  for (const value of values) sides[test(value) ? 0 : 1].push(value);
  return sides;
}
