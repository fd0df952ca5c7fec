import { expect, test } from "vitest";
import type { DirectReader, Impact } from "../../src/model/impact.ts";
import { impactText } from "../../src/report/impact/text.ts";
import { affected } from "../support/report.ts";

const reader = (id: string, over: Partial<DirectReader> = {}): DirectReader => ({
  id,
  kind: "product",
  domain: "player",
  owners: [],
  input: "tracks",
  port: "tracks@3.4.0",
  tier: "exact",
  effect: "hit",
  evidence: "reads the port",
  ...over,
});

const IMPACT: Impact = {
  schema: "meshgate/impact/v1",
  target: { product: "album.tracks", domain: "album", ports: ["tracks@2.0.0", "tracks@3.4.0"] },
  direct: [
    reader("play-sessions"),
    reader("play-sessions", { input: "old-tracks", port: "tracks@2.0.0" }),
    reader("player-app", { kind: "consumer", domain: "" }),
    reader("charts", { effect: "miss", evidence: "uses nothing" }),
  ],
  affected: [
    affected("play-sessions", "player"),
    affected("player-app", "", { kind: "consumer" }),
    affected("dashboard", "", { kind: "consumer", distance: 2 }),
  ],
  ask: [],
  unowned: [],
};

const lines = impactText(IMPACT, { colour: false, width: 120 }).split("\n");

test("a reader with several ports is counted once", () => {
  expect(lines[0]).toBe("album.tracks: 2 readers hit directly, 1 further on.");
});

test("who belongs to no domain has no empty place", () => {
  expect(lines).toContain("  hit      player-app · consumer · reads tracks@3.4.0");
  expect(lines).toContain("  dashboard · consumer · 2 hops");
});
