import type { SourceDocument } from "../../model/document.ts";
import { list, own, text } from "../../model/json.ts";

/** The mutants that the author of a policy says mean the same as the policy, as they are named. */
export function readEquivalents({ value }: SourceDocument): readonly string[] {
  return list(own(value, "equivalentMutants")).flatMap((entry) => text(own(entry, "mutant")) ?? []);
}
