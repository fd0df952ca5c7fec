import type { SourceDocument } from "../../model/document.ts";
import type { Mesh, PlacedContract, PlacedDescriptor, PlacedNode, Tier, UnlinkedInput } from "../../model/mesh.ts";
import type { Guild } from "../../model/settings.ts";

/** One tree as the facts see it: its mesh, its guild and its descriptors' documents. */
export interface World {
  readonly mesh: Mesh;
  readonly guild: Guild;
  /** The document of a descriptor of this tree. */
  open(placed: PlacedDescriptor): SourceDocument;
  /** The contract a port means, see `resolveContract`. */
  contract(
    id: string,
    version: string | undefined,
  ): { readonly contract: PlacedContract; readonly tier: Tier } | undefined;
  /** Input ports of a node that have no edge. */
  unlinked(node: string): readonly UnlinkedInput[];
  /** Products and consumers with an input port that names the contract, linked or not. */
  naming(contract: string): readonly PlacedNode[];
  /** Ids of the same kind that a person would take for `id`. */
  lookalikes(kind: PlacedDescriptor["summary"]["kind"], id: string): readonly string[];
}

/** What was there before the change, when there is a base. */
export interface Before<S> {
  readonly world: World;
  /** Absent when the change adds the subject. */
  readonly placed?: S;
}
