import { onRemoved, rule } from "../../rule.ts";
import { FOR_TESTS, isPublished, isServed, serverText } from "./place.ts";

export const serverRemoved = rule({
  id: "server.removed",
  row: "J2",
  level: "server",
  facet: "location",
  direction: "weaken",
  title: "Data is not served from a place any more",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "server.added",
  differs: "No other tool judges servers: a place that is gone breaks every reader at once.",
  find: onRemoved((before, { contract }) => {
    const isKnown = isServed(before, contract.after) || !isPublished(before, contract.before);
    return {
      before: before.name,
      after: null,
      ...(isKnown && { consumer: "ok" }),
      ...(isServed(before, contract.after)
        ? { class: "safe", semver: "minor" }
        : isPublished(before, contract.before)
          ? {}
          : FOR_TESTS),
      message: `Data is not served from ${serverText(before)} any more.`,
      remedy: `Keep ${serverText(before)} beside the others until its readers have moved.`,
      reasons: {
        consumer: isKnown
          ? "Readers find the data where it was promised."
          : "Readers find nothing where the data was promised.",
        producer: "Nothing has to be written to a place that was not written to.",
      },
    };
  }),
});
