import { Option } from "commander";
import { graph } from "../../app/graph.ts";
import { elkLayout } from "../../io/layout/elk.ts";
import { findGraphFormat, GRAPH_FORMATS } from "../../report/graph/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { cacheOption, formatOption, headOption, outputOption, repoOption, sideOf, toCount } from "../options.ts";
import type { SideOptions } from "../options.ts";
import { noteProblems } from "../problems.ts";
import { withWorkshop } from "../workshop.ts";

interface Options extends SideOptions {
  readonly product?: string;
  readonly depth: number;
  readonly format: string;
  readonly output?: string;
}

export const graphCommand: CliCommand = {
  name: "graph",
  summary: "Draw the mesh, or the neighbourhood of a product",
  examples: [
    ["meshgate graph", "the mesh as text"],
    ["meshgate graph --format svg --output mesh.svg", "a picture"],
    ["meshgate graph --product album.tracks --depth 2 --format mermaid", "two hops around a product"],
  ],
  exits: "0 drawn, 2 no such product, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .option("--product <id>", "only what is near this product or consumer")
      .addOption(new Option("--depth <hops>", "how near").argParser(toCount).default(1))
      .addOption(
        formatOption(
          GRAPH_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const { product, depth } = options;
        const request = { head: sideOf(options), depth, ...(product !== undefined && { focus: product }) };
        const { view, problems } = await withWorkshop(context, options, (workshop) => graph(workshop, request));
        noteProblems(context, problems);
        const format = findGraphFormat(options.format);
        const layout = elkLayout();
        const arrangements = await Promise.all(
          (format?.diagrams?.(view) ?? []).map((diagram) => layout.arrange(diagram)),
        );
        await deliver(
          context,
          options.output,
          format?.render(view, screenOf(context, options.output), arrangements) ?? "",
        );
        context.exit(EXIT.pass);
      });
  },
};
