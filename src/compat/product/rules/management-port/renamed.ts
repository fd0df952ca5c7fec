import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const managementPortRenamed = productRule({
  id: "managementPort.renamed",
  row: "K2",
  level: "managementPort",
  facet: "identity",
  direction: "incomparable",
  title: "A management port has another name",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "managementPort.renamed",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `The management port ${before.name} is called ${after.name} now.`,
      remedy: `Tell whoever looks for ${before.name} by its name.`,
      reasons: {
        consumer: "The data is the same; nobody knows who looks for it by its name.",
        producer: "The data is the same; nobody knows what looks for it by its name.",
      },
    };
  }),
});
