import type { Payload, PayloadContent, PayloadName } from "./payload.ts";
import { resolvePayload } from "./resolve.ts";

const MISSING: PayloadContent = { fault: "does not exist, or is no plain file", digest: "" };

/**
 * The payload schemas that the contract in `file` names, with what stands in their files. `contentOf` is asked once for
 * each path, relative to the same root as `file`; undefined: there is no such file.
 */
export function withContents(
  names: readonly PayloadName[],
  file: string,
  contentOf: (path: string) => PayloadContent | undefined,
): readonly Payload[] {
  const known = new Map<string, PayloadContent>();
  return names.map((name) => {
    const resolved = resolvePayload(file, name.url);
    // What cannot be a file is as little one on the other side.
    if ("fault" in resolved) return { ...name, content: { fault: resolved.fault, digest: "" } };
    const content = known.get(resolved.path) ?? contentOf(resolved.path) ?? MISSING;
    known.set(resolved.path, content);
    return { ...name, content };
  });
}

/** The paths of all files that have to be read for `withContents`, each once. */
export function payloadPaths(names: readonly PayloadName[], file: string): readonly string[] {
  const paths = names.flatMap(({ url }) => {
    const resolved = resolvePayload(file, url);
    return "path" in resolved ? [resolved.path] : [];
  });
  return [...new Set(paths)];
}
