import { debug, endGroup, error, info, isDebug, setOutput, startGroup, summary } from "@actions/core";
import type { Report } from "../src/model/report.ts";
import { stopsCheck } from "../src/model/verdict.ts";
import { md } from "../src/report/escape/markdown.ts";
import { github } from "../src/report/formats/github.ts";
import { markdown } from "../src/report/formats/markdown.ts";
import { text } from "../src/report/formats/text.ts";
import type { Explanation } from "./failures.ts";
import type { Inputs } from "./inputs.ts";
import type { OutputFile } from "./output-files.ts";

/** How the log of a step looks. */
const LOG = { colour: true, unicode: true, width: 120 };

/** Tells the verdict everywhere: files, log, annotations, job summary, outputs. */
export async function answer(report: Report, inputs: Inputs, files: readonly OutputFile[]): Promise<void> {
  for (const file of files) {
    await file.write(report);
    setOutput(file.output, file.path);
  }
  info(text.render(report, LOG).trimEnd());
  if (inputs.annotations) annotate(report);
  if (inputs.jobSummary) await summarise(markdown.render(report, LOG));
  setOutput("verdict", report.verdict);
  setOutput("blocking", report.findings.filter((finding) => stopsCheck(finding, report.failOn)).length);
  setOutput("findings", report.findings.length);
}

/** The log shows annotations as well, below a title that can be folded: above them stands the same in full. */
function annotate(report: Report): void {
  const commands = github.render(report, LOG).trimEnd();
  if (commands === "") return;
  startGroup("Annotations");
  info(commands);
  endGroup();
}

/** Tells why there is no verdict. What else goes wrong here must not hide that. */
export async function giveUp({ reasons, remedy, stack }: Explanation): Promise<void> {
  error([...reasons, remedy].join("\n"), { title: "Meshgate: no verdict" });
  try {
    if (isDebug()) debug(stack);
    setOutput("verdict", "error");
    const list = reasons.map((reason) => `- ${md(reason)}\n`).join("");
    await summarise(`### 🔧 No verdict\n\n${list}\n${md(remedy)}\n`);
  } catch (failed) {
    debug(`The job summary or the outputs were not written: ${String(failed)}`);
  }
}

/** At most 60,000 characters, far below the runner's limit of 1 MiB. */
async function summarise(page: string): Promise<void> {
  if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") === "") return;
  await summary.addRaw(page).write();
}
