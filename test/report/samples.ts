import type { Compatibility } from "../../src/model/compatibility.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Report } from "../../src/model/report.ts";
import {
  NO_GRAPH,
  affected,
  edge,
  finding,
  location,
  problem,
  product,
  report,
  wholeReport,
} from "../support/report.ts";
import { compatibility } from "../support/compatibility.ts";
import { DOCS, DUTY, RISKY, SAFE, change, reader } from "./diff/samples.ts";

/** Everything that a pull request could try in one text: HTML, links, mentions, references, fences, commands, invisible characters. */
export const HOSTILE = [
  "<img src=x onerror=alert(1)> --> </details> ]]> @octocat @daff/guild #12 daff/mesh#3 GH-4 https://evil.example www.evil.example",
  "[x](https://evil.example) ![y](//evil.example/p.png) | cell | **bold** ``` ~~~ $x$ &lt; a@evil.example",
  "\n::error file=x::pwned\r\n##[error]pwned\n- item\n# title\n```\n%0A::warning::x",
  "\u001b[31mred\u0007 \u202eevil\u202c zero\u200bwidth \u2028line \u0085next \ud800lone \u0000null",
].join(" ");

const QUALITY = { policy: "baseline.field-description", title: "Every field says what it means" } as const;

const PORT_CONTRACT = {
  id: "baseline.port-contract",
  title: "Every output port has a contract that can be found",
  level: "block",
  help: "https://github.com/daff/mesh/blob/main/docs/policies/baseline.port-contract.md",
} as const;
const RETENTION = {
  id: "baseline.retention",
  title: "Every product says how long its data is kept",
  level: "warn",
} as const;

const readers = [
  affected("playlist-daily", "playlist"),
  affected("royalty-statements", "partnership", { distance: 2 }),
  affected("churn-model", "listener", { kind: "consumer", owners: ["@daff/growth"] }),
];

const readerEdges = [
  edge("listener-profile", "churn-model", { kind: "consumer" }),
  edge("listener-profile", "playlist-daily"),
  edge("playlist-daily", "royalty-statements"),
];

function mixed(): readonly Finding[] {
  const contract = "products/listener/listener-profile/contracts/listener-profile.odcs.yaml";
  const fields = ["email", "country", "birth_year", "segment", "consent", "device"].map((name, index) =>
    finding({
      ...QUALITY,
      fingerprint: `00000000000000a${index}`,
      level: "warn",
      subject: { kind: "contract", id: "listener-profile-v2" },
      target: `fields[path=listeners.${name}]`,
      message: `Field listeners.${name} has no description.`,
      remedy: "Write at least five words that say what the field means.",
      location: location(contract, 20 + 4 * index, 9),
    }),
  );
  const old = ["artist-profile", "album-catalogue", "play-events", "playlist-daily"].map((id, index) =>
    finding({
      fingerprint: `00000000000000b${index}`,
      policy: "baseline.retention",
      title: "Every product says how long its data is kept",
      level: "block",
      origin: "existing",
      subject: { kind: "product", id },
      target: "",
      message: `Product ${id} has no retention period.`,
      remedy: "Add an SLA property retention to its contract.",
      owners: [`@daff/${id.split("-")[0] ?? ""}-data`],
      location: location(`products/${id}/${id}.odps.yaml`, 1, 1),
    }),
  );
  const hint = finding({
    fingerprint: "00000000000000c0",
    policy: "baseline.support-channel",
    title: "Readers know where to ask",
    level: "advisory",
    target: "",
    message: "Product listener-profile names no support channel.",
    remedy: "Add a support entry with a chat channel or an address.",
    location: location("products/listener/listener-profile/listener-profile.odps.yaml", 1, 1),
  });
  const measured = finding({ fingerprint: "00000000000000d0", policy: "trial.cost", level: "shadow" });
  return [...old, ...fields, hint, measured, finding()];
}

