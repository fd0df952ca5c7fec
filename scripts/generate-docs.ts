/**
 * Writes everything under docs/reference and schemas/ that follows from the code. With `--check` it writes nothing,
 * names each file that is not what the code says, and exits 1.
 */
import { generatedFiles } from "./docs/files.ts";
import { staleFiles, writeFiles } from "./docs/stale.ts";

const wanted = await generatedFiles();
const stale = await staleFiles(".", wanted);
if (!process.argv.includes("--check")) {
  await writeFiles(".", wanted, stale);
  process.stdout.write(stale.map((file) => `renewed ${file}\n`).join(""));
} else if (stale.length > 0) {
  process.stderr.write(stale.map((file) => `${file} is not what the code says. Run: npm run docs\n`).join(""));
  process.exitCode = 1;
}
