import { isAbsolute, relative, resolve, sep } from "node:path";
import { writeOutput } from "../src/io/files/output.ts";
import { failure } from "../src/model/failure.ts";
import type { Report } from "../src/model/report.ts";
import { json } from "../src/report/formats/json.ts";
import { sarif } from "../src/report/formats/sarif.ts";
import type { Inputs } from "./inputs.ts";

/** A file that the workflow asks for, below its workspace. */
export interface OutputFile {
  /** The output that tells its path. */
  readonly output: string;
  readonly path: string;
  readonly write: (report: Report) => Promise<void>;
}

/** The files that are asked for. Throws an `input` failure for a place outside the workspace. */
export function outputFiles(workspace: string, { reportFile, sarifFile }: Inputs): readonly OutputFile[] {
  const wanted = [
    { input: "report-file", output: "report-path", file: reportFile, format: json },
    { input: "sarif-file", output: "sarif-path", file: sarifFile, format: sarif },
  ];
  return wanted.flatMap(({ input, output, file, format }) => {
    if (file === undefined) return [];
    const path = placeIn(workspace, input, file);
    return [
      { output, path, write: (report) => writeOutput(workspace, path, format.render(report, { colour: false })) },
    ];
  });
}

function placeIn(workspace: string, input: string, file: string): string {
  const path = resolve(workspace, file);
  const way = relative(workspace, path);
  if (way === "" || isAbsolute(way) || way.split(sep)[0] === "..") {
    throw failure(
      "input",
      "output-leaves-workspace",
      `Input ${input} leads out of the workspace.`,
      "Name a file in the workspace, such as meshgate.sarif.",
    );
  }
  return path;
}