/** One report for each situation that people meet. */
export const SAMPLES: Readonly<Record<string, Report>> = {
  "pass-quiet": report(),
  "pass-read-by-others": report({ graph: { ...NO_GRAPH, affected: readers, edges: readerEdges } }),
  "pass-with-warning": report({
    findings: [
      finding({
        ...QUALITY,
        level: "warn",
        target: "fields[path=listeners.email]",
        message: "Field listeners.email has no description.",
      }),
    ],
    counts: { pass: 40, fail: 1, waived: 0, notApplicable: 6, error: 0 },
  }),
  "one-block": report({
    verdict: "fail",
    policySet: { ...report().policySet, inForce: [PORT_CONTRACT, RETENTION] },
    findings: [finding({ help: PORT_CONTRACT.help })],
    graph: {
      ...NO_GRAPH,
      affected: readers,
      edges: readerEdges,
      edgesAdded: [edge("listener-profile", "churn-model", { kind: "consumer" })],
    },
    counts: { pass: 40, fail: 1, waived: 0, notApplicable: 6, error: 0 },
  }),
  "many-mixed": report({
    verdict: "fail",
    products: [
      product(),
      product({ id: "play-events", name: "Play events", domain: "player", version: "1.4.0", change: "unchanged" }),
    ],
    findings: mixed(),
    fixed: [
      finding({
        fingerprint: "00000000000000e0",
        policy: "baseline.named-owner",
        title: "Every product has an owner",
        message: "Product listener-profile has no owner.",
      }),
    ],
    graph: { ...NO_GRAPH, affected: readers, edges: readerEdges },
    counts: { pass: 128, fail: 12, waived: 0, notApplicable: 31, error: 0 },
  }),
  waived: report({
    findings: [
      finding({ outcome: "waived", waiver: "W-2026-014", waivedUntil: "2026-12-15" }),
      finding({
        ...QUALITY,
        fingerprint: "00000000000000f1",
        origin: "existing",
        level: "warn",
        message: "Field listeners.email has no description.",
        target: "fields[path=listeners.email]",
        grace: { until: "2027-01-01", over: false },
      }),
    ],
    counts: { pass: 40, fail: 0, waived: 1, notApplicable: 6, error: 0 },
  }),
  "no-verdict": report({
    verdict: "error",
    findings: [
      finding({
        outcome: "error",
        policy: "listener.consent",
        title: "Profiles are only shared with consent",
        message: 'The rule reads product.consent.date as a date, but it is the text "soon".',
        remedy: "Write the date as YYYY-MM-DD.",
        location: location("products/listener/listener-profile/listener-profile.odps.yaml", 31, 13),
      }),
    ],
    problems: [
      problem(),
      problem({
        code: "yaml-syntax",
        message: 'Unexpected end of a quoted text: the quote opened here is never closed. Close it with ".',
        path: "",
        location: location("products/album/album-catalogue/album-catalogue.odps.yaml", 22, 14),
      }),
      problem({
        severity: "warning",
        code: "newer-minor",
        message: "apiVersion v1.2.0 is newer than this release knows; it is read as v1.1.0. Check what is new in it.",
        path: "/apiVersion",
        location: location("products/artist/artist-profile/artist-profile.odps.yaml", 2, 13),
      }),
    ],
    counts: { pass: 40, fail: 0, waived: 0, notApplicable: 6, error: 1 },
  }),
  "policy-preview": report({
    products: [
      product({ change: "unchanged" }),
      product({ id: "play-events", name: "Play events", domain: "player", change: "unchanged" }),
    ],
    findings: ["listener-profile", "play-events"].map((id, index) =>
      finding({
        fingerprint: `00000000000000f${index}`,
        policy: "global.freshness",
        title: "Every product promises how fresh it is",
        origin: "policy",
        subject: { kind: "product", id },
        target: "",
        message: `Product ${id} promises no freshness.`,
        remedy: "Add an SLA property frequency.",
        owners: [id === "play-events" ? "@daff/player-data" : "@daff/listener-data"],
        location: location(`products/${id}.odps.yaml`, 1, 1),
      }),
    ),
    rules: {
      class: "tighten",
      changes: [
        {
          policy: "global.freshness",
          class: "tighten",
          from: "2026-11-20",
          message: "Policy global.freshness is put in force at block.",
          location: location("policies/global/freshness.yaml", 1, 1),
        },
      ],
    },
    problems: [
      problem({
        severity: "warning",
        code: "rules-change",
        message: "Policy global.freshness is put in force at block.",
        path: "",
        location: location("policies/global/freshness.yaml", 1, 1),
      }),
      problem({
        severity: "warning",
        code: "unused-anchor",
        message: "Anchor owner is used nowhere. Remove it.",
        path: "",
        location: location("policies/global/freshness.yaml", 4, 8),
      }),
    ],
  }),
  "removed-product": report({
    verdict: "fail",
    products: [product({ change: "removed" })],
    findings: [
      finding({
        policy: "baseline.removal-announced",
        title: "A product with readers is announced as deprecated before it is removed",
        target: "",
        message:
          "Product listener-profile is removed while 2 products and 1 consumer still read it, and it was never deprecated.",
        remedy: "Restore it with status deprecated, and remove it when nobody reads it any more.",
        location: location("products/listener/listener-profile/listener-profile.odps.yaml", 1, 1, 1),
      }),
      finding({
        fingerprint: "00000000000000aa",
        policy: "baseline.dangling-inputs",
        title: "Every input of an active product leads somewhere",
        subject: { kind: "product", id: "playlist-daily" },
        target: "inputPorts[name=profiles]",
        message: "Input port profiles reads contract listener-profile-v2, which no product publishes any more.",
        remedy: "Read another product, or ask @daff/listener-data to keep it.",
        owners: ["@daff/playlist-data"],
        location: location("products/playlist/playlist-daily/playlist-daily.odps.yaml", 18, 17),
      }),
    ],
    graph: {
      ...NO_GRAPH,
      affected: readers,
      edgesRemoved: [
        edge("listener-profile", "churn-model", { kind: "consumer" }),
        edge("listener-profile", "playlist-daily"),
      ],
      edges: [edge("playlist-daily", "royalty-statements")],
      dangling: [
        {
          id: "playlist-daily",
          input: "profiles",
          contract: "listener-profile-v2",
          location: location("products/playlist/playlist-daily/playlist-daily.odps.yaml", 18, 17),
        },
      ],
    },
    counts: { pass: 22, fail: 2, waived: 0, notApplicable: 6, error: 0 },
  }),
  "whole-mesh": wholeMesh(),
  "contract-breaks": contractBreaks(),
  "contract-safe": report({
    compatibility: [
      compatibility({
        changes: [change({ ...SAFE, affected: [reader("player.player-app", { effect: "miss" })] }), change(DOCS)],
      }),
      compatibility({ subject: "product", contract: "album.tracks", changes: [change(SAFE)] }),
      compatibility({ contract: "albums", changes: [change(DOCS)] }),
    ],
  }),
  "contract-draft": report({
    compatibility: [
      compatibility({
        enforced: false,
        versionIsEnough: false,
        changes: [change({ affected: [reader("player.player-app")] }), change(RISKY)],
      }),
    ],
    graph: { ...NO_GRAPH, affected: [affected("player.player-app", "player", { kind: "consumer" })] },
  }),
  hostile: hostile(),
};

