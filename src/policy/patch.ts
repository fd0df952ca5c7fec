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

/** The files while they are patched: those that are edited are open until the end. */
interface Desk {
  readonly files: Map<RepoPath, string>;
  readonly open: Map<RepoPath, Document.Parsed>;
}

type Step = (desk: Desk) => string | undefined;

/** Applies a patch in the order delete, add, set, remove. Comments and layout of the rest stay. */
export function applyPatch(files: Files, patch: Patch): Patched {
  const steps: readonly Step[] = [
    ...patch.delete.map(
      (file): Step =>
        (desk) =>
          desk.files.delete(file) ? undefined : absentFile(desk.files, file),
    ),
    ...Object.entries(patch.add).map(
      ([file, text]): Step =>
        (desk) =>
          addFile(desk.files, file, text),
    ),
    ...Object.entries(patch.set).map(
      ([place, value]): Step =>
        (desk) =>
          edit(desk, place, setValue(value)),
    ),
    ...patch.remove.map(
      (place): Step =>
        (desk) =>
          edit(desk, place, removeValue),
    ),
  ];
  if (steps.length === 0) return { files };
  const desk: Desk = { files: new Map(files), open: new Map() };
  for (const step of steps) {
    const fault = step(desk);
    if (fault !== undefined) return { fault };
  }
  for (const [file, document] of desk.open) desk.files.set(file, document.toString({ lineWidth: 0 }));
  return { files: desk.files };
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

function edit({ files, open }: Desk, place: string, change: Edit): string | undefined {
  const { file, path } = parsePlace(place);
  const text = files.get(file);
  if (text === undefined) return absentFile(files, file);
  const document = open.get(file) ?? openText(text);
  if (document === undefined) return `${file} does not hold exactly one YAML document that can be patched`;
  open.set(file, document);
  const found = walk(document, path);
  const fault = typeof found === "string" ? found : change(document, found);
  return fault === undefined ? undefined : `${place}: ${fault}`;
}

/** Cases patch the same few files again and again, and a copy costs less than half of parsing. */
const MEMO_SIZE = 100;
const parsed = new Map<string, Document.Parsed | undefined>();

/** The only document of a text, to be edited. */
function openText(text: string): Document.Parsed | undefined {
  if (!parsed.has(text)) {
    if (parsed.size >= MEMO_SIZE) parsed.clear();
    parsed.set(text, soleDocument(text));
  }
  return parsed.get(text)?.clone() as Document.Parsed | undefined;
}

function soleDocument(text: string): Document.Parsed | undefined {
  const [document, ...others] = parseAllDocuments(text);
  return document === undefined || others.length > 0 || document.errors.length > 0 ? undefined : document;
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
