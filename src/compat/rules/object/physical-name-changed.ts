import { onBoth, rule } from "../../rule.ts";

export const objectPhysicalNameChanged = rule({
  id: "object.physicalName.changed",
  row: "A4",
  level: "object",
  facet: "location",
  direction: "incomparable",
  title: "An object is stored under another name",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "object.physicalName.changed",
  differs: "datacontract-cli calls this information only: every query by the old name fails at once.",
  find: onBoth(({ before, after }) => {
    if (before.name !== after.name || before.physicalName === after.physicalName) return undefined;
    return {
      before: before.physicalName,
      after: after.physicalName,
      key: "physicalName",
      message: `${after.name} is stored as "${after.physicalName}" now, not as "${before.physicalName}".`,
      remedy: `Keep physicalName: ${before.physicalName}, or add an object for "${after.physicalName}" and deprecate this one.`,
      reasons: {
        consumer: "Queries name the old one, which is not promised any more.",
        producer: "What is stored and written under the old name is not what the contract names.",
      },
    };
  }),
});
