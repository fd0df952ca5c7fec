import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortRenamed = productRule({
  id: "outputPort.renamed",
  row: "K2",
  level: "outputPort",
  facet: "identity",
  direction: "incomparable",
  title: "An output port has another name",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.renamed",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `The output port ${labelOf(before)} is called ${labelOf(after)} now.`,
      remedy: `Offer ${after.name} beside ${before.name}, and write \`deprecated: true\` on ${before.name} until its readers have moved.`,
      reasons: {
        consumer: "Whatever names it by the old name finds nothing.",
        producer: "What is recorded under the old name belongs to no port any more.",
      },
    };
  }),
});
