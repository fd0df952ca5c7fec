import { listPolicies } from "../../../app/policy-list.ts";
import { today } from "../../../io/clock.ts";
import { findPolicyListFormat, POLICY_LIST_FORMATS } from "../../../report/policy-list/index.ts";
import { EXIT } from "../../command.ts";
import type { CliCommand } from "../../command.ts";
import { deliver, screenOf } from "../../deliver.ts";
import { asOfOption, cacheOption, formatOption, headOption, outputOption, repoOption, sideOf } from "../../options.ts";
import type { SideOptions } from "../../options.ts";
import { withWorkshop } from "../../workshop.ts";

interface Options extends SideOptions {
  readonly product?: string;
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
}

export const policyListCommand: CliCommand = {
  name: "list",
  summary: "List the policies in force, and who has set which value of them",
  examples: [
    ["meshgate policy list", "every policy, in every form that domains have of it"],
    [
      "meshgate policy list --product album.tracks",
      "what judges one product: each value with its layer, file and line",
    ],
    ["meshgate policy list --as-of 2027-01-01", "what will be in force then"],
  ],
  exits: "0 answered, 2 no such product, or rules that cannot be read, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .option("--product <id>", "only what judges this product")
      .addOption(asOfOption())
      .addOption(
        formatOption(
          POLICY_LIST_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const { product, asOf = today() } = options;
        const request = { head: sideOf(options), asOf, ...(product !== undefined && { product }) };
        const list = await withWorkshop(context, options, (workshop) => listPolicies(workshop, request));
        const rendered = findPolicyListFormat(options.format)?.render(list, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(list.problems.some(({ severity }) => severity === "error") ? EXIT.input : EXIT.pass);
      });
  },
};
