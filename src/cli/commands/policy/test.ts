import { testOwnPolicies, testPack } from "../../../app/policy-test.ts";
import { packFixture, shippedPacks } from "../../../io/files/packs.ts";
import { stands } from "../../../model/policy-test.ts";
import type { PolicyTest } from "../../../model/policy-test.ts";
import { findPolicyTestFormat, POLICY_TEST_FORMATS } from "../../../report/policy-test/index.ts";
import { EXIT } from "../../command.ts";
import type { CliCommand, Context } from "../../command.ts";
import { deliver, screenOf } from "../../deliver.ts";
import { cacheOption, formatOption, headOption, outputOption, repoOption, sideOf } from "../../options.ts";
import type { SideOptions } from "../../options.ts";
import { withWorkshop } from "../../workshop.ts";

interface Options extends SideOptions {
  readonly pack?: string;
  readonly format: string;
  readonly output?: string;
}

export const policyTestCommand: CliCommand = {
  name: "test",
  summary: "Run the tests of policies, and tell what they do not show",
  examples: [
    ["meshgate policy test", "the policies of this mesh, each on its fixture"],
    ["meshgate policy test global.retention", "one of them"],
    ["meshgate policy test --pack baseline", "a pack that ships"],
  ],
  exits:
    "0 all cases hold and show enough for every level, 1 they do not, 2 something could not be read, 3 git or file system failed",
  define(command, context) {
    command
      .argument("[policy...]", "ids of policies; default: all")
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .option("--pack <name>", "test a pack that ships instead of the policies of a mesh")
      .addOption(
        formatOption(
          POLICY_TEST_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (policies: readonly string[], options: Options) => {
        const tested = await test(context, policies, options);
        const rendered = findPolicyTestFormat(options.format)?.render(tested, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(exitOf(tested));
      });
  },
};

async function test(context: Context, policies: readonly string[], options: Options): Promise<PolicyTest> {
  const { pack } = options;
  if (pack === undefined) {
    const request = { head: sideOf(options), policies };
    return withWorkshop(context, options, (workshop) => testOwnPolicies(workshop, request));
  }
  const { progress } = context.terminal;
  return testPack({ packs: await shippedPacks(), fixture: packFixture, progress }, pack, policies);
}

function exitOf({ policies, problems }: PolicyTest): number {
  if (problems.length > 0) return EXIT.input;
  return policies.every(stands) ? EXIT.pass : EXIT.findings;
}
