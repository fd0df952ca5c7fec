import { sunsetRules } from "./levels.ts";

export const SUNSET_UNCLEAR = sunsetRules({
  move: "unclear",
  mirror: "unclear",
  row: "H5",
  direction: "incomparable",
  title: (what) => `When ${what} ends cannot be read`,
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  tell: (name, before, after) => ({
    message: `The sunset of ${name === "The contract" ? "the contract" : name} is ${after} now, and was ${before}; one of them is no day.`,
    remedy: "Write the day of the sunset as YYYY-MM-DD.",
    reasons: {
      consumer: "Whether readers have less time cannot be told.",
      producer: "Whether what runs has to run longer cannot be told.",
    },
  }),
});
