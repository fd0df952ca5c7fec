import { own, text } from "../../model/json.ts";
import type { Json } from "../../model/json.ts";
import { checkEnumValues } from "../checks/enum-values.ts";
import { checkPrintable } from "../checks/printable.ts";
import { checkQuality } from "../checks/quality.ts";
import { checkRelationships } from "../checks/relationships.ts";
import { checkSchemaNames } from "../checks/schema-names.ts";
import { schemaPlaces } from "../checks/schema-places.ts";
import { defineFormat } from "../format.ts";
import { payloadsIn } from "../payloads.ts";
import { recognisesStandard } from "../recognise.ts";
import { ODCS, ODCS_VERSIONS } from "../schemas/odcs.ts";
import { reached } from "../schemas/span.ts";
import { readStandardVersion } from "../standard-version.ts";
import { summariseNames } from "../summary.ts";

const MARKS = ["id", "schema", "slaProperties", "servers", "contractCreatedTs"];

/** Bitol Open Data Contract Standard, from 3.0 on. */
export const odcs = defineFormat({
  id: "odcs",
  title: "ODCS",
  shape: ODCS,
  versions: ODCS_VERSIONS,
  recognises: (root) => recognisesStandard(root, "DataContract", MARKS),
  readVersion: (root) => readStandardVersion(root, "ODCS", ODCS_VERSIONS),
  check: (document, rules) => {
    const places = schemaPlaces(document.value);
    return [
      ...["id", "version"].flatMap((key) => checkPrintable(document, [key], own(document.value, key))),
      ...checkSchemaNames(document, places),
      ...checkEnumValues(document, places),
      // 3.0 asks neither for one operator nor knows relationships.
      ...(reached(rules, "3.1.0") ? [...checkQuality(document, places), ...checkRelationships(document, places)] : []),
    ];
  },
  summarise: (document) => ({
    kind: "contract",
    ...summariseNames(document),
    version: text(own(document.value, "version")) ?? "",
    ...payloadFiles(document.value),
  }),
});

function payloadFiles(contract: Json): { readonly payloads?: readonly string[] } {
  const urls = [...new Set(payloadsIn(contract).map(({ url }) => url))];
  return urls.length === 0 ? {} : { payloads: urls };
}
