import { onBoth, rule } from "../../rule.ts";
import { FOR_TESTS, differing, isPublished, isServed, placesText, serverText } from "./place.ts";

export const serverEncodingChanged = rule({
  id: "server.encoding.changed",
  row: "J5",
  level: "server",
  facet: "location",
  direction: "incomparable",
  title: "Data is written in another form",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "server.encoding.changed",
  find: onBoth(({ before, after }, { contract }) => {
    const [then, now] = [differing(before.encoding, after.encoding), differing(after.encoding, before.encoding)];
    if (Object.keys(then).length + Object.keys(now).length === 0) return undefined;
    const isForTests = !isPublished(before, contract.before) && !isPublished(after, contract.after);
    const [isKept, wasServed] = [isServed(before, contract.after), isServed(after, contract.before)];
    return {
      before: then,
      after: now,
      ...(isKept && { consumer: "ok" }),
      ...(wasServed && { producer: "ok" }),
      ...(isKept ? { class: "safe", semver: "minor" } : isForTests ? FOR_TESTS : {}),
      message: `Data of ${serverText(after)} comes as ${placesText(now)} now, and came as ${placesText(then)}.`,
      remedy: `Keep ${serverText(before)} as it is beside a new one until its readers have moved.`,
      reasons: {
        consumer: isKept
          ? "Readers still find the data in the old place, by another server."
          : "Readers cannot take apart what they get.",
        producer: wasServed ? "The data was there before, by another server." : "What is stored has the old form.",
      },
    };
  }),
});
