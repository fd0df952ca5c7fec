import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, test } from "vitest";
import { check } from "../../src/app/check.ts";
import { openMemo } from "../../src/io/cache/memo.ts";
import { shippedPacks } from "../../src/io/files/packs.ts";
import { gitRepository } from "../../src/io/git/repository.ts";
import type { Report } from "../../src/model/report.ts";
import { json } from "../../src/report/formats/json.ts";
import { text } from "../../src/report/formats/text.ts";
import { REPORT_SCHEMA } from "../../src/report/schemas/report.ts";
import { meshRepository } from "../support/mesh-repo.ts";
import type { Changes } from "../support/mesh-repo.ts";

const TRACKS = "products/album/tracks/contracts/tracks.odcs.yaml";

const packs = await shippedPacks();
const mesh = meshRepository();
const repository = await gitRepository(mesh.dir);
afterAll(() => repository.close());

async function reportOn(branch: string, changes: Changes): Promise<Report> {
  mesh.change(branch, changes);
  const memo = await openMemo({ folder: mesh.dir, env: {}, enabled: false });
  const request = { base: "main", head: { ref: branch }, asOf: "2026-11-20", failOn: "block" } as const;
  return check({ repository, memo, packs, progress: () => undefined }, request);
}

test("a change of many kinds is reported as the schema says, and asks just those who are hit", async () => {
  const report = await reportOn("many", {
    [TRACKS]: [
      ["version: 3.4.0", "version: 3.5.0"],
      ["physicalType: varchar(300)\n        required: true", "physicalType: varchar(300)"],
      ["maxItems: 3", "maxItems: 5"],
      ["      - id: track-tempo", "      - name: mood\n        logicalType: string\n      - id: track-tempo"],
      ["Country, ISO 3166-1 alpha-2.", "Country by ISO 3166-1 alpha-2."],
    ],
  });
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(REPORT_SCHEMA);
  validate(JSON.parse(json.render(report, { colour: false })));
  expect(validate.errors).toBeNull();
  const shown = text.render(report, { colour: false, width: 100 });
  expect(shown).toContain(
    "  Contract tracks 3.4.0 → 3.5.0 · breaking, needs 4.0.0\n    ✗ tracks.title may be null now.",
  );
  expect(shown).toContain(
    [
      "Sign-off: must agree before it lands",
      "  @daff/partnership-data for partnership.partner-playlists",
      "  @daff/player-apps for player.player-app",
      "",
      "Notify: should hear of it",
      "  @daff/listener-data for listener.taste-profiles",
      "  @daff/player-insights for player.listening-trends",
      "  @daff/playlist-data for playlist.holiday-playlists",
      "",
    ].join("\n"),
  );
});

test("a new field asks nobody", async () => {
  const report = await reportOn("safe", {
    [TRACKS]: [
      ["version: 3.4.0", "version: 3.5.0"],
      ["      - id: track-tempo", "      - name: mood\n        logicalType: string\n      - id: track-tempo"],
    ],
  });
  const shown = text.render(report, { colour: false, width: 100 });
  expect(shown).toContain("✓ What changes in 1 contract is safe for everybody who reads.\n");
  expect(shown).not.toMatch(/Sign-off|Notify/u);
});
