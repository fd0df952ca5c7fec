import { advisory, block, existing, portVersion, version, warn, warning } from "./case.ts";
import type { Cases } from "./case.ts";
import {
  APP,
  EMERGING,
  EMERGING_C,
  PRODUCT_WORDING,
  REASON,
  SPORT_FIELD,
  SPORTS,
  SPORTS_C,
  SPORTS_TEAM,
  TRACKS,
  WORDING,
} from "./daff.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const NO_TEAM = { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, ""]] } as const;

/** What was there before, what others do meanwhile: nobody is blocked for somebody else's past. */
export const HISTORY: Cases = {
  "leaves an old finding alone": {
    before: NO_TEAM,
    changes: { [SPORTS]: [version("1.1.1", "1.1.2"), PRODUCT_WORDING] },
    verdict: "pass",
    findings: [
      existing(block("long-term-owner", SPORTS, "|apiVersion")),
      existing(advisory("named-owner", SPORTS, "|apiVersion")),
    ],
    products,
  },
  "mends an old finding": {
    before: NO_TEAM,
    changes: { [SPORTS]: [version("1.1.1", "1.1.2"), ["\nsupport:\n", `\n${SPORTS_TEAM}\nsupport:\n`]] },
    verdict: "pass",
    fixed: ["baseline.long-term-owner", "baseline.named-owner"],
    products,
  },
  "raises the version of a port that has an old finding": {
    before: { [SPORTS]: [version("1.1.0", "1.1.1"), [REASON, ""]] },
    changes: {
      [SPORTS]: [version("1.1.1", "1.1.2"), portVersion("sports-playlists", "1.1.0", "1.1.1")],
      [SPORTS_C]: [version("1.1.0", "1.1.1"), WORDING],
    },
    verdict: "pass",
    findings: [existing(block("classification-kept", SPORTS, "    contractId: |sports-playlists"))],
    products,
  },
  "raises the version of a product whose reader has an old finding": {
    before: { [SPORTS_C]: [[SPORT_FIELD, ""]] },
    changes: {
      [SPORTS_C]: [version("1.1.0", "1.2.0"), WORDING],
      [SPORTS]: [version("1.1.0", "1.2.0"), portVersion("sports-playlists", "1.1.0", "1.2.0")],
    },
    verdict: "pass",
    findings: [existing(block("consumer-uses-known-fields", APP, "- |sports_playlist_tracks.sport\n"))],
    products,
  },
  "raises the version of an input that has dangled before": {
    before: { [APP]: [["    contractId: sports-playlists", "    contractId: sports-lists"]] },
    changes: { [APP]: [portVersion("sports-lists", "1.1.0", "1.2.0")] },
    verdict: "pass",
    findings: [existing(block("consumer-inputs-found", APP, "    contractId: |sports-lists"))],
  },
  "publishes a second version of a port that has an old finding": {
    before: { [SPORTS]: [version("1.1.0", "1.1.1"), [REASON, ""]] },
    changes: {
      [SPORTS]: [
        version("1.1.1", "1.2.0"),
        [
          "outputPorts:\n",
          "outputPorts:\n  - name: sports-playlists\n    version: 1.0.0\n    contractId: sports-playlists\n",
        ],
      ],
    },
    verdict: "fail",
    findings: [
      block("classification-kept", SPORTS, "    version: 1.0.0\n    contractId: |sports-playlists"),
      warn("port-version", SPORTS, "    version: |1.0.0\n    contractId: sports-playlists"),
      existing(block("classification-kept", SPORTS, "    version: 1.1.0\n    contractId: |sports-playlists")),
    ],
    products,
  },
  "starts before the tip of the base": {
    meanwhile: { [TRACKS]: [version("3.4.0", "3.4.1"), ["tags: [catalogue]", "tags: [catalog]"]], [EMERGING]: null },
    changes: { [SPORTS_C]: [WORDING] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    products,
  },
  "is judged by the rules that reached the base meanwhile": {
    meanwhile: {
      "meshgate.yaml": [
        [
          "  baseline.field-examples:\n",
          "  baseline.contract-version-raised:\n    level: warn\n  baseline.field-examples:\n",
        ],
      ],
    },
    changes: { [SPORTS_C]: [WORDING] },
    verdict: "pass",
    findings: [warn("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    products,
  },
  "touches nothing of a file that was broken before": {
    before: { [EMERGING_C]: [["\nstatus: active\n", "\nstatus: [active\n"]] },
    changes: { [SPORTS_C]: [version("1.1.0", "1.1.1"), WORDING] },
    verdict: "pass",
    findings: [warn("port-version", SPORTS, "    version: |1.1.0\n    contractId: sports-playlists")],
    problems: [warning("yaml-syntax", EMERGING_C, "\n|domain: artist")],
    products,
  },
};
