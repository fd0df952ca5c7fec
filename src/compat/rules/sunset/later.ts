import { sunsetRules } from "./levels.ts";

export const SUNSET_LATER = sunsetRules({
  move: "later",
  mirror: "earlier",
  row: "H5",
  direction: "strengthen",
  title: (what) => `The day on which ${what} ends comes later than announced`,
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  tell: (name, before, after) => ({
    message: `${name} ends on ${after} now, and was to end on ${before}.`,
    remedy: `Plan to keep the data alive until ${after}.`,
    reasons: {
      consumer: "Readers have more time to move than they were promised.",
      producer: "What was to be switched off has to run on.",
    },
  }),
});
