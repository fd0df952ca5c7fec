import type { FieldForm } from "../../form/contract.ts";
import { onBoth, rule } from "../../rule.ts";

/** Values of these types may be written in several ways. */
const WRITTEN: ReadonlySet<string> = new Set(["date", "time", "timestamp"]);

export const fieldDateFormatChanged = rule({
  id: "field.dateFormat.changed",
  row: "C12",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "Dates or times are written in another way",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.dateFormat.changed",
  differs: "datacontract-cli calls this information only: 03/04 is another day after it.",
  find: onBoth(({ before, after }, { contract }) => {
    const [then, now] = [before.domain.format, after.domain.format];
    if (then === now || !WRITTEN.has(before.logicalType) || !WRITTEN.has(after.logicalType)) return undefined;
    const isEarly = contract.before.binding === "early" || contract.after.binding === "early";
    // A source that knows dates keeps them as dates; the format only says how they are shown.
    const isText = (field: FieldForm): boolean =>
      field.type.kind === "string" || (isEarly && field.physicalType === "");
    const isBroken = isText(before) && isText(after) && then !== "" && now !== "";
    return {
      before: then === "" ? null : then,
      after: now === "" ? null : now,
      key: "logicalTypeOptions.format",
      message:
        then === ""
          ? `${after.path} is said to be written as ${now} now.`
          : now === ""
            ? `It is not said any more how ${after.path} is written; it was ${then}.`
            : `${after.path} is written as ${now} now, not as ${then}.`,
      remedy:
        then === ""
          ? `Make sure that ${after.path} was written as ${now} before.`
          : `Keep format: ${then} on ${after.path}, or add a field for the other format and deprecate this one.`,
      ...(!isBroken && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
      reasons: isBroken
        ? {
            consumer: "Readers take the text apart by the old format, and fail or read other days.",
            producer: "Stored texts have the old format.",
          }
        : {
            consumer: "Whether readers see the text or the date itself is not known.",
            producer: "Whether the text or the date itself is stored is not known.",
          },
    };
  }),
});
