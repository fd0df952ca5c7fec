import { advisory, block, error, existing, version, warn } from "./case.ts";
import type { Cases } from "./case.ts";
import {
  APP,
  daff,
  EMERGING,
  EMERGING_C,
  PARTNERS_C,
  QUALITY,
  QUALITY_C,
  SPORTS,
  SPORTS_C,
  SPORTS_TEAM,
  TRACKS,
  WORDING,
} from "./daff.ts";
import { BAD_PRODUCT, LABELS, LABELS_C, LABELS_CONTRACT, LABELS_PRODUCT } from "./labels.ts";

const products = { "playlist.sports-playlists": "changed" } as const;
const hit = ["player.player-app"];
/** Who reads a contract, and in which domain, is a fact of it, so it is judged again when that changes. */
const unpromised = existing(warn("freshness", PARTNERS_C, "slaProperties:\n  |- property: retention"));
const MOVED = "products/partnership/sports-playlists/sports-playlists.odps.yaml";
const AGAIN = "products/playlist/again/tracks.odps.yaml";
const COPY = "products/album/copy/copy.odps.yaml";

/** A team without a name, of one member. */
const ownedBy = (role: string): string => `team:\n  members:\n    - { username: mina, role: ${role} }\n`;

/** What authors do to products as a whole: identity, owner, domain, status, beginning and end. */
export const PRODUCTS: Cases = {
  "changes nothing": { changes: {}, verdict: "pass" },
  "lowers the version of a product and nothing else": {
    changes: { [SPORTS]: [version("1.1.0", "1.0.9")] },
    verdict: "fail",
    findings: [block("version-raised", SPORTS, "\nversion: |1.0.9")],
    products,
  },
  "formats a file differently": {
    changes: {
      [SPORTS]: [["tags: [smart-playlist]\n", 'tags:\n  # as the catalogue shows it\n  - "smart-playlist"\n']],
    },
    verdict: "pass",
    products,
  },
  "adds a byte order mark and changes the line ends": {
    changes: {
      [SPORTS]: `\ufeff${daff(SPORTS).replaceAll("\n", "\r\n")}`,
      [SPORTS_C]: `\ufeff${daff(SPORTS_C).replaceAll("\n", "\r\n")}`,
    },
    verdict: "pass",
    products,
  },
  "puts two documents into one file": {
    changes: {
      [SPORTS]: null,
      [SPORTS_C]: null,
      "products/playlist/sports.yaml": `${daff(SPORTS)}---\n${daff(SPORTS_C)}`,
    },
    verdict: "pass",
    products: { "playlist.sports-playlists": "renamed" },
  },
  "adds a good product": {
    changes: { [LABELS]: LABELS_PRODUCT, [LABELS_C]: LABELS_CONTRACT },
    verdict: "pass",
    findings: [advisory("orphan-products", LABELS, "\nid: |album.labels")],
    products: { "album.labels": "added" },
  },
  "adds a bad product": {
    changes: { [LABELS]: BAD_PRODUCT },
    verdict: "fail",
    findings: [
      block("long-term-owner", LABELS, "|apiVersion"),
      block("product-version", LABELS, "\nversion: |one"),
      block("declared-domain", LABELS, "\ndomain: |artist"),
      block("inputs-found", LABELS, "    contractId: |no-such-contract"),
      block("port-contract", LABELS, "    contractId: |labels"),
      warn("support-channel", LABELS, "|apiVersion"),
      warn("documentation", LABELS, "|description:"),
      warn("description", LABELS, "  purpose: |TODO"),
      advisory("named-owner", LABELS, "|apiVersion"),
      advisory("orphan-products", LABELS, "\nid: |album.labels"),
      advisory("declared-uses", LABELS, "  - |name: nothing"),
    ],
    products: { "album.labels": "added" },
  },
  "removes an active product that an application reads": {
    changes: { [SPORTS]: null, [SPORTS_C]: null },
    verdict: "fail",
    findings: [
      block("consumer-inputs-found", APP, "    contractId: |sports-playlists"),
      block("product-compatible", SPORTS, "|apiVersion"),
      unpromised,
    ],
    products: { "playlist.sports-playlists": "removed" },
    hit,
  },
  "removes an active product that nobody reads": {
    changes: { [EMERGING]: null, [EMERGING_C]: null },
    verdict: "fail",
    findings: [block("removal-announced", EMERGING, "\nid: |artist.emerging-artists")],
    products: { "artist.emerging-artists": "removed" },
  },
  "removes a deprecated product that nobody reads": {
    before: { [EMERGING]: [version("1.1.0", "1.1.1"), ["status: active", "status: deprecated"]] },
    changes: { [EMERGING]: null, [EMERGING_C]: null },
    verdict: "pass",
    products: { "artist.emerging-artists": "removed" },
  },
  "removes a deprecated product that an application still reads": {
    before: { [SPORTS]: [version("1.1.0", "1.1.1"), ["status: active", "status: deprecated"]] },
    changes: { [SPORTS]: null, [SPORTS_C]: null },
    verdict: "fail",
    findings: [
      block("consumer-inputs-found", APP, "    contractId: |sports-playlists"),
      block("product-compatible", SPORTS, "|apiVersion"),
      unpromised,
    ],
    fixed: ["baseline.consumer-deprecated-upstreams"],
    products: { "playlist.sports-playlists": "removed" },
    hit,
  },
  "removes the owner": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, ""]] },
    verdict: "fail",
    findings: [block("long-term-owner", SPORTS, "|apiVersion"), advisory("named-owner", SPORTS, "|apiVersion")],
    products,
  },
  "names an owner that nobody can read": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, 'team:\n  name: " \\u200b"\n']] },
    verdict: "fail",
    findings: [block("long-term-owner", SPORTS, "team:\n  |name"), advisory("named-owner", SPORTS, "team:\n  |name")],
    products,
  },
  "leaves a product to a former owner": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, ownedBy("former owner")]] },
    verdict: "fail",
    findings: [
      block("long-term-owner", SPORTS, "team:\n  |members:"),
      advisory("named-owner", SPORTS, "team:\n  |members:"),
    ],
    products,
  },
  "leaves a product to an owner who has left": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, ownedBy('owner, dateOut: "2025-12-31"')]] },
    verdict: "fail",
    findings: [
      block("long-term-owner", SPORTS, "team:\n  |members:"),
      advisory("named-owner", SPORTS, "team:\n  |members:"),
    ],
    products,
  },
  "gives a product an owner who leaves one day": {
    changes: { [SPORTS]: [version("1.1.0", "1.1.1"), [SPORTS_TEAM, ownedBy('owner, dateOut: "2099-01-01"')]] },
    verdict: "pass",
    products,
  },
  "moves a product to the folder of another domain": {
    changes: {
      [SPORTS]: null,
      [SPORTS_C]: null,
      [MOVED]: daff(SPORTS),
      "products/partnership/sports-playlists/sports-playlists.odcs.yaml": daff(SPORTS_C),
    },
    verdict: "fail",
    findings: [block("declared-domain", MOVED, "\ndomain: |playlist"), unpromised],
    products: { "playlist.sports-playlists": "renamed" },
  },
  "moves a product out of every domain": {
    changes: { [SPORTS]: null, "elsewhere/sports.odps.yaml": daff(SPORTS) },
    verdict: "fail",
    findings: [block("known-domain", "elsewhere/sports.odps.yaml", "\nid: |playlist.sports-playlists"), unpromised],
    products: { "playlist.sports-playlists": "renamed" },
  },
  "changes the id of a product": {
    changes: { [SPORTS]: [version("1.1.0", "2.0.0"), ["id: playlist.sports-playlists", "id: playlist.sports"]] },
    verdict: "fail",
    findings: [block("product-compatible", SPORTS, "|apiVersion"), unpromised],
    products: { "playlist.sports": "added", "playlist.sports-playlists": "removed" },
    hit,
  },
  "takes the id of another product": {
    changes: { [AGAIN]: daff(TRACKS) },
    verdict: "fail",
    findings: [
      block("unique-product-id", TRACKS, "\nid: |album.tracks"),
      block("unique-product-id", AGAIN, "\nid: |album.tracks"),
      block("declared-domain", AGAIN, "\ndomain: |album"),
    ],
    products: { "album.tracks": "added" },
  },
  "takes away the copy of a product, whose id stays": {
    before: { [AGAIN]: daff(TRACKS) },
    changes: { [AGAIN]: null },
    verdict: "pass",
    fixed: ["baseline.unique-product-id"],
  },
  "takes away the first of two that share an id, and what only that one hands out": {
    before: {
      [COPY]: LABELS_PRODUCT.replace("\nversion: 1.0.0\n", "\nversion: 1.1.0\n"),
      [LABELS]: LABELS_PRODUCT.replace(/outputPorts:\n(?: .*\n)+/, ""),
      [LABELS_C]: LABELS_CONTRACT,
    },
    changes: { [COPY]: null },
    verdict: "fail",
    findings: [
      block("output-ports", LABELS, "|apiVersion: v1.1.0\nkind: DataProduct\nid: album.labels"),
      block("port-removal-announced", LABELS, "|apiVersion: v1.1.0\nkind: DataProduct\nid: album.labels"),
      block("version-raised", LABELS, "\nversion: |1.0.0"),
      existing(advisory("orphan-products", LABELS, "\nid: |album.labels")),
    ],
    fixed: ["baseline.unique-product-id"],
    products: { "album.labels": "renamed" },
  },
  "gives the copy of a product an id of its own": {
    before: { [COPY]: daff(TRACKS) },
    changes: { [COPY]: LABELS_PRODUCT, [LABELS_C]: LABELS_CONTRACT },
    verdict: "pass",
    findings: [
      existing(advisory("orphan-products", EMERGING, "\nid: |artist.emerging-artists")),
      advisory("orphan-products", COPY, "\nid: |album.labels"),
    ],
    fixed: ["baseline.unique-product-id"],
    // The copy stood first, so what it was is compared with the one that is left.
    products: { "album.labels": "added", "album.tracks": "renamed" },
  },
  "moves a product that others read, and breaks it": {
    changes: { [SPORTS]: null, [MOVED]: daff(SPORTS).replace("\nstatus: active\n", "\nstatus: [active\n") },
    verdict: "error",
    problems: [error("yaml-syntax", MOVED, "\n|domain: playlist")],
  },
  "takes an id that looks like another one": {
    changes: {
      [COPY]: LABELS_PRODUCT.replace("id: album.labels", "id: Album.Tracks"),
      [LABELS_C]: LABELS_CONTRACT,
    },
    verdict: "pass",
    findings: [
      warn("lookalike-ids", COPY, "\nid: |Album.Tracks"),
      warn("lookalike-ids", TRACKS, "\nid: |album.tracks"),
      advisory("orphan-products", COPY, "\nid: |Album.Tracks"),
    ],
    products: { "Album.Tracks": "added" },
  },
  "deprecates a product that an application reads": {
    changes: { [SPORTS]: [version("1.1.0", "1.2.0"), ["status: active", "status: deprecated"]] },
    verdict: "pass",
    findings: [
      warn("consumer-deprecated-upstreams", APP, "  - |name: sports-playlists"),
      warn("product-sunset", SPORTS, "|apiVersion"),
    ],
    products,
    hit,
  },
  "retires a product without notice while an application reads it": {
    changes: { [SPORTS]: [version("1.1.0", "2.0.0"), ["status: active", "status: Retired"]] },
    verdict: "fail",
    findings: [
      block("consumer-retired-upstreams", APP, "  - |name: sports-playlists"),
      block("status-moves", SPORTS, "\nstatus: |Retired"),
    ],
    products,
    hit,
  },
  "activates a draft that does not say how fresh it is": {
    changes: { [QUALITY]: [version("0.3.0", "1.0.0"), ["status: draft", "status: active"]] },
    verdict: "pass",
    findings: [
      warn("freshness", QUALITY_C, "slaProperties:\n  |- property: retention"),
      advisory("orphan-products", QUALITY, "\nid: |player.playback-quality"),
    ],
    products: { "player.playback-quality": "changed" },
  },
  "changes two products at once": {
    changes: { [SPORTS_C]: [WORDING], [QUALITY]: [["status: draft", "status: proposed"]] },
    verdict: "fail",
    findings: [
      block("version-raised", QUALITY, "\nversion: |0.3.0"),
      block("contract-version-raised", SPORTS_C, "\nversion: |1.1.0"),
    ],
    products: { "playlist.sports-playlists": "changed", "player.playback-quality": "changed" },
  },
  "breaks the YAML": {
    changes: { [SPORTS]: [["\nstatus: active\n", "\nstatus: [active\n"]] },
    verdict: "error",
    problems: [error("yaml-syntax", SPORTS, "\n|domain: playlist")],
  },
  "misspells a key": {
    changes: { [SPORTS]: [["\noutputPorts:\n", "\noutputPort:\n"]] },
    verdict: "error",
    problems: [error("unknown-key", SPORTS, "\n|outputPort:")],
  },
};
