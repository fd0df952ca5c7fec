import { onBoth, rule } from "../../rule.ts";

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
  find: onBoth(({ before, after }, { by }) => {
    if (by === "moved" || before.name === after.name || before.physicalName === after.physicalName) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `${before.path} is called ${after.name} now.`,
      remedy: `Add ${after.name} beside ${before.name}, and write \`deprecated: true\` on ${before.name} until its readers have moved.`,
      reasons: {
        consumer: "Queries name the old one, which is not there any more.",
        producer: "Stored rows and pipelines have it under the old name.",
      },
    };
  }),
});
