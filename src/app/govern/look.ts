import type { Facts } from "../../model/facts.ts";
import type { SubjectKind } from "../../model/finding.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { once } from "../../model/once.ts";
import type { BlobId } from "../../model/tree.ts";
import { descriptorFacts, meshFacts } from "../../policy/facts/subject.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import type { Policy } from "../../policy/policy.ts";
import { surveySides } from "./govern.ts";
import type { GovernInput } from "./input.ts";
import { pairTouched } from "./pair.ts";
import type { SurveyedSide } from "./plan.ts";
import { reachOf } from "./reach.ts";
import type { Scope } from "./scope.ts";
import { documentShelf } from "./shelf.ts";
import type { Shelf } from "./shelf.ts";

/** Both sides of a run, to look at single subjects; their documents are opened on the shelf. */
export interface Look {
  readonly head: SurveyedSide;
  readonly base?: SurveyedSide;
  readonly shelf: Shelf;
  readonly scope: Scope;
  readonly asOf: string;
  /** What the change touches, paired with what it was. */
  readonly touched: () => readonly Paired[];
}

export function lookInto(input: GovernInput, scope: Scope): Look {
  const shelf = documentShelf();
  const { head, base } = surveySides(input, scope, shelf);
  const touched = once(() => (base ? pairTouched(head.survey, base.survey, scope.touched).pairs : []));
  return { head, ...(base && { base }), shelf, scope, asOf: input.asOf, touched };
}

/** All descriptors of a kind and id, each with what it was at base; also those that the change removes. */
export function pairsNamed(look: Look, kind: PlacedDescriptor["summary"]["kind"], id: string): readonly Paired[] {
  const gone = look
    .touched()
    .filter(({ head, base }) => head === undefined && base?.outline.kind === kind && base.outline.id === id);
  return [...look.head.world.all(kind, id).map((placed) => pairOf(look, placed)), ...gone];
}

/** What the change does not touch is the same on both sides. */
function pairOf({ base, scope, touched }: Look, placed: PlacedDescriptor): Paired {
  const found = touched().find(({ head }) => head === placed);
  if (found !== undefined) return found;
  return base === undefined || scope.touched.has(placed.file) ? { head: placed } : { head: placed, base: placed };
}

export function isTouched({ touched }: Look, pair: Paired): boolean {
  return touched().includes(pair);
}

/** The documents that the facts of a subject are made of, on both sides. */
export function openedFor({ head, base }: Look, pair: Paired): readonly BlobId[] {
  const sides = [pair.head && reachOf(head.world, pair.head), pair.base && base && reachOf(base.world, pair.base)];
  return sides.flatMap((reach) => reach?.opened.map(({ blob }) => blob) ?? []);
}

/** What a policy reads of a subject; undefined where it has nothing to read, as of a change where there is none. */
export function factsFor(look: Look, pair: Paired, type: Policy["type"], id: string): Facts | undefined {
  const { head, base, asOf } = look;
  if (type === "change" && base !== undefined)
    return isTouched(look, pair) ? descriptorFacts({ head: head.world, base: base.world, asOf }, pair, id) : undefined;
  return pair.head && descriptorFacts({ head: head.world, asOf }, { head: pair.head }, id);
}

export function factsOfMesh({ head, asOf }: Look): Facts {
  return meshFacts({ head: head.world, asOf });
}

export function isDescriptorKind(kind: SubjectKind): kind is PlacedDescriptor["summary"]["kind"] {
  return kind !== "mesh";
}
