import { onBoth, rule } from "../../rule.ts";
import { isUnique } from "./identity.ts";

export const fieldUniqueDropped = rule({
  id: "field.unique.dropped",
  row: "E1",
  level: "field",
  facet: "key",
  direction: "weaken",
  title: "A field may hold a value twice",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.unique.added",
  differs: "datacontract-cli looks at stored rows only and calls this information.",
  find: onBoth(({ before, after }, around) => {
    const [then, now] = [isUnique(before, "before", around), isUnique(after, "after", around)];
    if (!then || now || !before.unique) return undefined;
    return {
      before: true,
      after: false,
      key: "unique",
      message: `${after.path} may hold the same value in several rows now.`,
      remedy: `Keep unique: true on ${after.path}, or tell its readers what tells rows apart now.`,
      reasons: {
        consumer: "Rows that share a value can arrive, and joins of readers multiply rows.",
        producer: "Stored rows are still allowed.",
      },
    };
  }),
});
