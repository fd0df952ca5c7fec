import { Option } from "commander";
import { diffFiles } from "../../app/diff.ts";
import { payloadsToRead } from "../../app/diff-payloads.ts";
import type { DiffFile } from "../../app/diff-side.ts";
import { readBelow } from "../../io/files/below.ts";
import { readFiles } from "../../io/files/folder.ts";
import { MODES, PROFILES } from "../../model/compatibility.ts";
import type { Mode, Profile } from "../../model/compatibility.ts";
import type { Diff } from "../../model/diff.ts";
import { failure } from "../../model/failure.ts";
import { DIFF_FORMATS, findDiffFormat } from "../../report/diff/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand, Context } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { formatOption, outputOption } from "../options.ts";

type FailOn = "breaking" | "risky" | "never";

/** The classes that each choice of `--fail-on` fails for. */
const FAILS: Readonly<Record<FailOn, readonly Diff["class"][]>> = {
  breaking: ["breaking"],
  risky: ["breaking", "risky"],
  never: [],
};

interface Options {
  readonly consumers?: string;
  readonly profile: Profile;
  readonly mode: Mode;
  readonly failOn: FailOn;
  readonly format: string;
  readonly output?: string;
}

const [V1, V2] = ["v1", "v2"].map(
  (version) => `products/player/play-sessions/contracts/play-sessions-${version}.odcs.yaml`,
) as [string, string];

export const diffCommand: CliCommand = {
  name: "diff",
  summary: "Compare two data contracts: what breaks readers, what breaks pipelines, which version it needs",
  examples: [
    [`meshgate diff ${V1} ${V2} --fail-on never`, "every change, the worst first"],
    [`meshgate diff ${V1} ${V2} --consumers . --fail-on never`, "who of this folder is hit, and whom to ask"],
    [`meshgate diff ${V2} ${V2} --mode full --format json`, "for other programs; what breaks pipelines counts too"],
  ],
  exits: "0 not breaking, 1 breaking (or what --fail-on says), 2 a file cannot be compared",
  define(command, context) {
    command
      .argument("<old>", "the contract as it was")
      .argument("<new>", "the contract as it is to be")
      .option("--consumers <dir>", "look below this folder for those who read it")
      .addOption(new Option("--profile <profile>", "whose severities count").choices(PROFILES).default("default"))
      .addOption(
        new Option("--mode <mode>", "what holds a change up: what arrives, what exists, both, nothing")
          .choices(MODES)
          .default("consumer"),
      )
      .addOption(
        new Option("--fail-on <class>", "from which class on to exit with 1")
          .choices(Object.keys(FAILS))
          .default("breaking"),
      )
      .addOption(
        formatOption(
          DIFF_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .action(async (before: string, after: string, options: Options) => {
        const diff = await compare(context, before, after, options);
        const format = findDiffFormat(options.format);
        await deliver(context, options.output, format?.render(diff, screenOf(context, options.output)) ?? "");
        context.exit(FAILS[options.failOn].includes(diff.class) ? EXIT.findings : EXIT.pass);
      });
  },
};

async function compare({ cwd }: Context, before: string, after: string, options: Options): Promise<Diff> {
  const files = await readFiles(cwd, [before, after]);
  const { consumers, profile, mode } = options;
  const readers = consumers === undefined ? undefined : { folder: consumers, files: await readFiles(cwd, [consumers]) };
  const then = await withPayloads(cwd, fileOf(files, before));
  const now = await withPayloads(cwd, fileOf(files, after));
  return diffFiles(then, now, {
    profile,
    mode,
    ...(readers !== undefined && { readers }),
  });
}

async function withPayloads(cwd: string, { file, bytes }: DiffFile): Promise<DiffFile> {
  const { root, files } = payloadsToRead(file, bytes);
  return { file, bytes, payloads: await readBelow(cwd, root, files) };
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, file: string): DiffFile {
  const bytes = files.get(file);
  if (bytes !== undefined) return { file, bytes };
  throw failure(
    "input",
    "not-a-file",
    `${file} is a folder.`,
    "Name two files, each a data contract or a data product.",
  );
}
