import type { CommitId, Landed } from "../../ports/repository.ts";
import type { Porcelain } from "./porcelain.ts";

/** The last commits of a branch along first parents. Clocks of committers may be wrong: days are shown, and decide nothing. */
export async function readHistory(git: Porcelain, commit: CommitId, count: number): Promise<readonly Landed[]> {
  const lines = await git(["rev-list", "--first-parent", "--timestamp", "--parents", `--max-count=${count}`, commit]);
  return lines.split("\n").flatMap((line) => {
    const [seconds = "", id, parent] = line.split(" ");
    if (id === undefined) return [];
    return [{ commit: id, ...(parent !== undefined && { parent }), day: landedDay(Number(seconds)) }];
  });
}

/** The day in UTC of a commit's clock, in seconds; of one beyond the calendar its last day. */
export function landedDay(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, 0), LAST_SECOND) * 1_000).toISOString().slice(0, 10);
}

const LAST_SECOND = Date.UTC(9999, 11, 31) / 1_000;
