import { onBoth, rule } from "../../rule.ts";
import { FOR_TESTS, differing, isPublished, isServed, placesText, serverText } from "./place.ts";

export const serverMoved = rule({
  id: "server.moved",
  row: "J2",
  level: "server",
  facet: "location",
  direction: "incomparable",
  title: "Data is served from another place",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "server.moved",
  differs: "No other tool judges servers: a place that is another one breaks every reader at once.",
  find: onBoth(({ before, after }, { contract }) => {
    const [then, now] = [differing(before.location, after.location), differing(after.location, before.location)];
    if (Object.keys(then).length + Object.keys(now).length === 0) return undefined;
    const isForTests = !isPublished(before, contract.before) && !isPublished(after, contract.after);
    const [isKept, wasServed] = [isServed(before, contract.after), isServed(after, contract.before)];
    return {
      before: then,
      after: now,
      ...keyOf(then, now),
      ...(isKept && { consumer: "ok" }),
      ...(wasServed && { producer: "ok" }),
      ...(isKept ? { class: "safe", semver: "minor" } : isForTests ? FOR_TESTS : {}),
      message: `Data of ${serverText(after)} is at ${placesText(now)} now, and was at ${placesText(then)}.`,
      remedy: `Keep ${serverText(before)} as it is beside a new one until its readers have moved.`,
      reasons: {
        consumer: isKept
          ? "Readers still find the data in the old place, by another server."
          : "Readers find nothing where the data was promised.",
        producer: wasServed
          ? "The data was there before, by another server."
          : "Pipelines write to the old place, and what is stored is there.",
      },
    };
  }),
});

/** The key, where only one differs. */
function keyOf(...sides: readonly Readonly<Record<string, string>>[]): { readonly key?: string } {
  const [key, ...more] = new Set(sides.flatMap(Object.keys));
  return key === undefined || more.length > 0 ? {} : { key };
}
