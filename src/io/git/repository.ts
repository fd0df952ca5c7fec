import type { Tree } from "../../model/tree.ts";
import type { CommitId, Repository } from "../../ports/repository.ts";
import { gitEnvironment } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { gitFailure } from "./failures.ts";
import { readHistory } from "./history.ts";
import { readLandings } from "./landings.ts";
import { findMergeBase } from "./merge-base.ts";
import { openObjects } from "./objects.ts";
import type { ObjectReader } from "./objects.ts";
import { findFolder, findPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { openPorcelain } from "./porcelain.ts";
import type { Porcelain } from "./porcelain.ts";
import { resolveHead, resolveRef } from "./refs.ts";
import { readChangedPaths, readTree, readTreeFrom } from "./tree.ts";
import { readWorkTree } from "./work-tree.ts";

export interface GitOptions {
  /** Where git finds programs and the user's configuration; default: the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Opens the repository that `folder` belongs to. Throws a failure: `input` when there is none, `operational` when git
 * is missing, too old, or refuses to read it.
 */
export async function gitRepository(folder: string, options: GitOptions = {}): Promise<Repository> {
  const at: Surroundings = {
    folder: await findFolder(folder),
    environment: gitEnvironment(options.environment ?? process.env),
  };
  const asked = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw gitFailure(error, folder);
    }
  };
  const { objects, place, git } = await asked(open(at));
  const refs = { git, folder, shallow: place.shallow };
  const trees = treeReader(at);
  return {
    home: place.commonFolder,
    resolve: (ref) => resolveRef(refs, ref),
    mergeBase: (one, other) => asked(findMergeBase(git, place, one, other)),
    tree: (commit) => asked(trees(commit)),
    history: (commit, count) => asked(readHistory(git, commit, count)),
    landings: (tip, paths) => asked(readLandings(at, place, tip, paths)),
    changedPaths: (from, to) => asked(readChangedPaths(at, from, to)),
    async workTree(limit = Number.POSITIVE_INFINITY) {
      const [files, head] = await asked(Promise.all([readWorkTree(at, place, limit), resolveHead(refs)]));
      return { ...files, head };
    },
    read: (blobs, limit) => asked(objects.read(blobs, limit)),
    close: () => objects.close(),
  };
}

/** Lists the first tree that is asked for, and of the others only what differs from it. */
function treeReader(at: Surroundings): (commit: CommitId) => Promise<Tree> {
  let first: { readonly commit: CommitId; readonly tree: Promise<Tree> } | undefined;
  return async (commit) => {
    if (first === undefined) {
      first = { commit, tree: readTree(at, commit) };
      return first.tree;
    }
    return commit === first.commit ? first.tree : readTreeFrom(at, first, commit);
  };
}

/** Starts everything at once: the object reader is ready when the place is known. */
async function open(at: Surroundings): Promise<{ objects: ObjectReader; place: Place; git: Porcelain }> {
  const objects = openObjects(at);
  try {
    const [place, git] = await Promise.all([findPlace(at), openPorcelain(at)]);
    return { objects, place, git };
  } catch (error) {
    await objects.close();
    throw error;
  }
}
