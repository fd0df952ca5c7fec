import { onBoth, rule } from "../../rule.ts";

export const fieldPartitionChanged = rule({
  id: "field.partition.changed",
  row: "E7",
  level: "field",
  facet: "location",
  direction: "incomparable",
  title: "Rows are stored by other partitions",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.partition.changed",
  differs: "datacontract-cli calls this information: queries that were cheap may be refused.",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.partition, after.partition];
    if (then === now) return undefined;
    const said = (position: number): string =>
      position === 0 ? "not in the partition key" : `at position ${position} of the partition key`;
    return {
      before: then,
      after: now,
      key: then > 0 && now > 0 ? "partitionKeyPosition" : "partitioned",
      message: `${after.path} is ${said(now)}, and was ${said(then)}.`,
      remedy: `Tell readers to filter by the new partition key, and rewrite what is stored.`,
      reasons: {
        consumer: "Rows are the same, but queries may cost more, or be refused without a filter on the partition key.",
        producer: "Whether stored rows have to be written again depends on the data source.",
      },
    };
  }),
});
