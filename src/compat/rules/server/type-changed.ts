import { onBoth, rule } from "../../rule.ts";
import { FOR_TESTS, isPublished, isServed, serverText } from "./place.ts";

export const serverTypeChanged = rule({
  id: "server.type.changed",
  row: "J4",
  level: "server",
  facet: "location",
  direction: "incomparable",
  title: "Data is served by another kind of server",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "server.type.changed",
  find: onBoth(({ before, after }, { contract }) => {
    const [then, now] = [before.type, after.type];
    if (then === now) return undefined;
    const isForTests = !isPublished(before, contract.before) && !isPublished(after, contract.after);
    const [isKept, wasServed] = [isServed(before, contract.after), isServed(after, contract.before)];
    return {
      before: then,
      after: now,
      key: "type",
      ...(isKept && { consumer: "ok" }),
      ...(wasServed && { producer: "ok" }),
      ...(isKept ? { class: "safe", semver: "minor" } : isForTests ? FOR_TESTS : {}),
      message: `The kind of ${serverText(after)} is ${now} now, and was ${then}.`,
      remedy: `Keep ${serverText(before)} as it is beside a new one until its readers have moved.`,
      reasons: {
        consumer: isKept
          ? "Readers still find the data in the old place, by another server."
          : "Readers cannot connect in the way they do.",
        producer: wasServed
          ? "The data was there before, by another server."
          : "Pipelines write to the old kind of server.",
      },
    };
  }),
});
