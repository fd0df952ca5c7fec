import type { GraphFormat } from "./format.ts";
import { dot } from "./formats/dot.ts";
import { json } from "./formats/json.ts";
import { mermaid } from "./formats/mermaid.ts";
import { svg } from "./formats/svg.ts";
import { text } from "./formats/text.ts";

/** Every format of `graph`, in the order in which the help lists them. A new one is a file and a line here. */
export const GRAPH_FORMATS = [text, mermaid, dot, svg, json] as const satisfies readonly GraphFormat[];

export function findGraphFormat(id: string): GraphFormat | undefined {
  return GRAPH_FORMATS.find((format) => format.id === id);
}
