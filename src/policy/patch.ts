import { isMap, isSeq, parseAllDocuments } from "yaml";
import type { Document } from "yaml";
import type { Json, JsonPath } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { nearest } from "../source/suggest.ts";
import type { Patch } from "./policy.ts";

/** Texts by path. */
export type Files = ReadonlyMap<RepoPath, string>;

/** The patched files, or why the patch does not fit them: a patch that changes nothing it names is a mistake. */
export type Patched = { readonly files: Files } | { readonly fault: string };

/** A place in a file: `products/a.odps.yaml#/outputPorts/0` with the pointer of RFC 6901. */
export interface Place {
  readonly file: RepoPath;
  readonly path: readonly string[];
}

type Step = (files: Map<RepoPath, string>) => string | undefined;

/** Applies a patch in the order delete, add, set, remove. Comments and layout of the rest stay. */
export function applyPatch(files: Files, patch: Patch): Patched {
  const patched = new Map(files);
  const steps: readonly Step[] = [
    ...patch.delete.map(
      (file): Step =>
        (target) =>
          target.delete(file) ? undefined : absentFile(target, file),
    ),
    ...Object.entries(patch.add).map(
      ([file, text]): Step =>
        (target) =>
          addFile(target, file, text),
    ),
    ...Object.entries(patch.set).map(
      ([place, value]): Step =>
        (target) =>
          edit(target, place, setValue(value)),
    ),
    ...patch.remove.map(
      (place): Step =>
        (target) =>
          edit(target, place, removeValue),
    ),
  ];
  for (const step of steps) {
    const fault = step(patched);
    if (fault !== undefined) return { fault };
  }
  return { files: patched };
}

export function parsePlace(place: string): Place {
  const [file = "", pointer = ""] = place.split(/#(.*)/s);
  const path = pointer.split("/").slice(1);
  return { file, path: path.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")) };
}

export function absentFile(files: Files, file: RepoPath): string {
  const near = nearest(file, files.keys()) ?? [...files.keys()].find((known) => known.endsWith(`/${file}`));
  return `the fixture has no file ${file}${near === undefined ? "" : `; did you mean ${near}?`}`;
}

function addFile(files: Map<RepoPath, string>, file: RepoPath, text: string): string | undefined {
  if (files.has(file)) return `the fixture already has a file ${file}: set its values, or delete it first`;
  files.set(file, text);
  return undefined;
}

type Edit = (document: Document.Parsed, path: JsonPath) => string | undefined;

function edit(files: Map<RepoPath, string>, place: string, change: Edit): string | undefined {
  const { file, path } = parsePlace(place);
  const text = files.get(file);
  if (text === undefined) return absentFile(files, file);
  const documents = parseAllDocuments(text);
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0 || document.errors.length > 0) {
    return `${file} does not hold exactly one YAML document that can be patched`;
  }
  const found = walk(document, path);
  const fault = typeof found === "string" ? found : change(document, found);
  if (fault !== undefined) return `${place}: ${fault}`;
  files.set(file, document.toString({ lineWidth: 0 }));
  return undefined;
}

/** The path with list positions as numbers; everything but its last step must exist. */
function walk(document: Document.Parsed, path: readonly string[]): JsonPath | string {
  const steps: (string | number)[] = [];
  for (const part of path) {
    const parent: unknown = steps.length === 0 ? document.contents : document.getIn(steps, true);
    const parentName = `/${steps.join("/")}`;
    if (isMap(parent)) {
      steps.push(part);
    } else if (isSeq(parent)) {
      const index = part === "-" ? parent.items.length : /^\d+$/.test(part) ? Number(part) : NaN;
      if (!(index <= parent.items.length))
        return `${parentName} has ${parent.items.length} elements, and no position ${part}`;
      steps.push(index);
    } else {
      return `${parentName} is not there, or is neither an object nor a list`;
    }
  }
  return steps.length === 0 ? "the pointer is empty: name a key or an element" : steps;
}

function setValue(value: Json): Edit {
  return (document, path) => {
    // Through JSON, so that the new nodes are plain and share nothing with the policy.
    document.setIn(path, document.createNode(JSON.parse(JSON.stringify(value))));
    return undefined;
  };
}

function removeValue(document: Document.Parsed, path: JsonPath): string | undefined {
  return document.deleteIn(path) ? undefined : "there is nothing to remove";
}
