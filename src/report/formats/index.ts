import type { ReportFormat } from "../format.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** Every format of `check`, in the order in which the help lists them. A new one is a file and a line here. */
export const REPORT_FORMATS = [text, json, markdown, sarif, junit, github] as const satisfies readonly ReportFormat[];

export function findReportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
