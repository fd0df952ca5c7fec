/** The file that a payload is in, or why there is none, to follow its name: `lies outside of the repository`. */
export type PayloadPath = { readonly path: string } | { readonly fault: string };

/**
 * The path of a payload schema by its name in the contract in `file`. Both paths are relative to the root of the
 * repository, beyond which nothing is looked for; beside a contract that lies elsewhere only what is at or below its
 * folder is.
 */
export function resolvePayload(file: string, url: string): PayloadPath {
  const strange = faultOf(url);
  if (strange !== undefined) return { fault: strange };
  const folders = foldersOf(file);
  const isElsewhere = liesElsewhere(file);
  const steps = isElsewhere ? [] : folders.filter((step) => step !== ".");
  for (const step of url.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return { fault: "lies outside of the repository" };
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return { path: [...(isElsewhere ? folders : []), ...steps].join("/") };
}

/** The folder below which all payload schemas of the contract in `file` lie, links followed. */
export function payloadRoot(file: string): string {
  return liesElsewhere(file) ? `${foldersOf(file).join("/")}/` : ".";
}

function foldersOf(file: string): readonly string[] {
  return file.split("/").slice(0, -1);
}

function liesElsewhere(file: string): boolean {
  return file.startsWith("/") || foldersOf(file).includes("..");
}

const MAX_LENGTH = 1024;

function faultOf(url: string): string | undefined {
  if (url.length > MAX_LENGTH) return "has too long a name";
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) return "is an address, not a file of the repository";
  if (url.startsWith("/")) return "is an absolute path; write it relative to the contract";
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\\?#\u0000-\u001f]/u.test(url)) return "is no plain path";
  return url === "" || url.endsWith("/") || /(^|\/)\.{1,2}$/u.test(url) ? "is no file" : undefined;
}
