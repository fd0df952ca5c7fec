import type { Json } from "../../../model/json.ts";
import type { PromiseForm } from "../../form/contract.ts";
import type { Both } from "../../rule.ts";
import { onBoth, rule } from "../../rule.ts";
import { isSameMeasure, ruleText, severityOf, validValues } from "./promise.ts";

export const qualityChanged = rule({
  id: "quality.changed",
  row: "G6",
  level: "promise",
  facet: "quality",
  direction: "incomparable",
  title: "A quality rule measures something else, or in another way",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "quality.changed",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const name = ruleText(after, around);
    if (isSameMeasure(both) && !isOtherList(both) && !isOtherSeverity(both)) return undefined;
    return {
      before: written(before),
      after: written(after),
      message: `It cannot be told what changes in ${name}: it measures something else, or in another way.`,
      remedy: `Say to readers what ${name} measures now, or add a second rule and keep this one.`,
      reasons: {
        consumer: "Whether rows can arrive that the rule kept away cannot be told.",
        producer: "Whether stored rows keep the rule cannot be told.",
      },
    };
  }),
});

/** A list of valid values that comes or goes; one that changes is compared. */
function isOtherList({ before, after }: Both<PromiseForm>): boolean {
  return (validValues(before) === undefined) !== (validValues(after) === undefined);
}

/** Severities that nobody knows cannot be compared. */
function isOtherSeverity({ before, after }: Both<PromiseForm>): boolean {
  return before.severity !== after.severity && (severityOf(before) === -1 || severityOf(after) === -1);
}

function written({ type, metric, arguments: given, how, severity }: PromiseForm): Json {
  return [type, metric, given, how, severity];
}
