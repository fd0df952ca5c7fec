import type { ConsumerSummary, ContractSummary, InputPort, Outline, OutputPort, ProductSummary } from "./descriptor.ts";
import type { Location, RepoPath } from "./location.ts";
import type { BlobId } from "./tree.ts";

/** A descriptor at its place in a tree. */
interface Placed<S> {
  readonly file: RepoPath;
  readonly blob: BlobId;
  /** Position in the file's multi-document stream, from 0. */
  readonly index: number;
  /** Governing domain: from the path and the guild. Absent when no domain of the guild claims the path. */
  readonly domain?: string | undefined;
  /** The teams to ask: the one that the descriptor names, else those that answer for the domain. */
  readonly owners: readonly string[];
  readonly outline: Outline;
  readonly summary: S;
}

export type PlacedProduct = Placed<ProductSummary>;
export type PlacedConsumer = Placed<ConsumerSummary>;
export type PlacedContract = Placed<ContractSummary>;
export type PlacedDescriptor = PlacedProduct | PlacedConsumer | PlacedContract;

/** What reads: a product or a consumer. */
export type PlacedNode = PlacedProduct | PlacedConsumer;

/** How closely an input port's contract id and version match an output port. `id-only`: ids agree, majors differ or a version is absent. */
export type Tier = "exact" | "same-major" | "id-only";

/** `from` publishes, `to` reads: data flows along the arrow. */
export interface Edge {
  readonly from: { readonly id: string; readonly port: OutputPort };
  readonly to: { readonly id: string; readonly kind: "product" | "consumer"; readonly port: InputPort };
  readonly tier: Tier;
  /** More than one product matches equally well. */
  readonly ambiguous: boolean;
}

/** Why an input port has no edge. Only `dangling` is a fault: a contract is named that no product publishes. `external`: said to be, or no contract is named. */
export type Unlinked = "dangling" | "external" | "self";

export interface UnlinkedInput {
  readonly to: { readonly id: string; readonly kind: "product" | "consumer"; readonly port: InputPort };
  readonly reason: Unlinked;
  readonly location: Location;
}

/** Nodes that read each other in a circle, in the order of the data flow, smallest id first. */
export interface Cycle {
  readonly members: readonly string[];
  /** `port`: the circle also closes when `inputContracts` narrow which input feeds which output port; `product`: only between whole products. */
  readonly level: "product" | "port";
}

/** What the input ports of a node lead to, in the order of its ports. */
export interface Links {
  readonly edges: readonly Edge[];
  readonly unlinked: readonly UnlinkedInput[];
}

/**
 * The graph of a tree: products, consumers, contracts and who reads what. Every list is sorted, so equal trees give
 * equal meshes whatever the order of files. Links are found when they are asked for, each once: to look at a few of ten
 * thousand products takes no time for the others.
 */
export interface Mesh {
  /** By id. Where an id is declared twice, the descriptor with the smallest path stands here; see `duplicates`. */
  readonly products: ReadonlyMap<string, PlacedProduct>;
  readonly consumers: ReadonlyMap<string, PlacedConsumer>;
  /** By id; each list sorted by version. */
  readonly contracts: ReadonlyMap<string, readonly PlacedContract[]>;
  /** Products with an output port that names the contract, by id. */
  readonly exposing: (contract: string) => readonly PlacedProduct[];
  /** Products, then consumers, with an input port that names the contract, by id; all of those that share an id. */
  readonly naming: (contract: string) => readonly PlacedNode[];
  /** Of those that share an id each has its own, and the edges of all lead to the id; only the first publishes. */
  readonly links: (node: PlacedNode) => Links;
  /** The edges that leave a product, in the order of those who read it: products, then consumers, by id. */
  readonly outgoing: (id: string) => readonly Edge[];
  /** How many products data passes through, at most, before it comes to a product; a circle counts as one. */
  readonly depth: (id: string) => number;
  /** All of them, in the order of the readers, their ports as declared, then the publishing products. */
  readonly edges: readonly Edge[];
  readonly unlinked: readonly UnlinkedInput[];
  readonly cycles: readonly Cycle[];
  /** Products that nobody reads, by id. */
  readonly orphans: readonly string[];
  /** Ids declared by more than one descriptor of the same kind (for contracts: the same id and version). */
  readonly duplicates: readonly { readonly id: string; readonly places: readonly PlacedDescriptor[] }[];
}
