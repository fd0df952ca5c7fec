import type { Texts } from "../policy/facts/daff.ts";

/** A mesh with something of everything that a fact can say; `BEFORE` is the same some days ago. */

const GUILD = `apiVersion: meshgate/v1
kind: Guild
domains:
  - { id: album, owners: ["@daff/album-data"] }
  - { id: player, owners: ["@daff/player-data"] }
classifications: [public, internal, restricted]
entities:
  - { id: track, identifier: track_id, logicalType: string, definition: "https://daff.example/glossary/track-id" }
valueSets:
  regions: [eu, us]
tables:
  retention: { public: P10Y, restricted: P1Y }
`;

const SETTINGS = "apiVersion: meshgate/v1\nkind: Mesh\n";

function product(id: string, rest: string): string {
  return `apiVersion: v1.1.0\nkind: DataProduct\nid: ${id}\n${rest}`;
}

function contract(id: string, version: string, rest: string, standard = "v3.1.0"): string {
  return `apiVersion: ${standard}\nkind: DataContract\nid: ${id}\nversion: ${version}\n${rest}`;
}

/** Reads and publishes in every way that a port can be linked. */
const HUB = product(
  "hub",
  `version: 1.2.0
status: " Active"
domain: music
team: { name: "@daff/album-data" }
tags: [core]
customProperties:
  - { property: meshgate.class, value: core }
  - { property: daff.reviewed, value: 2026 }
inputPorts:
  - name: exact
    version: 1.0.0
    contractId: tracks
    customProperties: [{ property: meshgate.uses, value: [tracks.track_id, tracks.tempo] }]
  - { name: minor, version: 1.4.0, contractId: tracks }
  - { name: major, version: 2.0.0, contractId: tracks }
  - { name: copied, version: 1.0.0, contractId: copied }
  - { name: lost, version: 1.0.0, contractId: lost }
  - { name: own, version: 1.0.0, contractId: hub }
  - { name: labels, version: 1.0.0, contractId: labels, customProperties: [{ property: meshgate.external, value: true }] }
  - { name: back, version: 1.0.0, contractId: back }
  - { name: loose, version: 1.0.0, contractId: loose }
outputPorts:
  - { name: hub, version: 1.0.0, contractId: hub, customProperties: [{ property: meshgate.interfaceClass, value: sql }] }
  - { name: minor, version: 1.4.0, contractId: hub, inputContracts: [{ id: tracks, version: 1.0.0 }] }
  - { name: major, version: 2.0.0, contractId: hub }
  - { name: lost, version: 1.0.0, contractId: unwritten }
  - { name: bare, version: 1.0.0, inputContracts: [{ id: labels, version: 1.0.0 }] }
`,
);

/** Reads the hub and is read by it; on the level of ports the circle does not close. */
const BACK = product(
  "back",
  `version: 1.0.0
status: deprecated
inputPorts:
  - { name: hub, version: 1.0.0, contractId: hub }
outputPorts:
  - { name: back, version: 1.0.0, contractId: back }
`,
);

const ring = (id: string, reads: string, more = ""): string =>
  product(
    id,
    `version: 1.0.0
status: active
inputPorts:
  - { name: ${reads}, version: 1.0.0, contractId: ${reads} }
  - { name: tracks, version: 1.0.0, contractId: tracks }
outputPorts:
  - { name: ${id}, version: 1.0.0, contractId: ${id}${more} }
`,
  );

const TRACKS = product(
  "tracks",
  `status: active
outputPorts:
  - { name: tracks, version: 1.0.0, contractId: tracks }
  - { name: gone, version: 1.0.0 }
`,
);

const OLD_STYLE = `apiVersion: v0.9.0
kind: DataProduct
id: loner
status: draft
team:
  - { username: mina, role: Owner }
`;

