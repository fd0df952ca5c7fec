import { sunsetRules } from "./levels.ts";

export const SUNSET_EARLIER = sunsetRules({
  move: "earlier",
  mirror: "later",
  row: "H5",
  direction: "weaken",
  title: (what) => `The day on which ${what} ends comes earlier than announced`,
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  tell: (name, before, after) => ({
    message: `${name} ends on ${after} now, and was to end on ${before}.`,
    remedy: `Keep the sunset ${before}.`,
    reasons: {
      consumer: "Readers have less time to move than they were promised.",
      producer: "What had to run until the later day has to run until the earlier one.",
    },
  }),
});
