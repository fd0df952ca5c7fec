import { Option } from "commander";
import { planDeprecation } from "../../app/ending/plan.ts";
import type { CliCommand } from "../command.ts";
import { toDay } from "../options.ts";
import { end, withEndOptions } from "../ending.ts";
import type { EndOptions } from "../ending.ts";

interface Options extends EndOptions {
  readonly sunset?: string;
}

export const deprecateCommand: CliCommand = {
  name: "deprecate",
  summary: "Announce that a product, port or field ends, and list who still reads it",
  examples: [
    ["meshgate deprecate 'album.tracks#tracks/tracks.isrc'", "mark a field, with the first day on which it may go"],
    ["meshgate deprecate 'album.tracks#tracks' --sunset 2030-01-01", "mark an output port that ends on that day"],
    ["meshgate deprecate album.tracks --dry-run", "only print when it could go, and who reads it"],
  ],
  exits: "0 marked, 2 no such thing or a day that is too early, 3 git or file system failed",
  define(command, context) {
    withEndOptions(command, context)
      .addOption(
        new Option(
          "--sunset <day>",
          "the day on which it ends (default: the first on which it may go if this lands within 14 days)",
        ).argParser(toDay),
      )
      .action(async (target: string, { sunset, ...options }: Options) => {
        await end(context, target, options, (workshop, files, request) =>
          planDeprecation(workshop, files, { ...request, ...(sunset !== undefined && { sunset }) }),
        );
      });
  },
};
