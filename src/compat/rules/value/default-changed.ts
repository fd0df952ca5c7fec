import { canonical } from "../../../model/json.ts";
import { onBoth, rule } from "../../rule.ts";
import { DEFAULT, defaultOf } from "./default.ts";

export const fieldDefaultChanged = rule({
  id: "field.default.changed",
  row: "F11",
  level: "field",
  facet: "domain",
  direction: "incomparable",
  title: "Another default is given",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.default.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [defaultOf(before), defaultOf(after)];
    if (then === undefined || now === undefined || canonical(then) === canonical(now)) return undefined;
    return {
      before: then,
      after: now,
      key: "customProperties",
      message: `${after.path} has ${canonical(now)} as its default now, not ${canonical(then)}.`,
      remedy: `Keep ${DEFAULT} on ${after.path}, or say to its readers which rows change.`,
      reasons: {
        consumer: "Which rows have the default instead of a value cannot be told from the contract.",
        producer: "Which stored rows relied on the old default cannot be told from the contract.",
      },
    };
  }),
});
