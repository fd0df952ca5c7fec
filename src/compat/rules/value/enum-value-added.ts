import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { missing, valuesOf } from "./listed.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldEnumValueAdded = rule({
  id: "field.enum.valueAdded",
  row: "F3",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "A field may hold a value that it could not hold before",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.enum.valueRemoved",
  differs:
    "datacontract-cli 0.10 called this an error and now calls it information: readers that handle every value meet one they do not know.",
  find: onBoth(({ before, after }, around) => {
    const added = missing(after.domain.values, before.domain.values);
    if (added.length === 0) return undefined;
    const isClosed = before.domain.closed;
    return {
      before: valuesOf(before.domain.values ?? []),
      after: valuesOf(after.domain.values ?? []),
      key: "enum",
      ...(isClosed && { class: "breaking", semver: "major" }),
      message: `${after.path} may hold ${enumerate(added, "and")} now${isClosed ? ", though its list is closed" : ""}.`,
      remedy: isClosed
        ? `Leave the enum of ${after.path} as it is, and add a field that holds the new values.`
        : `Tell the readers of ${after.path} what ${enumerate(added, "and")} means before rows with it arrive.`,
      reasons: {
        consumer: isClosed
          ? "Readers were promised that no value is ever added to the list."
          : "Readers that handle every listed value meet one that they do not know.",
        producer: "Every stored row has a value that is still allowed.",
      },
      witness: { consumer: rowWithOneOf(around, after, valuesOf(added)) },
    };
  }),
});
