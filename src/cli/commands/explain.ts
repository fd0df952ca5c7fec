import { Option } from "commander";
import { explain } from "../../app/explain/explain.ts";
import type { ExplainRequest } from "../../app/explain/explain.ts";
import { today } from "../../io/clock.ts";
import { EXPLANATION_FORMATS, findExplanationFormat } from "../../report/explain/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { asOfOption, cacheOption, formatOption, outputOption, repoOption } from "../options.ts";
import { withWorkshop } from "../workshop.ts";

interface Options {
  readonly repo: string;
  readonly product?: string;
  readonly contract?: string;
  readonly consumer?: string;
  readonly target?: string;
  readonly base?: string;
  readonly head: string;
  readonly worktree?: true;
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
  readonly cache: boolean;
}

const KINDS = ["product", "contract", "consumer"] as const;

export const explainCommand: CliCommand = {
  name: "explain",
  summary: "Tell why a policy says what it says: values, what decided, and who has set what",
  examples: [
    ["meshgate explain baseline.retention --product album.tracks", "one policy on one product, or on its contracts"],
    ["meshgate explain 8d4a640d029292a8", "a finding of `check`, by its fingerprint"],
    [
      "meshgate explain global.retention --contract tracks --as-of 2027-03-01",
      "what it will say, and weigh, on a later day",
    ],
  ],
  exits: "0 explained, 2 no such policy, finding or subject, 3 git or file system failed",
  define(command, context) {
    command
      .argument("<name>", "fingerprint of a finding, or its first digits; or id of a policy")
      .addOption(repoOption(context.cwd))
      .addOption(new Option("--product <id>", "the product that is judged").conflicts(["contract", "consumer"]))
      .addOption(new Option("--contract <id>", "the contract that is judged").conflicts("consumer"))
      .option("--consumer <id>", "the consumer that is judged")
      .option("--target <name>", "only this target, as findings name it: outputPorts[name=eod]")
      .option("--base <ref>", "what the change is compared with: the branch it goes to")
      .addOption(new Option("--head <ref>", "the change").default("HEAD"))
      .addOption(new Option("--worktree", "explain the work tree, against --base or else HEAD").conflicts("head"))
      .addOption(asOfOption())
      .addOption(
        formatOption(
          EXPLANATION_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (name: string, options: Options) => {
        const found = await withWorkshop(context, options, (workshop) => explain(workshop, requestOf(name, options)));
        const rendered = findExplanationFormat(options.format)?.render(found, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(EXIT.pass);
      });
  },
};

function requestOf(name: string, options: Options): ExplainRequest {
  const { base, head, worktree, asOf, target } = options;
  const [subject] = KINDS.flatMap((kind) => {
    const id = options[kind];
    return id === undefined ? [] : [{ kind, id }];
  });
  return {
    name,
    ...(subject && { subject }),
    ...(target !== undefined && { target }),
    ...(base !== undefined && { base }),
    head: worktree ? "worktree" : { ref: head },
    asOf: asOf ?? today(),
  };
}
