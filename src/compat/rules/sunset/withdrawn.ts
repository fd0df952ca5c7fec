import { sunsetRules } from "./levels.ts";

export const SUNSET_WITHDRAWN = sunsetRules({
  move: "withdrawn",
  mirror: "announced",
  row: "B14",
  direction: "annotation",
  title: (what) => `No day is said any more on which ${what} ends`,
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  tell: (name, before) => ({
    message: `${name} is not announced to end on ${before} any more.`,
    remedy: "Tell the readers who have begun to move away.",
    reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
  }),
});
