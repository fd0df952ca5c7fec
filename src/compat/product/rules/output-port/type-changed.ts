import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

/** What is read by queries: one can take the place of the other, if rights, speed and freshness stay as they are. */
const QUERIED: ReadonlySet<string> = new Set(["table", "view"]);

export const outputPortTypeChanged = productRule({
  id: "outputPort.type.changed",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "incomparable",
  title: "An output port is offered as something else",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.type.changed",
  differs: "OMDS calls table to view breaking too: a query works on both, so somebody has to look.",
  find: onBoth(({ before, after }) => {
    if (before.type === "" || after.type === "" || before.type === after.type) return undefined;
    const isSoft = QUERIED.has(before.type) && QUERIED.has(after.type);
    return {
      before: before.type,
      after: after.type,
      key: "type",
      message: `The type of the output port ${labelOf(after)} is ${after.type} now, and was ${before.type}.`,
      remedy: `Keep ${labelOf(after)} as it is, and offer the data as ${after.type} on a port of its own beside it.`,
      ...(isSoft && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
      reasons: isSoft
        ? {
            consumer: "Queries may go on; rights, speed and freshness can differ.",
            producer: "Pipelines may go on; not everything that can be queried can be written to.",
          }
        : {
            consumer: "Readers are built for another kind of interface.",
            producer: "What exists is offered by another kind of interface.",
          },
    };
  }),
});
