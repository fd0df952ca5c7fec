import type { RepoPath } from "./location.ts";
import type { Problem } from "./problem.ts";

/** `meshgate/validation/v1`: the answer of `validate`. */
export interface Validation {
  readonly schema: "meshgate/validation/v1";
  /** One entry per document, in the order of the files given. */
  readonly files: readonly ValidatedFile[];
}

export interface ValidatedFile {
  readonly file: RepoPath;
  /** `odps`, `odcs`, `consumer`, `policy`, `guild`, `mesh`, the name of a format that is not read yet, or `unknown`. */
  readonly format: string;
  /** Version of the format that the document names. */
  readonly version: string;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}
