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
import { LABELS, LABELS_C, LABELS_CONTRACT, LABELS_PRODUCT } from "./labels.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const hit = ["player.player-app"];
const moving = existing(warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions"));
const RETENTION = part(SPORTS_C, "  - property: retention", "  - property: frequency");
const published = [version("1.1.0", "1.1.1"), portVersion("sports-playlists", "1.1.0", "1.1.1")] as const;
const subscriptions = [version("1.3.0", "1.4.0"), portVersion("subscriptions", "1.3.0", "1.4.0")] as const;
/** Who reads a field that is protected less loses nothing. */
const subscribed = { products: { "listener.subscriptions": "changed" } } as const;
const RESTRICTED = "        classification: restricted\n        tags: [personal]\n        description: What";
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
const unkept = (contract: string) => [
  warn("retention", contract, "|slaProperties:"),
  own("global.retention", "warn", contract, "|slaProperties:"),
];
const unkeptLabels = {
  [LABELS]: LABELS_PRODUCT,
  [LABELS_C]: LABELS_CONTRACT.replace("  - property: retention\n    value: 10\n    unit: years\n", ""),
};
const unread = advisory("orphan-products", LABELS, "\nid: |album.labels");

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
        version("1.1.0", "1.2.0"),
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
        version("1.1.0", "1.2.0"),
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
        version("2.0.1", "2.1.0"),
        ["        classification: confidential\n        tags: [personal]\n        description: What", RESTRICTED],
      ],
      [SESSIONS]: [version("2.0.1", "2.1.0"), portVersion("play-sessions", "2.0.1", "2.1.0")],
    },
    verdict: "fail",
    findings: [
      block("classification-kept", RUNNING, "    contractId: |running-playlists"),
      warn("risky-changes-known", SESSIONS_V2_C, RESTRICTED.replace("classification", "|classification")),
      existing(warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions")),
      existing(advisory("orphan-products", EMERGING, "\nid: |artist.emerging-artists")),
    ],
    products: { "player.play-sessions": "changed" },
    hit: ["player.listening-trends", "playlist.running-playlists", "playlist.sports-playlists"],
  },
  "makes a personal field public": {
    changes: {
      [SUBSCRIPTIONS_C]: [
        version("1.3.0", "1.4.0"),
        [
          "        classification: confidential\n        tags: [personal]\n        description: Listener who holds",
          "        classification: public\n        tags: [Personal]\n        description: Listener who holds",
        ],
      ],
      [SUBSCRIPTIONS]: [version("1.3.0", "1.4.0"), portVersion("subscriptions", "1.3.0", "1.4.0")],
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
    changes: { [SUBSCRIPTIONS_C]: [version("1.3.0", "1.4.0"), [CANCELLED, OPENED]], [SUBSCRIPTIONS]: subscriptions },
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
  },
  "lowers the classification of a field and says why": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.4.0"), [CANCELLED, `${WHY}${OPENED}`]],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "pass",
    findings: [moving],
    ...subscribed,
  },
  "takes the mark of personal data from a field": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.4.0"), [CANCELLED, CANCELLED.replace("personal", "cancellation")]],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "fail",
    findings: [block("personal-mark-kept", SUBSCRIPTIONS_C, "      - name: |cancelled_on"), moving],
    ...subscribed,
  },
  "takes the mark of personal data from a field and says why": {
    changes: {
      [SUBSCRIPTIONS_C]: [
        version("1.3.0", "1.4.0"),
        [CANCELLED, `${WHY}${CANCELLED.replace("personal", "cancellation")}`],
      ],
      [SUBSCRIPTIONS]: subscriptions,
    },
    verdict: "pass",
    findings: [moving],
    ...subscribed,
  },
  "takes the classification from a field that others read": {
    changes: {
      [SUBSCRIPTIONS_C]: [version("1.3.0", "1.4.0"), [STARTED, STARTED.replace(/ +classification: \w+\n/, "")]],
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
    verdict: "fail",
    findings: [
      block("contract-compatible", SPORTS_C, "|slaProperties:"),
      block("contract-bump", SPORTS_C, "\nversion: |1.1.1"),
      ...unkept(SPORTS_C),
    ],
    products,
    hit,
  },
  "adds a contract that does not say how long its data is kept": {
    changes: unkeptLabels,
    verdict: "pass",
    findings: [unread, ...unkept(LABELS_C)],
    products: { "album.labels": "added" },
  },
  "adds a contract that does not say how long its data is kept where warnings stop a change": {
    changes: unkeptLabels,
    args: ["--fail-on", "warn"],
    verdict: "fail",
    findings: [unread, ...unkept(LABELS_C)],
    products: { "album.labels": "added" },
  },
};
