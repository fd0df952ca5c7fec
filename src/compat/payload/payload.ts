import type { PayloadKind, PayloadName } from "../../model/payload.ts";
import type { Difference } from "../difference.ts";

/** What stands in the file that a contract names. */
export type PayloadContent =
  | { readonly bytes: Uint8Array }
  /**
   * Why nothing can be read, to follow the name of the file: `does not exist`. `digest` tells the same contents from
   * others where they are not at hand, and is empty where there are none; without it nobody knows whether they are the same.
   */
  | { readonly fault: string; readonly digest?: string };

export interface Payload extends PayloadName {
  readonly content: PayloadContent;
}

/** One change of a payload schema. `path` is a path in the schema. */
export type PayloadFinding = Omit<Difference, "place" | "fields">;

/** What an adapter says of two schemas; reasons are sentences, about one side where they name it. */
export type PayloadVerdict =
  /** Without a finding: they say the same in other words, or each reads what was written with the other. */
  | { readonly findings: readonly PayloadFinding[]; readonly isSame: boolean }
  /** They cannot be compared. */
  | { readonly abstains: string; readonly side?: Side }
  /** One of them is no schema at all. */
  | { readonly unreadable: string; readonly side: Side };

type Side = "before" | "after";

/** Compares schemas of one kind. Never throws: contents are hostile. */
export interface PayloadAdapter {
  readonly kind: PayloadKind;
  /** `subject` is what the schema describes, as messages name it where the schema itself has no name. */
  compare(before: Uint8Array, after: Uint8Array, subject: string): PayloadVerdict;
}

export type { PayloadKind, PayloadName } from "../../model/payload.ts";
