import type { ServiceLevelForm } from "../../form/contract.ts";
import { onBoth, rule } from "../../rule.ts";
import { levelText, strengthOf } from "./strength.ts";

export const serviceLevelChanged = rule({
  id: "serviceLevel.changed",
  row: "H7",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "incomparable",
  title: "A service level promises something that cannot be compared",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "serviceLevel.changed",
  find: onBoth(({ before, after }) => {
    if (strengthOf(before, after) !== "unknown") return undefined;
    return {
      before: said(before),
      after: said(after),
      key: "value",
      message: `${levelText(after)} is ${said(after)} now, and was ${said(before)}, which cannot be compared.`,
      remedy: `Write ${levelText(after)} in the unit it had, or say to readers whether it is more or less.`,
      reasons: {
        consumer: "Whether less is promised cannot be told from the two values.",
        producer: "Whether more is promised cannot be told from the two values.",
      },
    };
  }),
});

function said({ written, extension }: ServiceLevelForm): string {
  return extension === "" ? written : `${written} (${extension})`;
}
