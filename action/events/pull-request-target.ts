import { FETCH_HISTORY, commitAt, countAt, textAt } from "./event.ts";
import type { EventReader } from "./event.ts";

/**
 * The workflow of the base branch looks at a pull request that may come from a fork, with a token that may write. What
 * is checked out is the base; the pull request is only read from git objects; see README.md.
 */
export const pullRequestTarget: EventReader = (event) => {
  const ref = `refs/pull/${countAt(event, "pull_request", "number")}/head`;
  return {
    base: {
      commit: commitAt(event, "pull_request", "base", "sha"),
      name: textAt(event, "pull_request", "base", "ref"),
      remedy: FETCH_HISTORY,
    },
    head: {
      commit: commitAt(event, "pull_request", "head", "sha"),
      name: ref,
      remedy: `Fetch it in a step before this one, without checking it out: git fetch --no-tags origin ${ref}`,
    },
  };
};
