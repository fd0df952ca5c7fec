import { onBoth, rule } from "../../rule.ts";

export const objectRenamed = rule({
  id: "object.renamed",
  row: "A3",
  level: "object",
  facet: "identity",
  direction: "incomparable",
  title: "An object has another name",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "object.renamed",
  differs:
    "datacontract-cli tells of a removal and an addition: with an id or `meshgate.renamedFrom` it is one rename.",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name || before.physicalName === after.physicalName) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `${before.name} is called ${after.name} now.`,
      remedy: `Keep ${before.name} with \`deprecated: true\` beside ${after.name} until its readers have moved.`,
      reasons: {
        consumer: "Whoever reads it by its old name finds nothing.",
        producer: "What is stored and written under the old name is not what the contract names.",
      },
    };
  }),
});
