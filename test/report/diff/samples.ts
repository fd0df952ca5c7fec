import type { AffectedReader, Change } from "../../../src/model/compatibility.ts";
import type { Diff } from "../../../src/model/diff.ts";
import { location } from "../../support/report.ts";

const FILE = "contracts/tracks.odcs.yaml";

export function reader(consumer: string, over: Partial<AffectedReader> = {}): AffectedReader {
  const owners = over.owners ?? ["@daff/player-data"];
  return {
    consumer,
    kind: "product",
    domain: "player",
    input: "tracks",
    port: "",
    pin: "3.4.0",
    effect: "hit",
    evidence: "uses",
    reason: "uses tracks.language",
    owner: owners[0] ?? "",
    ...over,
    owners,
  };
}

/** `tracks.language` may be null: readers are not what they were promised. */
export function change(over: Partial<Change> = {}): Change {
  const weight = over.class ?? "breaking";
  return {
    ruleId: "field.required.dropped",
    kind: "change",
    facet: "nullability",
    direction: "weaken",
    path: "/schema[tracks]/properties[language]/required",
    fields: ["tracks.language"],
    before: true,
    after: false,
    class: weight,
    byItself: weight,
    semver: "major",
    against: "3.4.0",
    axes: {
      consumer: {
        verdict: "broken",
        reason: "Readers were promised a value in every row, and a row without one can arrive.",
        witness: { tracks: { track_id: "trk_1", language: null } },
      },
      producer: { verdict: "ok", reason: "Everything that exists has a value." },
    },
    affected: [],
    review: [],
    message: "tracks.language may be null now.",
    remedy: "Keep required: true on tracks.language, or add a field that may be null and deprecate this one.",
    fingerprint: "5f1a9c0de37b2468",
    location: location(FILE, 129, 9),
    ...over,
  };
}

const OK = { verdict: "ok", reason: "Nothing is taken away." } as const;
export const SAFE: Partial<Change> = {
  ruleId: "field.added",
  class: "safe",
  semver: "minor",
  message: "tracks.mood is new.",
  remedy: "Nothing needs to be done.",
  axes: { consumer: OK, producer: OK },
};
export const DUTY: Partial<Change> = {
  ...SAFE,
  ruleId: "field.required.added",
  message: "tracks.isrc is never null now.",
  remedy: "Fill tracks.isrc in every row before this lands.",
  axes: {
    consumer: OK,
    producer: {
      verdict: "broken",
      reason: "Stored rows may have no value.",
      witness: { tracks: { track_id: "trk_1", isrc: null } },
    },
  },
  review: ["privacy"],
};
export const DOCS: Partial<Change> = {
  ...SAFE,
  ruleId: "field.words.changed",
  class: "docs",
  semver: "patch",
  message: "tracks.title is described in other words: description.",
};
export const RISKY: Partial<Change> = {
  ruleId: "field.enum.valueAdded",
  class: "risky",
  semver: "minor",
  message: 'tracks.markets may be "NO" now.',
  remedy: "Tell readers of tracks.markets that NO will arrive.",
  axes: {
    consumer: { verdict: "broken", reason: "Readers that know every value meet one that they do not." },
    producer: { verdict: "ok", reason: "Every old value is still one." },
  },
};

function diff(over: Partial<Diff>): Diff {
  return {
    schema: "meshgate/diff/v1",
    from: { file: "old.yaml", id: "tracks", version: "3.4.0" },
    to: { file: FILE, id: "tracks", version: "3.5.0" },
    profile: "default",
    mode: "consumer",
    asked: null,
    notes: [],
    subject: "contract",
    class: over.changes?.[0]?.class ?? "none",
    axes: { consumer: "broken", producer: "broken" },
    declaredBump: "minor",
    requiredBump: "major",
    nextVersion: "4.0.0",
    versionIsEnough: false,
    changes: [],
    lanes: { signOff: [], notify: [], safe: [] },
    ...over,
  };
}

const times = (count: number, over: Partial<Change>): readonly Change[] =>
  Array.from({ length: count }, (_, index) => change({ ...over, location: location(FILE, 10 + index, 9) }));

const HOSTILE = "\u001b[2J\u202eevil\n::error::x ##[group]";

