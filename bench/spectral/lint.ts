/** Lints every descriptor below a folder with Spectral: `lint <folder> <shapes.json> [milliseconds]`. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Document, Spectral } from "@stoplight/spectral-core";
import { Yaml } from "@stoplight/spectral-parsers";
import { rulesFor } from "./rules.ts";
import type { Shapes } from "./rules.ts";

/** What a run of Spectral prints. */
export interface LintResult {
  readonly files: number;
  /** Files that were linted before the time was up. */
  readonly linted: number;
  readonly findings: number;
  /** From the first file on: without the start of the process and the compilation of the rules. */
  readonly milliseconds: number;
}

const [folder = "", shapesFile = "", limit = "Infinity"] = process.argv.slice(2);

/** Descriptors refer to nothing by `$ref`; to look for it anyway would cost time for nothing. */
const NO_REFERENCES = {
  uriCache: {},
  resolve: (source: unknown) =>
    Promise.resolve({ result: source, errors: [], refMap: {}, runner: undefined, graph: undefined }),
};

const spectral = new Spectral({ resolver: NO_REFERENCES as never });
spectral.setRuleset(rulesFor(JSON.parse(readFileSync(shapesFile, "utf8")) as Shapes));
const files = ["products", "consumers"].flatMap((part) =>
  readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join(folder, part, file)),
);
const start = performance.now();
let findings = 0;
let linted = 0;
for (const file of files) {
  if (performance.now() - start > Number(limit)) break;
  findings += (await spectral.run(new Document(readFileSync(file, "utf8"), Yaml, file))).length;
  linted += 1;
}
const result: LintResult = { files: files.length, linted, findings, milliseconds: performance.now() - start };
process.stdout.write(`${JSON.stringify(result)}\n`);