const TRACKS_CONTRACT = contract(
  "tracks",
  "1.0.0",
  `status: active
domain: music
team: [{ username: mina, role: owner }]
schema:
  - name: tracks
    properties:
      - { name: track_id, logicalType: string, classification: internal, tags: [pii] }
      - name: deal
        logicalType: object
        customProperties: [{ property: daff.owner, value: label }]
        properties: [{ name: label, logicalType: string }]
slaProperties:
  - { property: Retention, value: 2, unit: y }
  - { property: availability, value: "99.9", unit: "%" }
`,
);

const CONSUMER = `apiVersion: meshgate/v1
kind: Consumer
id: app
type: application
name: The app
domain: player
status: Active
team: { name: "@daff/player-data" }
customProperties: [{ property: daff.store, value: both }]
inputPorts:
  - { name: tracks, version: 1.0.0, contractId: tracks, customProperties: [{ property: meshgate.uses, value: [tracks] }] }
  - { name: back, version: 1.0.0, contractId: back }
  - { name: loose, version: 1.0.0, contractId: loose }
`;

const STABLE: Texts = {
  "meshgate.yaml": SETTINGS,
  "guild.yaml": GUILD,
  "products/album/back.odps.yaml": BACK,
  "products/album/copied.odps.yaml": product(
    "copied",
    "status: active\noutputPorts: [{ name: copied, version: 1.0.0, contractId: copied }]\n",
  ),
  "products/album/copied2.odps.yaml": product(
    "c0pied",
    "status: active\noutputPorts: [{ name: copied, version: 1.0.0, contractId: copied }]\n",
  ),
  "products/album/ring-a.odps.yaml": ring("ring-a", "ring-b"),
  "products/album/ring-b.odps.yaml": ring("ring-b", "ring-a"),
  "products/album/half-a.odps.yaml": ring("half-a", "half-b", ", inputContracts: [{ id: tracks, version: 1.0.0 }]"),
  "products/album/half-b.odps.yaml": ring("half-b", "half-a"),
  "else/loose.odps.yaml": product("loose", "outputPorts: [{ name: loose, contractId: loose }]\n"),
  "else/loner.odps.yaml": OLD_STYLE,
  "else/reader.yaml": "apiVersion: meshgate/v1\nkind: Consumer\nid: reader\ntype: model\n",
  "else/twin.yaml": "apiVersion: meshgate/v1\nkind: Consumer\nid: reader\ntype: model\n",
  "else/empty.odcs.yaml": contract("empty", "1.0.0", "status: draft\n"),
  "products/album/hub.odcs.yaml": contract("hub", "1.0.0", "schema: [{ name: hub }]\n", "v3.2.0"),
};

export const AFTER: Texts = {
  ...STABLE,
  "products/album/hub.odps.yaml": HUB,
  "products/album/tracks.odps.yaml": TRACKS.replace(/.*gone.*\n/, ""),
  "products/album/tracks.odcs.yaml": TRACKS_CONTRACT,
  "products/album/moved.odcs.yaml": contract("moved", "1.0.0", "status: draft\n"),
  "products/album/lowered.odcs.yaml": contract("lowered", "1.0.0", "status: draft\n"),
  "products/album/patched.odcs.yaml": contract("patched", "1.0.1", "status: draft\n"),
  "products/album/broken.odcs.yaml": contract("broken", "2.0.0", "status: draft\n"),
  "consumers/player/app.yaml": CONSUMER,
};

export const BEFORE: Texts = {
  ...STABLE,
  "products/album/hub.odps.yaml": HUB.replace("version: 1.2.0", "version: 1.1.0"),
  "products/album/tracks.odps.yaml": TRACKS,
  "products/album/tracks.odcs.yaml": TRACKS_CONTRACT,
  "products/player/moved.odcs.yaml": contract("moved", "1.0.0", "status: draft\n"),
  "products/album/lowered.odcs.yaml": contract("lowered", "1.1.0", "status: draft\n"),
  "products/album/patched.odcs.yaml": contract("patched", "1.0.0", "status: draft\n"),
  "products/album/broken.odcs.yaml": contract("broken", "1.0.0", "status: draft\n"),
  "products/album/removed.odps.yaml": product("removed", "outputPorts: [{ name: removed }]\n"),
};
