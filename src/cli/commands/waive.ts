import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Option } from "commander";
import { planWaiver } from "../../app/waive.ts";
import type { WaiveRequest } from "../../app/waive.ts";
import { today } from "../../io/clock.ts";
import { writeNewFile } from "../../io/files/output.ts";
import { failure } from "../../model/failure.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { asOfOption, cacheOption, repoOption, toDay } from "../options.ts";
import { withWorkshop } from "../workshop.ts";

interface Options {
  readonly repo: string;
  readonly cache: boolean;
  readonly product?: string;
  readonly contract?: string;
  readonly consumer?: string;
  readonly target?: string;
  readonly reason: string;
  readonly ticket: string;
  readonly by: string;
  readonly control?: string;
  readonly from?: string;
  readonly asOf?: string;
  readonly until: string;
  readonly id?: string;
}

export const waiveCommand: CliCommand = {
  name: "waive",
  summary: "Write a waiver: a dated exemption that somebody has to approve",
  examples: [
    [
      'meshgate waive baseline.freshness --contract partners --reason "The feed has no schedule yet" --ticket DG-412 --by partnership-data --until 30d',
      "one policy on one contract, for thirty days",
    ],
    [
      'meshgate waive baseline.declared-uses --product playlist.sports-playlists --target "inputPorts[name=tracks,version=1.0.0]" --reason Incident --ticket INC-7 --by playlist-data --until 72h',
      "one port, for three days",
    ],
  ],
  exits: "0 written, 2 the waiver would not hold, 3 git or file system failed",
  define(command, context) {
    command
      .argument("<policy>", "id of the policy")
      .addOption(repoOption(context.cwd))
      .addOption(
        new Option("--product <id>", "the product whose finding is waived").conflicts(["contract", "consumer"]),
      )
      .addOption(new Option("--contract <id>", "the contract whose finding is waived").conflicts("consumer"))
      .option("--consumer <id>", "the consumer whose finding is waived")
      .option("--target <target>", "which element of it, as the finding names it (default: the one that fails)")
      .requiredOption("--reason <text>", "why the policy cannot be kept for now")
      .requiredOption("--ticket <id>", "where the work on it is followed")
      .requiredOption("--by <who>", "who asks for it")
      .requiredOption("--until <when>", "the first day without it, YYYY-MM-DD, or a time such as 72h or 30d")
      .addOption(new Option("--from <day>", "the first day with it (default: that of --as-of)").argParser(toDay))
      .addOption(asOfOption())
      .option("--control <text>", "what controls the risk instead; the waiver then counts as mitigated")
      .option("--id <id>", "id of the waiver, and the name of its file (default: made of policy and subject)")
      .addOption(cacheOption())
      .action(async (policy: string, options: Options) => {
        const plan = await withWorkshop(context, options, (workshop) =>
          planWaiver(workshop, requestOf(policy, options)),
        );
        const folder = resolve(context.cwd, options.repo);
        if (existsSync(join(folder, plan.file)))
          throw failure("input", "file-exists", `${plan.file} is there already.`, "Choose another --id.");
        await writeNewFile(folder, plan.file, plan.text);
        context.terminal.print(`written  ${plan.file}\n\n${plan.text}\n${plan.notes.join("\n")}\n`);
        context.exit(EXIT.pass);
      });
  },
};

function requestOf(policy: string, options: Options): WaiveRequest {
  const { target, control, reason, ticket, by, asOf = today(), from = asOf, until, id } = options;
  return {
    policy,
    subject: subjectOf(options),
    ...(target !== undefined && { target }),
    ...(control !== undefined && { control }),
    reason,
    ticket,
    requestedBy: by,
    asOf,
    from,
    until,
    ...(id !== undefined && { id }),
  };
}

function subjectOf({ product, contract, consumer }: Options): WaiveRequest["subject"] {
  if (product !== undefined) return { kind: "product", id: product };
  if (contract !== undefined) return { kind: "contract", id: contract };
  if (consumer !== undefined) return { kind: "consumer", id: consumer };
  throw failure(
    "input",
    "no-subject",
    "A waiver is for one product, contract or consumer.",
    "Name it with --product, --contract or --consumer.",
  );
}
