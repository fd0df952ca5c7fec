import type { JsonObject } from "../../model/json.ts";
import { list, own, text } from "../../model/json.ts";

/** The address of the first definition of type businessDefinition, wherever it stands among the others. */
export function termOf(field: JsonObject): string | undefined {
  const definition = list(own(field, "authoritativeDefinitions")).find(
    (one) => text(own(one, "type")) === "businessDefinition",
  );
  return text(own(definition, "url"));
}
