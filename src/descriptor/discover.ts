import picomatch from "picomatch";
import type { RepoPath } from "../model/location.ts";
import type { Settings } from "../model/settings.ts";

const NAMED = /\.(odps|odcs)\.(ya?ml|json)$/iu;

type Discovery = Settings["discovery"];
type Matcher = (file: RepoPath) => boolean;

const matchers = new WeakMap<Discovery, Matcher>();

/**
 * Whether a file may hold descriptors: some `include` glob matches its path and no `exclude` glob does. Case counts;
 * a leading dot needs no pattern of its own. What a file holds is decided by its content.
 */
export function isCandidate(file: RepoPath, discovery: Discovery): boolean {
  let matcher = matchers.get(discovery);
  if (matcher === undefined) matchers.set(discovery, (matcher = compile(discovery)));
  return matcher(file);
}

function compile({ include, exclude }: Discovery): Matcher {
  const [isIncluded, isExcluded] = [anyOf(include), anyOf(exclude)];
  return (file) => isIncluded(file) && !isExcluded(file);
}

/** One pattern for all globs is twice as fast as one for each. Paths may hold line ends, hence `s`. */
function anyOf(globs: readonly string[]): Matcher {
  if (globs.length === 0) return () => false;
  const sources = globs.map((glob) => picomatch.makeRe(glob, { dot: true, windows: false }).source);
  const pattern = new RegExp(sources.join("|"), "s");
  const literal = new Set(globs);
  return (file) => pattern.test(file) || literal.has(file);
}

/** Those globs that match none of the files. */
export function unmatchedGlobs(globs: readonly string[], files: readonly RepoPath[]): readonly string[] {
  return globs.filter((glob) => !files.some(anyOf([glob])));
}

/** Whether the name of a file says that it holds a descriptor: `*.odps.yaml`, `*.odcs.json`, … */
export function claimsByName(file: RepoPath): boolean {
  return NAMED.test(file);
}
