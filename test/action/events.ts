import type { Changes, MeshRepository } from "../support/mesh-repo.ts";
import { meshRepository } from "../support/mesh-repo.ts";

/** Pull request 12 from `topic` into `main`, as GitHub keeps it: with the merge that it tried. */
export interface PullRequest {
  readonly repository: MeshRepository;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly payload: unknown;
}

/** `meanwhile` reaches `main` after the pull request was opened and before GitHub tried the merge. */
export function pullRequest(changes: Changes, meanwhile?: Changes): PullRequest {
  const repository = meshRepository();
  const commit = (branch: string): string => repository.git("rev-parse", `refs/heads/${branch}`);
  const base = commit("main");
  repository.change("topic", changes);
  if (meanwhile !== undefined) repository.change("main", meanwhile, { message: "Somebody else's change" });
  repository.change("merge", changes, { merge: "topic" });
  const payload = {
    action: "synchronize",
    number: 12,
    pull_request: {
      number: 12,
      title: "::error::a title",
      base: { ref: "main", sha: base },
      head: { ref: "topic", sha: commit("topic") },
    },
  };
  return { repository, base, head: commit("topic"), merge: commit("merge"), payload };
}

const CONTRACT = "products/album/tracks/contracts/tracks.odcs.yaml";

/** Takes a field away that two products and a consumer read. */
export const BREAKING: Changes = {
  [CONTRACT]: [
    [
      `      - id: track-tempo
        name: tempo_bpm
        logicalType: number
        logicalTypeOptions:
          minimum: 30
          maximum: 260
        physicalType: decimal(5,2)
        classification: internal
        description: Measured tempo in beats per minute; empty while not analysed.
        examples: [118.02]
`,
      "",
    ],
  ],
};

/** Words only. */
export const HARMLESS: Changes = { "README.md": "# Daff\n" };
