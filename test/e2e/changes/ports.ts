import { advisory, block, existing, portVersion, version, warn } from "./case.ts";
import type { Cases } from "./case.ts";
import { APP, CHURN, DELTAS_OF, EMERGING, part, PARTNERS_C, PORTAL, PROFILES, SESSIONS, SPORTS } from "./daff.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const hit = ["player.player-app"];

const DELTAS_PORT = part(DELTAS_OF, "  - name: partner-playlist-deltas\n", "\nsupport:");
const OLD_PORT = part(SESSIONS, "  - name: sessions\n    version: 1.4.0\n", "  - name: sessions\n    version: 2.0.1\n");
const orphan = existing(advisory("orphan-products", EMERGING, "\nid: |artist.emerging-artists"));
/** What reads a contract is a fact of it, so a contract that loses a reader is judged again. */
const unpromised = existing(warn("freshness", PARTNERS_C, "slaProperties:\n  |- property: retention"));
const moving = warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions");

/** A port that ends on a day long after everybody's notice. */
const ENDING = `    deprecated: true
    customProperties:
      - property: meshgate.sunset
        value: 2027-12-31
`;

/** What authors do to the ports of a product. */
export const PORTS: Cases = {
  "removes an output port without notice": {
    changes: { [DELTAS_OF]: [version("1.4.0", "2.0.0"), [DELTAS_PORT, ""]] },
    verdict: "fail",
    findings: [
      block("consumer-inputs-found", PORTAL, "    contractId: |partner-playlist-deltas"),
      block("product-compatible", DELTAS_OF, "|outputPorts:\n  - name: partner-playlists"),
      existing(advisory("consumer-declared-uses", PORTAL, "  - |name: partner-playlist-deltas")),
    ],
    products: { "partnership.partner-playlists": "changed" },
    hit: ["partnership.partner-portal"],
  },
  "announces that an output port goes": {
    changes: {
      [DELTAS_OF]: [
        version("1.4.0", "1.5.0"),
        [DELTAS_PORT, DELTAS_PORT.replace("    type: file\n", "    type: file\n    deprecated: true\n")],
      ],
    },
    verdict: "pass",
    findings: [
      warn("consumer-deprecated-upstreams", PORTAL, "  - |name: partner-playlist-deltas"),
      warn("product-sunset", DELTAS_OF, "  - |name: partner-playlist-deltas"),
      existing(advisory("consumer-declared-uses", PORTAL, "  - |name: partner-playlist-deltas")),
    ],
    products: { "partnership.partner-playlists": "changed" },
    hit: ["partnership.partner-portal"],
  },
  "announces on which day an output port goes": {
    changes: {
      [DELTAS_OF]: [version("1.4.0", "1.5.0"), [DELTAS_PORT, DELTAS_PORT.replace("    customProperties:\n", ENDING)]],
    },
    verdict: "pass",
    findings: [
      warn("consumer-deprecated-upstreams", PORTAL, "  - |name: partner-playlist-deltas"),
      existing(advisory("consumer-declared-uses", PORTAL, "  - |name: partner-playlist-deltas")),
    ],
    products: { "partnership.partner-playlists": "changed" },
    hit: ["partnership.partner-portal"],
  },
  "announces that an output port goes before its readers have had their notice": {
    changes: {
      [DELTAS_OF]: [
        version("1.4.0", "1.5.0"),
        [DELTAS_PORT, DELTAS_PORT.replace("    customProperties:\n", ENDING.replace("2027-12-31", "2026-11-25"))],
      ],
    },
    verdict: "pass",
    findings: [
      warn("consumer-deprecated-upstreams", PORTAL, "  - |name: partner-playlist-deltas"),
      warn("product-sunset", DELTAS_OF, "  - |name: partner-playlist-deltas"),
      existing(advisory("consumer-declared-uses", PORTAL, "  - |name: partner-playlist-deltas")),
    ],
    products: { "partnership.partner-playlists": "changed" },
    hit: ["partnership.partner-portal"],
  },
  "removes an announced output port that a model still reads": {
    changes: { [SESSIONS]: [version("2.0.1", "2.1.0"), [OLD_PORT, ""]] },
    verdict: "fail",
    findings: [
      block("consumer-uses-known-fields", CHURN, "sessions.track_count, |sessions.minutes_listened"),
      block("product-bump", SESSIONS, "\nversion: |2.1.0"),
      block("product-compatible", SESSIONS, "|outputPorts:\n"),
      warn("consumer-inputs-exact", CHURN, "    version: |1.4.0"),
      orphan,
    ],
    fixed: ["baseline.consumer-deprecated-upstreams"],
    products: { "player.play-sessions": "changed" },
    hit: ["listener.churn-model"],
  },
  "removes an announced output port after its last reader has moved": {
    before: {
      [CHURN]: [
        ["    version: 1.4.0\n", "    version: 2.0.1\n"],
        [", sessions.minutes_listened]", "]"],
      ],
    },
    changes: { [SESSIONS]: [version("2.0.1", "3.0.0"), [OLD_PORT, ""]] },
    verdict: "pass",
    findings: [orphan],
    products: { "player.play-sessions": "changed" },
  },
  "points a port at a contract that is not there": {
    changes: {
      [SPORTS]: [
        version("1.1.0", "2.0.0"),
        [
          "    version: 1.1.0\n    contractId: sports-playlists\n",
          "    version: 3.4.0\n    contractId: sports-lists\n",
        ],
      ],
    },
    verdict: "fail",
    findings: [
      block("consumer-inputs-found", APP, "    contractId: |sports-playlists"),
      block("product-compatible", SPORTS, "|outputPorts:\n"),
      block("port-contract", SPORTS, "    contractId: |sports-lists"),
      advisory("orphan-products", SPORTS, "\nid: |playlist.sports-playlists"),
    ],
    products,
    hit,
  },
  "reads a contract that nobody publishes": {
    changes: {
      [SPORTS]: [version("1.1.0", "1.2.0"), ["    contractId: partners\n", "    contractId: partner-list\n"]],
    },
    verdict: "fail",
    findings: [block("inputs-found", SPORTS, "    contractId: |partner-list\n"), unpromised],
    products,
  },
  "pins an input to a major that is gone": {
    changes: { [SPORTS]: [version("1.1.0", "1.2.0"), portVersion("tracks", "3.4.0", "2.9.0")] },
    verdict: "pass",
    findings: [warn("inputs-exact", SPORTS, "    version: |2.9.0")],
    products,
  },
  "moves an input back to a deprecated major": {
    changes: { [SPORTS]: [version("1.1.0", "1.2.0"), portVersion("play-sessions", "2.0.1", "1.4.0")] },
    verdict: "fail",
    findings: [
      block("uses-known-fields", SPORTS, "          - |sessions.activity\n"),
      block("uses-known-fields", SPORTS, "          - |sessions.country_code\n"),
      block("uses-known-fields", SPORTS, "          - |session_tracks.session_id\n"),
      block("uses-known-fields", SPORTS, "          - |session_tracks.track_id\n"),
      warn("deprecated-upstreams", SPORTS, "  - |name: play-sessions"),
    ],
    products,
  },
  "closes a circle": {
    changes: {
      [PROFILES]: [
        version("2.1.0", "2.2.0"),
        [
          "inputPorts:\n",
          `inputPorts:
  - name: subscriptions
    version: 1.3.0
    contractId: subscriptions
    customProperties:
      - property: meshgate.uses
        value: [subscriptions.plan_code]
`,
        ],
      ],
    },
    verdict: "fail",
    findings: [block("no-cycles", PROFILES, "  - |name: subscriptions"), existing(moving)],
    products: { "listener.profiles": "changed" },
  },
};
