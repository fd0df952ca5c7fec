import { onAdded, rule } from "../../rule.ts";
import { isPublished, isServed, serverText } from "./place.ts";

export const serverAdded = rule({
  id: "server.added",
  row: "J1",
  level: "server",
  facet: "location",
  direction: "strengthen",
  title: "Data is served from another place besides",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "server.removed",
  find: onAdded((after, { contract }) => {
    const isKnown = isServed(after, contract.before) || !isPublished(after, contract.after);
    return {
      before: null,
      after: after.name,
      ...(isKnown && { producer: "ok" }),
      message: `Data is served from ${serverText(after)} too.`,
      remedy: `Be sure that the data stands in ${serverText(after)} before this is merged.`,
      reasons: {
        consumer: "Readers find the data where it was promised.",
        producer: isKnown
          ? "No reader is promised data in a place where there was none."
          : "The data has to be written to the new place too.",
      },
    };
  }),
});
