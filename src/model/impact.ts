import type { Tier } from "./mesh.ts";
import type { AffectedNode } from "./report.ts";

/**
 * What is about to change: `product`, `product#port` (or `product#port@version`), `product#port/object.field`.
 * Ids and port names may hold `#` and `/`: which reading is meant only the mesh can tell, so `text` is kept.
 */
export interface ImpactTarget {
  readonly text: string;
  readonly product: string;
  readonly port?: string;
  /** `object` or `object.field`, as deep as it goes. */
  readonly path?: string;
}

/**
 * `hit`: it reads what is about to change, or declares no use and so reads everything. `miss`: its declared use does
 * not touch it. `unknown`: several products publish the contract it names, so nobody can tell which one it reads.
 */
export type Effect = "hit" | "miss" | "unknown";

/** An input port that reads the target's port. */
export interface DirectReader {
  readonly id: string;
  readonly kind: "product" | "consumer";
  readonly domain: string;
  readonly owners: readonly string[];
  readonly input: string;
  /** The output port that it reads, `name@version`. */
  readonly port: string;
  readonly tier: Tier;
  readonly effect: Effect;
  /** Why, in a few words. */
  readonly evidence: string;
}

/** `meshgate/impact/v1`: who is hit when the target changes. */
export interface Impact {
  readonly schema: "meshgate/impact/v1";
  readonly target: {
    readonly product: string;
    readonly domain: string;
    /** The output ports meant, `name@version`; all of them when the target names none. */
    readonly ports: readonly string[];
    readonly path?: string;
  };
  readonly direct: readonly DirectReader[];
  /** Every node reached from the direct readers that are not missed, with its distance; those readers included. */
  readonly affected: readonly AffectedNode[];
  /** Who to ask: owners of direct readers that are not missed, each with what they own. */
  readonly ask: readonly { readonly owner: string; readonly owns: readonly string[] }[];
  /** Direct readers that are not missed and name no owner. */
  readonly unowned: readonly string[];
}
