import { resolve } from "node:path";
import { ExitCode, debug } from "@actions/core";
import { check } from "../src/app/check.ts";
import type { Workshop } from "../src/app/gather.ts";
import { openMemo } from "../src/io/cache/memo.ts";
import { today } from "../src/io/clock.ts";
import { shippedPacks } from "../src/io/files/packs.ts";
import { gitRepository } from "../src/io/git/repository.ts";
import { failure, isFailure } from "../src/model/failure.ts";
import type { Report } from "../src/model/report.ts";
import type { Repository } from "../src/ports/repository.ts";
import { quote } from "../src/source/words.ts";
import { answer, giveUp } from "./answer.ts";
import { needed } from "./environment.ts";
import type { Environment } from "./environment.ts";
import type { NamedCommit } from "./events/event.ts";
import { questionOf } from "./events/index.ts";
import { readEvent } from "./events/read.ts";
import { explain } from "./failures.ts";
import { readInputs } from "./inputs.ts";
import type { Inputs } from "./inputs.ts";
import { outputFiles } from "./output-files.ts";

/** One step of a workflow: judges what its event is about, tells everybody, and sets the exit code of the process. */
export async function runAction(env: Environment): Promise<void> {
  // Whatever happens from here on, only a delivered pass is a success.
  process.exitCode = ExitCode.Failure;
  try {
    const inputs = readInputs(env);
    const workspace = needed(env, "GITHUB_WORKSPACE");
    const files = outputFiles(workspace, inputs);
    const report = await judge(env, resolve(workspace, inputs.workingDirectory), inputs);
    await answer(report, inputs, files);
    if (report.verdict === "pass") process.exitCode = ExitCode.Success;
  } catch (error) {
    await giveUp(explain(error));
  }
}

async function judge(env: Environment, folder: string, inputs: Inputs): Promise<Report> {
  const repository = await gitRepository(folder);
  try {
    const event = await readEvent(env, await repository.resolve("HEAD"));
    const question = questionOf(event, inputs);
    const head = await find(repository, question.head);
    const base = question.base && (await find(repository, question.base));
    const [memo, packs] = await Promise.all([openMemo({ folder: repository.home, env }), shippedPacks()]);
    const workshop: Workshop = { repository, memo, packs, progress: debugStep };
    const request = { head: { ref: head.commit }, asOf: inputs.asOf ?? today(), failOn: inputs.failOn };
    const report = await check(workshop, base === undefined ? request : { ...request, base: base.commit });
    return {
      ...report,
      head: { ...report.head, ref: head.name },
      ...(report.base && base && { base: { ...report.base, ref: base.name } }),
    };
  } finally {
    await repository.close();
  }
}

/** The same commit by its id. */
async function find(repository: Repository, { commit, name, remedy }: NamedCommit): Promise<NamedCommit> {
  try {
    return { commit: await repository.resolve(commit), name };
  } catch (error) {
    if (remedy === undefined || !isFailure(error) || error.code !== "unknown-ref") throw error;
    const message = `The checkout lacks the commit of ${quote(name)} that this event is about.`;
    throw failure("input", "missing-commit", message, remedy, error);
  }
}

function debugStep(step: string, done: number, total: number): void {
  debug(`${step} ${done}/${total}`);
}
