import { onBoth, rule } from "../../rule.ts";
import { isPublished, serverText } from "./place.ts";

export const serverPublished = rule({
  id: "server.published",
  row: "J1",
  level: "server",
  facet: "location",
  direction: "strengthen",
  title: "A server for tests is for readers now",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "server.withdrawn",
  find: onBoth(({ before, after }, { contract }) => {
    if (
      before.environment === after.environment ||
      isPublished(before, contract.before) ||
      !isPublished(after, contract.after)
    )
      return undefined;
    return {
      before: before.environment,
      after: after.environment,
      key: "environment",
      message: `Data of ${serverText(after)} is for readers now, and was for ${before.environment}.`,
      remedy: `Be sure that ${serverText(after)} holds the data that is promised before this is merged.`,
      reasons: {
        consumer: "Readers find the data where it was promised.",
        producer: "What was good for tests may not keep the promises.",
      },
    };
  }),
});
