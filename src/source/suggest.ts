import { distance } from "fastest-levenshtein";

/** Longer words are never typed wrong by hand, and comparing them costs the square of their length. */
const LONGEST = 64;

/**
 * The candidate that `word` was probably meant to be, for "did you mean"; undefined when none is near. Case, `_` and
 * `-` do not count as differences; of equally near candidates the smallest wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === "" || word.length > LONGEST) return undefined;
  const folded = fold(word);
  const limit = Math.min(3, Math.max(1, Math.floor(folded.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > 2 * limit + 1) continue;
    const steps = distance(folded, fold(candidate));
    if (steps < least || (steps === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** `; did you mean "x"?` or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}