/** One change that a finding tells, one that none tells, one that hits nobody, and others that nobody needs to see. */
function contractBreaks(): Report {
  const file = "products/album/tracks/contracts/tracks.odcs.yaml";
  const needed = { pin: "3.4.0", kind: "consumer", owners: ["@daff/player-apps"] } as const;
  const gone = change({
    ruleId: "field.removed.required",
    kind: "remove",
    path: "/schema[tracks]/properties[isrc]",
    message: "tracks.isrc is gone.",
    remedy: "Keep tracks.isrc, and write `deprecated: true` on it first.",
    fingerprint: "00000000000000c1",
    affected: [reader("partnership.partner-playlists", { reason: "uses tracks.isrc", owners: ["@daff/partners"] })],
    axes: {
      consumer: { verdict: "broken", reason: "Queries that name it fail." },
      producer: { verdict: "ok", reason: "Stored rows may have it still." },
    },
    location: location(file, 31, 5),
  });
  const empty = change({
    fingerprint: "00000000000000c2",
    affected: [
      reader("player.player-app", needed),
      reader("player.play-sessions", { effect: "unknown", evidence: "none", reason: "says nothing of what it uses" }),
      reader("album.albums", { effect: "miss" }),
    ],
    location: location(file, 129, 9),
  });
  const unread = change({
    class: "risky",
    byItself: "breaking",
    eased: "no-reader",
    message: "tracks.energy is gone.",
    remedy: "Keep tracks.energy, and write `deprecated: true` on it first.",
    fingerprint: "00000000000000c3",
    affected: [reader("album.albums", { effect: "miss" })],
    location: location(file, 98, 9),
  });
  const risky = change({
    ...RISKY,
    fingerprint: "00000000000000c4",
    affected: [reader("listener.taste-profiles", { owners: ["@daff/listener-data"], reason: "uses tracks.markets" })],
  });
  const deprecated = change({
    ...SAFE,
    ruleId: "field.deprecated.added",
    message: "tracks.tempo_bpm is deprecated.",
    fingerprint: "00000000000000c5",
    affected: [reader("playlist.running-playlists", { owners: [], reason: "uses tracks.tempo_bpm" })],
  });
  return report({
    verdict: "fail",
    products: [product({ id: "album.tracks", name: "Tracks", domain: "album", version: "3.4.0" })],
    findings: [
      finding({
        policy: "baseline.contract-compatible",
        title: "A contract in force takes nothing from those who read it",
        subject: { kind: "contract", id: "tracks" },
        target: String.raw`changes[rule=field.removed.required,path=/schema\[tracks\]/properties\[isrc\]]`,
        message: "tracks.isrc is gone. It hits partnership.partner-playlists.",
        remedy: "Keep tracks.isrc, and write `deprecated: true` on it first.",
        owners: ["@daff/album-data"],
        location: location(file, 31, 5),
      }),
    ],
    compatibility: [
      compatibility({ subject: "product", contract: "album.tracks", from: "3.4.0", to: "3.4.0", changes: [] }),
      compatibility({ contract: "albums", from: "1.0.0", to: "1.1.0", changes: [change(DUTY), change(SAFE)] }),
      compatibility({
        changes: [gone, empty, unread, risky, deprecated, change(SAFE), change(DOCS)],
        requiredBump: "major",
        nextVersion: "4.0.0",
        versionIsEnough: false,
      }),
    ],
    graph: {
      ...NO_GRAPH,
      affected: [
        affected("listener.taste-profiles", "listener"),
        affected("partnership.partner-playlists", "partnership", { owners: ["@daff/partners"] }),
        affected("player.play-sessions", "player"),
        affected("player.player-app", "player", { kind: "consumer", owners: ["@daff/player-apps"] }),
        affected("playlist.running-playlists", "playlist", { owners: [] }),
        affected("partnership.partner-portal", "partnership", { kind: "consumer", distance: 2 }),
      ],
      edges: [
        edge("album.tracks", "player.player-app", { kind: "consumer" }),
        edge("album.tracks", "partnership.partner-playlists"),
        edge("partnership.partner-playlists", "partnership.partner-portal", { kind: "consumer" }),
      ],
    },
    counts: { pass: 40, fail: 1, waived: 0, notApplicable: 6, error: 0 },
  });
}

