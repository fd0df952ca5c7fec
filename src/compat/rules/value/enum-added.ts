import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { valuesOf, without } from "./listed.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldEnumAdded = rule({
  id: "field.enum.added",
  row: "F1",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "The values of a field are listed now",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.enum.dropped",
  differs: "datacontract-cli calls this an error: it is for pipelines, and good news for readers.",
  find: onBoth(({ before, after }, around) => {
    const values = after.domain.values;
    if (before.domain.values !== undefined || values === undefined) return undefined;
    return {
      before: null,
      after: valuesOf(values),
      key: "enum",
      message: `${after.path} may hold nothing but ${enumerate(values, "and")} now.`,
      remedy: `Correct other values of ${after.path} in stored rows and pipelines before this is merged.`,
      reasons: {
        consumer: "Readers get values that they had to expect already.",
        producer: "Stored rows may hold values that are not in the list.",
      },
      witness: { producer: rowWithOneOf(around, before, without(values, before)) },
    };
  }),
});
