import type { Json } from "../model/json.ts";
import { list, own, text } from "../model/json.ts";

/** The extensions of Meshgate among `customProperties`. */
export const PREFIX = "meshgate.";

/** The value of a custom property; of one that stands twice the last value, as in the standards' own tools. */
export function customValue(element: Json | undefined, property: string): Json | undefined {
  return own(
    list(own(element, "customProperties")).findLast((entry) => own(entry, "property") === property),
    "value",
  );
}

export function customText(element: Json | undefined, property: string): string | undefined {
  return text(customValue(element, property));
}
