import { planRetirement } from "../../app/ending/plan.ts";
import type { CliCommand } from "../command.ts";
import { end, withEndOptions } from "../ending.ts";
import type { EndOptions } from "../ending.ts";

export const retireCommand: CliCommand = {
  name: "retire",
  summary: "End a product, port or field, once its notice is over and nobody reads it",
  examples: [
    ["meshgate retire 'album.tracks#tracks/tracks.isrc' --base origin/main", "take a field out of its contract"],
    ["meshgate retire album.tracks --dry-run", "only print what stands in the way"],
  ],
  exits: "0 ended, 1 its notice is not over or somebody reads it, 2 no such thing, 3 git or file system failed",
  define(command, context) {
    withEndOptions(command, context).action(async (target: string, options: EndOptions) => {
      await end(context, target, options, planRetirement);
    });
  },
};
