import { distance } from "fastest-levenshtein";
import { quote } from "./words.ts";

/** Longer words are never typed wrong by hand, and comparing them costs the square of their length. */
const LONGEST = 64;

/**
 * The candidate that `word` was probably meant to be, for "did you mean"; undefined when none is near. Near is a slip
 * or two, or an abbreviation; case, `_` and `-` do not count. Of equally near candidates the smallest wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === "" || word.length > LONGEST) return undefined;
  const folded = fold(word);
  // Of a single letter nothing would be left.
  const limit = folded.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(folded.length / 3)));
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > LONGEST) continue;
    const steps = stepsTo(fold(candidate), folded, limit);
    if (steps < least || (steps === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

/** How far apart two folded words are; an abbreviation ranks behind every slip, all else is infinitely far. */
function stepsTo(candidate: string, word: string, limit: number): number {
  if (isSwapOf(candidate, word)) return 1;
  const steps = Math.abs(candidate.length - word.length) <= limit ? distance(word, candidate) : Infinity;
  if (steps <= limit) return steps;
  return word.length >= 3 && candidate.startsWith(word) ? limit + 1 : Infinity;
}

/** Two neighbouring letters changed places: one slip, though two steps of Levenshtein's distance. */
function isSwapOf(candidate: string, word: string): boolean {
  const at = Array.from(word).findIndex((letter, index) => candidate[index] !== letter);
  return at >= 0 && candidate === word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** `; did you mean "x"?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean ${quote(near)}?`;
}
