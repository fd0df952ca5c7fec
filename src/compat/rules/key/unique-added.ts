import { onBoth, rule } from "../../rule.ts";
import { isUnique } from "./identity.ts";

export const fieldUniqueAdded = rule({
  id: "field.unique.added",
  row: "E2",
  level: "field",
  facet: "key",
  direction: "strengthen",
  title: "A field holds every value once",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.unique.dropped",
  differs: "datacontract-cli calls this an error: it is for pipelines, and good news for readers.",
  find: onBoth(({ before, after }, around) => {
    const [then, now] = [isUnique(before, "before", around), isUnique(after, "after", around)];
    if (then || !now || !after.unique) return undefined;
    return {
      before: false,
      after: true,
      key: "unique",
      message: `${after.path} holds a different value in every row now.`,
      remedy: `Remove rows that share a value of ${after.path} from what is stored before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Stored rows may share a value.",
      },
    };
  }),
});
