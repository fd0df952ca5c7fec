import { advisory, block, existing, warn } from "./case.ts";
import type { Cases } from "./case.ts";
import { APP, CHURN } from "./daff.ts";

const PLANNER = "consumers/artist/tour-planner.yaml";
const PLANNER_FILE = `apiVersion: meshgate/v1
kind: Consumer
id: artist.tour-planner
name: Tour planner
version: 1.0.0
status: active
type: application
domain: artist
team:
  name: "@daff/artist-relations"
inputPorts:
  - name: emerging-artists
    version: 1.1.0
    contractId: emerging-artists
    customProperties:
      - property: meshgate.uses
        value: [emerging_artists.artist_id]
`;

/** What readers do who publish nothing. */
export const CONSUMERS: Cases = {
  "declares the first reader of a product": {
    changes: { [PLANNER]: PLANNER_FILE },
    verdict: "pass",
    fixed: ["baseline.orphan-products"],
  },
  "reads a field that does not exist": {
    changes: { [PLANNER]: PLANNER_FILE.replace("emerging_artists.artist_id", "emerging_artists.artist") },
    verdict: "fail",
    findings: [block("consumer-uses-known-fields", PLANNER, "[|emerging_artists.artist]")],
    fixed: ["baseline.orphan-products"],
  },
  "leaves a consumer to somebody who was the owner": {
    changes: {
      [PLANNER]: PLANNER_FILE.replace(
        '  name: "@daff/artist-relations"',
        "  members: [{ username: mina, role: ex-owner }]",
      ),
    },
    verdict: "pass",
    findings: [warn("consumer-owner", PLANNER, "team:\n  |members:")],
    fixed: ["baseline.orphan-products"],
  },
  "takes the id of another consumer": {
    changes: { [PLANNER]: PLANNER_FILE.replace("id: artist.tour-planner", "id: listener.churn-model") },
    verdict: "fail",
    findings: [
      block("unique-consumer-id", PLANNER, "\nid: |listener.churn-model"),
      block("unique-consumer-id", CHURN, "\nid: |listener.churn-model"),
      existing(warn("consumer-deprecated-upstreams", CHURN, "  - |name: play-sessions")),
    ],
    fixed: ["baseline.orphan-products"],
  },
  "removes the only reader of three products": {
    changes: { [APP]: null },
    verdict: "pass",
    findings: ["holiday", "running", "sports"].map((name) =>
      advisory(
        "orphan-products",
        `products/playlist/${name}-playlists/${name}-playlists.odps.yaml`,
        `\nid: |playlist.${name}-playlists`,
      ),
    ),
  },
  "moves a model to the successor of what it reads": {
    changes: {
      [CHURN]: [
        ["\nversion: 3.1.0\n", "\nversion: 3.2.0\n"],
        ["    version: 1.4.0\n", "    version: 2.0.1\n"],
        [", sessions.minutes_listened]", "]"],
      ],
    },
    verdict: "pass",
    fixed: ["baseline.consumer-deprecated-upstreams"],
  },
};
