import type { PlacedDescriptor } from "../../src/model/mesh.ts";
import { consumer, inDomain, input, linked } from "./sample.ts";

const SMART = ["album.tracks", "album.tags", "listener.profiles", "listener.likes", "listener.moods"];
const PLAYS = ["player.play-events", "player.play-sessions"];
const SPORTS = [
  "album.tracks",
  "album.tags",
  "listener.profiles",
  "player.play-sessions",
  "partnership.partner-playlists",
];

const READS: Readonly<Record<string, readonly string[]>> = {
  "album.tracks": [],
  "album.tags": [],
  "artist.emerging-artists": [],
  "listener.likes": [],
  "listener.moods": [],
  "listener.profiles": [],
  "partnership.members": [],
  "partnership.partner-playlists": ["album.tracks"],
  "player.play-events": [],
  "player.play-sessions": ["player.play-events"],
  "playlist.monday": [...SMART, ...PLAYS],
  "playlist.morning": [...SMART, ...PLAYS],
  "playlist.rainy-day": [...SMART, ...PLAYS],
  "playlist.sports": SPORTS,
};

/** The worked example: 14 products in 6 domains; three smart playlists read seven products each, sports reads five. */
export const daffProducts: readonly PlacedDescriptor[] = Object.entries(READS).map(([id, reads]) =>
  inDomain(id.split(".")[0] ?? "", linked(id, ...reads)),
);

/** The application that plays the four playlists. */
export const playerApp = consumer(
  "player-app",
  Object.keys(READS)
    .filter((id) => id.startsWith("playlist."))
    .map((id) => input(`${id}@1.0.0`)),
  ["@daff/player-app"],
);
