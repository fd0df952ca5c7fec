import type { Range } from "./location.ts";
import type { TextProblem } from "./problem.ts";

/**
 * What one file says, by its bytes alone: no path inside, so it can be kept by blob id. Most files that hold no
 * descriptor have neither documents nor problems.
 */
export interface Reading {
  readonly documents: readonly DocumentReading[];
  /** Problems of the text as a whole: YAML errors, size, encoding. */
  readonly problems: readonly TextProblem[];
  /** Problems only where the name of the file promises a descriptor, see `problemsIn`. */
  readonly ifPromised: readonly TextProblem[];
}

export interface DocumentReading {
  /** Position in the multi-document stream, from 0. */
  readonly index: number;
  /** `odps`, `odcs`, `consumer`, or the name of a format that is recognised but not read yet. */
  readonly format: string;
  /** Version of the standard that the document names, without the leading `v`. */
  readonly formatVersion: string;
  readonly problems: readonly TextProblem[];
  /** Absent when an `error` among the problems says that the document cannot be relied on, or the format is not read. */
  readonly described?: Described;
}

/** What a document says of the mesh, in two depths: the outline of every document is looked at, the summary of few. */
export interface Described {
  readonly outline: Outline;
  readonly summary: () => Summary;
}

/** What a graph is spanned from. */
export interface Outline {
  readonly kind: Summary["kind"];
  readonly id: string;
  readonly version?: string;
  /** The contract ids that its input ports name, and those that its output ports name. */
  readonly reads: readonly string[];
  readonly publishes: readonly string[];
  /** The files of the contracts that say what its input ports rely on; absent: none. */
  readonly expects?: readonly string[];
  /** Of a contract: the files with schemas of what it sends, relative to its own; absent: none. */
  readonly payloads?: readonly string[];
}

/** What the mesh needs to know of a descriptor. */
export type Summary = ProductSummary | ContractSummary | ConsumerSummary;

interface Named {
  /** Opaque, case-sensitive. */
  readonly id: string;
  readonly name?: string;
  /** As the author wrote it. */
  readonly version?: string;
  readonly status?: string;
  /** Where the id stands. */
  readonly range: Range;
}

interface Reader {
  /** The domain that the descriptor claims; the governing one comes from the path and the guild. */
  readonly domain?: string;
  /** Who is accountable: the team by name first, then members with an owner role. */
  readonly owners: readonly string[];
  /** Days on which members of the team leave or have left, as they are written; absent when nobody does. */
  readonly leaves?: readonly string[];
  readonly inputPorts: readonly InputPort[];
}

export interface ProductSummary extends Named, Reader {
  readonly kind: "product";
  readonly deprecated: boolean;
  /** `meshgate.class`: `core` or `domain` (default). */
  readonly class: string;
  /** `meshgate.renamedFrom`: the id that it had. */
  readonly renamedFrom?: string;
  readonly outputPorts: readonly OutputPort[];
}

/** An application, dashboard or model that reads products and publishes none. */
export interface ConsumerSummary extends Named, Reader {
  readonly kind: "consumer";
  /** `application`, `dashboard`, `model`, `report`, … */
  readonly type: string;
}

export interface ContractSummary extends Named {
  readonly kind: "contract";
  readonly version: string;
  /** The files with schemas of what it sends, relative to its own; absent: none. */
  readonly payloads?: readonly string[];
}

export interface InputPort {
  readonly name: string;
  readonly version?: string;
  readonly contractId?: string;
  /** `meshgate.external: true`: the source is outside the mesh. */
  readonly external: boolean;
  /** `meshgate.uses`: the `object.field` paths that are read; absent = everything. */
  readonly uses?: readonly string[];
  /** `meshgate.expects`: path of a consumer-owned contract. */
  readonly expects?: string;
  /** `meshgate.enumHandling`: whether it must know every value of a list; absent: not said. */
  readonly enumHandling?: "exhaustive" | "tolerant";
  readonly range: Range;
}

export interface OutputPort {
  readonly name: string;
  readonly version?: string;
  readonly contractId?: string;
  readonly type?: string;
  readonly deprecated: boolean;
  /** `meshgate.interfaceClass`: `sql`, `programmatic`, `stream`, `file`, … */
  readonly interfaceClass?: string;
  /** Input contracts that feed this port; empty = every input feeds it, also because an entry names none of them. */
  readonly inputContracts: readonly { readonly id: string; readonly version: string }[];
  readonly range: Range;
}
