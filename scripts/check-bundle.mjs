// Says whether the committed bundle of the action (or that in the folder named) is what the sources give, byte by byte.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const committed = process.argv[2] ?? "action/dist";
const fresh = mkdtempSync(join(tmpdir(), "meshgate-bundle-"));
try {
  await bundle("action", fresh);
  const files = [...new Set([committed, fresh].flatMap((folder) => readdirSync(folder)))].sort();
  const stale = files.filter((file) => read(committed, file) !== read(fresh, file));
  if (stale.length > 0) {
    console.error(`The bundle of the action is not what the sources give: ${stale.join(", ")} in ${committed}.`);
    console.error("Run `npm ci && npm run bundle`, and commit action/dist.");
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true });
}

/** The bytes of a file, one character each; undefined when it is missing. */
function read(folder, file) {
  try {
    return readFileSync(join(folder, file), "latin1");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
