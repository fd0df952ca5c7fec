import { advisory, block, existing, portVersion, version, warn } from "./case.ts";
import type { Cases } from "./case.ts";
import {
  APP,
  COUNT_FIELD,
  daff,
  EMERGING,
  part,
  RUNNING,
  SPORT_FIELD,
  SPORTS,
  SPORTS_C,
  TASTE,
  TITLE_FIELD,
  TRACKS,
  TRACKS_C,
  WORDING,
} from "./daff.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const hit = ["player.player-app"];
const SECOND_C = SPORTS_C.replace("sports-playlists.odcs", "second.odcs");

const published = (to: string) => [version("1.1.0", to), portVersion("sports-playlists", "1.1.0", to)] as const;
/** Where the fields of the sports playlists are listed, for want of the one that is gone. */
const FIELDS = "    |properties:\n      - name: playlist_id";
const NEXT_PORT = part(SPORTS, "  - name: sports-playlists\n", "\nsupport:").replace(
  "version: 1.1.0",
  "version: 2.0.0",
);
const stale = warn("port-version", SPORTS, "    version: |1.1.0\n    contractId: sports-playlists");

/** What authors do to contracts and their fields. */
export const CONTRACTS: Cases = {
  "rewords a contract without raising its version": {
    changes: { [SPORTS_C]: [WORDING] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0")],
    products,
  },
  "adds a field and raises every version": {
    changes: {
      [SPORTS_C]: [
        version("1.1.0", "1.2.0"),
        [
          COUNT_FIELD,
          `${COUNT_FIELD}      - name: season_name
        logicalType: string
        classification: public
        description: Season of the sport in the country, as fans call it.
`,
        ],
      ],
      [SPORTS]: published("1.2.0"),
    },
    verdict: "pass",
    products,
  },
  "raises the version of a contract and forgets it at the port": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.1.1"), WORDING] },
    verdict: "pass",
    findings: [stale],
    products,
  },
  "adds a field that says nothing about itself": {
    changes: {
      [SPORTS_C]: [
        version("1.1.0", "1.2.0"),
        [COUNT_FIELD, `      - name: Season\n        logicalType: string\n${COUNT_FIELD}`],
      ],
      [SPORTS]: published("1.2.0"),
    },
    verdict: "pass",
    findings: [
      warn("field-classified", SPORTS_C, "      - |name: Season"),
      warn("field-descriptions", SPORTS_C, "      - |name: Season"),
      advisory("field-names", SPORTS_C, "      - name: |Season"),
    ],
    products,
  },
  "removes a field that an application reads": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.2.0"), [SPORT_FIELD, ""]], [SPORTS]: published("1.2.0") },
    verdict: "fail",
    findings: [
      block("contract-compatible", SPORTS_C, FIELDS),
      block("contract-bump", SPORTS_C, "\nversion: |1.2.0"),
      block("consumer-uses-known-fields", APP, "- |sports_playlist_tracks.sport\n"),
    ],
    products,
    hit,
  },
  "removes a field that nobody reads": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.2.0"), [COUNT_FIELD, ""]], [SPORTS]: published("1.2.0") },
    verdict: "fail",
    findings: [block("contract-bump", SPORTS_C, "\nversion: |1.2.0")],
    products,
  },
  "removes a field from a new major, and keeps the old one beside it": {
    changes: {
      [SECOND_C]: daff(SPORTS_C)
        .replace(...version("1.1.0", "2.0.0"))
        .replace(SPORT_FIELD, ""),
      [SPORTS]: [version("1.1.0", "1.2.0"), ["outputPorts:\n", `outputPorts:\n${NEXT_PORT}`]],
    },
    verdict: "pass",
    products,
  },
  "removes a field that an application reads, as a new major": {
    changes: { [SPORTS_C]: [version("1.1.0", "2.0.0"), [SPORT_FIELD, ""]], [SPORTS]: published("2.0.0") },
    verdict: "fail",
    findings: [
      block("consumer-uses-known-fields", APP, "- |sports_playlist_tracks.sport\n"),
      block("contract-compatible", SPORTS_C, FIELDS),
      warn("consumer-inputs-exact", APP, "    version: |1.1.0\n    contractId: sports-playlists"),
      warn("product-risky-changes-known", SPORTS, "|outputPorts:\n"),
    ],
    products,
    hit,
  },
  "removes another field that an application reads, after a first one": {
    before: { [SPORTS_C]: [[SPORT_FIELD, ""]] },
    changes: { [SPORTS_C]: [version("1.1.0", "1.2.0"), [TITLE_FIELD, ""]], [SPORTS]: published("1.2.0") },
    verdict: "fail",
    findings: [
      block("contract-compatible", SPORTS_C, FIELDS),
      block("contract-bump", SPORTS_C, "\nversion: |1.2.0"),
      block("consumer-uses-known-fields", APP, "- |sports_playlist_tracks.title\n"),
      existing(block("consumer-uses-known-fields", APP, "- |sports_playlist_tracks.sport\n")),
    ],
    products,
    hit,
  },
  "renames a field that products of other domains read": {
    changes: {
      [TRACKS_C]: [version("3.4.0", "3.5.0"), ["        name: energy\n", "        name: intensity\n"]],
      [TRACKS]: [version("3.4.0", "3.5.0"), portVersion("tracks", "3.4.0", "3.5.0")],
    },
    verdict: "fail",
    findings: [
      block("contract-compatible", TRACKS_C, "        |name: intensity\n"),
      block("contract-bump", TRACKS_C, "\nversion: |3.5.0"),
      block("uses-known-fields", TASTE, "tracks.tempo_bpm, |tracks.energy, tracks.language"),
      block("uses-known-fields", RUNNING, "          - |tracks.energy\n"),
      block("uses-known-fields", SPORTS, "tracks.track_id, |tracks.energy, tracks.is_explicit"),
      existing(advisory("orphan-products", EMERGING, "\nid: |artist.emerging-artists")),
    ],
    products: { "album.tracks": "changed" },
    hit: ["listener.taste-profiles", "playlist.running-playlists", "playlist.sports-playlists"],
  },
  "lowers the version of a contract and nothing else": {
    changes: { [SPORTS_C]: [version("1.1.0", "1.0.9")] },
    verdict: "fail",
    findings: [block("contract-version-raised", SPORTS_C, "\nversion: |1.0.9"), stale],
    products,
  },
  "writes a version that is none": {
    changes: { [SPORTS_C]: [version("1.1.0", "next"), WORDING] },
    verdict: "fail",
    findings: [
      block("contract-version", SPORTS_C, "\nversion: |next"),
      block("contract-version-raised", SPORTS_C, "\nversion: |next"),
      block("port-contract", SPORTS, "    contractId: |sports-playlists"),
    ],
    products,
  },
  "keeps the old content under an old version and gives its version to other content": {
    changes: {
      [SPORTS_C]: [version("1.1.0", "1.0.0")],
      [SECOND_C]: daff(SPORTS_C).replace("- name: session_count", "- name: session_total"),
    },
    verdict: "fail",
    findings: [block("contract-version-raised", SECOND_C, "\nversion: |1.1.0")],
    products,
  },
  "writes a contract version down twice": {
    changes: { [SECOND_C]: daff(SPORTS_C) },
    verdict: "fail",
    findings: [
      block("unique-contract-version", SPORTS_C, "\nid: |sports-playlists"),
      block("unique-contract-version", SECOND_C, "\nid: |sports-playlists"),
    ],
    products,
  },
  "deletes a contract that a port needs": {
    changes: { [SPORTS_C]: null },
    verdict: "fail",
    findings: [
      block("contract-compatible", SPORTS_C, "|apiVersion"),
      block("port-contract", SPORTS, "    contractId: |sports-playlists"),
    ],
    products,
    hit,
  },
  "moves a contract to another file": {
    changes: { [SPORTS_C]: null, [SECOND_C]: daff(SPORTS_C) },
    verdict: "pass",
    products,
  },
};
