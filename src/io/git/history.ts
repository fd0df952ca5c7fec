import type { CommitId, Landed } from "../../ports/repository.ts";
import type { Porcelain } from "./porcelain.ts";

/** The last commits of a branch along first parents. Clocks of committers may be wrong: days are shown, and decide nothing. */
export async function readHistory(git: Porcelain, commit: CommitId, count: number): Promise<readonly Landed[]> {
  const lines = await git(["rev-list", "--first-parent", "--timestamp", "--parents", `--max-count=${count}`, commit]);
  return lines.split("\n").flatMap((line) => {
    const [seconds = "", id, parent] = line.split(" ");
    if (id === undefined) return [];
    const day = new Date(Number(seconds) * 1_000).toISOString().slice(0, 10);
    return [{ commit: id, ...(parent !== undefined && { parent }), day }];
  });
}
