import { resolve } from "node:path";
import { Option } from "commander";
import { documentPolicies } from "../../../app/policy-docs.ts";
import { today } from "../../../io/clock.ts";
import { comparePages, pageFolder, writePages } from "../../../io/files/pages.ts";
import type { PageDifference } from "../../../io/files/pages.ts";
import { PAGE_MARK, policyPages } from "../../../report/policy-docs/index.ts";
import { counted } from "../../../report/words.ts";
import { EXIT } from "../../command.ts";
import type { CliCommand } from "../../command.ts";
import { asOfOption, cacheOption, headOption, repoOption, sideOf } from "../../options.ts";
import type { SideOptions } from "../../options.ts";
import { withWorkshop } from "../../workshop.ts";

interface Options extends SideOptions {
  readonly asOf?: string;
  readonly output?: string;
  readonly check?: true;
}

export const policyDocsCommand: CliCommand = {
  name: "docs",
  summary: "Write a page for every policy in force or on the way, and an overview",
  examples: [
    ["meshgate policy docs", "to docs/policies, or where meshgate.yaml says"],
    ["meshgate policy docs --as-of 2027-03-01", "as they will be on a day"],
    ["meshgate policy docs --check || meshgate policy docs", "only where a page is not what it should be"],
  ],
  exits:
    "0 the pages are what they should be, 1 with --check they are not, 2 rules with errors or a page in the place of another file, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .addOption(asOfOption())
      .addOption(new Option("--output <dir>", "the folder (default: docs.folder of meshgate.yaml)"))
      .addOption(new Option("--check", "write nothing, and name the pages that are not what they should be"))
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const { output, check = false, asOf = today() } = options;
        const docs = await withWorkshop(context, options, (workshop) =>
          documentPolicies(workshop, { head: sideOf(options), asOf }),
        );
        const place =
          output === undefined
            ? pageFolder(resolve(context.cwd, options.repo), docs.folder, PAGE_MARK)
            : pageFolder(context.cwd, output, PAGE_MARK);
        const pages = policyPages(docs);
        const difference = await comparePages(place, pages);
        if (!check) await writePages(place, pages, difference);
        const lines = linesOf(difference, check ? FOUND : DONE);
        const isFound = check && lines.length > 0;
        const last = `${counted(pages.size, "page")} in ${output ?? docs.folder}`;
        const remedy = isFound ? ["Run `meshgate policy docs`, and commit what it writes."] : [];
        context.terminal.print([...lines, last, ...remedy].map((line) => `${line}\n`).join(""));
        context.exit(isFound ? EXIT.findings : EXIT.pass);
      });
  },
};

type Words = Readonly<Record<keyof PageDifference, string>>;

const DONE: Words = { missing: "written", stale: "written", leftover: "removed" };
const FOUND: Words = { missing: "missing", stale: "stale", leftover: "leftover" };

function linesOf(difference: PageDifference, words: Words): readonly string[] {
  const width = Math.max(...Object.values(words).map((word) => word.length));
  return (["missing", "stale", "leftover"] as const).flatMap((kind) =>
    difference[kind].map((name) => `${words[kind].padEnd(width)}  ${name}`),
  );
}
