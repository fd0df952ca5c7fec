import type { SourceDocument } from "../model/document.ts";
import type { JsonPath } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import { pointer } from "../model/json.ts";
import { enumerate, quote } from "../source/words.ts";

interface Named {
  readonly name: string;
  readonly path: JsonPath;
}

/**
 * A problem for each name that stands more than once, or in two spellings that differ by case alone: file systems and
 * people take those for one. Every place is named; the problem stands at the second.
 */
export function findTwins(noun: string, names: readonly Named[], document: SourceDocument): readonly TextProblem[] {
  const groups = new Map<string, Named[]>();
  for (const named of names) {
    const folded = named.name.toLowerCase();
    const group = groups.get(folded);
    if (group === undefined) groups.set(folded, [named]);
    else group.push(named);
  }
  return [...groups.values()].flatMap((group) => {
    const second = group[1];
    if (second === undefined) return [];
    const spellings = [...new Set(group.map(({ name }) => name))];
    const where = linesOf(group, document);
    const message =
      spellings.length === 1
        ? `${noun} ${quote(second.name)} stands ${group.length} times, ${where}; keep one.`
        : `${noun}s ${enumerate(spellings.map(quote), "and")}, ${where}, differ by case alone; rename all but one.`;
    const code = spellings.length === 1 ? "duplicate-name" : "case-twins";
    const place = { path: pointer(second.path), range: document.range(second.path) };
    return [{ severity: "error", code, message, ...place } satisfies TextProblem];
  });
}

/** `in lines 3, 4 and 9`. */
function linesOf(group: readonly Named[], document: SourceDocument): string {
  const lines = [...new Set(group.map(({ path }) => String(document.range(path).line)))];
  return `in line${lines.length === 1 ? "" : "s"} ${enumerate(lines, "and")}`;
}
