import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Option } from "commander";
import { check } from "../../app/check.ts";
import type { CheckRequest } from "../../app/check.ts";
import { today } from "../../io/clock.ts";
import { shippedMesh } from "../../io/files/packs.ts";
import { createScratchRepository } from "../../io/git/scratch.ts";
import type { RepoPath } from "../../model/location.ts";
import { findReportFormat } from "../../report/formats/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand, Context } from "../command.ts";
import { applyEdits, FIX, PULL_REQUEST } from "../demo/story.ts";
import { withWorkshop } from "../workshop.ts";

export const demoCommand: CliCommand = {
  name: "demo",
  summary: "Play the whole loop on an embedded mesh, in a temporary folder",
  examples: [
    ["meshgate demo", "play it"],
    ["meshgate demo --keep", "and leave the repository for a look around"],
  ],
  exits: "0 played, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(new Option("--keep", "leave the repository where it is"))
      .action(async ({ keep }: { readonly keep?: true }) => {
        const folder = await mkdtemp(join(tmpdir(), "meshgate-demo-"));
        try {
          await play(context, folder);
        } finally {
          if (keep) context.terminal.note(`The repository is in ${folder}`);
          else await rm(folder, { recursive: true, force: true });
        }
        context.exit(EXIT.pass);
      });
  },
};

/** Five acts: the mesh, the pull request, what the author sees, what the reviewer sees, the fix. */
async function play(context: Context, folder: string): Promise<void> {
  const { terminal } = context;
  const judge = async (request: Partial<CheckRequest>, format: string): Promise<string> => {
    const full: CheckRequest = { head: { ref: "HEAD" }, asOf: today(), failOn: "block", ...request };
    const report = await withWorkshop(context, { repo: folder, cache: false }, (workshop) => check(workshop, full));
    return findReportFormat(format)?.render(report, terminal) ?? "";
  };
  const act = (title: string, ...lines: readonly string[]): void => {
    terminal.print(`\n${title}\n${"=".repeat(title.length)}\n${lines.map((line) => `${line}\n`).join("")}\n`);
  };

  const mesh = await shippedMesh();
  const texts = new Map([...mesh].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  const repository = await createScratchRepository(folder);
  await repository.write(mesh);
  await repository.commit("The Daff mesh");

  act(
    "1. The mesh",
    "Daff streams music. Six domains publish data products; policies, guild and products stand in one repository.",
    "$ meshgate check",
  );
  terminal.print(await judge({}, "text"));

  await repository.startBranch("tidy-up-tracks");
  const broken = applyEdits(texts, PULL_REQUEST);
  await repository.write(broken);
  await repository.commit("Drop tempo_bpm, nobody here needs it");
  act(
    "2. A pull request",
    "The album team drops the field tempo_bpm from the contract of album.tracks.",
    "$ meshgate check --base main",
  );
  terminal.print(await judge({ base: "main" }, "text"));

  act(
    "3. What the reviewer sees",
    "The same report as a comment on the pull request:",
    "$ meshgate check --base main --format markdown",
  );
  terminal.print(await judge({ base: "main" }, "markdown"));

  const fixed = applyEdits(new Map<RepoPath, string>([...texts, ...broken]), FIX);
  await repository.write(fixed);
  await repository.commit("Keep tempo_bpm, mark it deprecated, raise the version");
  act(
    "4. The fix",
    "The field stays, is marked deprecated, and the version says that the contract changed.",
    "$ meshgate check --base main",
  );
  terminal.print(await judge({ base: "main" }, "text"));

  act(
    "Your turn",
    "meshgate init --domain sales --product orders   starts a mesh of your own",
    "meshgate graph --format svg --output mesh.svg   draws it",
  );
}
