import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { valuesOf, without } from "./listed.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldEnumDropped = rule({
  id: "field.enum.dropped",
  row: "F2",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "The values of a field are not listed any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.enum.added",
  differs: "datacontract-cli looks at stored rows only and calls this information.",
  find: onBoth(({ before, after }, around) => {
    const values = before.domain.values;
    if (values === undefined || after.domain.values !== undefined) return undefined;
    const isClosed = before.domain.closed;
    return {
      before: valuesOf(values),
      after: null,
      key: "enum",
      ...(isClosed && { class: "breaking", semver: "major" }),
      message: `${after.path} may hold any value now, not only ${enumerate(values, "and")}.`,
      remedy: `Keep the enum of ${after.path} and add to it the values that are new.`,
      reasons: {
        consumer: isClosed
          ? "Readers were promised that no value is ever added to the list, and any value can arrive."
          : "Values that readers do not know can arrive.",
        producer: "Every stored row has a value that is still allowed.",
      },
      witness: { consumer: rowWithOneOf(around, after, without(values, after)) },
    };
  }),
});
