import type { FilePlace, Facts } from "../../../model/facts.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, own, pointer } from "../../../model/json.ts";
import { encode } from "../../../source/encode.ts";
import { readSource } from "../../../source/read.ts";
import { lookup } from "../../language/scope.ts";
import type { Files } from "../../patch.ts";

/** Where a fact stands, or would stand, as a case names it: `products/a.odps.yaml#/status`. */
export function placeText({ place, locate }: Facts, fact: JsonPath, files: Files): string {
  const { file, path } = nearest(place?.(fact) ?? { file: locate(fact).file, path: [] }, files);
  return `${file}#${pointer(path)}`;
}

/** What stands at a place of the files. */
export function valueAt({ file, path }: FilePlace, files: Files): Json | undefined {
  const [document] = readSource(encode(files.get(file) ?? "")).documents;
  return lookup(document?.value, path);
}

/** A fact that is worked out stands nowhere: what there is above it is named instead. */
function nearest({ file, path }: FilePlace, files: Files): FilePlace {
  const [document] = readSource(encode(files.get(file) ?? "")).documents;
  let at: Json | undefined = document?.value;
  const depth = path.findIndex((step) => {
    at = typeof step === "number" ? (isList(at) ? at[step] : undefined) : own(at, step);
    return at === undefined;
  });
  const isFarAbove = depth >= 0 && depth < path.length - 1;
  return { file, path: isFarAbove ? path.slice(0, depth) : path };
}
