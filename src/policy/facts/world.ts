import type { Day } from "../../model/day.ts";
import type { SourceDocument } from "../../model/document.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedContract, PlacedDescriptor, PlacedNode, Tier } from "../../model/mesh.ts";
import type { BlobId } from "../../model/tree.ts";
import type { Guild } from "../../model/settings.ts";

/** What a descriptor said from a day on; null: it did not stand there. */
export interface Former {
  /** The day on which it landed. */
  readonly day: Day;
  readonly blob: BlobId | null;
  readonly document: () => SourceDocument | null;
}

/** Something that a reader expects and does not get. */
export interface Unmet {
  /** What it is about, by names. */
  readonly path: string;
  readonly message: string;
}

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
  /** The first contract of a file. */
  contractAt(file: RepoPath): PlacedContract | undefined;
  /** Products and consumers that say what they rely on in a contract of their own, which stands in this file. */
  expecting(file: RepoPath): readonly PlacedNode[];
  /** What a contract does not give of what another one, of a reader, expects of it. */
  unmet(expectation: PlacedContract, offered: PlacedContract): readonly Unmet[];
  /** What the default branch has held at the file of a descriptor, newest first; nothing where nobody has looked. */
  past(placed: PlacedDescriptor): readonly Former[];
  /** A file of this tree, without `bytes` where nobody has read it; null: there is none. */
  fileAt(path: RepoPath): { readonly blob: BlobId; readonly bytes?: Uint8Array } | null;
  /** Descriptors of a kind that have the id, also those that the graph leaves out because another has taken it. */
  all(kind: PlacedDescriptor["summary"]["kind"], id: string): readonly PlacedDescriptor[];
  /** Products and consumers with a port that names the contract, linked or not. */
  naming(contract: string): readonly PlacedNode[];
  /** Ids of the same kind that a person would take for `id`. */
  lookalikes(kind: PlacedDescriptor["summary"]["kind"], id: string): readonly string[];
}
