import { DAFF } from "../../support/mesh-repo.ts";

const product = (domain: string, name: string): string => `products/${domain}/${name}/${name}.odps.yaml`;
const contract = (domain: string, name: string, id = name): string =>
  `products/${domain}/${name}/contracts/${id}.odcs.yaml`;

/** The files of Daff that the changes are about; `C` ends the name of a contract. */
export const SPORTS = product("playlist", "sports-playlists");
export const SPORTS_C = contract("playlist", "sports-playlists");
export const RUNNING = product("playlist", "running-playlists");
export const TASTE = product("listener", "taste-profiles");
export const TRACKS = product("album", "tracks");
export const TRACKS_C = contract("album", "tracks");
export const PROFILES = product("listener", "profiles");
export const SUBSCRIPTIONS = product("listener", "subscriptions");
export const SUBSCRIPTIONS_C = contract("listener", "subscriptions");
export const SESSIONS = product("player", "play-sessions");
export const SESSIONS_V1_C = contract("player", "play-sessions", "play-sessions-v1");
export const SESSIONS_V2_C = contract("player", "play-sessions", "play-sessions-v2");
export const QUALITY = product("player", "playback-quality");
export const QUALITY_C = contract("player", "playback-quality");
export const EMERGING = product("artist", "emerging-artists");
export const EMERGING_C = contract("artist", "emerging-artists");
export const ARTISTS = product("artist", "profiles");
export const PARTNERS = product("partnership", "partners");
export const PARTNERS_C = contract("partnership", "partners");
export const DELTAS_OF = product("partnership", "partner-playlists");
export const APP = "consumers/player/player-app.yaml";
export const CHURN = "consumers/listener/churn-model.yaml";
export const PORTAL = "consumers/partnership/partner-portal.yaml";

/** The text of a file. */
export function daff(file: string): string {
  const text = DAFF[file];
  if (text === undefined) throw new Error(`Daff has no ${file}.`);
  return text;
}

/** The part of a file from one text up to, and without, another. */
export function part(file: string, from: string, to?: string): string {
  const text = daff(file);
  const start = text.indexOf(from);
  const end = to === undefined ? text.length : text.indexOf(to, start + from.length);
  if (start < 0 || end < 0) throw new Error(`${file} has no such part: ${from}`);
  return text.slice(start, end);
}

/** Fields of the contract of the sports playlists: the app reads the first, nobody the second. */
export const SPORT_FIELD = part(SPORTS_C, "      - name: sport\n", "      - name: country_code");
export const COUNT_FIELD = part(SPORTS_C, "      - name: session_count\n", "      - name: refreshed_at");
export const TITLE_FIELD = part(SPORTS_C, "      - name: title\n", "      - name: track_id");
export const SPORTS_TEAM = part(SPORTS, "team:\n");
export const REASON = part(SPORTS, "      - property: meshgate.declassification", "\nsupport:");

/** A change of content that touches nobody. */
export const WORDING = ["Playlists by sport and country, track by track.", "Playlists by sport and country."] as const;
export const PRODUCT_WORDING = ["Not personal: the same list", "The same list"] as const;
