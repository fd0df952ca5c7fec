import { FETCH_HISTORY, commitAt, countAt, textAt } from "./event.ts";
import type { EventReader } from "./event.ts";

/**
 * A pull request as it would be merged. actions/checkout brings the merge that GitHub tried: its first parent is the
 * base branch at that moment, where the payload's base may be older and would count what others merged since. Where the
 * workflow checked out something else, the pull request's own head is judged, never what happens to lie there.
 */
export const pullRequest: EventReader = (event) => {
  const { sha, ref, checkedOut } = event;
  const number = countAt(event, "pull_request", "number");
  const name = textAt(event, "pull_request", "base", "ref");
  const base = (commit: string) => ({ commit, name, remedy: FETCH_HISTORY });
  const head = (commit: string, part: string) => ({
    commit,
    name: `refs/pull/${number}/${part}`,
    remedy: FETCH_HISTORY,
  });
  return ref === `refs/pull/${number}/merge` && checkedOut === sha
    ? { base: base(`${sha}^1`), head: head(sha, "merge") }
    : {
        base: base(commitAt(event, "pull_request", "base", "sha")),
        head: head(commitAt(event, "pull_request", "head", "sha"), "head"),
      };
};
