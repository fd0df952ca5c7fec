import { plain } from "./plain.ts";

/**
 * Text for a screen. A build log is a screen too, and its runner obeys `::command::` at the start of any line and
 * `##[command]` anywhere, so neither may come out of somebody's descriptor.
 */
export function terminal(text: string, max = 1000): string {
  return plain(text, max)
    .replace(/(^|\s)::+/gu, "$1:")
    .replaceAll("##[", "## [");
}

/** The same for ids, names and handles, which are never long in good faith. */
export function terminalName(name: string): string {
  return terminal(name, 100);
}
