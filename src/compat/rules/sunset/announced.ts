import { sunsetRules } from "./levels.ts";

export const SUNSET_ANNOUNCED = sunsetRules({
  move: "announced",
  mirror: "withdrawn",
  row: "B14",
  direction: "annotation",
  title: (what) => `The day is said on which ${what} ends`,
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  tell: (name, _, after) => ({
    message: `${name} is announced to end on ${after}.`,
    remedy: `Tell readers what to read from ${after} on.`,
    reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
  }),
});
