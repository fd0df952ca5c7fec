import type { CliCommand } from "../../command.ts";
import { policyDocsCommand } from "./docs.ts";
import { policyLintCommand } from "./lint.ts";
import { policyListCommand } from "./list.ts";
import { policyPreviewCommand } from "./preview.ts";
import { policyTestCommand } from "./test.ts";

/** Everything about policies. A new command is a file and a line here. */
export const policyCommand: CliCommand = {
  name: "policy",
  summary: "List, check and test policies before they count",
  examples: [["meshgate policy test --help", "how policies are tested"]],
  exits: "0 answered, 2 no such command",
  define: () => undefined,
  commands: [policyListCommand, policyLintCommand, policyTestCommand, policyPreviewCommand, policyDocsCommand],
};
