import { pointer } from "../../model/json.ts";
import type { JsonPath } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { isInRange, isPackHead, isRange, packVersion } from "../../settings/pack.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "../../source/words.ts";
import type { FileEntry, Files, Ground } from "./ground.ts";
import { soleDocument } from "./ground.ts";

/** The packs that ship, each with its policy files by a path to show in messages. */
export type Packs = ReadonlyMap<string, Files>;

/** The policy files of the packs that a mesh names, each pack in a version that the mesh accepts. */
export function packFiles({ settings, locate }: Ground, packs: Packs, problems: Problem[]): readonly FileEntry[] {
  return settings.packs.flatMap(({ name, range }, index) => {
    const fault = (code: string, message: string): readonly FileEntry[] => {
      const path: JsonPath = ["packs", index];
      problems.push({ severity: "error", code, message, path: pointer(path), location: locate(path) });
      return [];
    };
    const files = packs.get(name);
    if (files === undefined) {
      const close = nearest(name, packs.keys());
      const hint =
        close === undefined ? `Packs that ship: ${[...packs.keys()].sort().join(", ")}.` : `Did you mean "${close}"?`;
      return fault("unknown-pack", `Pack ${quote(name)} does not exist. ${hint}`);
    }
    if (range !== undefined && !isRange(range)) {
      return fault(
        "unknown-pack",
        `${quote(range)} is no range of versions. Write ${name}@1, ${name}@^1.2.0 or ${name}.`,
      );
    }
    const version = versionOf(files);
    if (range !== undefined && !isInRange(version, range)) {
      const message = `This mesh wants ${name}@${range}, and ${name} ${version} ships here. Read what changed in the pack, then name a range that it is in.`;
      return fault("pack-version", message);
    }
    return [...files];
  });
}

function versionOf(files: Files): string {
  const unread: Problem[] = [];
  for (const [file, bytes] of files) {
    if (!file.endsWith("/pack.yaml")) continue;
    const document = soleDocument(file, bytes, unread);
    if (document && isPackHead(document)) return packVersion(document);
  }
  return "";
}
