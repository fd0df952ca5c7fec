import type { SourceDocument } from "../../model/document.ts";
import type { FilePlace } from "../../model/facts.ts";
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
  readonly place: (facts: JsonPath) => FilePlace;
}

export function mounts(root: FiledDocument): Mounts {
  const table = new Map<string, { readonly source: FiledDocument; readonly path: JsonPath }>();
  const find = (facts: JsonPath): { readonly source: FiledDocument; readonly path: JsonPath } => {
    for (let length = facts.length; length > 0; length -= 1) {
      const found = table.get(pointer(facts.slice(0, length)));
      if (found !== undefined) return { source: found.source, path: [...found.path, ...facts.slice(length)] };
    }
    return { source: root, path: [] };
  };
  return {
    mount(facts, source, path) {
      table.set(pointer(facts), { source, path });
    },
    locate(facts) {
      const { source, path } = find(facts);
      return at(source.file, source.document.range(path));
    },
    place(facts) {
      const { source, path } = find(facts);
      return { file: source.file, path };
    },
  };
}
