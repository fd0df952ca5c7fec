import { resolve } from "node:path";
import type { Workshop } from "../app/gather.ts";
import { openMemo } from "../io/cache/memo.ts";
import { shippedPacks } from "../io/files/packs.ts";
import { gitRepository } from "../io/git/repository.ts";
import type { Context } from "./command.ts";

/** Opens what a run works with, and closes it whatever happens. */
export async function withWorkshop<T>(
  { terminal, env, cwd }: Context,
  options: { readonly repo: string; readonly cache: boolean },
  run: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const repository = await gitRepository(resolve(cwd, options.repo));
  try {
    const [memo, packs] = await Promise.all([
      openMemo({ folder: repository.home, env, enabled: options.cache }),
      shippedPacks(),
    ]);
    return await run({ repository, memo, packs, progress: terminal.progress });
  } finally {
    await repository.close();
  }
}
