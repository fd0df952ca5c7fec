import { onBoth, rule } from "../../rule.ts";
import { isPublished, serverText } from "./place.ts";

export const serverWithdrawn = rule({
  id: "server.withdrawn",
  row: "J2",
  level: "server",
  facet: "location",
  direction: "weaken",
  title: "A server is for tests now",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "server.published",
  find: onBoth(({ before, after }, { contract }) => {
    if (
      before.environment === after.environment ||
      !isPublished(before, contract.before) ||
      isPublished(after, contract.after)
    )
      return undefined;
    return {
      before: before.environment,
      after: after.environment,
      key: "environment",
      message: `Data of ${serverText(after)} is for ${after.environment} now, and was for readers.`,
      remedy: `Keep a server of the environment prod beside it.`,
      reasons: {
        consumer: "Nobody promises readers the data in that place any more.",
        producer: "What was good for readers is good for tests.",
      },
    };
  }),
});
