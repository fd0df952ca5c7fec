import { InvalidArgumentError, Option } from "commander";
import { dayOf } from "../model/day.ts";

export function toDay(text: string): string {
  const day = dayOf(text);
  if (day === undefined)
    throw new InvalidArgumentError("Expected a day such as 2026-03-01, or an instant such as 2026-03-01T09:00:00Z.");
  return day;
}

export function toCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("Expected a number from 0 to 999.");
  return Number(text);
}

export function asOfOption(): Option {
  return new Option("--as-of <day>", "judge for this day, YYYY-MM-DD (default: today in UTC)").argParser(toDay);
}

export function repoOption(cwd: string): Option {
  return new Option("--repo <dir>", "the repository").default(cwd, "this folder");
}

export function formatOption(ids: readonly string[], chosen: string): Option {
  return new Option("--format <format>", "how the answer is written").choices(ids).default(chosen);
}

export function outputOption(): Option {
  return new Option("--output <file>", "write the answer to a file instead of standard output");
}

export function cacheOption(): Option {
  return new Option("--no-cache", "neither use nor fill the cache");
}

/** Which state is looked at. */
export interface SideOptions {
  readonly repo: string;
  readonly head?: string;
  readonly cache: boolean;
}

export function headOption(): Option {
  return new Option("--head <ref>", "a commit to look at").default(undefined, "the work tree");
}

export function sideOf({ head }: SideOptions): { readonly ref: string } | "worktree" {
  return head === undefined ? "worktree" : { ref: head };
}
