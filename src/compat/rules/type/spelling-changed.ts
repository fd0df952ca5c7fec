import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { typeTexts } from "./text.ts";

export const fieldTypeSpelled = rule({
  id: "field.physicalType.spelled",
  row: "C11",
  level: "field",
  facet: "docs",
  direction: "annotation",
  title: "A physical type is spelled otherwise",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.physicalType.spelled",
  differs: "datacontract-cli compares the texts and calls it breaking: dialects have several names for one type.",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "spelling") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: "physicalType",
      message: `${path} spells its physical type ${now}, before ${then}: they are the same.`,
      remedy: "Raise the patch version of the contract.",
      reasons: {
        consumer: "Both names mean the same type.",
        producer: "Both names mean the same type.",
      },
    };
  }),
});
