import type { SourceDocument } from "../../model/document.ts";
import { pointer } from "../../model/json.ts";
import type { JsonPath } from "../../model/json.ts";
import { at } from "../../model/location.ts";
import type { Location, RepoPath } from "../../model/location.ts";

/** A document at its place in the tree. */
export interface FiledDocument {
  readonly file: RepoPath;
  readonly document: SourceDocument;
}

/**
 * Says which part of which document a part of the facts comes from. Facts mirror their descriptors, so a few mounts
 * cover every path: the longest mounted prefix decides, the remaining steps are taken inside the document.
 */
export interface Mounts {
  readonly mount: (facts: JsonPath, source: FiledDocument, path: JsonPath) => void;
  readonly locate: (facts: JsonPath) => Location;
}

export function mounts(root: FiledDocument): Mounts {
  const table = new Map<string, { readonly source: FiledDocument; readonly path: JsonPath }>();
  return {
    mount(facts, source, path) {
      table.set(pointer(facts), { source, path });
    },
    locate(facts) {
      for (let length = facts.length; length > 0; length -= 1) {
        const found = table.get(pointer(facts.slice(0, length)));
        if (found === undefined) continue;
        const range = found.source.document.range([...found.path, ...facts.slice(length)]);
        return at(found.source.file, range);
      }
      return at(root.file, root.document.range([]));
    },
  };
}