/** 200 changes of one contract that hit 40 readers, and 14 more contracts. */
export function contractMany(): Report {
  const readers = Array.from({ length: 40 }, (_, index) =>
    reader(`player.reader-${String(index)}`, { owners: [`@daff/team-${String(index % 8)}`] }),
  );
  const changes = Array.from({ length: 200 }, (_, index) =>
    change({
      ...(index >= 150 ? SAFE : index >= 100 ? RISKY : {}),
      message: `tracks.field_${String(index)} is another one now.`,
      fingerprint: index.toString(16).padStart(16, "0"),
      affected: readers,
      location: location("products/album/tracks/contracts/tracks.odcs.yaml", 10 + index, 9),
    }),
  );
  const others = Array.from({ length: 14 }, (_, index) =>
    compatibility({ contract: `contract-${String(index)}`, changes: [change({ ...RISKY, affected: [] })] }),
  );
  return report({
    compatibility: [
      ...others,
      compatibility({ changes, requiredBump: "major", nextVersion: null, versionIsEnough: false }),
    ],
    graph: {
      ...NO_GRAPH,
      affected: readers.map(({ consumer, owners }) => affected(consumer, "player", { owners })),
    },
  });
}

function hostileCompatibility(): Compatibility {
  const one = change({
    ruleId: HOSTILE,
    message: HOSTILE,
    remedy: HOSTILE,
    review: [HOSTILE],
    axes: {
      consumer: { verdict: "broken", reason: HOSTILE, witness: { [HOSTILE]: HOSTILE } },
      producer: { verdict: "unknown", reason: HOSTILE },
    },
    affected: [reader(`${HOSTILE} reader`, { reason: HOSTILE, pin: HOSTILE, owners: [HOSTILE] })],
    location: location(`contracts/${HOSTILE}.yaml`, 2, 1),
  });
  return compatibility({
    contract: HOSTILE,
    from: HOSTILE,
    to: `${HOSTILE}!`,
    nextVersion: HOSTILE,
    versionIsEnough: false,
    changes: [one, { ...one, class: "risky", fingerprint: "0000000000000001" }],
  });
}

