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

/** Both trees of a change hold nearly the same paths, so each is matched once. Paths may hold line ends, hence `s`. */
function compile({ include, exclude }: Discovery): Matcher {
  const matches = picomatch([...include], { ignore: [...exclude], dot: true, windows: false, flags: "s" });
  const known = new Map<RepoPath, boolean>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const answer = matches(file);
    known.set(file, answer);
    return answer;
  };
}

/** Whether the name of a file says that it holds a descriptor: `*.odps.yaml`, `*.odcs.json`, … */
export function claimsByName(file: RepoPath): boolean {
  return NAMED.test(file);
}
