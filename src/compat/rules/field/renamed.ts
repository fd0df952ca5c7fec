import { onBoth, rule } from "../../rule.ts";
import { renamings } from "./names.ts";

export const fieldRenamed = rule({
  id: "field.renamed",
  row: "B5",
  level: "field",
  facet: "identity",
  direction: "incomparable",
  title: "A field has another name",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.renamed",
  differs: "No other tool for ODCS knows renames: they tell of a removal and an addition.",
  find: onBoth((both, around) => {
    const { name, physicalName } = renamings(both, around);
    if (name?.way !== "plain" || physicalName?.way !== "plain") return undefined;
    const { before, after } = both;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      names: [before.name, after.name],
      message: `${before.path} is called ${after.name} now.`,
      remedy: `Add ${after.name} beside ${before.name}, and write \`deprecated: true\` on ${before.name} until its readers have moved.`,
      reasons: {
        consumer: "Queries name the old one, which is not there any more.",
        producer: "Stored rows and pipelines have it under the old name.",
      },
    };
  }),
});
