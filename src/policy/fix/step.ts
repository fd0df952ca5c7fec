import type { Json, JsonPath } from "../../model/json.ts";
import type { Template } from "../template.ts";

/** One thing that a fix does to the descriptor of the subject. */
export type FixStep =
  | {
      readonly kind: "set";
      readonly place: FixPlace;
      readonly value: Draft;
      /** Keys that may stand beside the last one of the place, in the order of the standard. */
      readonly order: readonly string[];
    }
  | { readonly kind: "remove"; readonly place: FixPlace };

/** What a step changes, by paths of the rule: a fact that mirrors the descriptor, or a part of a custom property. */
export type FixPlace =
  | { readonly kind: "fact"; readonly path: JsonPath }
  | { readonly kind: "custom"; readonly owner: JsonPath; readonly property: string; readonly below: JsonPath };

/** A value whose texts have places for facts. A text that is one place alone becomes the fact as it is. */
export type Draft =
  | { readonly kind: "scalar"; readonly value: Json }
  | { readonly kind: "text"; readonly template: Template }
  | { readonly kind: "list"; readonly items: readonly Draft[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [key: string, value: Draft])[] };