function wholeMesh(): Report {
  return wholeReport({
    verdict: "fail",
    head: { ref: "work tree", commit: null },
    products: ["artist-profile", "album-catalogue", "listener-profile", "play-events"].map((id) =>
      product({ id, name: id, change: "unchanged" }),
    ),
    findings: [
      finding(),
      finding({
        ...QUALITY,
        level: "warn",
        fingerprint: "00000000000000ab",
        subject: { kind: "contract", id: "play-events-v1" },
        target: "fields[path=plays.ms]",
        message: "Field plays.ms has no description.",
        remedy: "Say what it means.",
        location: location("products/player/play-events/contracts/play-events.odcs.yaml", 40, 9),
      }),
      finding({
        policy: "baseline.cycles",
        title: "Products do not read each other in a circle",
        level: "warn",
        fingerprint: "00000000000000ac",
        subject: { kind: "mesh", id: "daff" },
        target: "cycles[key=album-catalogue>artist-profile]",
        message: "album-catalogue and artist-profile read each other.",
        remedy: "Let one of them read the source instead.",
        owners: [],
        location: location("products/album/album-catalogue/album-catalogue.odps.yaml", 12, 5),
      }),
    ],
    graph: { ...NO_GRAPH, cycles: [["album-catalogue", "artist-profile"]] },
    counts: { pass: 301, fail: 3, waived: 0, notApplicable: 88, error: 0 },
  });
}

function hostile(): Report {
  const bad = finding({
    policy: HOSTILE,
    title: HOSTILE,
    subject: { kind: "product", id: HOSTILE },
    target: HOSTILE,
    message: HOSTILE,
    remedy: HOSTILE,
    owners: [HOSTILE, "@daff/listener-data"],
    location: location(`products/${HOSTILE}.yaml`, 3, 1),
  });
  return report({
    verdict: "error",
    base: { ref: HOSTILE, commit: "1b1ecae9d2c04f5a8b7763e1c2d3f4a5b6c7d8e9" },
    head: { ref: HOSTILE, commit: "9c0ffee4d2c04f5a8b7763e1c2d3f4a5b6c7d8e9" },
    products: [product({ id: HOSTILE, name: HOSTILE, domain: HOSTILE, version: HOSTILE })],
    findings: [
      bad,
      { ...bad, outcome: "waived", waiver: HOSTILE, fingerprint: "0000000000000001" },
      { ...bad, origin: "existing", fingerprint: "0000000000000002" },
      { ...bad, origin: "policy", fingerprint: "0000000000000003" },
      { ...bad, outcome: "error", fingerprint: "0000000000000004" },
    ],
    fixed: [bad],
    compatibility: [hostileCompatibility(), { ...hostileCompatibility(), enforced: false }],
    graph: {
      ...NO_GRAPH,
      affected: [affected(`${HOSTILE} reader`, HOSTILE, { owners: [HOSTILE] })],
      edges: [edge(HOSTILE, `${HOSTILE} reader`)],
    },
    counts: { pass: 0, fail: 3, waived: 1, notApplicable: 0, error: 1 },
    problems: [problem({ code: HOSTILE, message: HOSTILE, path: HOSTILE, location: location(HOSTILE, 2, 1) })],
  });
}
