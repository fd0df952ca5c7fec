import type { Landings } from "../../../model/landing.ts";
import { at } from "../../../model/location.ts";
import type { RepoPath } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Weighed } from "./judge.ts";

/** That dates may come out too late because git holds only a part of the history. */
export function cutHistory(
  landings: ReadonlyMap<RepoPath, Landings> | undefined,
  weighed: readonly Weighed[],
): readonly Problem[] {
  return weighed.flatMap(({ passage: { from }, compatibility: { changes } }): readonly Problem[] => {
    const [{ placed }] = from;
    const isWaiting = changes.some(({ deprecation }) => deprecation !== undefined && !deprecation.isOver);
    if (!isWaiting || landings?.get(placed.file)?.truncated !== true) return [];
    return [
      {
        severity: "warning",
        code: "cut-history",
        message: `The history of ${placed.file} is cut off, so the end of what it takes away may have been announced earlier than is known. Fetch all of it (fetch-depth: 0).`,
        path: "",
        location: at(placed.file),
      },
    ];
  });
}
