import { advisory, block, existing, own, portVersion, version, warn } from "./case.ts";
import type { Cases } from "./case.ts";
import {
  CHURN,
  EMERGING,
  part,
  QUALITY,
  QUALITY_C,
  REASON,
  RUNNING,
  SESSIONS,
  SESSIONS_V2_C,
  SPORTS,
  SPORTS_C,
  SUBSCRIPTIONS,
  SUBSCRIPTIONS_C,
} from "./daff.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const hit = ["player.player-app"];
const moving = existing(warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions"));
const RETENTION = part(SPORTS_C, "  - property: retention", "  - property: frequency");
const published = [version("1.1.0", "1.1.1"), portVersion("sports-playlists", "1.1.0", "1.1.1")] as const;
const subscriptions = [version("1.3.0", "1.3.1"), portVersion("subscriptions", "1.3.0", "1.3.1")] as const;
const subscribed = {
  products: { "listener.subscriptions": "changed" },
  hit: ["artist.royalties", "listener.churn-model"],
} as const;
const CANCELLED = part(
  SUBSCRIPTIONS_C,
  "        classification: confidential\n        tags: [personal]\n        description: Day on",
  "      - name: cancellation_reason",
);
const OPENED = CANCELLED.replace("confidential", "internal");
const STARTED = part(SUBSCRIPTIONS_C, "      - name: started_on\n", "      - name: ");
const WHY = `        customProperties:
          - property: meshgate.declassification
            value: Only the month is published from now on.
`;
const ROYALTIES = "products/artist/royalties/royalties.odps.yaml";

/** How much data is protected, and how long it is kept. */
export const CLASSIFICATION: Cases = {
  "takes the reason for a lower classification away": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [REASON, ""]] },
    verdict: "fail",
    findings: [block("classification-kept", SPORTS, "    contractId: |sports-playlists")],
    products,
  },
  "hides what is read behind an input contract that does not exist": {
    changes: {
      [SPORTS]: [
        version("1.1.0", "1.1.1"),
        [REASON, ""],
        [
          "    type: table\n",
          "    type: table\n    inputContracts:\n      - { id: partners, version: 1.2.0 }\n      - { id: tracks-of-old, version: 1.0.0 }\n",
        ],
      ],
    },
    verdict: "fail",
    findings: [
      block("classification-kept", SPORTS, "    contractId: |sports-playlists"),
      warn("input-contracts-known", SPORTS, "id: |tracks-of-old"),
    ],
    products,
  },
  "says with input contracts that only public data feeds a port": {
    changes: {
      [SPORTS]: [
        version("1.1.0", "1.1.1"),
        [REASON, ""],
        ["    type: table\n", "    type: table\n    inputContracts: [{ id: partners, version: 1.0.0 }]\n"],
      ],
    },
    verdict: "pass",
    products,
  },
  "reads confidential data into an internal contract and says why": {
    changes: {
      [SPORTS]: [
        version("1.1.0", "1.2.0"),
        ["          - sessions.activity\n", "          - sessions.activity\n          - sessions.listener_id\n"],
      ],
    },
    verdict: "pass",
    products,
  },
  "makes a field more sensitive that others hand on": {
    changes: {
      [SESSIONS_V2_C]: [
        version("2.0.1", "2.0.2"),
        [
          "        classification: confidential\n        tags: [personal]\n        description: What",
          "        classification: restricted\n        tags: [personal]\n        description: What",
        ],
      ],
      [SESSIONS]: [version("2.0.1", "2.0.2"), portVersion("play-sessions", "2.0.1", "2.0.2")],
    },
    verdict: "fail",
    findings: [
      block("classification-kept", RUNNING, "    contractId: |running-playlists"),
      existing(warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions")),
      existing(advisory("orphan-products", EMERGING, "\nid: |artist.emerging-artists")),
    ],
    products: { "player.play-sessions": "changed" },
    hit: ["player.listening-trends", "playlist.running-playlists", "playlist.sports-playlists"],
  },
  "makes a personal field public": {
    changes: {
      [SUBSCRIPTIONS_C]: [
        version("1.3.0", "1.3.1"),
        [
          "        classification: confidential\n        tags: [personal]\n        description: Listener who holds",
          "        classification: public\n        tags: [Personal]\n        description: Listener who holds",
        ],
      ],
      [SUBSCRIPTIONS]: [version("1.3.0", "1.3.1"), portVersion("subscriptions", "1.3.0", "1.3.1")],
    },
    verdict: "fail",
    findings: [
      block("personal-not-public", SUBSCRIPTIONS_C, "        classification: |public\n        tags: [Personal]"),
      block("classification-not-lowered", SUBSCRIPTIONS_C, "        classification: |public\n        tags: [Personal]"),
      moving,
    ],
    ...subscribed,
  },
  "lowers the classification of a field": {
    changes: { [SUBSCRIPTIONS_C]: [version("1.3.0", "1.3.1"), [CANCELLED, OPENED]], [SUBSCRIPTIONS]: subscriptions },
    verdict: "fail",
    findings: [
      block(
        "classification-not-lowered",
        SUBSCRIPTIONS_C,
        "        classification: |internal\n        tags: [personal]\n        description: Day on which",
      ),
      moving,
    ],
    ...subscribed,
    hit: ["listener.churn-model"],
  },
  "lowers the classification of a field and says why": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.3.1"), [CANCELLED, `${WHY}${OPENED}`]],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "pass",
    findings: [moving],
    ...subscribed,
    hit: ["listener.churn-model"],
  },
  "takes the mark of personal data from a field": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.3.1"), [CANCELLED, CANCELLED.replace("personal", "cancellation")]],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "fail",
    findings: [block("personal-mark-kept", SUBSCRIPTIONS_C, "      - name: |cancelled_on"), moving],
    products: subscribed.products,
  },
  "takes the mark of personal data from a field and says why": {
    changes: {
      [SUBSCRIPTIONS_C]: [
        version("1.3.0", "1.3.1"),
        [CANCELLED, `${WHY}${CANCELLED.replace("personal", "cancellation")}`],
      ],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "pass",
    findings: [moving],
    products: subscribed.products,
  },
  "takes the classification from a field that others read": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.3.1"), [STARTED, STARTED.replace(/ +classification: \w+\n/, "")]],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "fail",
    findings: [
      block("classification-not-lowered", SUBSCRIPTIONS_C, "      - |name: started_on"),
      warn("field-classified", SUBSCRIPTIONS_C, "      - |name: started_on"),
      warn("inputs-classified", ROYALTIES, "  - |name: subscriptions"),
      moving,
    ],
    ...subscribed,
  },
  "invents a classification": {
    changes: {
      [QUALITY_C]: [
        version("0.3.0", "0.3.1"),
        [
          "        classification: internal\n        description: Share of starts without",
          "        classification: secret\n        description: Share of starts without",
        ],
      ],
      [QUALITY]: [version("0.3.0", "0.3.1"), portVersion("playback-quality", "0.3.0", "0.3.1")],
    },
    verdict: "fail",
    findings: [
      block("known-classification", QUALITY_C, "classification: |secret"),
      block("classification-not-lowered", QUALITY_C, "classification: |secret"),
    ],
    products: { "player.playback-quality": "changed" },
  },
  "removes the retention period": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.1.1"), [RETENTION, ""]], [SPORTS]: published },
    verdict: "pass",
    findings: [
      warn("retention", SPORTS_C, "|slaProperties:"),
      own("global.retention", "warn", SPORTS_C, "|slaProperties:"),
    ],
    products,
    hit,
  },
  "removes the retention period where warnings stop a change": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.1.1"), [RETENTION, ""]], [SPORTS]: published },
    args: ["--fail-on", "warn"],
    verdict: "fail",
    findings: [
      warn("retention", SPORTS_C, "|slaProperties:"),
      own("global.retention", "warn", SPORTS_C, "|slaProperties:"),
    ],
    products,
    hit,
  },
};
