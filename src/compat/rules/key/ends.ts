import type { RelationshipForm } from "../../form/contract.ts";
import type { Surroundings } from "../../rule.ts";

/** Where a relationship starts: at the field that it stands at, where it does not say so itself. */
export function fromText({ from }: RelationshipForm, { field }: Surroundings): string {
  return from === "" ? (field?.after.path ?? "") : from;
}
