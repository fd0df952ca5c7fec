import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { missing, valuesOf } from "./listed.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldEnumValueRemoved = rule({
  id: "field.enum.valueRemoved",
  row: "F4",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "A field may not hold a value any more",
  consumer: "ok",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "field.enum.valueAdded",
  differs: "datacontract-cli calls this an error: nothing new reaches readers, but their filters may find nothing now.",
  find: onBoth(({ before, after }, around) => {
    const removed = missing(before.domain.values, after.domain.values);
    if (removed.length === 0) return undefined;
    return {
      before: valuesOf(before.domain.values ?? []),
      after: valuesOf(after.domain.values ?? []),
      key: "enum",
      message: `${after.path} may not hold ${enumerate(removed, "and")} any more.`,
      remedy: `Keep ${enumerate(removed, "and")} in the enum of ${after.path} until no stored row has it, and tell readers who filter by it.`,
      reasons: {
        consumer: "Every value that arrives is one that readers know, though filters by the old value find nothing.",
        producer: `Stored rows may hold ${enumerate(removed, "and")}, which is not allowed any more.`,
      },
      witness: { producer: rowWithOneOf(around, before, valuesOf(removed)) },
    };
  }),
});
