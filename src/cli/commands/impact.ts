import { impact } from "../../app/impact.ts";
import { findImpactFormat, IMPACT_FORMATS } from "../../report/impact/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { cacheOption, formatOption, headOption, outputOption, repoOption, sideOf } from "../options.ts";
import type { SideOptions } from "../options.ts";
import { withWorkshop } from "../workshop.ts";

interface Options extends SideOptions {
  readonly format: string;
  readonly output?: string;
}

export const impactCommand: CliCommand = {
  name: "impact",
  summary: "Tell who is hit when a product, port or field changes, and who to ask",
  examples: [
    ["meshgate impact album.tracks", "everybody who reads the product"],
    ["meshgate impact 'album.tracks#tracks'", "readers of one output port"],
    ["meshgate impact 'album.tracks#tracks/tracks.isrc'", "readers of one field"],
  ],
  exits: "0 answered, 2 no such product, port or field, 3 git or file system failed",
  define(command, context) {
    command
      .argument("<target>", "product, product#port or product#port/object.field")
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .addOption(
        formatOption(
          IMPACT_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (target: string, options: Options) => {
        const found = await withWorkshop(context, options, (workshop) => impact(workshop, sideOf(options), target));
        const rendered = findImpactFormat(options.format)?.render(found, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(EXIT.pass);
      });
  },
};
