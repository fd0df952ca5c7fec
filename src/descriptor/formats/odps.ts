import { own } from "../../model/json.ts";
import { checkExtensions } from "../checks/extensions.ts";
import { checkPorts } from "../checks/ports.ts";
import { checkPrintable } from "../checks/printable.ts";
import { customText } from "../custom.ts";
import { defineFormat } from "../format.ts";
import { checkPortExtensions } from "../checks/port-extensions.ts";
import { recognisesStandard } from "../recognise.ts";
import { ODPS, ODPS_VERSIONS } from "../schemas/odps.ts";
import { readStandardVersion } from "../standard-version.ts";
import {
  given,
  summariseInputPorts,
  summariseLeaves,
  summariseNames,
  summariseOutputPorts,
  summariseOwners,
} from "../summary.ts";
import { text } from "../../model/json.ts";

const MARKS = ["id", "inputPorts", "outputPorts", "managementPorts", "productCreatedTs"];

/** Bitol Open Data Product Standard. */
export const odps = defineFormat({
  id: "odps",
  title: "ODPS",
  shape: ODPS,
  versions: ODPS_VERSIONS,
  recognises: (root) => recognisesStandard(root, "DataProduct", MARKS),
  readVersion: (root) => readStandardVersion(root, "ODPS", ODPS_VERSIONS),
  check: (document) => [
    ...checkPrintable(document, ["id"], own(document.value, "id")),
    ...checkPorts(document, "inputPorts"),
    ...checkPorts(document, "outputPorts"),
    ...checkExtensions(document, [], document.value, "product"),
    ...checkPortExtensions(document),
  ],
  summarise: (document) => ({
    kind: "product",
    ...summariseNames(document),
    ...given("domain", text(own(document.value, "domain"))),
    owners: summariseOwners(document.value),
    ...summariseLeaves(document.value),
    deprecated: own(document.value, "deprecated") === true,
    class: customText(document.value, "meshgate.class") ?? "domain",
    ...given("renamedFrom", customText(document.value, "meshgate.renamedFrom")),
    inputPorts: summariseInputPorts(document),
    outputPorts: summariseOutputPorts(document),
  }),
});
