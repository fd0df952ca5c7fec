import { execFile } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/git.ts";

const run = promisify(execFile);
const BUNDLE = resolve("scripts/bundle.mjs");
const CHECK = resolve("scripts/check-bundle.mjs");

it("a bundle is the same from everywhere, and a stale one is told with its remedy", async () => {
  const folder = temporaryFolder();
  const build = `import { bundle } from ${JSON.stringify(BUNDLE)}; await bundle("action", ${JSON.stringify(folder)});`;
  await run(process.execPath, ["--input-type=module", "--eval", build], { cwd: folder });
  const code = readFileSync(join(folder, "index.js"), "utf8");
  expect(code).not.toContain(process.cwd());
  expect(code).not.toContain(folder);
  await run(process.execPath, [CHECK, folder]);
  appendFileSync(join(folder, "index.js"), "\n");
  await expect(run(process.execPath, [CHECK, folder])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("npm run bundle") as string,
  });
});
