/** Classifications from the most open; what is not classified is open. */
const RANKS = ["public", "internal", "confidential", "restricted"];

/** Undefined for words that nobody knows. */
function rankOf(classification: string): number | undefined {
  const rank = classification === "" ? 0 : RANKS.indexOf(classification.toLowerCase());
  return rank === -1 ? undefined : rank;
}

/** How guarded data is after a change, against before. */
export function compareClassifications(before: string, after: string): "more" | "less" | "equal" | "unknown" {
  if (before === after) return "equal";
  const [then, now] = [rankOf(before), rankOf(after)];
  if (then === undefined || now === undefined) return "unknown";
  return then === now ? "equal" : now > then ? "more" : "less";
}

export function classText(classification: string): string {
  return classification === "" ? "not classified" : `classified as ${classification}`;
}