export const DIFFS: Readonly<Record<string, Diff>> = {
  "no-reader-asked": diff({ changes: [change(), change(RISKY), change(DUTY), change(SAFE), change(DOCS)] }),
  "readers-asked": diff({
    asked: 4,
    notes: ["Not asked, because they read another major version: player.player-app."],
    changes: [
      change({
        affected: [
          reader("player.listening-trends"),
          reader("player.play-sessions", {
            effect: "unknown",
            evidence: "derived",
            reason: "is made from tracks.isrc, and maybe more",
            pin: "",
            owners: [],
          }),
          reader("listener.taste-profiles", { effect: "miss" }),
          reader("playlist.sports-playlists", { effect: "miss" }),
        ],
      }),
      change({
        class: "risky",
        byItself: "breaking",
        eased: "no-reader",
        message: "tracks.energy is gone.",
        remedy: "Keep tracks.energy, and write `deprecated: true` on it first.",
        affected: ["a", "b", "c", "d"].map((id) => reader(id, { effect: "miss" })),
        deprecation: { announced: "2026-02-10", removableFrom: "2026-07-01", core: true, isOver: false },
      }),
    ],
    lanes: {
      signOff: [
        { owner: "", readers: ["player.play-sessions"], changes: ["5f1a9c0de37b2468"] },
        { owner: "@daff/player-data", readers: ["player.listening-trends"], changes: ["5f1a9c0de37b2468"] },
      ],
      notify: [{ owner: "@daff/player-apps", readers: ["player.player-app"], changes: ["5f1a9c0de37b2468"] }],
      safe: ["listener.taste-profiles", "playlist.sports-playlists"],
    },
  }),
  "announced-in-time": diff({
    asked: 1,
    to: { file: FILE, id: "tracks", version: "4.0.0" },
    declaredBump: "major",
    versionIsEnough: true,
    changes: [
      change({
        class: "safe",
        byItself: "breaking",
        eased: "announced",
        message: "tracks.energy is gone.",
        affected: [reader("a", { effect: "miss" })],
        deprecation: { announced: "2026-02-10", removableFrom: "2026-07-01", core: false, isOver: true },
      }),
    ],
    lanes: { signOff: [], notify: [], safe: ["a"] },
  }),
  "many-changes": diff({
    asked: 9,
    profile: "omds",
    mode: "full",
    changes: [
      change({ affected: ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((id) => reader(id)) }),
      ...times(2, RISKY),
      ...times(23, SAFE),
      ...times(7, DOCS),
    ],
  }),
  "only-docs": diff({
    axes: { consumer: "ok", producer: "ok" },
    requiredBump: "patch",
    declaredBump: "patch",
    nextVersion: "3.4.1",
    to: { file: FILE, id: "tracks", version: "3.4.1" },
    versionIsEnough: true,
    changes: times(5, DOCS),
  }),
  "the-same": diff({
    axes: { consumer: "ok", producer: "ok" },
    requiredBump: "none",
    declaredBump: "none",
    nextVersion: "3.4.0",
    to: { file: FILE, id: "tracks", version: "3.4.0" },
    versionIsEnough: true,
  }),
  lowered: diff({
    axes: { consumer: "ok", producer: "ok" },
    requiredBump: "none",
    declaredBump: "lowered",
    nextVersion: "3.4.0",
    to: { file: FILE, id: "tracks", version: "3.3.0" },
  }),
  "no-semver": diff({
    from: { file: "old.yaml", id: "tracks", version: "2026-01" },
    to: { file: FILE, id: "recordings", version: "2026-02" },
    notes: ["Two contracts are compared: tracks and recordings."],
    declaredBump: "unknown",
    nextVersion: null,
    versionIsEnough: true,
    changes: [change()],
  }),
  hostile: diff({
    from: { file: HOSTILE, id: HOSTILE, version: HOSTILE },
    to: { file: HOSTILE, id: `${HOSTILE}!`, version: HOSTILE },
    asked: 1,
    nextVersion: HOSTILE,
    notes: [HOSTILE],
    changes: [
      change({
        ruleId: HOSTILE,
        message: HOSTILE,
        remedy: HOSTILE,
        location: location(HOSTILE),
        review: [HOSTILE],
        axes: {
          consumer: { verdict: "broken", reason: HOSTILE, witness: { [HOSTILE]: HOSTILE } },
          producer: { verdict: "unknown", reason: HOSTILE },
        },
        affected: [reader(HOSTILE, { owners: [HOSTILE], reason: HOSTILE, pin: HOSTILE })],
      }),
    ],
    lanes: {
      signOff: [{ owner: HOSTILE, readers: [HOSTILE], changes: ["5f1a9c0de37b2468"] }],
      notify: [],
      safe: [HOSTILE],
    },
  }),
};
