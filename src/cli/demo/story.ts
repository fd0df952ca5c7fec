import type { RepoPath } from "../../model/location.ts";

/** One replacement in one file of the mesh; `from` must stand there exactly once. */
export interface Edit {
  readonly file: RepoPath;
  readonly from: string;
  readonly to: string;
}

const PRODUCT = "products/album/tracks/tracks.odps.yaml";
const CONTRACT = "products/album/tracks/contracts/tracks.odcs.yaml";

const TEMPO = `      - id: track-tempo
        name: tempo_bpm
        logicalType: number
        logicalTypeOptions:
          minimum: 30
          maximum: 260
        physicalType: decimal(5,2)
        classification: internal
`;
const TEMPO_WORDS = `        description: Measured tempo in beats per minute; empty while not analysed.
        examples: [118.02]
`;

/** The pull request: the album team drops a field that nobody in the team needs, and leaves the version as it is. */
export const PULL_REQUEST: readonly Edit[] = [{ file: CONTRACT, from: TEMPO + TEMPO_WORDS, to: "" }];

/** The fix: the field stays, is marked as going, and product and contract say with their versions that something changed. */
export const FIX: readonly Edit[] = [
  {
    file: CONTRACT,
    from: "      - id: track-energy\n",
    to: `${TEMPO}        deprecated: true\n${TEMPO_WORDS}      - id: track-energy\n`,
  },
  { file: CONTRACT, from: "version: 3.4.0\n", to: "version: 3.5.0\n" },
  { file: PRODUCT, from: "\nversion: 3.4.0\n", to: "\nversion: 3.5.0\n" },
  { file: PRODUCT, from: "  - name: tracks\n    version: 3.4.0\n", to: "  - name: tracks\n    version: 3.5.0\n" },
];

/** Applies edits to texts; only the files they touch come back. */
export function applyEdits(
  files: ReadonlyMap<RepoPath, string>,
  edits: readonly Edit[],
): ReadonlyMap<RepoPath, string> {
  const changed = new Map<RepoPath, string>();
  for (const { file, from, to } of edits) {
    const text = changed.get(file) ?? files.get(file) ?? "";
    if (text.split(from).length !== 2) throw new Error(`the demo does not fit its mesh: ${file}`);
    changed.set(
      file,
      text.replace(from, () => to),
    );
  }
  return changed;
}
