/**
 * Writes docs/reference/policies.md: one section for every policy of the packs that ship. With `--check` it writes
 * nothing and exits 1 when the page is not what the packs say.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { renderPacks } from "./policy-docs/page.ts";
import { readPack } from "./policy-docs/pack.ts";

const PAGE = "docs/reference/policies.md";

const folders = readdirSync("policies").sort();
const packs = await Promise.all(folders.map((name) => readPack(`policies/${name}`)));
const page = await format(renderPacks(packs), { ...(await resolveConfig(PAGE)), parser: "markdown" });

if (!process.argv.includes("--check")) writeFileSync(PAGE, page);
else if (page !== readPage()) {
  process.stderr.write(`${PAGE} is not what the packs say. Run: npx tsx scripts/generate-policy-docs.ts\n`);
  process.exitCode = 1;
}

function readPage(): string | undefined {
  try {
    return readFileSync(PAGE, "utf8");
  } catch {
    return undefined;
  }
}
