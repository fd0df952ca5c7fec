import type { FilePlace } from "../../../model/facts.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { pointer } from "../../../model/json.ts";
import type { RepoPath } from "../../../model/location.ts";
import { GUILD_FILE } from "../../../model/settings.ts";
import type { Files } from "../../patch.ts";
import type { Patch } from "../../policy.ts";
import type { Scenario } from "../fixture.ts";

/** A small step away from a scenario. Undefined as a value: what stands there is taken away. */
export type Edit =
  | { readonly side: keyof Scenario; readonly place: FilePlace; readonly value: Json | undefined }
  | { readonly gone: RepoPath }
  | { readonly moved: RepoPath };

/** @param files those of the scenario at head, where a file that moves is read */
export function edited({ given, before }: Scenario, edit: Edit, files: Files): Scenario {
  if ("gone" in edit) return { given: withoutFile(given, edit.gone), before };
  if ("moved" in edit) return { given: withMoved(given, edit.moved, files), before };
  const { side, place, value } = edit;
  const patch = withValue(side === "given" ? given : before, place, value);
  return side === "given" ? { given: patch, before } : { given, before: patch };
}

/** Earlier edits at the place or below it have no meaning any more. */
function withValue({ set, remove, ...files }: Patch, { file, path }: FilePlace, value: Json | undefined): Patch {
  const place = `${file}#${pointer(path)}`;
  const stays = (other: string): boolean => other !== place && !other.startsWith(`${place}/`);
  const kept = Object.fromEntries(Object.entries(set).filter(([other]) => stays(other)));
  const removed = remove.filter(stays);
  return value === undefined
    ? { ...files, set: kept, remove: [...removed, place] }
    : { ...files, set: { ...kept, [place]: value }, remove: removed };
}

function withoutFile(patch: Patch, file: RepoPath): Patch {
  const { [file]: added, ...add } = patch.add;
  const left = untouched(patch, file);
  return added === undefined ? { ...left, delete: [...left.delete, file] } : { ...left, add };
}

function withMoved(patch: Patch, file: RepoPath, files: Files): Patch {
  const text = files.get(file);
  const left = withoutFile(patch, file);
  return text === undefined ? left : { ...left, add: { ...left.add, [movedName(file)]: text } };
}

function movedName(file: RepoPath): RepoPath {
  const [, folder = "", name = ""] = /^(.*\/)?([^/]*)$/.exec(file) ?? [];
  return `${folder}moved-${name}`;
}

/** The patch without what it does inside a file. */
function untouched({ set, remove, ...files }: Patch, file: RepoPath): Patch {
  const stays = (place: string): boolean => !place.startsWith(`${file}#`);
  return {
    ...files,
    set: Object.fromEntries(Object.entries(set).filter(([place]) => stays(place))),
    remove: remove.filter(stays),
  };
}

/** What a fact is made of, where it is not simply what stands in the file. */
export function sourceOf(
  path: JsonPath,
  value: Json | undefined,
  place: (path: JsonPath) => FilePlace,
): { readonly place: FilePlace; readonly value: Json | undefined } {
  if (path[0] === "guild") return { place: { file: GUILD_FILE, path: path.slice(1) }, value };
  const found = place(path);
  const [last, holder, list] = [path.at(-1), path.at(-2), path.at(-3)];
  // A property that nobody has given yet is a new entry of the list.
  if (holder === "custom" && found.path.at(-1) === last) {
    return appended(place(path.slice(0, -2)), "customProperties", { property: last ?? "", value: value ?? null });
  }
  // Fields of every depth are one list, which is gone when the schema is.
  if (last === "fields" && path.length === 2) return { place: within(place(path.slice(0, -1)), "schema"), value };
  if (list === "sla" && last === "duration") {
    const entry = place(path.slice(0, -1));
    if (entry.path.at(-1) !== holder) return { place: within(entry, "value"), value };
    return appended(place(path.slice(0, -3)), "slaProperties", { property: holder ?? "", value: value ?? null });
  }
  return { place: found, value };
}

function within({ file, path }: FilePlace, ...steps: JsonPath): FilePlace {
  return { file, path: [...path, ...steps] };
}

function appended(holder: FilePlace, list: string, entry: Json): { readonly place: FilePlace; readonly value: Json } {
  return { place: within(holder, list, "-"), value: entry };
}
