import type { AffectedReader, Deprecation } from "./compatibility.ts";
import type { Day } from "./day.ts";
import type { RepoPath } from "./location.ts";

/** What is to end, how far that was announced, who still reads it, and what is written of it. */
export interface Ending {
  readonly act: "deprecate" | "retire";
  /** As it was asked for: `album.tracks#tracks/tracks.isrc`. */
  readonly name: string;
  readonly file: RepoPath;
  /** What the file says from now on, in words; none: nothing is to be written. */
  readonly written: readonly string[];
  /** Why it may not go yet; none: it may. */
  readonly refusals: readonly string[];
  readonly deprecation: Deprecation;
  /** The first day on which it may go; of what is announced only now if that landed on `asOf`. */
  readonly removableFrom: Day;
  readonly asOf: Day;
  /** Everybody who reads the contract or port, also those who do not read what ends. */
  readonly readers: readonly AffectedReader[];
  /** What a person does next. */
  readonly next: readonly string[];
}
