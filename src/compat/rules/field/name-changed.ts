import { onBoth, rule } from "../../rule.ts";
import { renamings } from "./names.ts";

export const fieldNameChanged = rule({
  id: "field.name.changed",
  row: "B6",
  level: "field",
  facet: "identity",
  direction: "incomparable",
  title: "A field has another name, and is still stored under the same",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.name.changed",
  find: onBoth((both, around) => {
    const { name, physicalName } = renamings(both, around);
    if (name?.way !== "plain" || physicalName?.way === "plain") return undefined;
    const { before, after } = both;
    const stored =
      physicalName === undefined
        ? `is still stored as "${after.physicalName}"`
        : `is still found as "${physicalName.way === "toAlias" ? physicalName.now : physicalName.then}"`;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      names: [before.name, after.name],
      message: `${before.path} is called ${after.name} now, and ${stored}.`,
      remedy: `Write ${after.name} wherever uses, relationships, service levels and quality rules say ${before.name}.`,
      reasons: {
        consumer: "Readers of the data notice nothing; whatever names it by the contract does not find it.",
        producer:
          "Pipelines that write to the data notice nothing; whatever names it by the contract does not find it.",
      },
    };
  }),
});
