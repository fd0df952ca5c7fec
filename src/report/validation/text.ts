import type { Problem } from "../../model/problem.ts";
import type { ValidatedFile, Validation } from "../../model/validation.ts";
import { terminal, terminalName } from "../escape/terminal.ts";
import type { RenderOptions } from "../format.ts";
import { place } from "../subject.ts";
import { createPage } from "../text/page.ts";
import type { Page } from "../text/page.ts";
import { counted, PROBLEM_MARKS, VERDICTS } from "../words.ts";

/** One line a file, one line a problem, and a total. */
export function validationText({ files }: Validation, options: RenderOptions): string {
  const page = createPage(options);
  const invalid = files.filter(({ valid }) => !valid).length;
  const total =
    invalid === 0
      ? `${counted(files.length, "document")} valid`
      : `${String(invalid)} of ${counted(files.length, "document")} invalid`;
  const lines = [...files.flatMap((file) => fileLines(file, page)), page.paint(total, invalid === 0 ? "green" : "red")];
  return `${lines.join("\n")}\n`;
}

function fileLines({ file, format, version, valid, problems }: ValidatedFile, page: Page): readonly string[] {
  const mark = VERDICTS[valid ? "pass" : "fail"];
  const name = format === "unknown" ? "" : page.paint(`  ${terminalName(format)} ${terminalName(version)}`, "dim");
  return [
    `${page.paint(page.sign(mark), mark.colour)} ${terminal(file)}${name}`,
    ...problems.map((problem) => problemLine(problem, page)),
  ];
}

function problemLine({ severity, message, location }: Problem, page: Page): string {
  const mark = PROBLEM_MARKS[severity];
  return `  ${terminal(place(location))}  ${page.paint(mark.word, mark.colour)}  ${terminal(message)}`;
}
