import { expect, it } from "vitest";
import { lines, read, sample } from "./support/reading.ts";

// A full sample of the newest version under the name of an older one: every later key, word and form must be told.
it.each([
  ["odps-1.1.0.odps.yaml", "1.1.0", "1.0.0"],
  ["odps-1.1.0.odps.yaml", "1.1.0", "0.9.0"],
  ["odcs-3.2.0.odcs.yaml", "3.2.0", "3.1.0"],
  ["odcs-3.2.0.odcs.yaml", "3.2.0", "3.0.2"],
])("%s relabelled from %s to %s", async (name, from, to) => {
  const found = lines(read(sample(name).replace(`v${from}`, `v${to}`)));
  await expect(`${found.join("\n")}\n`).toMatchFileSnapshot(`golden/${name.slice(0, 4)}-${from}-as-${to}.txt`);
});
