import { onBoth, rule } from "../../rule.ts";
import { renamings } from "./names.ts";

export const fieldPhysicalNameChanged = rule({
  id: "field.physicalName.changed",
  row: "B7",
  level: "field",
  facet: "location",
  direction: "incomparable",
  title: "A field is stored under another name",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.physicalName.changed",
  differs: "datacontract-cli calls this information only: every query by the old name fails at once.",
  find: onBoth((both, around) => {
    const { name, physicalName } = renamings(both, around);
    if (physicalName?.way !== "plain" || name?.way === "plain") return undefined;
    const { before, after } = both;
    return {
      before: before.physicalName,
      after: after.physicalName,
      key: "physicalName",
      names: [before.name, after.name],
      message: `${after.path} is stored as "${after.physicalName}" now, not as "${before.physicalName}".`,
      remedy: `Keep physicalName: ${before.physicalName}, or add a field for "${after.physicalName}" and deprecate this one.`,
      reasons: {
        consumer: "Queries name the old one, which is not promised any more.",
        producer: "Stored rows and pipelines have it under the old name.",
      },
    };
  }),
});
