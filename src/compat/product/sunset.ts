import { isDay } from "../../model/day.ts";
import type { Both } from "../rule.ts";
import type { Ending } from "./form.ts";

/** What happens to the day on which something ends; `unclear` where one of the two is no day. */
export type SunsetMove = "announced" | "withdrawn" | "earlier" | "later" | "unclear";

/** Undefined: it stays. */
export function sunsetMove({ before, after }: Both<Pick<Ending, "sunset">>): SunsetMove | undefined {
  const [then, now] = [before.sunset, after.sunset];
  if (then === now) return undefined;
  if ([then, now].some((day) => day !== "" && !isDay(day))) return "unclear";
  if (then === "") return "announced";
  if (now === "") return "withdrawn";
  return now < then ? "earlier" : "later";
}

export const SUNSET_KEY = "customProperties[meshgate.sunset]";

export function sunsetText({ sunset }: Pick<Ending, "sunset">): string {
  return sunset === "" ? "not announced" : sunset;
}
