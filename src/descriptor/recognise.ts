import type { JsonObject } from "../model/json.ts";
import { own } from "../model/json.ts";
import { nearest } from "../source/suggest.ts";
import { hasStandardVersion } from "./standard-version.ts";

/** Root keys of other ecosystems that use the same `kind`: FLUID, and Kubernetes resources such as Crossplane's. */
const ELSEWHERE = ["fluidVersion", "spec", "metadata"];

/**
 * Whether a root is of a Bitol standard. `kind` with a well-formed `apiVersion` decides. A slip in one of the two must
 * not make a descriptor invisible: then a key that marks the standard speaks for it, unless the root belongs to
 * another ecosystem.
 */
export function recognisesStandard(root: JsonObject, kind: string, marks: readonly string[]): boolean {
  const written = own(root, "kind");
  const marked = marks.some((mark) => Object.hasOwn(root, mark));
  if (hasStandardVersion(root)) {
    if (written === kind) return true;
    return typeof written === "string" ? nearest(written, [kind]) === kind : marked;
  }
  return written === kind && marked && !belongsElsewhere(root);
}

function belongsElsewhere(root: JsonObject): boolean {
  const apiVersion = own(root, "apiVersion");
  return (
    (typeof apiVersion === "string" && apiVersion.includes("/")) || ELSEWHERE.some((key) => Object.hasOwn(root, key))
  );
}
