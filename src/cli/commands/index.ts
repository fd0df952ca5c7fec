import type { CliCommand } from "../command.ts";
import { checkCommand } from "./check.ts";
import { completionCommand } from "./completion.ts";
import { deprecateCommand } from "./deprecate.ts";
import { diffCommand } from "./diff.ts";
import { demoCommand } from "./demo.ts";
import { explainCommand } from "./explain.ts";
import { graphCommand } from "./graph.ts";
import { impactCommand } from "./impact.ts";
import { initCommand } from "./init.ts";
import { policyCommand } from "./policy/index.ts";
import { retireCommand } from "./retire.ts";
import { schemaCommand } from "./schema.ts";
import { validateCommand } from "./validate.ts";
import { waiveCommand } from "./waive.ts";

/** Every command, in the order in which the help lists them. A new one is a file and a line here. */
export const COMMANDS: readonly CliCommand[] = [
  initCommand,
  checkCommand,
  explainCommand,
  validateCommand,
  graphCommand,
  impactCommand,
  diffCommand,
  policyCommand,
  waiveCommand,
  deprecateCommand,
  retireCommand,
  schemaCommand,
  demoCommand,
  completionCommand,
];
