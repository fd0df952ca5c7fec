import type { Json } from "../../../model/json.ts";
import type { FieldForm } from "../../form/contract.ts";

/** ODCS knows no default, so it is a custom property. */
export const DEFAULT = "meshgate.default";

export function defaultOf({ custom }: FieldForm): Json | undefined {
  return custom.get(DEFAULT);
}
