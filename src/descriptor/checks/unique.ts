import type { SourceDocument } from "../../model/document.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { list } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { problemAt } from "../problem.ts";

export interface Identity {
  /** Elements with equal keys are the same. */
  readonly key: string;
  /** In words: `output port "eod" 1.0.0`. */
  readonly noun: string;
  /** Where it stands inside the element. */
  readonly at: JsonPath;
}

/** Elements of a list that say they are the same: nobody could tell which one is meant. */
export function checkUnique(
  document: SourceDocument,
  path: JsonPath,
  elements: Json | undefined,
  identify: (element: Json) => Identity | undefined,
): readonly TextProblem[] {
  const first = new Map<string, number>();
  return list(elements).flatMap((element, index) => {
    const identity = identify(element);
    if (identity === undefined) return [];
    const before = first.get(identity.key);
    if (before === undefined) {
      first.set(identity.key, index);
      return [];
    }
    const line = document.range([...path, before, ...identity.at]).line;
    const message = `There is already ${identity.noun} in line ${line}; remove or rename one of them.`;
    return [problemAt(document, [...path, index, ...identity.at], "error", "duplicate", message)];
  });
}
