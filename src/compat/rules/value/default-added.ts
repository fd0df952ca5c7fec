import { canonical } from "../../../model/json.ts";
import { onBoth, rule } from "../../rule.ts";
import { DEFAULT, defaultOf } from "./default.ts";

export const fieldDefaultAdded = rule({
  id: "field.default.added",
  row: "F11",
  level: "field",
  facet: "domain",
  direction: "additive",
  title: "A default is given",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.default.removed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [defaultOf(before), defaultOf(after)];
    if (then !== undefined || now === undefined) return undefined;
    return {
      before: null,
      after: now,
      key: "customProperties",
      message: `${after.path} has ${canonical(now)} as its default now.`,
      remedy: `Say in the description of ${after.path} when ${DEFAULT} takes its place.`,
      reasons: {
        consumer: "Values that are there stay what they are.",
        producer: "Every stored row is still allowed.",
      },
    };
  }),
});
