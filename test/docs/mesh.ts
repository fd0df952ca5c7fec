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
    customProperties:
      - { property: meshgate.uses, value: [tracks.track_id, tracks.tempo] }
      - { property: meshgate.expects, value: else/expected.odcs.yaml }
  - name: minor
    version: 1.4.0
    contractId: tracks
    customProperties: [{ property: meshgate.expects, value: else/unwritten.odcs.yaml }]
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
  - name: tracks
    version: 1.0.0
    contractId: tracks
    customProperties:
      - { property: meshgate.uses, value: [tracks] }
      - { property: meshgate.expects, value: else/expected.odcs.yaml }
  - name: back
    version: 1.0.0
    contractId: back
    customProperties: [{ property: meshgate.expects, value: else/unwritten.odcs.yaml }]
  - { name: loose, version: 1.0.0, contractId: loose }
`;

/** More than the contract of tracks gives. */
const EXPECTED = contract(
  "expected",
  "1.0.0",
  "status: draft\nschema: [{ name: tracks, properties: [{ name: isrc, logicalType: string }] }]\n",
);

/** A product and its contract of which nearly everything changes, as they were; their reader needs the field `read`. */
const TURNED = product(
  "turned",
  `version: 1.0.0
status: active
team: { name: "@daff/album-data", description: One. }
outputPorts:
  - { name: turned, version: 1.0.0, contractId: turned, description: One. }
  - { name: typed, version: 1.0.0, contractId: turned, customProperties: [{ property: meshgate.interfaceClass, value: sql }] }
  - { name: gone, version: 1.0.0, contractId: turned }
  - name: leaving
    version: 1.0.0
    contractId: unread
    deprecated: true
    customProperties: [{ property: meshgate.sunset, value: "2026-10-01" }]
  - { name: classed, version: 1.0.0, contractId: turned }
  - { name: unread, version: 1.0.0, contractId: unread }
  - { name: former, version: 1.0.0, contractId: turned }
  - { name: silent, version: 1.0.0, contractId: turned }
  - { name: hasty, version: 1.0.0, contractId: turned }
`,
);

const TURNED_SINCE = product(
  "turned",
  `version: 1.0.1
status: active
team: { name: "@daff/album-data", description: Two. }
outputPorts:
  - { name: turned, version: 1.0.0, contractId: turned, description: Two. }
  - { name: typed, version: 1.0.0, contractId: turned }
  - { name: latter, version: 1.0.0, contractId: turned, customProperties: [{ property: meshgate.renamedFrom, value: former }] }
  - { name: classed, version: 1.0.0, contractId: turned, customProperties: [{ property: meshgate.interfaceClass, value: sql }] }
  - { name: fresh, version: 1.0.0, contractId: turned }
  - { name: silent, version: 1.0.0, contractId: turned, deprecated: true }
  - name: hasty
    version: 1.0.0
    contractId: turned
    deprecated: true
    customProperties: [{ property: meshgate.sunset, value: "2026-11-25" }]
`,
);

const TURNED_CONTRACT = contract(
  "turned",
  "1.0.0",
  `status: active
schema:
  - name: turned
    properties:
      - { name: read, logicalType: string, description: One. }
      - { name: open, logicalType: string }
      - { name: gone, logicalType: string }
      - name: leaving
        logicalType: string
        deprecated: true
        customProperties: [{ property: meshgate.sunset, value: "2026-10-01" }]
      - { name: former, logicalType: string }
      - { name: silent, logicalType: string }
      - { name: hasty, logicalType: string }
      - { name: vague, logicalType: string }
`,
  "v3.2.0",
);

const TURNED_CONTRACT_SINCE = contract(
  "turned",
  "1.0.1",
  `status: active
schema:
  - name: turned
    properties:
      - { name: read, logicalType: integer, description: Two. }
      - { name: open, logicalType: string, logicalTypeOptions: { pattern: "^a" } }
      - { name: latter, logicalType: string, customProperties: [{ property: meshgate.renamedFrom, value: former }] }
      - { name: fresh, logicalType: string }
      - { name: silent, logicalType: string, deprecated: true }
      - name: hasty
        logicalType: string
        deprecated: true
        customProperties: [{ property: meshgate.sunset, value: "2026-11-25" }]
      - name: vague
        logicalType: string
        deprecated: true
        customProperties: [{ property: meshgate.sunset, value: soon }]
`,
  "v3.2.0",
);

const TURNED_READER = `apiVersion: meshgate/v1
kind: Consumer
id: turned-reader
type: application
inputPorts:
  - name: turned
    version: 1.0.0
    contractId: turned
    customProperties: [{ property: meshgate.uses, value: [turned.read] }]
`;

/** A contract that changes in one thing only. */
function single(id: string, field: string): string {
  return contract(id, "1.0.0", `status: active\nschema: [{ name: one, properties: [{ ${field} }] }]\n`);
}

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
  "else/expected.odcs.yaml": EXPECTED,
  "consumers/player/turned-reader.yaml": TURNED_READER,
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
  "products/album/grown.odcs.yaml": single("grown", "name: a }, { name: b"),
  "products/album/reworded.odcs.yaml": single("reworded", "name: a, description: Two."),
  "products/album/unsure.odcs.yaml": single(
    "unsure",
    'name: a, logicalType: string, logicalTypeOptions: { pattern: "^b+$" }',
  ),
  "products/album/turned.odps.yaml": TURNED_SINCE,
  "products/album/turned.odcs.yaml": TURNED_CONTRACT_SINCE,
  "consumers/player/app.yaml": CONSUMER,
};

/** The same mesh where a rule of compatibility weighs as little as can be. */
export const LENIENT: Texts = {
  ...AFTER,
  "meshgate.yaml": `${SETTINGS}compatibility: { severity: { outputPort.renamed: docs } }\n`,
};

/** The day on which everything of `BEFORE` landed. */
export const LANDED = "2026-05-01";

export const BEFORE: Texts = {
  ...STABLE,
  "products/album/hub.odps.yaml": HUB.replace("version: 1.2.0", "version: 1.1.0"),
  "products/album/tracks.odps.yaml": TRACKS,
  "products/album/tracks.odcs.yaml": TRACKS_CONTRACT,
  "products/player/moved.odcs.yaml": contract("moved", "1.0.0", "status: draft\n"),
  "products/album/lowered.odcs.yaml": contract("lowered", "1.1.0", "status: draft\n"),
  "products/album/patched.odcs.yaml": contract("patched", "1.0.0", "status: draft\n"),
  "products/album/broken.odcs.yaml": contract("broken", "1.0.0", "status: draft\n"),
  "products/album/grown.odcs.yaml": single("grown", "name: a"),
  "products/album/reworded.odcs.yaml": single("reworded", "name: a, description: One."),
  "products/album/unsure.odcs.yaml": single(
    "unsure",
    'name: a, logicalType: string, logicalTypeOptions: { pattern: "^a*$" }',
  ),
  "products/album/turned.odps.yaml": TURNED,
  "products/album/turned.odcs.yaml": TURNED_CONTRACT,
  "products/album/removed.odps.yaml": product("removed", "outputPorts: [{ name: removed }]\n"),
};
