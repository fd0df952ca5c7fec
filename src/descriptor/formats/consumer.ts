import type { JsonObject } from "../../model/json.ts";
import { own, text } from "../../model/json.ts";
import { nearest } from "../../source/suggest.ts";
import { describe } from "../../source/words.ts";
import { checkExtensions } from "../checks/extensions.ts";
import { checkPortExtensions } from "../checks/port-extensions.ts";
import { checkPorts } from "../checks/ports.ts";
import { checkPrintable } from "../checks/printable.ts";
import type { VersionReading } from "../format.ts";
import { defineFormat } from "../format.ts";
import { CONSUMER } from "../schemas/consumer.ts";
import { given, summariseInputPorts, summariseLeaves, summariseNames, summariseOwners } from "../summary.ts";

const KIND = "Consumer";
const API_VERSION = /^meshgate\/v(\d{1,9})$/u;
/** `meshgate/v1` shares the ports of this ODPS version. */
const RULES = "1.1.0";

/** Meshgate's own: an application, dashboard or model that reads products. */
export const consumer = defineFormat({
  id: "consumer",
  title: "Consumer",
  shape: CONSUMER,
  versions: [RULES],
  recognises: (root) => {
    const [kind, apiVersion] = [own(root, "kind"), own(root, "apiVersion")];
    const ours = typeof apiVersion === "string" && apiVersion.startsWith("meshgate");
    if (kind === KIND) return ours || (apiVersion === undefined && Object.hasOwn(root, "inputPorts"));
    return (
      ours &&
      (kind === undefined
        ? Object.hasOwn(root, "inputPorts")
        : typeof kind === "string" && nearest(kind, [KIND]) === KIND)
    );
  },
  readVersion,
  check: (document) => [
    ...checkPrintable(document, ["id"], own(document.value, "id")),
    ...checkPorts(document, "inputPorts"),
    ...checkExtensions(document, [], document.value, "consumer"),
    ...checkPortExtensions(document),
  ],
  summarise: (document) => ({
    kind: "consumer",
    ...summariseNames(document),
    type: text(own(document.value, "type")) ?? "",
    ...given("domain", text(own(document.value, "domain"))),
    owners: summariseOwners(document.value),
    ...summariseLeaves(document.value),
    inputPorts: summariseInputPorts(document),
  }),
});

function readVersion(root: JsonObject): VersionReading {
  const written = own(root, "apiVersion");
  const version = typeof written === "string" ? (API_VERSION.exec(written)?.[1] ?? "") : "";
  if (version === "1") return { version, rules: RULES };
  if (version === "") {
    const found = written === undefined ? "missing" : describe(written);
    const message = `apiVersion is ${found}; write apiVersion: meshgate/v1.`;
    return { version, fault: { severity: "error", code: "malformed-api-version", message } };
  }
  const message = `Consumer files of version ${version} are not supported; this Meshgate reads meshgate/v1.`;
  return { version, fault: { severity: "error", code: "unsupported-version", message } };
}
