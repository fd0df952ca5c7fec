import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diffFiles } from "../../src/app/diff.ts";
import type { DiffFile } from "../../src/app/diff-side.ts";
import type { Diff } from "../../src/model/diff.ts";

const TRACKS = readFileSync("registry/products/album/tracks/tracks.odps.yaml", "utf8");
const [, PORT = ""] = TRACKS.split("outputPorts:\n");

const file = (name: string, text: string): DiffFile => ({ file: name, bytes: new TextEncoder().encode(text) });
const diff = (edit: (text: string) => string, folder?: string): Diff =>
  diffFiles(
    file("old.odps.yaml", TRACKS),
    file("new.odps.yaml", edit(TRACKS)),
    folder === undefined ? {} : { readers: { folder, files: new Map() } },
  );

test("two products that say the same", () => {
  const { subject, class: worst, changes, nextVersion, notes } = diff((text) => text);
  expect([subject, worst, changes, nextVersion, notes]).toEqual(["product", "none", [], "3.4.0", []]);
});

test("the next major version of a port in place of the one before", () => {
  const found = diff((text) => text.replace(PORT, PORT.replace("version: 3.4.0", "version: 4.0.0")));
  expect(found.changes.map(({ ruleId, ports, location }) => [ruleId, ports, location.file, location.line])).toEqual([
    ["outputPort.version.removed", ["tracks@3.4.0"], "old.odps.yaml", lineOf("  - name: tracks\n    version: 3.4.0")],
    ["outputPort.version.added", [], "new.odps.yaml", lineOf("  - name: tracks\n    version: 3.4.0")],
  ]);
  expect([found.class, found.requiredBump, found.nextVersion, found.versionIsEnough]).toEqual([
    "breaking",
    "major",
    "4.0.0",
    false,
  ]);
});

test("the contracts behind the ports of two files are not known, and that is said", () => {
  const found = diff((text) => text.replace("contractId: tracks", "contractId: recordings"), ".");
  const [change] = found.changes;
  expect(change?.ruleId).toBe("outputPort.contract.changed");
  expect(change?.axes.consumer).toEqual({
    verdict: "unknown",
    reason: "One of the two contracts is not known here, so nobody can tell how they differ.",
  });
  expect([found.class, found.asked, found.notes]).toEqual([
    "breaking",
    null,
    [
      "The contracts of the ports are not looked at: compare them by themselves.",
      "Readers are only looked for where two contracts are compared; `meshgate check` knows them.",
    ],
  ]);
});

test("what a product is called in its status is enough in the next minor version", () => {
  const found = diff((text) =>
    text.replace("status: active", "status: deprecated").replace("\nversion: 3.4.0", "\nversion: 3.5.0"),
  );
  expect(found.changes.map(({ ruleId, class: weight }) => [ruleId, weight])).toEqual([
    ["product.deprecated.added", "safe"],
  ]);
  expect([found.declaredBump, found.requiredBump, found.versionIsEnough]).toEqual(["minor", "minor", true]);
});

/** Where a text of the product begins, by its line. */
function lineOf(text: string): number {
  return TRACKS.slice(0, TRACKS.lastIndexOf(text)).split("\n").length;
}
