import { onBoth, rule } from "../../rule.ts";

/** What is read by queries: one can take the place of another, if rights, speed and freshness stay as they are. */
const QUERIED: ReadonlySet<string> = new Set(["table", "view", "materialized view", "materialized_view"]);

export const objectPhysicalTypeChanged = rule({
  id: "object.physicalType.changed",
  row: "A5",
  level: "object",
  facet: "location",
  direction: "incomparable",
  title: "An object is another kind of thing: table, view, topic, file",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "object.physicalType.changed",
  differs: "datacontract-cli and OMDS call table to view breaking too: a query works on both, so somebody has to look.",
  find: onBoth(({ before, after }) => {
    if (before.physicalType === after.physicalType) return undefined;
    const [then, now] = [before.physicalType, after.physicalType];
    const isSoft = [then, now].every((kind) => kind === "" || QUERIED.has(kind));
    const unsaid = then === "" || now === "";
    return {
      before: then === "" ? null : then,
      after: now === "" ? null : now,
      key: "physicalType",
      message:
        then === ""
          ? `${after.name} is said to be a ${now} now.`
          : now === ""
            ? `${after.name} was a ${then}; now nothing is said of it.`
            : `${after.name} is a ${now} now, not a ${then}.`,
      remedy: unsaid
        ? `Make sure that ${after.name} still is what it was, a ${then || now}.`
        : `Keep the ${then} ${before.name}, or add the ${now} as another object.`,
      ...((isSoft || unsaid) && {
        consumer: "unknown",
        producer: "unknown",
        class: "risky",
        semver: "minor",
        direction: "incomparable",
      }),
      reasons: {
        consumer:
          isSoft || unsaid
            ? "Queries may go on; rights, speed and freshness can differ."
            : `Readers of a ${then} cannot read a ${now}.`,
        producer:
          isSoft || unsaid
            ? "Pipelines may go on; not everything that can be queried can be written to."
            : `Pipelines that write a ${then} do not write a ${now}.`,
      },
    };
  }),
});
