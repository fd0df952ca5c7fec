import { closest, distance } from "fastest-levenshtein";
import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import type { CommitId } from "../../ports/repository.ts";
import { shown } from "../shown.ts";
import { GitError } from "./command.ts";
import { gitFailure } from "./failures.ts";
import { AMBIGUOUS } from "./porcelain.ts";
import type { Porcelain } from "./porcelain.ts";

/** What a ref is resolved in. */
export interface RefSource {
  readonly git: Porcelain;
  readonly folder: string;
  readonly shallow: boolean;
}

const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_REF =
  /Needed a single revision|unknown revision|ambiguous argument|bad revision|bad object|Not a valid object/;

/** The full id of the commit that `ref` names; only ids are given to git afterwards. */
export async function resolveRef(source: RefSource, ref: string): Promise<CommitId> {
  // git refuses such names too, but would first read a leading dash as an option.
  if (ref === "" || ref.startsWith("-") || /\p{Cc}/u.test(ref)) throw await unknownRef(source, ref);
  try {
    return await source.git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`]);
  } catch (error) {
    if (!(error instanceof GitError)) throw gitFailure(error, source.folder);
    if (error.stderr.includes(AMBIGUOUS)) throw ambiguousRef(ref, error);
    if (!NO_REF.test(error.stderr)) throw gitFailure(error, source.folder);
    throw await unknownRef(source, ref, error);
  }
}

/** The commit of `HEAD`; null before the first commit. */
export async function resolveHead(source: RefSource): Promise<CommitId | null> {
  const head = await source.git(["rev-parse", "--verify", "--quiet", "HEAD"]).catch((error: unknown) => {
    if (error instanceof GitError && error.stderr === "") return null;
    throw gitFailure(error, source.folder);
  });
  return head === null ? null : resolveRef(source, head);
}

/** A tag wins over a branch of the same name in git: whoever can push a tag could replace the base. */
function ambiguousRef(ref: string, cause: GitError): Failure {
  return failure(
    "input",
    "ambiguous-ref",
    `The ref ${shown(ref)} names more than one thing (a branch, a tag or a short id).`,
    `Name it in full, for example ${shown(`refs/heads/${ref}`)}, or by its full commit id.`,
    cause,
  );
}

async function unknownRef(source: RefSource, ref: string, cause?: GitError): Promise<Failure> {
  const refs = await listRefs(source);
  if (refs.length === 0) {
    return failure(
      "input",
      "no-commit",
      `The repository has no commit yet, so ${shown(ref)} names none.`,
      "Make a first commit.",
      cause,
    );
  }
  const near = nearRefs(ref, refs);
  const suggestion = near.length === 0 ? "" : ` Did you mean ${near.map(shown).join(" or ")}?`;
  return failure(
    "input",
    "unknown-ref",
    `No commit of this ${source.shallow ? "shallow clone" : "repository"} is called ${shown(ref)}.${suggestion}`,
    source.shallow
      ? "Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch --unshallow."
      : `Fetch it (git fetch origin ${FULL_ID.test(ref) ? ref : "<branch>"}), or list what there is with git branch --all.`,
    cause,
  );
}

const MOST_REFS = 5000;

/** Branches and tags as people write them. */
async function listRefs({ git, folder }: RefSource): Promise<readonly string[]> {
  const args = ["for-each-ref", `--count=${MOST_REFS}`, "--format=%(refname:strip=2)"];
  const output = await git(args).catch((error: unknown) => {
    throw gitFailure(error, folder);
  });
  return output === "" ? [] : output.split("\n");
}

/** Names that end the same way (`main` and `origin/main`), else the one that is spelled most alike. */
function nearRefs(ref: string, refs: readonly string[]): readonly string[] {
  const last = lastPart(ref);
  const same = refs.filter((name) => lastPart(name) === last);
  if (same.length > 0) return same.slice(0, 3);
  const best = closest(ref, refs);
  return distance(ref, best) <= Math.max(2, ref.length / 3) ? [best] : [];
}

function lastPart(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}
