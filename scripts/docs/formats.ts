import { SCHEMAS } from "../../src/app/schemas.ts";
import { DIFF_FORMATS } from "../../src/report/diff/index.ts";
import { REPORT_FORMATS } from "../../src/report/formats/index.ts";
import { GRAPH_FORMATS } from "../../src/report/graph/index.ts";
import { isObject, own, text } from "../../src/model/json.ts";
import { definition, keysTable } from "./keys.ts";
import { code, table } from "./markdown.ts";
import type { Parts } from "./page.ts";

/** The documents that commands print, by schema. */
const ANSWERS = ["report", "validation", "graph", "impact", "diff"] as const;

export function formatParts(): Parts {
  return {
    check: formats(REPORT_FORMATS),
    "graph-formats": formats(GRAPH_FORMATS),
    "diff-formats": formats(DIFF_FORMATS),
    schemas: table(
      ["file", "of"],
      SCHEMAS.map(({ name, summary }) => [code(`schemas/${name}.json`), summary]),
    ),
    ...Object.fromEntries(ANSWERS.map((name) => [name, answer(name)])),
  };
}

function formats(all: readonly { readonly id: string; readonly summary: string }[]): string {
  return table(
    ["format", "what it is for"],
    all.map(({ id, summary }) => [code(id), `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`]),
  );
}

/** The keys of an answer, then of each part that has a name. */
function answer(name: (typeof ANSWERS)[number]): string {
  const found = SCHEMAS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no schema ${name} ships`);
  const { schema } = found;
  const parts = Object.keys(isObject(schema["$defs"]) ? schema["$defs"] : {});
  const sections = Object.fromEntries(parts.map((part) => [part, `[${part}](#${name}-${part.toLowerCase()})`]));
  return [
    text(own(schema, "description")) ?? "",
    keysTable(schema, sections),
    ...parts.map((part) => `#### ${name}: ${part}\n\n${keysTable(schema, sections, definition(schema, part))}`),
  ].join("\n\n");
}
