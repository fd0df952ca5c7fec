import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { guildIn, planInit } from "../../app/init/init.ts";
import { writeNewFile } from "../../io/files/output.ts";
import { GUILD_FILE } from "../../model/settings.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { repoOption } from "../options.ts";

interface Options {
  readonly repo: string;
  readonly domain?: string;
  readonly product?: string;
}

export const initCommand: CliCommand = {
  name: "init",
  summary: "Make a mesh repository, or a product in one",
  examples: [
    ["meshgate init", "configuration, guild and workflow"],
    ["meshgate init --domain sales --product orders", "the same, and a draft product with contract and reader"],
  ],
  exits: "0 written, 2 nothing to write or a name that cannot be used",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .option("--domain <id>", "the domain that owns the product")
      .option("--product <id>", "a draft product to start from")
      .action(async ({ repo, ...request }: Options) => {
        const folder = resolve(context.cwd, repo);
        const exists = (file: string): boolean => existsSync(join(folder, file));
        const guild = exists(GUILD_FILE) ? guildIn(await readFile(join(folder, GUILD_FILE))) : undefined;
        const plan = planInit(request, exists, guild);
        for (const [file, text] of plan.files) await writeNewFile(folder, file, text);
        const lines = [
          ...[...plan.files.keys()].map((file) => `written  ${file}`),
          ...plan.kept.map((file) => `kept     ${file}`),
          "",
          "Next:",
          ...plan.next.map((step, index) => `  ${String(index + 1)}. ${step}`),
        ];
        context.terminal.print(`${lines.join("\n")}\n`);
        context.exit(EXIT.pass);
      });
  },
};
