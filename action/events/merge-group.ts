import { FETCH_HISTORY, commitAt, textAt } from "./event.ts";
import type { EventReader } from "./event.ts";

/** What the merge queue is about to merge, compared with what it is put on. */
export const mergeGroup: EventReader = (event) => ({
  base: {
    commit: commitAt(event, "merge_group", "base_sha"),
    name: textAt(event, "merge_group", "base_ref").replace(/^refs\/heads\//, ""),
    remedy: FETCH_HISTORY,
  },
  head: {
    commit: commitAt(event, "merge_group", "head_sha"),
    name: textAt(event, "merge_group", "head_ref"),
    remedy: FETCH_HISTORY,
  },
});
